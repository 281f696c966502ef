"""Small numbers: what is shown, what is withheld."""

import pytest

from sightline.insight.suppression import (
    share_is_suppressed,
    suppress_breakdown,
    suppress_count,
    suppress_share,
)


def test_one_to_five_are_withheld_and_nought_is_shown() -> None:
    assert [suppress_count(n) for n in range(8)] == [0, None, None, None, None, None, 6, 7]


@pytest.mark.parametrize(
    ("numerator", "denominator", "withheld"),
    [
        (50, 100, False),
        (3, 100, True),
        (97, 100, True),  # the three who were not seen
        (100, 100, False),
        (0, 100, False),
        (0, 5, True),
        (0, 0, False),
    ],
)
def test_a_share_is_withheld_for_few_counted_few_not_counted_or_few_in_all(
    numerator: int, denominator: int, withheld: bool
) -> None:
    assert share_is_suppressed(numerator, denominator) is withheld
    if withheld or not denominator:
        assert suppress_share(numerator, denominator) is None


BREAKDOWNS = [
    ([40, 30, 20], (40, 30, 20), 90),
    ([40, 30, 3], (40, None, None), 73),  # one alone is the total less the rest
    ([40, 3, 2], (40, None, None), 45),
    ([40, 1, 1], (None, None, None), 42),  # 2 between two can only be 1 and 1
    ([40, 5, 5], (None, None, None), 50),
    ([6, 6, 4], (None, None, None), 16),  # equal cells go together
    ([40, 0, 3], (None, 0, None), 43),
    ([3, 0, 0], (None, 0, 0), None),
    ([5, 5], (None, None), None),
    ([0, 0], (0, 0), 0),
]


@pytest.mark.parametrize(("counts", "cells", "total"), BREAKDOWNS)
def test_a_breakdown_withholds_enough(
    counts: list[int], cells: tuple[int | None, ...], total: int | None
) -> None:
    shown = suppress_breakdown(counts)
    assert (shown.cells, shown.total) == (cells, total)


def test_a_count_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="not below 0"):
        suppress_count(-1)
