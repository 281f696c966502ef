"""The XmR chart: single values, with limits from the differences between neighbours.

Mean ± 2.66 × mean moving range. Moving ranges above 3.267 × their mean are left out once, so that
one freak month does not hide the next; NHS England's Excel tool keeps them in.
Sources: Wheeler DJ (1993) Understanding Variation; Nelson LS (1982) J Quality Technology
14:172–173; NHS England, Making Data Count, and its R package NHSRplotthedots (screen_outliers).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from sightline.insight.process_control.chart import (
    FEWEST_POINTS,
    Chart,
    Floats,
    Rebase,
    chart_of,
    complete,
)

LIMIT_FACTOR = 2.66  # 3 / 1.128
_SCREEN_FACTOR = 3.267


def xmr(
    values: ArrayLike,
    rebases: Sequence[Rebase] = (),
    *,
    fewest: int = FEWEST_POINTS,
    screen: bool = True,
) -> Chart:
    """Return the XmR chart of a series, oldest first, in its own unit.

    Raises ValueError for a value that is missing or a rebasing outside the series.
    """
    points = complete(values)

    def limits(stretch: slice) -> tuple[float, float, float]:
        part = points[stretch]
        centre, half = float(part.mean()), LIMIT_FACTOR * mean_moving_range(part, screen=screen)
        return centre, centre - half, centre + half

    return chart_of(points, rebases, fewest, limits)


def mean_moving_range(values: Floats, *, screen: bool = True) -> float:
    """Return the mean absolute difference of neighbours; extreme ones left out once, if asked."""
    ranges = np.abs(np.diff(values))
    kept = ranges[ranges < _SCREEN_FACTOR * ranges.mean()] if screen else ranges
    return float(kept.mean()) if len(kept) else float(ranges.mean())
