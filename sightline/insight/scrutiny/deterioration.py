"""Whether a share has lately become worse than its own past, however the months hang together.

The mean of the last 3 months, of the last 6 and of the last 12 is set against up to 24 before. Its
error is the binomial's, widened where months scatter more than that, and again where they resemble
their neighbours. How far they do is best known from the children themselves (`Stayers`); without,
it is taken from the months, which so few tell badly, so that less is found. The three looks cost
a factor of three (Bonferroni). Towards the worse side alone; for a measure of which neither way is
better, both sides.
How well the promise holds, and what is found: `python benchmarks/scrutiny.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, chdtri, ndtri, stdtr

from sightline.insight.autocorrelation import inflation, lag_one
from sightline.insight.wording import Polarity

Floats = NDArray[np.float64]

LOOKS = (3, 6, 12)  # months
LONGEST_BASELINE = 24
SHORTEST_BASELINE = 9
FEWEST_CHILDREN = 10  # a month on average
_MOST_RESEMBLANCE = 0.98
_SCATTER_SURE = 0.10  # how rarely chance alone scatters so much that the limits are widened
_LEAST_SHARE = 0.005  # a share that never moved is not known to be 0 or 1


@dataclass(frozen=True, slots=True)
class Monthly:
    """A share month by month, oldest first: children counted, and children in all (above 0)."""

    counted: Sequence[float]
    out_of: Sequence[int]


@dataclass(frozen=True, slots=True)
class Stayers:
    """Children from one month to the next, added up over the months before the last six.

    Of those there in both months: counted in both, in the first alone, in the second alone, in
    neither; `newcomers`: there in the second month alone.
    """

    both: int
    first: int
    second: int
    neither: int
    newcomers: int = 0

    @property
    def resemblance(self) -> float:
        """The correlation of neighbouring months: that of a child's answers, times those who stay.

        From 0 up; 0 where all answers are alike.
        """
        stayed = self.both + self.first + self.second + self.neither
        sides = (
            (self.both + self.first)
            * (self.second + self.neither)
            * (self.both + self.second)
            * (self.first + self.neither)
        )
        if not sides:
            return 0.0
        phi = (self.both * self.neither - self.first * self.second) / sqrt(sides)
        return min(max(phi * stayed / (stayed + self.newcomers), 0.0), _MOST_RESEMBLANCE)


@dataclass(frozen=True, slots=True)
class Worsening:
    """The last `months` beside those before: shares as fractions of 1, children a month."""

    months: int
    before: float
    now: float
    children: int
    p_value: float

    @property
    def affected(self) -> int:
        """Children a month on the worse side of where the past would have them."""
        return round(abs(self.now - self.before) * self.children)


def worsening(
    series: Monthly, polarity: Polarity, stayers: Stayers | None = None
) -> Worsening | None:
    """Return the look with the stronger evidence; None where there is too little to tell.

    Raises ValueError where the sequences differ in length, or a share is not one.
    """
    x, n = np.asarray(series.counted, np.float64), np.asarray(series.out_of, np.float64)
    if len(x) != len(n):
        raise ValueError("Give one denominator for each month.")
    if np.any((n <= 0) | (x < 0) | (x > n)):
        raise ValueError("A share is out of at least one child, and of no more than all.")
    found = (_look(x, n, months, polarity, stayers) for months in LOOKS)
    looks = [look for look in found if look is not None]
    if not looks:
        return None
    best = min(looks, key=lambda look: look.p_value)
    corrected = min(len(looks) * best.p_value, 1.0)
    return Worsening(best.months, best.before, best.now, best.children, corrected)


def _look(
    x: Floats, n: Floats, months: int, polarity: Polarity, stayers: Stayers | None
) -> Worsening | None:
    before = slice(-(LONGEST_BASELINE + months), -months)
    past_n, recent_n = n[before], n[-months:]
    if len(past_n) < SHORTEST_BASELINE or n.mean() < FEWEST_CHILDREN:
        return None
    then = float(x[before].sum() / past_n.sum())
    now = float(x[-months:].sum() / recent_n.sum())
    share = min(max(then, _LEAST_SHARE), 1 - _LEAST_SHARE)
    z = (x[before] / past_n - then) / np.sqrt(share * (1 - share) / past_n)
    rho = lag_one(z) if stayers is None else stayers.resemblance
    scatter, freedom = _scatter(z, rho, known=stayers is not None)
    spread = inflation(len(z), rho) / past_n.sum() + inflation(months, rho) / recent_n.sum()
    fewer, more = _tails(now, share, 1 / (scatter * spread), freedom)
    p_value = {
        Polarity.HIGH: fewer,
        Polarity.LOW: more,
        Polarity.NONE: min(2 * min(fewer, more), 1.0),
    }[polarity]
    return Worsening(months, then, now, round(float(recent_n.mean())), p_value)


def _scatter(z: Floats, rho: float, *, known: bool) -> tuple[float, float]:
    """Return how much wider than the binomial's months scatter, in variance; degrees of freedom.

    At least 1. Where the resemblance of months is known, chance is given the benefit of the doubt:
    1, and the normal curve, unless they scatter more than chance alone does one time in ten.
    """
    length = len(z)
    # a series whose months resemble each other spans less than its spread: put that back
    held_back = max(1 - (inflation(length, rho) - 1) / (length - 1), 1 / length)
    scatter = float(z @ z) / (length - 1) / held_back
    freedom = max(length / inflation(length, rho) - 1, 2.0)
    if known and scatter <= float(chdtri(freedom, _SCATTER_SURE)) / freedom:
        return 1.0, inf
    return max(scatter, 1.0), freedom


def _tails(now: float, share: float, out_of: float, freedom: float) -> tuple[float, float]:
    """Return the chance of so low and of so high a share `now` where the truth is `share`.

    The binomial's, of as many children as would have the same error, half the chance of the share
    itself counted: a share near all or nothing falls further by chance on the one side than the
    normal curve would have it. Where the scatter is an estimate, with Student's longer tails.
    """
    met, not_met = out_of * now + 0.5, out_of * (1 - now) + 0.5
    fewer, more = float(betainc(not_met, met, 1 - share)), float(betainc(met, not_met, share))
    if freedom == inf:
        return fewer, more
    return float(stdtr(freedom, ndtri(fewer))), float(stdtr(freedom, ndtri(more)))
