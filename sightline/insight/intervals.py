"""How far a figure could be from the truth by chance alone.

Shares: Wilson's score interval. Means: Student's t. Counts and rates: exact Poisson limits.
Sources: Newcombe RG (1998) Statistics in Medicine 17:857–872, method 3; Public Health England
(2018) Technical Guide: Confidence Intervals; Garwood F (1936) Biometrika 28:437–442.
"""

from dataclasses import dataclass
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


def mean_bounds(
    ns: ArrayLike, means: ArrayLike, sds: ArrayLike, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Return the t limits of many means, each of n values with sample standard deviation `sd`.

    Arrays broadcast; fewer than two values give NaN. Raises ValueError where an `sd` is below 0.
    """
    n, mean, sd = np.broadcast_arrays(*(np.asarray(each, dtype=float) for each in (ns, means, sds)))
    if np.any(sd < 0):
        raise ValueError("A standard deviation is not below 0.")
    _check(confidence)
    n = np.where(n > 1, n, np.nan)
    half = stdtrit(n - 1, (1 + confidence) / 2) * sd / np.sqrt(n)
    return mean - half, mean + half


def mean_interval(n: int, mean: float, sd: float, confidence: float = 0.95) -> Interval | None:
    """Return the t interval of a mean from n values with sample standard deviation `sd`.

    None for fewer than two values. Raises ValueError where `sd` is below 0.
    """
    low, high = mean_bounds(n, mean, sd, confidence)
    return Interval(float(low), float(high)) if n > 1 else None


def count_bounds(counts: ArrayLike, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Return exact Poisson limits of many counts. Raises ValueError where one is below 0."""
    count = np.asarray(counts, dtype=np.float64)
    if np.any(count < 0):
        raise ValueError("A count is not below 0.")
    _check(confidence)
    tail = (1 - confidence) / 2
    low = np.where(count > 0, gammaincinv(np.where(count > 0, count, 1), tail), 0.0)
    return low, gammaincinv(count + 1, 1 - tail)


def count_interval(count: int, confidence: float = 0.95) -> Interval:
    """Return exact Poisson limits of a count of events. Raises ValueError where it is below 0."""
    low, high = count_bounds(count, confidence)
    return Interval(float(low), float(high))


def rate_bounds(
    counts: ArrayLike, populations: ArrayLike, per: float = 10_000, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Return exact Poisson limits of many rates `per` so many people; NaN where there is nobody.

    Arrays broadcast. Raises ValueError where a count is below 0.
    """
    people = np.asarray(populations, dtype=np.float64)
    people = np.where(people > 0, people, np.nan)
    low, high = count_bounds(counts, confidence)
    return low / people * per, high / people * per


def rate_interval(
    count: int, population: float, per: float = 10_000, confidence: float = 0.95
) -> Interval | None:
    """Return exact Poisson limits of a rate `per` so many people; None where there is nobody."""
    low, high = rate_bounds(count, population, per, confidence)
    return Interval(float(low), float(high)) if population > 0 else None


def _check(confidence: float) -> None:
    if not 0 < confidence < 1:
        raise ValueError("Confidence lies between 0 and 1: 0.95, say.")
