"""What is different from a year ago, beyond chance."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from sightline.insight.wording import Polarity, Verdict
from sightline.insight.year_on_year import Shares, differences

MONTHS = [date(2024 + (m // 12), m % 12 + 1, 28) for m in range(24)]


def shares(numerators: list[int], of: int = 100, name: str = "Visits in time") -> Shares:
    months = MONTHS[-len(numerators) :]
    return Shares(name, name, months, numerators, [of] * len(numerators), Polarity.HIGH)


def test_a_share_that_fell_is_said_in_one_sentence() -> None:
    [found] = differences([shares([91] * 15 + [90, 74, 74, 74])])
    assert found.verdict is Verdict.WORSE
    assert found.sentence() == "Visits in time fell from 91% to 74% in the year to December 2025."


def test_the_p_value_is_that_of_the_two_sample_test_of_proportions() -> None:
    """By hand: 60 and 75 of 100, pooled 0.675, error 0.06624, z 2.2645, two-sided p 0.0235."""
    [found] = differences([shares([60] * 3 + [70] * 9 + [75] * 3)])
    assert found.p_value == pytest.approx(0.0235, abs=0.0001)


def test_a_season_is_no_change() -> None:
    seasonal = [95, 95, 95, 80, 80, 80, 95, 95, 95, 95, 95, 95] * 2
    assert differences([shares(seasonal)]) == []


def test_few_children_a_short_history_or_a_gap_say_nothing() -> None:
    assert differences([shares([19] * 12 + [1] * 3, of=19)]) == []
    assert differences([shares([91] * 8 + [40] * 3)]) == []
    whole = shares([91] * 13 + [40] * 3)
    gap = Shares(
        "a",
        "a",
        [*whole.months[:5], *whole.months[6:]],
        [91] * 12 + [40] * 3,
        [100] * 15,
        Polarity.HIGH,
    )
    assert differences([gap]) == []


def test_all_or_none_throughout_is_no_change() -> None:
    assert differences([shares([100] * 15), shares([0] * 15)]) == []


def test_where_nothing_changed_few_catalogues_report_a_change() -> None:
    """Simulated: 130 shares of 90 children, 200 catalogues; the promise is one in ten."""
    random = np.random.default_rng(3)
    alarms = 0
    for _ in range(200):
        chance = random.uniform(0.6, 0.95, size=130)
        then, now = (random.binomial(90, chance) for _ in range(2))
        catalogue = [
            shares([int(a)] * 3 + [int(a)] * 9 + [int(b)] * 3, of=90, name=str(i))
            for i, (a, b) in enumerate(zip(then, now, strict=True))
        ]
        alarms += bool(differences(catalogue))
    assert alarms / 200 <= 0.15
