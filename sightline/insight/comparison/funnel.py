"""Funnel plots: limits about one value that narrow as the number behind a figure grows.

Limits are exact (binomial for shares, Poisson for rates), interpolated between counts as in
Spiegelhalter DJ (2005) Statistics in Medicine 24:1185–1202, appendix A.1. Its rule is used for the
lower tail as it stands and for the upper one in the mirror: so a count lies beyond a line only
where chance alone goes as far, or further, no more often than the line says. As published, the
upper line runs one count further in, and of 12 children at a share of 90% all twelve would lie
beyond it, which happens 28 times in 100.
Where areas differ more than chance explains, as they nearly always do for reasons no one area
answers for, the exact limits widen about the target by the root of the multiplicative factor of its
section 3: the mean squared z-score, the extreme tenth at either end pulled in (winsorised) so that
outliers do not hide themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import bdtr, bdtrc, pdtr, pdtrc, stdtr

from sightline.insight.intervals import Interval

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

    `middle` is the funnel's target. `p_value` is two-sided, twice the exact smaller tail. Where the
    funnel allows for spread beyond chance, it sets the area beside the spread of all the others
    instead, by Student's t: a few areas tell little of spread.
    """

    name: str
    value: float
    middle: float
    warning: Interval
    alarm: Interval
    p_value: float

    @property
    def outside(self) -> bool:
        """Whether it lies outside the outer lines, which 1 in 500 do by chance."""
        return not self.alarm.holds(self.value)

    @property
    def high(self) -> bool:
        """Whether it lies above the target."""
        return self.value > self.middle


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
    return low / n, np.minimum(high / n, 1)


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


def lines(
    measured: Measured,
    target: float,
    out_of: ArrayLike,
    confidence: float = WARNING,
    overdispersion: float = 1.0,
) -> tuple[Floats, Floats]:
    """Return the lines of a funnel: the exact limits, widened about the target by `overdispersion`.

    `overdispersion` is in variance, 1 for none. Raises ValueError as `share_limits`, `rate_limits`.
    """
    exact = share_limits if measured is Measured.SHARE else rate_limits
    wider = sqrt(overdispersion)
    low, high = (target + wider * (each - target) for each in exact(target, out_of, confidence))
    most = 1.0 if measured is Measured.SHARE else np.inf
    return np.maximum(low, 0), np.minimum(high, most)


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
    warnings, alarms = (lines(measured, middle, n, each, factor) for each in (WARNING, ALARM))
    spread = overdispersed and len(z) >= FEWEST_AREAS
    p_values = _beside_others(z) if spread else _exact_p_values(measured, middle, x, n)
    placed = tuple(
        Placed(name, float(value), middle, _between(warn), _between(alarm), float(p))
        for name, value, warn, alarm, p in zip(
            (name for name, keep in zip(names, some, strict=True) if keep),
            x / n,
            zip(*warnings, strict=True),
            zip(*alarms, strict=True),
            p_values,
            strict=True,
        )
    )
    return Funnel(middle, factor, placed)


def _sigma(measured: Measured, middle: float, n: Floats) -> Floats:
    return np.sqrt((middle * (1 - middle) if measured is Measured.SHARE else middle) / n)


def _between(limits: tuple[float, float]) -> Interval:
    return Interval(float(limits[0]), float(limits[1]))


def _overdispersion(z: Floats) -> float:
    """Return the mean squared z-score, winsorised; at least 1, and 1 where areas are too few."""
    if len(z) < FEWEST_AREAS:
        return 1.0
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return max(float(np.mean(np.clip(z, low, high) ** 2)), 1.0)


def _exact_p_values(measured: Measured, middle: float, x: Floats, n: Floats) -> Floats:
    """Return twice the smaller tail, the count itself in both tails; at most 1."""
    one_less = np.maximum(x - 1, 0)
    if measured is Measured.SHARE:
        whole = n.astype(np.int64)
        so_few, so_many = bdtr(x, whole, middle), bdtrc(one_less, whole, middle)
    else:
        so_few, so_many = pdtr(x, n * middle), pdtrc(one_less, n * middle)
    smaller = np.minimum(so_few, np.where(x > 0, so_many, 1.0))
    return np.asarray(np.minimum(2 * smaller, 1.0))


def _beside_others(z: Floats) -> Floats:
    areas = len(z)
    others = (z.sum() - z) / (areas - 1)
    spread = (float(z @ z) - z**2 - (areas - 1) * others**2) / (areas - 2)
    error = np.sqrt(np.maximum(spread, 1.0) * areas / (areas - 1))
    return np.asarray(2 * stdtr(areas - 2, -np.abs(z - others) / error))


def _exact(
    below: Callable[[Floats], Floats], expected: Floats, most: Floats, confidence: float
) -> tuple[Floats, Floats]:
    """Return the count at each tail's end, less the part of its chance that is more than the tail.

    For the upper tail that part is taken from above: the mirror image of the lower one.
    """
    tail = (1 - confidence) / 2
    found = []
    for p, mirrored in ((tail, 0), (1 - tail, 1)):
        r = _smallest(below, p, expected, most)
        at, before = below(r), np.where(r > 0, below(np.maximum(r - 1, 0)), 0.0)
        step = at - before
        part = np.divide(at - p, step, out=np.zeros_like(at), where=step > 0)
        found.append(np.maximum(r + mirrored - part, 0))
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
