"""One authority beside its statistical neighbours, its region and England.

Its rank among its neighbours comes with an interval, since a rank alone says more than it knows:
each area's true value is drawn from what its own numbers allow (Jeffreys' prior), the areas are
ranked, and the middle 95 of a hundred ranks of ten thousand draws are the interval.
Source: Goldstein H, Spiegelhalter DJ (1996) J R Statist Soc A 159:385–443.
England and region are taken as fixed: higher or lower than they where the area's own 95% interval
does not hold their value (Public Health England (2018) Technical Guide: Confidence Intervals).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

import numpy as np

from sightline.insight.comparison.funnel import Measured
from sightline.insight.intervals import Interval, rate_interval, wilson
from sightline.insight.wording import Polarity

DRAWS = 10_000
_SEED = 1996


class Side(StrEnum):
    """Where a value lies beside another, chance allowed for."""

    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"
    UNKNOWN = "cannot tell"


@dataclass(frozen=True, slots=True)
class Area:
    """An area's figure: a value, and where they are published the numbers behind it.

    A share's value is a fraction of 1, `count` children of `out_of`; a rate's is `count` for each
    unit of `out_of`; a mean has neither, but may have an `interval` of its own. Raises ValueError
    where count and out_of contradict the value.
    """

    name: str
    value: float
    count: int | None = None
    out_of: int | None = None
    interval: Interval | None = None

    def __post_init__(self) -> None:
        """Refuse a value that its own numbers contradict."""
        if self.count is not None and self.out_of:
            rounding = max(0.0051, 0.01 * abs(self.value))
            if abs(self.count / self.out_of - self.value) > rounding:
                raise ValueError(f"{self.name}: {self.count} of {self.out_of} is not {self.value}.")

    @property
    def counted(self) -> bool:
        """Whether the numbers behind the value are known."""
        return self.count is not None and bool(self.out_of)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among `of` areas, 1 the best (or the highest, where neither way is better)."""

    place: int
    of: int
    interval: Interval | None  # None where the numbers behind a value are not known


@dataclass(frozen=True, slots=True)
class Comparison:
    """An area beside others. `interval` is of its own value; None where its numbers are unknown."""

    own: Area
    interval: Interval | None
    neighbours_median: float | None
    rank: Rank | None
    beside_median: Side
    beside_region: Side
    beside_england: Side


def compare(
    own: Area,
    neighbours: Sequence[Area],
    polarity: Polarity,
    *,
    measured: Measured = Measured.SHARE,
    region: float | None = None,
    england: float | None = None,
) -> Comparison:
    """Set an area beside its neighbours (not itself), and beside region and England where known.

    Raises ValueError where the area is among its own neighbours.
    """
    if own.name in {area.name for area in neighbours}:
        raise ValueError(f"{own.name} is not its own neighbour.")
    interval = _interval(own, measured)
    middle = median(area.value for area in neighbours) if neighbours else None
    return Comparison(
        own,
        interval,
        middle,
        _rank(own, neighbours, polarity, measured) if neighbours else None,
        _side(interval, middle),
        _side(interval, region),
        _side(interval, england),
    )


def _interval(own: Area, measured: Measured) -> Interval | None:
    if own.count is None or not own.out_of:
        return own.interval
    if measured is Measured.SHARE:
        return wilson(own.count, own.out_of)
    return rate_interval(own.count, own.out_of, per=1)


def _side(interval: Interval | None, other: float | None) -> Side:
    if interval is None or other is None:
        return Side.UNKNOWN
    if interval.holds(other):
        return Side.SIMILAR
    return Side.HIGHER if interval.low > other else Side.LOWER


def _rank(own: Area, neighbours: Sequence[Area], polarity: Polarity, measured: Measured) -> Rank:
    better = -1 if polarity is Polarity.LOW else 1
    areas = [own, *neighbours]
    place = 1 + sum(area.value * better > own.value * better for area in neighbours)
    if not all(area.counted for area in areas):
        return Rank(place, len(areas), None)
    x = np.array([area.count for area in areas], dtype=np.float64)
    n = np.array([area.out_of for area in areas], dtype=np.float64)
    random = np.random.default_rng(_SEED)
    if measured is Measured.SHARE:
        drawn = random.beta(x + 0.5, n - x + 0.5, size=(DRAWS, len(areas)))
    else:
        drawn = random.gamma(x + 0.5, size=(DRAWS, len(areas))) / n
    places = 1 + (drawn[:, 1:] * better > drawn[:, :1] * better).sum(axis=1)
    low, high = np.quantile(places, [0.025, 0.975], method="inverted_cdf")
    return Rank(place, len(areas), Interval(float(low), float(high)))
