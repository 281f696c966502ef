"""Which priority comes first, and why: five reasons, each from 0 to 4 points, added up.

Every reason can be worked out again by hand from the numbers beside it. Something worse on one
reason, all else equal, never stands lower. A person may put a priority elsewhere; the order by the
reasons stays beside it.

Recurrence: a point for each review beyond the first that said the same, two at most; one more after
a year of standing, another after three. Seriousness: what the gravest finding is called. Sources:
a point for each independent review, four at most. Children: the most children whom any one measure
that bears on it finds not well served now. Pace: the worst pace among those measures.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

MOST_A_REASON = 4
MOST = 5 * MOST_A_REASON
CHILDREN_FROM = (6, 20, 50, 100)
"""A point from each of these on. Fewer than six count nothing, so that no small number shows."""
_YEARS_STOOD = (1, 3)
_DAYS_IN_YEAR = 365.25

Key = TypeVar("Key", bound=Hashable)


class Severity(IntEnum):
    """What the gravest finding is called; its points."""

    NONE = 0
    PARAGRAPH = 1
    RECOMMENDATION = 2
    AREA_FOR_IMPROVEMENT = 3
    PRIORITY_ACTION = 4


class PaceSeen(IntEnum):
    """The worst pace among the measures that bear on it; its points."""

    ARRIVED = 0
    ON_PACE = 1
    NOT_KNOWN = 2
    TOO_SLOW = 3
    WRONG_WAY = 4


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is known of a priority. `stood_days` is None where no review gives a date.

    `times_said` counts the reviews that said the finding said most often; `children` is None where
    no measure counts any.
    """

    stood_days: int | None
    times_said: int
    severity: Severity
    sources: int
    children: int | None
    pace: PaceSeen


@dataclass(frozen=True, slots=True)
class Points:
    """The points of each reason, 0 to MOST_A_REASON."""

    recurrence: int
    severity: int
    sources: int
    children: int
    pace: int

    @property
    def total(self) -> int:
        """All points, 0 to MOST."""
        return self.recurrence + self.severity + self.sources + self.children + self.pace


def points(reasons: Reasons) -> Points:
    """The points of each reason. Raises ValueError for a count below nought."""
    if min(reasons.times_said, reasons.sources, reasons.children or 0) < 0:
        raise ValueError("Reviews and children are counted from nought up.")
    years = (reasons.stood_days or 0) / _DAYS_IN_YEAR
    again = min(2, max(0, reasons.times_said - 1))
    return Points(
        recurrence=again + sum(years >= mark for mark in _YEARS_STOOD),
        severity=int(reasons.severity),
        sources=min(MOST_A_REASON, reasons.sources),
        children=sum((reasons.children or 0) >= mark for mark in CHILDREN_FROM),
        pace=int(reasons.pace),
    )


def ranked(known: Mapping[Key, Reasons]) -> tuple[Key, ...]:
    """The priorities, the first to act on first.

    Of those with as many points, the graver comes first, then what has stood longer; then they
    stay as they came.
    """

    def place(key: Key) -> tuple[int, int, int]:
        reasons = known[key]
        return (-points(reasons).total, -int(reasons.severity), -(reasons.stood_days or 0))

    return tuple(sorted(known, key=place))


def overruled(order: Sequence[Key], places: Mapping[Key, int]) -> tuple[Key, ...]:
    """The order with some put at a place by a person (1 is the first); the rest fill up in order.

    Two at one place stand in the order of the reasons; a place beyond the end is the end.
    """
    rest = [key for key in order if key not in places]
    moved = [key for key in reversed(order) if key in places]
    for key in sorted(moved, key=lambda key: places[key]):
        rest.insert(places[key] - 1, key)
    return tuple(rest)
