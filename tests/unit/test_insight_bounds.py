"""How far what is missing could move a share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.insight.bounds import Bounds
from sightline.insight.intervals import Interval


def test_the_boards_own_example() -> None:
    """ "% with plan by 2nd review 71 (bounds 66–77 given missing)": 11 of 100 are not known."""
    bounds = Bounds(sure_met=66, sure=89, of=100)
    assert (bounds.low, bounds.high, bounds.unsure) == (0.66, 0.77, 11)


def test_nothing_missing_moves_nothing() -> None:
    bounds = Bounds(3, 4, 4)
    assert bounds.low == bounds.high == 0.75


def test_nothing_known_says_nothing() -> None:
    bounds = Bounds(0, 0, 5)
    assert (bounds.low, bounds.high) == (0, 1)


@pytest.mark.parametrize(
    ("chance", "beyond"),
    [(Interval(0.6, 0.8), False), (Interval(0.67, 0.8), True), (Interval(0.6, 0.76), True)],
)
def test_a_figure_is_in_doubt_when_either_end_is_beyond_chance(
    chance: Interval, beyond: bool
) -> None:
    assert Bounds(66, 89, 100).beyond(chance) is beyond


@pytest.mark.parametrize("parts", [(3, 2, 5), (-1, 2, 5), (1, 6, 5), (0, 0, 0)])
def test_counts_that_cannot_be_are_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="some are sure"):
        Bounds(*parts)


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=9))
def test_the_truth_is_never_outside_and_reaches_both_ends(children: list[bool | None]) -> None:
    """Every way in which the unknown could be, tried: the bounds are the least and the most."""
    sure = [each for each in children if each is not None]
    unknown = len(children) - len(sure)
    bounds = Bounds(sum(sure), len(sure), len(children))
    possible = {(sum(sure) + met) / len(children) for met in range(unknown + 1)}
    assert (min(possible), max(possible)) == (bounds.low, bounds.high)
