"""What every control chart is: values, a centre line, limits, and where they start anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

SIGMAS = 3
# NHSRplotthedots warns of limits on fewer (ptd_add_short_group_warnings): here there are none.
FEWEST_POINTS = 12


@dataclass(frozen=True, slots=True)
class Rebase:
    """A declared change of the process: limits are worked out anew from `place` in the series.

    `reason`: what changed, as the people who changed it say. A chart that is rebased without one
    hides what it should show, so an empty reason raises ValueError.
    """

    place: int
    reason: str

    def __post_init__(self) -> None:
        """Refuse a rebasing that nobody accounts for."""
        if not self.reason.strip():
            raise ValueError("Say what changed: limits are not drawn anew without a reason.")


@dataclass(frozen=True, slots=True)
class Chart:
    """A centre line and limits for each point, in the unit of the values.

    `stretches` are the parts of the series between rebasings, in order. In a stretch with too few
    points for limits, centre and limits are NaN. `rebases` are in the order of the series.
    """

    values: Floats
    centre: Floats
    lower: Floats
    upper: Floats
    stretches: tuple[slice, ...]
    rebases: tuple[Rebase, ...] = ()

    @property
    def has_limits(self) -> bool:
        """Whether the last stretch, that of today, has enough points for limits."""
        return len(self.values) > 0 and bool(np.isfinite(self.centre[-1]))


# From the places of one stretch to its centre, lower and upper limit: each one number or an array.
Limits = Callable[[slice], tuple[Floats | float, Floats | float, Floats | float]]


def chart_of(values: Floats, rebases: Sequence[Rebase], fewest: int, limits: Limits) -> Chart:
    """Return the chart whose limits come stretch by stretch from `limits`.

    Raises ValueError for a rebasing outside the series, or for `fewest` below 2.
    """
    if fewest < 2:
        raise ValueError("Limits need at least two points.")
    ordered = tuple(sorted(rebases, key=lambda each: each.place))
    if any(not 0 < each.place < len(values) for each in ordered):
        raise ValueError("A place to rebase at lies within the series.")
    edges = [0, *sorted({each.place for each in ordered}), len(values)]
    stretches = tuple(slice(start, end) for start, end in pairwise(edges))
    centre, lower, upper = (np.full(len(values), np.nan) for _ in range(3))
    for stretch in stretches:
        if stretch.stop - stretch.start >= fewest:
            centre[stretch], lower[stretch], upper[stretch] = limits(stretch)
    return Chart(values, centre, lower, upper, stretches, ordered)


def complete(values: ArrayLike) -> Floats:
    """Return the values as an array. Raises ValueError where one is missing or infinite."""
    points = np.asarray(values, dtype=np.float64)
    if not np.all(np.isfinite(points)):
        raise ValueError("A chart needs a value at every point: leave missing months out.")
    return points
