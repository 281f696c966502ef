"""Closing a priority: one good month is not enough, and two of three that miss open it again."""

import pytest

from sightline.assurance.sustaining import Met, regressed, sustained

LASTING = Met("Visits", (False, *[True] * 6), worse=False)


def test_six_on_end_paid_for_and_owned_may_close() -> None:
    assert sustained([LASTING], funded=True, permanent=True).may_close


@pytest.mark.parametrize(
    ("measure", "funded", "permanent", "wanting"),
    [
        (
            Met("Visits", (True, False, True), worse=False), True, True,
            "Visits: met in the newest 1 of 6 periods that are needed on end.",
        ),
        (
            Met("Visits", (True,) * 9, worse=True), True, True,
            "Visits: something out of the ordinary, for the worse.",
        ),
        (LASTING, False, True, "There is not money beyond one-off money."),
        (LASTING, True, None, "Nobody has said whether there is an owner in a permanent post."),
    ],
)  # fmt: skip
def test_each_thing_that_stands_in_the_way_is_said(
    measure: Met, funded: bool | None, permanent: bool | None, wanting: str
) -> None:
    found = sustained([measure], funded=funded, permanent=permanent)
    assert (found.may_close, found.wanting) == (False, (wanting,))


def test_without_a_measure_nothing_may_close() -> None:
    assert not sustained([], funded=True, permanent=True).may_close


@pytest.mark.parametrize(
    ("periods", "opens"),
    [
        ((True, True, True), False),
        ((True, False, True), False),
        ((False, True, False), True),
        ((False, False, True, True, True), False),
    ],
)
def test_closed_in_march_open_again_in_june(periods: tuple[bool, ...], opens: bool) -> None:
    assert bool(regressed([Met("Visits", periods, worse=False)])) is opens
