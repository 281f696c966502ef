"""A figure of the made-up authority beside England's, and how far apart chance may put them.

Tolerances are sampling error, not wishes: three standard errors of a share of so many children (or
of a count), and what a rounded national figure leaves open. Three, because some eighty figures are
held at once. Children who share a family or come back are not independent; a point is added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import sqrt

ERRORS = 3
ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what England has, what the files give, and where England's comes from.

    `low` and `high` bound what is near enough; both None where nothing is held.
    """

    name: str
    published: str
    reached: str
    source: str
    value: float = 0.0
    low: float | None = None
    high: float | None = None
    tolerance: str = ""

    @property
    def holds(self) -> bool:
        """Whether the value is as near to England's as chance allows."""
        if self.low is None or self.high is None:
            return True
        return self.low <= self.value <= self.high


def _bounds(published: str) -> tuple[float, float]:
    """The least and the greatest number that a published figure names."""
    numbers = [float(number.replace(",", "")) for number in re.findall(r"[\d,]*\.?\d+", published)]
    if published.startswith("under"):
        return 0.0, numbers[0]
    return min(numbers), max(numbers)


def share_of(
    name: str,
    published: str,
    part_of: tuple[float, float],
    source: str,
    independent: float | None = None,
) -> Figure:
    """A share of a whole, held to three standard errors and a point.

    `independent` is how many of the whole go their own way, where they do so in groups.
    """
    part, whole = part_of
    if not whole:
        return Figure(name, published, "none", source)
    low, high = (bound / 100 for bound in _bounds(published))
    middle = (low + high) / 2
    error = ERRORS * sqrt(middle * (1 - middle) / (independent or whole)) + ROUNDING
    share = part / whole
    return Figure(
        name, published, f"{100 * share:.1f}%", source, share, low - error, high + error,
        f"±{100 * error:.1f} points",
    )  # fmt: skip


def rate_of(
    name: str, published: tuple[float, float], counted: tuple[float, float], source: str
) -> Figure:
    """A count for each 100 children in care, England's and the authority's: (count, in care).

    The count is one of chance, and so is the number in care that it is set against.
    """
    england = 100 * published[0] / published[1]
    if not counted[1] or not counted[0]:
        return Figure(name, f"{england:.0f}", "none", source)
    value = 100 * counted[0] / counted[1]
    error = england * (ERRORS * sqrt(1 / counted[0] + 1 / counted[1]) + ROUNDING)
    return Figure(
        name, f"{england:.0f}", f"{value:.0f}", source, value, england - error, england + error,
        f"±{error:.0f}",
    )  # fmt: skip


def mean_of(name: str, published: str, value: float | None, error: float, source: str) -> Figure:
    """A mean or a median with its own standard error, held to three of them."""
    if value is None:
        return Figure(name, published, "none", source)
    low, high = _bounds(published)
    allowed = ERRORS * error
    return Figure(
        name, published, f"{value:.1f}", source, value, low - allowed, high + allowed,
        f"±{allowed:.1f}",
    )  # fmt: skip
