"""Where returns disagree about children, as rows of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.insight import suppression
from sightline.jobs.doubts import Disagreement, DisagreementCount
from sightline.oversight import ethnicity
from sightline.records.words import LEGAL_STATUS, PLACEMENT, SEX, said

CODES = {"legal status": LEGAL_STATUS, "type of placement": PLACEMENT, "sex": SEX}


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: what was used and what the other return says, each with its return and day."""

    child_id: str
    what: str
    used: str
    used_source: str
    used_period: date
    other: str
    other_source: str
    other_period: date
    reason: str


def rows(found: Iterable[Disagreement]) -> list[Row]:
    """In the order given."""
    return [
        Row(
            child_id=one.child_id,
            what=one.what.capitalize(),
            used=_said(one.what, one.used_value),
            used_source=one.used_source,
            used_period=one.used_period,
            other=_said(one.what, one.other_value),
            other_source=one.other_source,
            other_period=one.other_period,
            reason=one.reason,
        )
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class CountRow:
    """How often one return was used over another about a fact; None where withheld."""

    what: str
    title: str
    used_source: str
    other_source: str
    reason: str
    children: int | None
    facts: int | None


def count_rows(counts: Sequence[DisagreementCount], *, exact: bool) -> list[CountRow]:
    """In the order given; not `exact`, with children alone, and small numbers withheld."""
    children: Sequence[int | None] = [each.children for each in counts]
    if not exact:
        children = suppression.suppress_breakdown([each.children for each in counts]).cells
    return [
        CountRow(
            what=each.what,
            title=each.what.capitalize(),
            used_source=each.used_source,
            other_source=each.other_source,
            reason=each.reason,
            children=shown,
            facts=each.facts if exact else None,
        )
        for each, shown in zip(counts, children, strict=True)
    ]


def _said(what: str, value: str) -> str:
    if what == "ethnicity":
        return ethnicity.said(value)
    if what in CODES:
        return said(CODES[what], value).capitalize()
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        return value.capitalize()
