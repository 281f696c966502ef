"""Reports that are built here, as what a Word document or PDF is made of."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from sightline import words
from sightline.governance.models import CommitteeReport, ScrutineerReport
from sightline.governance.report_parts import PARTS, lines
from sightline.packs import Pack, Section, Table

NOT_WRITTEN = "This section is not written yet."


def committee_pack(report: CommitteeReport, today: date) -> Pack:
    """Every standard section in its order; one that is not written says so."""
    where = report.body.name
    when = f", {words.day(report.meeting.day)}" if report.meeting else ""
    return Pack(
        title=report.title,
        authority=settings.AUTHORITY_NAME,
        about=f"Report to {where}{when}, by {report.author}.",
        as_at=today,
        standing=f"Version {report.version}",
        sections=tuple(
            Section(title, notes=tuple(lines(text)) or (NOT_WRITTEN,))
            for title, text in written(report, every=True)
        ),
    )


def written(report: CommitteeReport, *, every: bool) -> list[tuple[str, str]]:
    """The sections with their titles; `every`: those too that are empty and should not be."""
    return [
        (part.title, text)
        for part in PARTS
        if (text := report.sections.get(part.id, "")) or (every and not part.optional)
    ]


def scrutineer_pack(
    report: ScrutineerReport,
    tables: Iterable[tuple[str, tuple[str, ...], list[tuple[str, ...]]]],
    sentence: str,
    today: date,
) -> Pack:
    """The report with its items by kind. `tables`: (title, heads, rows), empty ones left out."""
    first = Section("What matters first", sentence, notes=tuple(lines(report.summary)))
    return Pack(
        title=report.title,
        authority=settings.AUTHORITY_NAME,
        about=f"{report.author}, from {words.day(report.begins)} to {words.day(report.ends)}.",
        as_at=today,
        standing=f"Version {report.version}",
        sections=(
            first,
            *(
                Section(title, table=Table(title, heads, tuple(rows)))
                for title, heads, rows in tables
                if rows
            ),
        ),
    )
