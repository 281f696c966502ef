"""When a line meets a target, with limits for a line that is uncertain in two ways.

Months resemble their neighbours, since the same children stay in care, so a line through them is
less certain than months independent of one another would make it: the variances are multiplied by
what a first-order autoregression of the residuals does to them (exactly, for the days at hand).
And where the line lies is uncertain as well as how steep it is: the limits of the arrival are
Fieller's (1954, Journal of the Royal Statistical Society B 16:175–185), which may have no end.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

Floats = NDArray[np.float64]

MOST_LIKE = 0.9  # beyond this, a short series cannot tell resemblance from a trend
FEWEST_FREE = 3.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How uncertain a line is: `quantile` standard errors to either side are its limits.

    `slope` and `middle` are standard errors: of the slope a month, and of the level at the middle
    of the months. `widened` is by how much the limits of the slope are wider than those for
    independent months and a normal distribution.
    """

    slope: float
    middle: float
    quantile: float
    widened: float


def resemblance(residuals: Floats) -> float:
    """Return how much a month resembles the one before, from 0 to 0.9, from a line's residuals.

    The lag-one autocorrelation of the residuals of a fitted line is too low by about (2 + 4ρ) / n
    (a level and a slope have been taken out of them); that is put back.
    """
    deviations = residuals - residuals.mean()
    total = float(deviations @ deviations)
    n = len(deviations)
    if total <= 1e-18:
        return 0.0
    raw = float(deviations[1:] @ deviations[:-1]) / total
    corrected = (n * raw + 2) / max(n - 4, 1)
    return min(max(corrected, 0.0), MOST_LIKE)


def spread_of(
    months: Floats, residuals: Floats, plain_error: float, normal: float, confidence: float
) -> Spread:
    """Return how uncertain a line is whose slope has `plain_error` for independent months.

    `months` are the days of its points in months; `normal` is the quantile by which `plain_error`
    was found. Student's quantile replaces it, with as many degrees of freedom as the months are
    worth independent ones, less two.
    """
    rho = resemblance(residuals)
    away = months - months.mean()
    order = np.argsort(months)
    away = away[order]
    step = float(np.median(np.diff(months[order])))
    like = rho ** (np.abs(away[:, None] - away[None, :]) / step)
    squares = float(away @ away)
    on_slope = float(away @ like @ away) / squares
    on_middle = float(like.sum()) / len(away)
    free = max(len(away) / on_middle - 2, FEWEST_FREE)
    quantile = float(stdtrit(free, (1 + confidence) / 2))
    return Spread(
        slope=plain_error * sqrt(on_slope),
        middle=plain_error * sqrt(squares / len(away) * on_middle),
        quantile=quantile,
        widened=sqrt(on_slope) * quantile / normal,
    )


def limits(left: float, slope: float, spread: Spread) -> tuple[float | None, float | None]:
    """Return the earliest and the latest arrival, in months from the middle of the points.

    `left` is what lies between the line at the middle and the target, `slope` how much of it is
    made up in a month (both positive where there is a way to go and it is gone). None is never.
    """
    off_slope = (spread.quantile * spread.slope) ** 2
    off_middle = (spread.quantile * spread.middle) ** 2
    a = slope**2 - off_slope
    c = left**2 - off_middle
    root = sqrt(max((left * slope) ** 2 - a * c, 0.0))
    if a > 0:
        if slope < 0:
            return None, None
        return (left * slope - root) / a, (left * slope + root) / a
    if c <= 0:  # the target lies within what the middle might be
        return 0.0, None
    if a == 0:
        return None, None
    return max((left * slope - root) / a, (left * slope + root) / a), None
