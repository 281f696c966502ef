"""Inequality: the share in each group of children beside the share in all the rest.

The difference comes with Newcombe's hybrid score interval; whether it is beyond chance is Fisher's
exact test (right however small the groups), with false discoveries over all the groups looked at
together held to one in ten of those named (Benjamini and Hochberg). A group with fewer than
FEWEST_CHILDREN is not tested: its difference would name children, not a pattern.
Sources: Newcombe RG (1998) Statistics in Medicine 17:873–890, method 10; Fisher RA (1935).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from sightline.insight.comparison.funnel import ALARM, share_limits
from sightline.insight.false_discovery import discoveries
from sightline.insight.intervals import Interval, wilson

FEWEST_CHILDREN = 10
FALSE_DISCOVERY_RATE = 0.10


@dataclass(frozen=True, slots=True)
class Group:
    """A group of children: how many, and how many of them the measure counts."""

    name: str
    met: int
    of: int

    def __post_init__(self) -> None:
        """Raises ValueError unless 0 <= met <= of."""
        if not 0 <= self.met <= self.of:
            raise ValueError("A numerator lies between 0 and its denominator.")


@dataclass(frozen=True, slots=True)
class Gap:
    """A group beside the rest of the children.

    `difference` is the group's share less that of the rest, as a fraction of 1; `limits` are the
    funnel's outer lines about the share of the rest, for a group of this size. `beyond_chance`
    allows for how many groups were looked at.
    """

    group: Group
    rest: Group
    difference: float
    interval: Interval
    limits: Interval
    p_value: float
    beyond_chance: bool

    @property
    def share(self) -> float:
        """The share in the group."""
        return self.group.met / self.group.of

    @property
    def affected(self) -> int:
        """Children of the group who would be counted otherwise at the share of the rest."""
        return round(abs(self.difference) * self.group.of)


def gaps(groups: Sequence[Group], rate: float = FALSE_DISCOVERY_RATE) -> list[Gap]:
    """Return each group large enough beside the rest, the surest difference first.

    The groups are parts of one whole: no child is in two of them.
    """
    met, of = sum(group.met for group in groups), sum(group.of for group in groups)
    pairs = [(group, Group("the rest", met - group.met, of - group.of)) for group in groups]
    enough = [pair for pair in pairs if min(each.of for each in pair) >= FEWEST_CHILDREN]
    if not enough:
        return []
    p_values = [fisher(group, rest) for group, rest in enough]
    kept = discoveries(p_values, rate)
    low, high = share_limits(
        [rest.met / rest.of for _, rest in enough], [group.of for group, _ in enough], ALARM
    )
    found = [
        Gap(
            group,
            rest,
            group.met / group.of - rest.met / rest.of,
            newcombe(group, rest),
            Interval(float(low[place]), float(high[place])),
            p_values[place],
            bool(kept[place]),
        )
        for place, (group, rest) in enumerate(enough)
    ]
    return sorted(found, key=lambda gap: (gap.p_value, -abs(gap.difference)))


def newcombe(group: Group, rest: Group, confidence: float = 0.95) -> Interval:
    """Return the interval of the difference of two shares, group less rest, as fractions of 1.

    Raises ValueError where either has no children.
    """
    a, b = wilson(group.met, group.of, confidence), wilson(rest.met, rest.of, confidence)
    if a is None or b is None:
        raise ValueError("A difference needs children on both sides.")
    p, q = group.met / group.of, rest.met / rest.of
    low = p - q - sqrt((p - a.low) ** 2 + (b.high - q) ** 2)
    return Interval(low, p - q + sqrt((a.high - p) ** 2 + (q - b.low) ** 2))


def fisher(group: Group, rest: Group) -> float:
    """Return the two-sided p-value of Fisher's exact test: all tables no likelier than this one."""
    met, of = group.met + rest.met, group.of + rest.of
    possible = np.arange(max(0, met - rest.of), min(met, group.of) + 1)
    log_p = (_log_choose(group.of, possible) + _log_choose(rest.of, met - possible)) - _log_choose(
        of, np.array(met)
    )
    seen = log_p[group.met - possible[0]]
    return min(float(np.exp(log_p[log_p <= seen + 1e-7]).sum()), 1.0)


def _log_choose(n: int, k: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))
