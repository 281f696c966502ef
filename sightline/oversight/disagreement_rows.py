"""Where returns disagree about a child, as rows of words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.jobs.doubts import Disagreement
from sightline.oversight import ethnicity
from sightline.records.words import LEGAL_STATUS, PLACEMENT, SEX, said

CODES = {"legal status": LEGAL_STATUS, "type of placement": PLACEMENT, "sex": SEX}


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: what was used and what the other return says, each with its return and day."""

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


def _said(what: str, value: str) -> str:
    if what == "ethnicity":
        return ethnicity.said(value)
    if what in CODES:
        return said(CODES[what], value).capitalize()
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        return value.capitalize()
