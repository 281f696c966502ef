"""What is different from a year ago, beyond chance, over many shares of children at once.

The mean share of the last three months is set against that of the same three months a year before,
so that seasons do not matter, by the two-sample test of proportions with pooled variance. Children
are counted once: the size of each sample is one month's children, not three months'. Over all the
shares compared, false discoveries are held to one in ten of those reported (Benjamini and
Hochberg). The test knows the chance that lies in who the children are; a shock that strikes all
children of a month alike it would take for a change.
Sources: Altman DG (1991) Practical Statistics for Medical Research, section 10.3; Benjamini and
Hochberg (1995) J R Statist Soc B 57:289–300.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import erfc, sqrt

from sightline.insight.false_discovery import discoveries
from sightline.insight.wording import Polarity, Unit, Verdict, say, say_month

MONTHS = 3
YEAR = 12
FEWEST = 20  # children a month; fewer and the normal approximation is not to be leaned on
FALSE_DISCOVERY_RATE = 0.10


@dataclass(frozen=True, slots=True)
class Shares:
    """One share month by month, oldest first: parallel months, numerators and denominators."""

    id: str
    title: str
    months: Sequence[date]
    numerators: Sequence[float]
    denominators: Sequence[int]
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Difference:
    """A share then and now, each the mean of three months."""

    shares: Shares
    then: float
    now: float
    p_value: float

    @property
    def verdict(self) -> Verdict:
        """Whether it is for the better."""
        return self.shares.polarity.verdict(self.now - self.then)

    def sentence(self) -> str:
        """The difference in a sentence of plain English."""
        word = "rose" if self.now > self.then else "fell"
        return (
            f"{self.shares.title} {word} from {say(self.then, Unit.SHARE)} to "
            f"{say(self.now, Unit.SHARE)} in the year to {say_month(self.shares.months[-1])}."
        )


def differences(
    catalogue: Sequence[Shares], rate: float = FALSE_DISCOVERY_RATE
) -> list[Difference]:
    """What is different beyond chance, the surest first.

    Passed over: a share with a gap in the months compared, or with fewer than FEWEST children.
    """
    measured = [each for shares in catalogue if (each := _difference(shares)) is not None]
    kept = discoveries([each.p_value for each in measured], rate)
    beyond_chance = [each for each, keep in zip(measured, kept, strict=True) if keep]
    return sorted(beyond_chance, key=lambda each: each.p_value)


def _difference(shares: Shares) -> Difference | None:
    span = YEAR + MONTHS
    if len(shares.months) < span or _months_apart(shares.months[-span], shares.months[-1]) != (
        span - 1
    ):
        return None
    then, n_then = _mean(shares, slice(-span, -YEAR))
    now, n_now = _mean(shares, slice(-MONTHS, None))
    if min(n_then, n_now) < FEWEST:
        return None
    return Difference(shares, then, now, _p_value(then, n_then, now, n_now))


def _months_apart(first: date, last: date) -> int:
    return (last.year - first.year) * YEAR + last.month - first.month


def _mean(shares: Shares, months: slice) -> tuple[float, float]:
    """The mean share of some months, and how many children a month."""
    counted, out_of = sum(shares.numerators[months]), sum(shares.denominators[months])
    return (counted / out_of if out_of else 0.0), out_of / MONTHS


def _p_value(then: float, n_then: float, now: float, n_now: float) -> float:
    pooled = (then * n_then + now * n_now) / (n_then + n_now)
    error = sqrt(pooled * (1 - pooled) * (1 / n_then + 1 / n_now))
    return erfc(abs(now - then) / error / sqrt(2)) if error else 1.0
