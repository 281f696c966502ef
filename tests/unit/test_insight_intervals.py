"""Intervals against published worked examples."""

import numpy as np
import pytest

from sightline.insight.intervals import (
    count_interval,
    mean_interval,
    rate_interval,
    wilson,
    wilson_bounds,
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_newcombe_1998_table_1(
    numerator: int, denominator: int, low: float, high: float
) -> None:
    interval = wilson(numerator, denominator)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=0.00005)


def test_wilson_of_many_at_once_is_wilson_of_each_and_nothing_of_nothing() -> None:
    low, high = wilson_bounds([81, 0, 0], [263, 20, 0])
    assert low[:2] == pytest.approx([0.2553, 0], abs=0.00005)
    assert high[:2] == pytest.approx([0.3662, 0.1611], abs=0.00005)
    assert np.isnan(low[2])
    assert np.isnan(high[2])
    assert wilson(0, 0) is None


def test_all_of_a_share_reaches_exactly_one() -> None:
    interval = wilson(20, 20)
    assert interval is not None
    assert interval.high == 1
    assert interval.low == pytest.approx(1 - 0.1611, abs=0.00005)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.391), (100, 81.36, 121.63)],
)
def test_counts_as_the_published_poisson_tables(count: int, low: float, high: float) -> None:
    interval = count_interval(count)
    assert (interval.low, interval.high) == pytest.approx((low, high), rel=0.001)


def test_a_rate_carries_the_limits_of_its_count() -> None:
    interval = rate_interval(100, 50_000)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((16.27, 24.33), abs=0.01)
    assert rate_interval(3, 0) is None


def test_a_mean_with_students_t() -> None:
    """t for 9 degrees of freedom is 2.262: 5 ± 2.262 × 2 / √10."""
    interval = mean_interval(10, 5, 2)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((3.569, 6.431), abs=0.001)
    assert mean_interval(1, 5, 0) is None


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and its denominator"):
        wilson(5, 4)
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson(1, 4, confidence=95)
    with pytest.raises(ValueError, match="not below 0"):
        count_interval(-1)
