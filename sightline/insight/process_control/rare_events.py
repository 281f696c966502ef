"""Charts of rare events: the time (t) or the number of chances (g) from each to the next.

A monthly count of something that seldom happens is mostly 0, and an XmR or u-chart of it says
nothing. Here a high point is a long wait between events: good news where the event is bad.
Sources: Nelson LS (1994) J Quality Technology 26:239–240 (t: the power 1/3.6 makes exponential
waits nearly normal); Benneyan JC (2001) Health Care Management Science 4:305–318 (g: geometric).
Centre line of the g-chart: the median, as Provost and Murray (2011) and qicharts2 draw it, so that
runs on one side mean what they mean elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from sightline.insight.process_control.chart import (
    FEWEST_POINTS,
    SIGMAS,
    Chart,
    Rebase,
    chart_of,
    complete,
)
from sightline.insight.process_control.xmr import LIMIT_FACTOR, mean_moving_range

_POWER = 3.6


def t_chart(
    waits: ArrayLike, rebases: Sequence[Rebase] = (), *, fewest: int = FEWEST_POINTS
) -> Chart:
    """Return the chart of the times between events, in the unit of `waits` (days, say).

    Raises ValueError for a wait of 0 or less, a missing value, or a rebasing outside the series.
    """
    times = complete(waits)
    if np.any(times <= 0):
        raise ValueError(
            "A t-chart needs a time above 0 between events: give hours, or use a g-chart."
        )
    roots = times ** (1 / _POWER)

    def limits(stretch: slice) -> tuple[float, float, float]:
        part = roots[stretch]
        centre, half = float(part.mean()), LIMIT_FACTOR * mean_moving_range(part, screen=False)
        low = max(centre - half, 0.0)
        return centre**_POWER, low**_POWER, (centre + half) ** _POWER

    return chart_of(times, rebases, fewest, limits)


def g_chart(
    chances: ArrayLike, rebases: Sequence[Rebase] = (), *, fewest: int = FEWEST_POINTS
) -> Chart:
    """Return the chart of the chances (children, visits, days) that passed between events.

    Limits: mean ± 3 × √(mean × (mean + 1)), from 0.
    Raises ValueError for a number below 0, a missing value, or a rebasing outside the series.
    """
    numbers = complete(chances)
    if np.any(numbers < 0):
        raise ValueError("A number of chances between events is not below 0.")

    def limits(stretch: slice) -> tuple[float, float, float]:
        mean = float(numbers[stretch].mean())
        half = SIGMAS * float(np.sqrt(mean * (mean + 1)))
        return float(np.median(numbers[stretch])), max(mean - half, 0.0), mean + half

    return chart_of(numbers, rebases, fewest, limits)
