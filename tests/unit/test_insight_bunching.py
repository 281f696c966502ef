"""Bunching just inside a limit: found where it was planted, seldom where nothing was."""

from __future__ import annotations

import numpy as np
import pytest

from sightline.insight.bunching import bunching, month_end

TIMES = 400


@pytest.mark.parametrize("events", [200, 1000])
@pytest.mark.parametrize("shape", ["gamma", "normal"])
def test_on_smooth_waits_it_is_flagged_about_once_in_a_hundred(shape: str, events: int) -> None:
    """400 authorities without gaming: at the most 12 flagged (3%), the promise being 1%."""
    rng = np.random.default_rng(45)

    def waits() -> list[int]:
        drawn = rng.gamma(9, 4.5, events) if shape == "gamma" else rng.normal(40, 14, events)
        return [int(day) for day in np.clip(drawn, 0, 200)]

    flagged = sum(
        found.beyond_chance for _ in range(TIMES) if (found := bunching(waits(), 45)) is not None
    )
    assert flagged <= 12


def test_late_assessments_dated_back_to_day_45_are_found() -> None:
    """Of 400, every one that was 1 to 10 days late is given a day from 43 to 45."""
    rng = np.random.default_rng(7)
    waits = [int(day) for day in rng.gamma(9, 4.5, 400)]
    moved = [int(rng.integers(43, 46)) if 45 < day <= 55 else day for day in waits]
    honest, gamed = bunching(waits, 45), bunching(moved, 45)
    assert honest is not None
    assert gamed is not None
    assert not honest.beyond_chance
    assert gamed.beyond_chance
    assert gamed.observed == sum(43 <= day <= 45 for day in moved)
    assert gamed.observed > 1.5 * gamed.expected


def test_what_is_expected_is_what_was_left_in_place() -> None:
    """Ten events on every day from 0 to 90: three days hold thirty, and thirty are expected."""
    flat = [day for day in range(91) for _ in range(10)]
    found = bunching(flat, 45)
    assert found is not None
    assert found.observed == 30
    assert found.expected == pytest.approx(30, rel=0.01)
    assert found.p_value > 0.4


def test_too_few_to_tell() -> None:
    assert bunching([44, 45, 45, 50], 45) is None
    assert month_end([0, 0, 1]) is None


def test_a_window_without_a_day() -> None:
    with pytest.raises(ValueError, match="at least the day"):
        bunching([1], 45, inside=0)


def test_month_ends_are_flagged_seldom_though_the_days_before_them_are_shown_more_often() -> None:
    """The share shown rises smoothly to the month's end, as an extract of last visits makes it."""
    rng = np.random.default_rng(31)
    days = np.arange(21)
    share = np.exp(-days / 25)
    flagged = 0
    for _ in range(TIMES):
        found = month_end([int(d) for d in rng.choice(days, 1500, p=share / share.sum())])
        assert found is not None
        flagged += found.beyond_chance
    assert flagged <= 12


def test_a_spike_at_month_ends_is_found() -> None:
    rng = np.random.default_rng(31)
    even = [int(d) for d in rng.integers(0, 21, 1000)]
    spiked = [*even, *([0] * 60), *([1] * 30)]
    found = month_end(spiked)
    assert found is not None
    assert found.beyond_chance
