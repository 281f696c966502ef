"""How far a figure could be from the truth by chance alone.

Shares: Wilson's score interval. Means: Student's t. Counts and rates: exact Poisson limits.
Sources: Newcombe RG (1998) Statistics in Medicine 17:857–872, method 3; Public Health England
(2018) Technical Guide: Confidence Intervals; Garwood F (1936) Biometrika 28:437–442.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaincinv, stdtrit

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """The lower and upper limit of a confidence interval, in the unit of the figure."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies within the limits."""
        return self.low <= value <= self.high


def normal_quantile(confidence: float) -> float:
    """Return z for a two-sided interval: 1.96 for 0.95. Raises ValueError outside (0, 1)."""
    _check(confidence)
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson_bounds(
    numerators: ArrayLike, denominators: ArrayLike, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Return Wilson's lower and upper limits for many shares at once, as fractions of 1.

    Arrays broadcast; a denominator of 0 gives NaN for both limits.
    Raises ValueError where a numerator is below 0 or above its denominator.
    """
    x, n = np.broadcast_arrays(
        np.asarray(numerators, dtype=np.float64), np.asarray(denominators, dtype=np.float64)
    )
    if np.any((x < 0) | (x > n)):
        raise ValueError("A numerator lies between 0 and its denominator.")
    z = normal_quantile(confidence)
    n = np.where(n > 0, n, np.nan)
    centre = x + z**2 / 2
    half = z * np.sqrt(x * (n - x) / n + z**2 / 4)
    low = np.where(x == 0, 0 * n, (centre - half) / (n + z**2))
    high = np.where(x == n, 1 + 0 * n, (centre + half) / (n + z**2))
    return low, high


def wilson(numerator: int, denominator: int, confidence: float = 0.95) -> Interval | None:
    """Return Wilson's interval for one share, as fractions of 1; None where out of nothing."""
    low, high = wilson_bounds(numerator, denominator, confidence)
    return Interval(float(low), float(high)) if denominator else None


def mean_interval(n: int, mean: float, sd: float, confidence: float = 0.95) -> Interval | None:
    """Return the t interval of a mean from n values with sample standard deviation `sd`.

    None for fewer than two values. Raises ValueError where `sd` is below 0.
    """
    if sd < 0:
        raise ValueError("A standard deviation is not below 0.")
    _check(confidence)
    if n < 2:
        return None
    half = float(stdtrit(n - 1, (1 + confidence) / 2)) * sd / sqrt(n)
    return Interval(mean - half, mean + half)


def count_interval(count: int, confidence: float = 0.95) -> Interval:
    """Return exact Poisson limits of a count of events. Raises ValueError where it is below 0."""
    if count < 0:
        raise ValueError("A count is not below 0.")
    _check(confidence)
    tail = (1 - confidence) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return Interval(low, float(gammaincinv(count + 1, 1 - tail)))


def rate_interval(
    count: int, population: float, per: float = 10_000, confidence: float = 0.95
) -> Interval | None:
    """Return exact Poisson limits of a rate `per` so many people; None where there is nobody."""
    if population <= 0:
        return None
    limits = count_interval(count, confidence)
    return Interval(limits.low / population * per, limits.high / population * per)


def _check(confidence: float) -> None:
    if not 0 < confidence < 1:
        raise ValueError("Confidence lies between 0 and 1: 0.95, say.")
