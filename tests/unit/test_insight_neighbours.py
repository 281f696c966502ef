"""One area among its neighbours: further out than chance and their own spread explain?"""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sightline.insight.comparison import Area, Measured, among_neighbours, funnel
from sightline.insight.intervals import Interval

VALUES = [0.60, 0.64, 0.70, 0.74, 0.78, 0.80, 0.82, 0.85, 0.88, 0.90]
COUNTED = [Area(f"n{i}", value, round(value * 200), 200) for i, value in enumerate(VALUES)]
PLAIN = [Area(area.name, area.value) for area in COUNTED]


def test_with_every_number_known_it_is_the_funnel_that_allows_for_spread() -> None:
    own = Area("Ours", 0.30, 60, 200)
    found = among_neighbours(own, COUNTED)
    counts, sizes = [60, *(area.count or 0 for area in COUNTED)], [200] * 11
    names = ["Ours", *(area.name for area in COUNTED)]
    assert found == funnel(names, counts, sizes, overdispersed=True).placed[0]


def test_beside_values_alone_it_is_students_interval_for_one_more_area() -> None:
    """Worked by hand: mean 0.771, variance 0.00981, and 0.771 x 0.229 / 200 of our own chance."""
    own = Area("Ours", 0.30, 60, 200)
    found = among_neighbours(own, PLAIN)
    assert found is not None
    error = np.sqrt(np.var(VALUES, ddof=1) * 1.1 + 0.771 * 0.229 / 200)
    assert found.middle == pytest.approx(0.771)
    assert found.p_value == pytest.approx(2 * stats.t.cdf(-0.471 / error, 9))
    assert found.alarm.low == pytest.approx(0.771 - stats.t.ppf(0.999, 9) * error)
    assert found.alarm.high == 1
    assert found.outside == (found.p_value < 0.002)


def test_three_children_are_no_outlier_however_alike_the_neighbours() -> None:
    """Neighbours at 80% to the point: none of three children happens 8 times in 1,000."""
    alike = [Area(f"n{i}", 0.8) for i in range(10)]
    found = among_neighbours(Area("Ours", 0.0, 0, 3), alike)
    assert found is not None
    assert found.p_value >= 2 * 0.2**3 * 0.999


def test_a_mean_is_placed_by_its_own_interval() -> None:
    values = [12.1, 13.0, 12.4, 13.3, 12.8, 12.6, 13.1, 12.9]
    others = [Area(f"n{i}", value) for i, value in enumerate(values)]
    own = Area("Ours", 19.0, interval=Interval(18.0, 20.0))
    found = among_neighbours(own, others, Measured.RATE)
    assert found is not None
    error = np.sqrt(np.var(values, ddof=1) * 9 / 8 + (1 / 1.959964) ** 2)
    expected = 2 * stats.t.cdf(-(19 - np.mean(values)) / error, 7)
    assert found.p_value == pytest.approx(expected, rel=1e-5)
    assert found.high


def test_too_few_neighbours_or_an_own_value_without_numbers_say_nothing() -> None:
    assert among_neighbours(Area("Ours", 0.3, 60, 200), PLAIN[:7]) is None
    assert among_neighbours(Area("Ours", 0.3), PLAIN) is None


@pytest.mark.parametrize("published", [COUNTED, PLAIN])
def test_where_nobody_differs_beyond_the_spread_few_are_called_outliers(
    published: list[Area],
) -> None:
    """Simulated 2,000 times: eleven areas, four points between them; promised 5 in 100 at most."""
    rng = np.random.default_rng(22)
    called = 0
    for _ in range(2000):
        sizes = rng.integers(60, 400, 11)
        met = rng.binomial(sizes, np.clip(rng.normal(0.75, 0.04, 11), 0, 1))
        areas = [
            Area(str(i), m / n, int(m), int(n))
            for i, (m, n) in enumerate(zip(met, sizes, strict=True))
        ]
        others = [a if published is COUNTED else Area(a.name, a.value) for a in areas[1:]]
        found = among_neighbours(areas[0], others)
        assert found is not None
        called += found.p_value <= 0.05
    assert 0 < called / 2000 <= 0.06
