"""Step curves over days, with their limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sightline.insight.intervals import Interval

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """A share (fraction of 1) that changes on `days` and holds until the next; `start` before them.

    `error` is its standard error, `low` and `high` its pointwise limits.
    """

    days: Floats
    share: Floats
    error: Floats
    low: Floats
    high: Floats
    start: float

    def at(self, day: float) -> float:
        """Return the share on a day."""
        place = int(np.searchsorted(self.days, day, side="right")) - 1
        return float(self.share[place]) if place >= 0 else self.start

    def interval_at(self, day: float) -> Interval:
        """Return the limits on a day."""
        place = int(np.searchsorted(self.days, day, side="right")) - 1
        if place < 0:
            return Interval(self.start, self.start)
        return Interval(float(self.low[place]), float(self.high[place]))


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """The share still waiting by days since the wait began, and the days by which half are done.

    `children` watched, `ended` of them within it. `median` is None where fewer than half are done;
    an end of its interval is infinite where it is not reached. `emptied_on`: the day on which
    everyone watched had left while children already waiting longer were still to be counted; from
    there the curve says nothing, and there is no median.
    """

    curve: Curve
    waiting: Floats
    children: int
    ended: int
    median: float | None
    median_interval: Interval
    emptied_on: float | None
