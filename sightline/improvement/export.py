"""The register as rows of a file."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from sightline.improvement.models import Finding, FindingKind
from sightline.improvement.wording import how_long, theme_title
from sightline.letters import Voice

COLUMNS = {
    "Source": 40, "Authority": 18, "Kind of source": 24, "Made by": 18,
    "Visited from": 12, "Visited to": 12, "Published": 12,
    "Finding": 24, "Exact words": 80, "Edited wording": 40, "Reason": 30,
    "Page": 7, "Paragraph": 10, "Heading": 30, "Judgement area": 22, "Themes": 30,
    "Direction": 12, "Whose words": 12, "Damage": 24,
    "Status": 12, "Decided by": 20, "Decided on": 12,
    "First said": 12, "Reviews that said it": 10, "Has stood": 20,
}  # fmt: skip


def rows(findings: Iterable[Finding], today: date) -> Iterator[tuple[Any, ...]]:
    """A row a finding, in the order of COLUMNS; they carry `said_first` and `times_said`."""
    for finding in findings:
        yield (*_source(finding), *_said(finding), *_decided(finding), *_stood(finding, today))


def _source(finding: Finding) -> tuple[Any, ...]:
    review = finding.review
    return (
        review.title,
        review.authority,
        review.kind_title,
        review.body,
        review.visited_from,
        review.visited_to,
        review.published,
    )


def _said(finding: Finding) -> tuple[Any, ...]:
    return (
        f"{FindingKind(finding.kind).label} {finding.number}".strip(),
        finding.text,
        finding.edited_text,
        finding.reason,
        finding.page or None,
        finding.paragraph,
        finding.section,
        finding.area_title,
        "; ".join(theme_title(theme) for theme in finding.theme_ids),
        finding.direction_title,
        "The authority’s own" if finding.voice == Voice.AUTHORITY else "A reviewer’s",
        finding.damage,
    )


def _decided(finding: Finding) -> tuple[Any, ...]:
    by = finding.decided_by
    return (finding.status_title, by.shown_name if by else "", _local_day(finding.decided_at))


def _stood(finding: Finding, today: date) -> tuple[Any, ...]:
    first: date | None = getattr(finding, "said_first", None)
    return (first, getattr(finding, "times_said", 1), how_long(first, today))


def _local_day(value: datetime | None) -> date | None:
    return timezone.localtime(value).date() if value else None
