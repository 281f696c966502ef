"""Small numbers: what may be shown to those who may not see a child.

Counts of 1 to 5 are withheld, as the Department for Education does ("c"); 0 is shown. A share is
withheld where the children counted, or those not counted, or all of them, are 1 to 5. In a
breakdown with a published total, further cells are withheld so that none can be worked out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST_SHOWN = 6
WITHHELD = "c"


def is_small(count: int) -> bool:
    """Tell whether a count is from 1 to 5. Raises ValueError where it is below 0."""
    if count < 0:
        raise ValueError("A count is not below 0.")
    return 0 < count < SMALLEST_SHOWN


def suppress_count(count: int) -> int | None:
    """Return the count, or None where it must be withheld."""
    return None if is_small(count) else count


def share_is_suppressed(numerator: int, denominator: int) -> bool:
    """Tell whether a share must be withheld, with its numerator and denominator."""
    parts = (numerator, denominator - numerator, denominator)
    return any(is_small(part) for part in parts)


def suppress_share(numerator: int, denominator: int) -> float | None:
    """Return the share as a fraction of 1, or None where it is withheld or out of nothing."""
    if denominator == 0 or share_is_suppressed(numerator, denominator):
        return None
    return numerator / denominator


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The cells of a one-way breakdown and its total, as they may be shown: None is withheld."""

    cells: tuple[int | None, ...]
    total: int | None


def suppress_breakdown(counts: Sequence[int]) -> Breakdown:
    """Return the cells and their total as they may be shown together.

    Every small cell is withheld, then the smallest other cells (never a 0; equal ones together, or
    their order would tell), until none of the withheld can be worked out from the total. Where even
    that does not serve, the total is withheld instead of those others.
    """
    total = sum(counts)
    small = {index for index, count in enumerate(counts) if is_small(count)}
    withheld = set(small)
    for size in sorted({count for count in counts if count >= SMALLEST_SHOWN}):
        if not _given_away(counts, withheld):
            break
        withheld |= {index for index, count in enumerate(counts) if count == size}
    hide_total = is_small(total) or _given_away(counts, withheld)
    if hide_total:
        withheld = small
    return Breakdown(
        tuple(None if i in withheld else count for i, count in enumerate(counts)),
        None if hide_total else total,
    )


def _given_away(counts: Sequence[int], withheld: set[int]) -> bool:
    """Tell whether the withheld cells follow from their sum.

    One alone is the total less the rest. Several follow when all are 1 or all are 5: their sum is
    then the least or the most that so many small counts can come to.
    """
    values = [counts[index] for index in withheld]
    if not values:
        return False
    extremes = {1, SMALLEST_SHOWN - 1}
    return len(values) == 1 or (len(set(values)) == 1 and values[0] in extremes)
