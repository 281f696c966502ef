"""Three invented inspection documents as PDFs, in the plain look of an inspectorate's reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from sightline.synthetic.days import add_months
from sightline.synthetic.geography import AUTHORITY
from sightline.synthetic.journey import Journey
from sightline.synthetic.letters_text import (
    FOCUSED,
    INSPECTION,
    INSPECTION_SUMMARY,
    JUDGEMENTS,
    MONITORING,
    MONITORING_AREAS,
    Section,
)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14.5, spaceAfter=8)
HEADING = ParagraphStyle(
    "heading",
    BODY,
    fontName="Helvetica-Bold",
    fontSize=13,
    leading=17,
    spaceBefore=12,
    keepWithNext=1,
)
TITLE = ParagraphStyle("title", HEADING, fontSize=20, leading=25, spaceAfter=14)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=16, bulletIndent=2)
CELL = ParagraphStyle("cell", BODY, spaceAfter=0)
CELL_HEAD = ParagraphStyle("cell head", CELL, fontName="Helvetica-Bold")
LEAD_INSPECTOR = "Rowan Ashdale"
EARLIER_DIRECTOR, DIRECTOR = "Lionel Stoneacre", "Marguerite Holloway-Finch"


@dataclass(frozen=True, slots=True)
class Occasion:
    """When inspectors were there, and when the document came out."""

    first: date
    last: date
    published: date

    @classmethod
    def ending(cls, day: date, length: int, until_published: int) -> Occasion:
        """The `length` days up to the last Friday (long) or Wednesday (short) by `day`."""
        weekday = 4 if length > 3 else 2
        last = day - timedelta(days=(day.weekday() - weekday) % 7)
        return cls(last - timedelta(days=length - 1), last, last + timedelta(days=until_published))


@dataclass(frozen=True, slots=True)
class Occasions:
    """The focused visit, the inspection and the monitoring visit."""

    focused: Occasion
    inspection: Occasion
    monitoring: Occasion

    @classmethod
    def of(cls, journey: Journey, until: date) -> Occasions:
        """A year before the inspection, the inspection itself, and a year before `until`."""
        a_year_before = date.fromordinal(add_months(journey.inspection, -12))
        a_year_ago = date.fromordinal(add_months(until.toordinal(), -12))
        return cls(
            Occasion.ending(a_year_before, 2, 37),
            Occasion.ending(date.fromordinal(journey.inspection), 12, 45),
            Occasion.ending(a_year_ago, 2, 35),
        )


def written(day: date) -> str:
    """5 May 2023."""
    return f"{day.day} {day:%B %Y}"


def span(first: date, last: date, joint: str = "to") -> str:
    """17 to 28 April 2023; 24 April to 5 May 2023; both years where they differ."""
    if first.year != last.year:
        return f"{written(first)} {joint} {written(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} {joint} {written(last)}"
    return f"{first.day} {joint} {written(last)}"


def _sections(sections: tuple[Section, ...]) -> list[Flowable]:
    story: list[Flowable] = []
    for section in sections:
        story.append(Paragraph(section.heading, HEADING))
        story += [Paragraph(text, BODY) for text in section.paragraphs]
        story += [Paragraph(text, BULLET, bulletText="•") for text in section.bullets]
    return story


def _judgement_table() -> Table:
    rows = [[Paragraph("Judgement", CELL_HEAD), Paragraph("Grade", CELL_HEAD)]]
    rows += [[Paragraph(name, CELL), Paragraph(grade, CELL)] for name, grade in JUDGEMENTS]
    lines: list[tuple[Any, ...]] = [("LINEBELOW", (0, 0), (-1, -1), 0.5, "#888888")]
    lines.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
    return Table(rows, colWidths=[94 * mm, 72 * mm], style=lines, hAlign="LEFT")


def _inspection(when: Occasions) -> list[Flowable]:
    occasion = when.inspection
    facts = {"authority": AUTHORITY, "focused_month": f"{when.focused.last:%B %Y}"}
    return [
        Paragraph(f"Inspection of {AUTHORITY} local authority children’s services", TITLE),
        Paragraph(f"Inspection dates: {span(occasion.first, occasion.last)}", BODY),
        Paragraph(f"Lead inspector: {LEAD_INSPECTOR}", BODY),
        _judgement_table(),
        Spacer(1, 10),
        *(Paragraph(text.format(**facts), BODY) for text in INSPECTION_SUMMARY),
        *_sections(INSPECTION),
    ]


def _letter_head(published: date, director: str) -> list[Flowable]:
    address = (director, "Director of Children’s Services", f"{AUTHORITY} Council", "Mere House")
    return [
        Paragraph(written(published), BODY),
        *(Paragraph(line, CELL) for line in address),
        Spacer(1, 10),
        Paragraph(f"Dear {director.split()[0]}", BODY),
    ]


def _focused(when: Occasions) -> list[Flowable]:
    occasion = when.focused
    return [
        *_letter_head(occasion.published, EARLIER_DIRECTOR),
        Paragraph(f"Focused visit to {AUTHORITY} children’s services", TITLE),
        Paragraph(
            f"This letter summarises the findings of the focused visit to {AUTHORITY} children’s "
            f"services on {span(occasion.first, occasion.last, 'and')}. Inspectors looked at the "
            "local authority’s arrangements for planning and achieving permanence for children in "
            "care.",
            BODY,
        ),
        *_sections(FOCUSED),
        *_close(),
    ]


def _monitoring(when: Occasions) -> list[Flowable]:
    occasion = when.monitoring
    areas = Section("Areas covered by the visit", bullets=MONITORING_AREAS)
    return [
        *_letter_head(occasion.published, DIRECTOR),
        Paragraph(f"Monitoring visit to {AUTHORITY} children’s services", TITLE),
        Paragraph(
            f"This letter summarises the findings of the monitoring visit to {AUTHORITY} "
            f"children’s services on {span(occasion.first, occasion.last, 'and')}. It was the "
            "fifth monitoring visit since the local authority was judged inadequate in "
            f"{when.inspection.last:%B %Y}.",
            BODY,
        ),
        *_sections((areas, *MONITORING)),
        *_close(),
    ]


def _close() -> list[Flowable]:
    return [Paragraph("Yours sincerely", BODY), Paragraph(LEAD_INSPECTOR, BODY)]


def _foot(title: str) -> Any:
    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(22 * mm, 12 * mm, title)
        canvas.drawRightString(188 * mm, 12 * mm, str(document.page))
        canvas.restoreState()

    return draw


def _print(path: Path, title: str, story: list[Flowable]) -> Path:
    document = SimpleDocTemplate(
        str(path), pagesize=A4, title=title, author="An invented inspectorate", invariant=1,
        leftMargin=22 * mm, rightMargin=22 * mm, topMargin=24 * mm, bottomMargin=26 * mm,
    )  # fmt: skip
    foot = _foot(f"{title} (invented)")
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return path


def write_letters(folder: Path, journey: Journey, until: date) -> list[Path]:
    """Write a focused visit's letter, an inspection report and a monitoring letter; oldest first.

    The files are named for the authority, the kind of document and the day it came out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    when = Occasions.of(journey, until)
    place = AUTHORITY.lower()
    documents = (
        ("focused-visit", when.focused, f"Focused visit to {AUTHORITY}", _focused(when)),
        ("inspection", when.inspection, f"Inspection of {AUTHORITY}", _inspection(when)),
        (
            "monitoring-visit",
            when.monitoring,
            f"Monitoring visit to {AUTHORITY}",
            _monitoring(when),
        ),
    )
    return [
        _print(folder / f"{place}-{kind}-{occasion.published.isoformat()}.pdf", title, story)
        for kind, occasion, title, story in documents
    ]
