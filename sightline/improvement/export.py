"""The register as CSV."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import StringIO

from django.utils import timezone

from sightline.improvement.models import Finding, FindingKind
from sightline.improvement.wording import how_long, theme_title

COLUMNS = (
    "Source", "Authority", "Kind of source", "Visited from", "Visited to", "Published",
    "Finding", "Exact words", "Edited wording", "Reason", "Page", "Paragraph", "Heading",
    "Themes", "Direction", "Status", "Decided by", "Decided on",
    "First said", "Reviews that said it", "Has stood",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(findings: Iterable[Finding], today: date) -> Iterator[str]:
    """The header and a line a finding; findings carry `said_first` and `times_said`.

    Begins with a byte order mark, so that Excel reads it as UTF-8.
    """
    yield "\ufeff" + _line(COLUMNS)
    for finding in findings:
        yield _line(_cells(finding, today))


def _cells(finding: Finding, today: date) -> list[str]:
    review = finding.review
    first: date | None = getattr(finding, "said_first", None)
    return [
        review.title,
        review.authority,
        review.kind_title,
        *(_day(each) for each in (review.visited_from, review.visited_to, review.published)),
        f"{FindingKind(finding.kind).label} {finding.number}".strip(),
        finding.text,
        finding.edited_text,
        finding.reason,
        str(finding.page),
        finding.paragraph,
        finding.section,
        "; ".join(theme_title(theme) for theme in finding.theme_ids),
        finding.direction_title,
        finding.status_title,
        finding.decided_by.shown_name if finding.decided_by else "",
        _local_day(finding.decided_at),
        _day(first),
        str(getattr(finding, "times_said", 1)),
        how_long(first, today),
    ]


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _local_day(value: datetime | None) -> str:
    return timezone.localtime(value).date().isoformat() if value else ""


def _line(cells: Iterable[str]) -> str:
    """One line; a cell that a spreadsheet would take for a formula gets an apostrophe."""
    out = StringIO()
    csv.writer(out).writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return out.getvalue()
