"""Funnel plots: limits about one value that narrow as the number behind a figure grows.

Limits are exact (binomial for shares, Poisson for rates), interpolated between counts as in
Spiegelhalter DJ (2005) Statistics in Medicine 24:1185–1202, appendix A.1. Where areas differ more
than chance explains, as they nearly always do for reasons no one area answers for, limits widen by
the multiplicative factor of its section 3: the mean squared z-score, the extreme tenth at either
end pulled in (winsorised) so that outliers do not hide themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import erfc, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import bdtr, pdtr, stdtr

from sightline.insight.intervals import Interval, normal_quantile

Floats = NDArray[np.float64]

WARNING, ALARM = 0.95, 0.998  # the two pairs of lines of a funnel plot
WINSORISED = 0.1
FEWEST_AREAS = 8  # to tell spread between areas from chance


class Measured(StrEnum):
    """What is compared: a share of children, or a rate of events for each unit of exposure."""

    SHARE = "share"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Placed:
    """One area or group on a funnel: its value, its limits, and how likely so far out is by chance.

    `p_value` is two-sided. Where the funnel allows for spread beyond chance, it sets the area
    beside the spread of all the others, by Student's t: a few areas tell little of spread.
    """

    name: str
    value: float
    warning: Interval
    alarm: Interval
    p_value: float

    @property
    def outside(self) -> bool:
        """Whether it lies outside the outer lines, which 1 in 500 do by chance."""
        return not self.alarm.holds(self.value)

    @property
    def high(self) -> bool:
        """Whether it lies above the middle of its limits."""
        return self.value > (self.alarm.low + self.alarm.high) / 2


@dataclass(frozen=True, slots=True)
class Funnel:
    """Areas about one value. `overdispersion` is how much wider than chance, in variance; 1: none.

    `placed` holds the areas in the order given; one with nothing behind it is left out.
    """

    target: float
    overdispersion: float
    placed: tuple[Placed, ...]

    @property
    def outside(self) -> tuple[Placed, ...]:
        """The areas outside the outer lines."""
        return tuple(each for each in self.placed if each.outside)


def share_limits(
    target: ArrayLike, out_of: ArrayLike, confidence: float = WARNING
) -> tuple[Floats, Floats]:
    """Return exact binomial limits about a share, for each number of children `out_of`.

    `target`: one share, or one for each. Raises ValueError where one is outside 0 to 1 or a number
    is below 1.
    """
    share = np.asarray(target, dtype=np.float64)
    if np.any((share < 0) | (share > 1)):
        raise ValueError("A share lies between 0 and 1.")
    n = _above_nothing(out_of)
    whole = n.astype(np.int64)
    low, high = _exact(lambda r: np.asarray(bdtr(r, whole, share)), n * share, n, confidence)
    return low / n, high / n


def rate_limits(
    target: float, exposure: ArrayLike, confidence: float = WARNING
) -> tuple[Floats, Floats]:
    """Return exact Poisson limits about a rate, for each exposure (children, say).

    Raises ValueError where the target is below 0 or an exposure is 0 or below.
    """
    if target < 0:
        raise ValueError("A rate is not below 0.")
    units = _above_nothing(exposure)
    expected = units * target
    most = np.full_like(units, np.inf)
    low, high = _exact(lambda r: np.asarray(pdtr(r, expected)), expected, most, confidence)
    return low / units, high / units


def funnel(
    names: Sequence[str],
    counts: Sequence[float],
    out_of: Sequence[float],
    *,
    measured: Measured = Measured.SHARE,
    target: float | None = None,
    overdispersed: bool = False,
) -> Funnel:
    """Place each area on a funnel about `target`, by default the value of all together.

    `counts`: children with the feature, or events; `out_of`: children, or exposure.
    `overdispersed`: widen for spread between areas; needs FEWEST_AREAS, else no widening.
    Raises ValueError where the three sequences differ in length or a share is above 1.
    """
    if not len(names) == len(counts) == len(out_of):
        raise ValueError("Give one count and one denominator for each name.")
    x, n = np.asarray(counts, dtype=np.float64), np.asarray(out_of, dtype=np.float64)
    some = n > 0
    if not some.any():
        return Funnel(target or 0.0, 1.0, ())
    x, n = x[some], n[some]
    if np.any(x < 0) or (measured is Measured.SHARE and np.any(x > n)):
        raise ValueError("A count is not below 0, nor, in a share, above its denominator.")
    middle = float(x.sum() / n.sum()) if target is None else target
    sigma = _sigma(measured, middle, n)
    z = np.divide(x / n - middle, sigma, out=np.zeros_like(n), where=sigma > 0)
    factor = _overdispersion(z) if overdispersed else 1.0
    lines = [_lines(measured, middle, n, sigma, factor, each) for each in (WARNING, ALARM)]
    placed = tuple(
        Placed(name, float(value), Interval(*map(float, warn)), Interval(*map(float, alarm)), p)
        for name, value, warn, alarm, p in zip(
            (name for name, keep in zip(names, some, strict=True) if keep),
            x / n,
            zip(*lines[0], strict=True),
            zip(*lines[1], strict=True),
            _p_values(z, overdispersed=overdispersed),
            strict=True,
        )
    )
    return Funnel(middle, factor, placed)


def _sigma(measured: Measured, middle: float, n: Floats) -> Floats:
    return np.sqrt((middle * (1 - middle) if measured is Measured.SHARE else middle) / n)


def _lines(
    measured: Measured, middle: float, n: Floats, sigma: Floats, factor: float, confidence: float
) -> tuple[Floats, Floats]:
    if factor == 1:
        if measured is Measured.SHARE:
            return share_limits(middle, n, confidence)
        return rate_limits(middle, n, confidence)
    half = normal_quantile(confidence) * sigma * sqrt(factor)
    most = 1.0 if measured is Measured.SHARE else np.inf
    return np.maximum(middle - half, 0), np.minimum(middle + half, most)


def _overdispersion(z: Floats) -> float:
    """Return the mean squared z-score, winsorised; at least 1, and 1 where areas are too few."""
    if len(z) < FEWEST_AREAS:
        return 1.0
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return max(float(np.mean(np.clip(z, low, high) ** 2)), 1.0)


def _p_values(z: Floats, *, overdispersed: bool) -> list[float]:
    areas = len(z)
    if not overdispersed or areas < FEWEST_AREAS:
        return [erfc(abs(float(each)) / sqrt(2)) for each in z]
    others = (z.sum() - z) / (areas - 1)
    spread = (float(z @ z) - z**2 - (areas - 1) * others**2) / (areas - 2)
    error = np.sqrt(np.maximum(spread, 1.0) * areas / (areas - 1))
    return [float(p) for p in 2 * stdtr(areas - 2, -np.abs(z - others) / error)]


def _exact(
    below: Callable[[Floats], Floats], expected: Floats, most: Floats, confidence: float
) -> tuple[Floats, Floats]:
    """Return counts r, less the part by which P(R ≤ r) passes each tail, for both tails."""
    tail = (1 - confidence) / 2
    found = []
    for p in (tail, 1 - tail):
        r = _smallest(below, p, expected, most)
        at, before = below(r), np.where(r > 0, below(np.maximum(r - 1, 0)), 0.0)
        step = at - before
        part = np.divide(at - p, step, out=np.zeros_like(at), where=step > 0)
        found.append(np.maximum(r - part, 0))
    return found[0], found[1]


def _smallest(
    below: Callable[[Floats], Floats], p: float, expected: Floats, most: Floats
) -> Floats:
    """Return, for each area, the smallest whole r with P(R ≤ r) at least p (by halving)."""
    low = np.full_like(expected, -1.0)
    high: Floats = np.minimum(np.ceil(expected + 12 * np.sqrt(expected) + 20), most)
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        enough = below(np.maximum(middle, 0)) >= p
        high, low = np.where(enough, middle, high), np.where(enough, low, middle)
    return high


def _above_nothing(numbers: ArrayLike) -> Floats:
    n = np.asarray(numbers, dtype=np.float64)
    if np.any(n <= 0):
        raise ValueError("Limits need a number above 0 behind each figure.")
    return n
