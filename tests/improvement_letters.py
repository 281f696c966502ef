"""Letters in invented words, as text and as PDF, for the tests of the findings register."""

from pathlib import Path

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

ASKED = (
    "The timeliness of permanence planning, so that children are matched without delay.",
    "The oversight of children’s visits by team managers.",
)
PRAISED = (
    "Foster carers in Eastholme are warmly supported, and children thrive in their care. "
    "Their birthdays are kept and their friendships are valued."
)
BLAMED = (
    "Too many children wait too long to be matched with their long-term foster carers. "
    "Permanence planning drifts, and managers do not notice the delay."
)
EARLIER_BLAMED = (
    "Permanence planning drifts for too many children. They wait too long to be matched with "
    "long-term foster carers, and managers do not notice the delay."
)

FOCUSED_VISIT_2021 = f"""Focused visit to Eastholme children’s services

Visit dates: 9 and 10 March 2021

Report published: 21 April 2021

Areas for improvement

- Support for young people who leave care to find and keep work.

Findings

{EARLIER_BLAMED}

Early help workers know their families well and visit them with purpose and patience.
"""

FOCUSED_VISIT_2023 = f"""Focused visit to Eastholme children’s services

Visit dates: 5 and 6 September 2023

Report published: 18 October 2023

Areas for improvement

- {ASKED[0]}
- {ASKED[1]}

Findings

{BLAMED}

{PRAISED}
"""


def text_letter(folder: Path, text: str = FOCUSED_VISIT_2023, name: str = "visit.txt") -> Path:
    """The letter as a text file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def pdf_inspection(folder: Path, name: str = "inspection.pdf") -> Path:
    """An inspection report of one page: two judgements, two areas for improvement, two findings."""
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=14)
    head = ParagraphStyle("head", body, fontName="Helvetica-Bold", fontSize=14, spaceAfter=8)
    title = ParagraphStyle("title", head, fontSize=20, leading=24, alignment=TA_LEFT)
    grades = Table(
        [
            ["Judgement", "Grade"],
            ["The impact of leaders on social work practice", "Good"],
            ["Overall effectiveness", "Requires improvement to be good"],
        ],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTSIZE", (0, 0), (-1, -1), 11)],
        hAlign="LEFT",
        colWidths=[300, 180],
    )
    story: list[Flowable] = [
        Paragraph("Inspection of Eastholme local authority children’s services", title),
        Spacer(1, 12),
        Paragraph("<b>Inspection dates:</b> 4 to 15 March 2024", body),
        Paragraph("<b>Report published:</b> 29 April 2024", body),
        grades,
        Spacer(1, 12),
        Paragraph("What needs to improve?", head),
        *(Paragraph(f"•  {words}", body) for words in ASKED),
        Paragraph("The experiences and progress of children in care", head),
        Paragraph(BLAMED, body),
        Paragraph(PRAISED, body),
    ]
    path = folder / name
    SimpleDocTemplate(str(path)).build(story)
    return path
