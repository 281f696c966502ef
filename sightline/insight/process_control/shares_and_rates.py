"""Charts of shares (p) and rates (u), whose limits follow what each month's figure is out of.

With Laney's correction (p′ and u′): where the months vary more than chance alone would have it, the
limits widen in that proportion. They are never narrowed: a series calmer than chance is no licence
to ring sooner.
Sources: Montgomery DC, Introduction to Statistical Quality Control, chapter on attributes; Laney DB
(2002) Quality Engineering 14:531–537.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from sightline.insight.process_control.chart import (
    FEWEST_POINTS,
    SIGMAS,
    Chart,
    Floats,
    Rebase,
    chart_of,
    complete,
)

_D2 = 1.128  # mean range of two values, in standard deviations


def p_chart(
    numerators: ArrayLike,
    denominators: ArrayLike,
    rebases: Sequence[Rebase] = (),
    *,
    fewest: int = FEWEST_POINTS,
    laney: bool = True,
) -> Chart:
    """Return the chart of shares of children, as fractions of 1, limits within 0 and 1.

    Raises ValueError for a denominator of 0, a numerator outside 0 and its denominator, a missing
    value, or a rebasing outside the series.
    """
    x, n = complete(numerators), complete(denominators)
    if np.any(n <= 0):
        raise ValueError("A p-chart needs a denominator above 0 at every point.")
    if np.any((x < 0) | (x > n)):
        raise ValueError("A numerator lies between 0 and its denominator.")
    shares = x / n

    def limits(stretch: slice) -> tuple[float, Floats, Floats]:
        mean = float(x[stretch].sum() / n[stretch].sum())
        sigma = np.sqrt(mean * (1 - mean) / n[stretch])
        half = SIGMAS * sigma * (_widening(shares[stretch], mean, sigma) if laney else 1)
        return mean, np.maximum(mean - half, 0), np.minimum(mean + half, 1)

    return chart_of(shares, rebases, fewest, limits)


def u_chart(
    counts: ArrayLike,
    exposures: ArrayLike,
    rebases: Sequence[Rebase] = (),
    *,
    fewest: int = FEWEST_POINTS,
    laney: bool = True,
) -> Chart:
    """Return the chart of rates: events for each unit of exposure (children, say), limits from 0.

    Raises ValueError for an exposure of 0, a count below 0, a missing value, or a rebasing outside
    the series.
    """
    events, units = complete(counts), complete(exposures)
    if np.any(units <= 0):
        raise ValueError("A u-chart needs an exposure above 0 at every point.")
    if np.any(events < 0):
        raise ValueError("A count is not below 0.")
    rates = events / units

    def limits(stretch: slice) -> tuple[float, Floats, Floats]:
        mean = float(events[stretch].sum() / units[stretch].sum())
        sigma = np.sqrt(mean / units[stretch])
        half = SIGMAS * sigma * (_widening(rates[stretch], mean, sigma) if laney else 1)
        return mean, np.maximum(mean - half, 0), mean + half

    return chart_of(rates, rebases, fewest, limits)


def _widening(values: Floats, mean: float, sigma: Floats) -> float:
    """Return Laney's sigma z, the spread of months in standard deviations of chance; at least 1."""
    if not np.all(sigma > 0):
        return 1.0
    z = (values - mean) / sigma
    return max(1.0, float(np.abs(np.diff(z)).mean()) / _D2)
