"""When a line meets a target: Fieller's limits worked by hand, and months that are alike."""

import numpy as np
import pytest

from sightline.insight.arrival import Spread, limits, resemblance, spread_of


def test_limits_worked_by_hand() -> None:
    """10 to go at 1 a month, 2 standard errors to either side: of 0.1 a month, of 1 at the middle.

    (10 - t)² = 2² (1² + 0.1² t²), so 0.96 t² - 20 t + 96 = 0 and t = (20 ± √31.36) / 1.92.
    """
    found = limits(10, 1, Spread(slope=0.1, middle=1.0, quantile=2.0, widened=1.0))
    assert found == pytest.approx((7.5, 13.333), abs=0.001)


def test_a_slope_that_may_be_none_has_no_last_day() -> None:
    earliest, latest = limits(10, 1, Spread(slope=1.0, middle=1.0, quantile=2.0, widened=1.0))
    # 3 t² + 20 t - 96 = 0, so t = (-20 + √(400 + 1152)) / 6 = 3.233
    assert earliest == pytest.approx(3.233, abs=0.001)
    assert latest is None


def test_a_line_that_surely_leaves_never_arrives() -> None:
    assert limits(10, -1, Spread(0.1, 1.0, 2.0, 1.0)) == (None, None)


def test_a_perfect_line_arrives_on_one_day() -> None:
    assert limits(10, 2, Spread(0.0, 0.0, 2.0, 1.0)) == (5.0, 5.0)


def test_residuals_that_swing_from_month_to_month_are_not_alike() -> None:
    assert resemblance(np.array([1.0, -1.0] * 12)) == 0.0
    assert resemblance(np.zeros(12)) == 0.0


def test_months_that_are_alike_widen_the_limits() -> None:
    months = np.arange(-23.0, 1.0)
    slow = np.repeat([1.0, -1.0, 1.0, -1.0], 6)
    swinging = np.array([1.0, -1.0] * 12)
    alike = spread_of(months, slow, 0.01, 1.96, 0.95)
    apart = spread_of(months, swinging, 0.01, 1.96, 0.95)
    assert apart.slope == pytest.approx(0.01)
    assert alike.slope > 1.5 * apart.slope
    assert alike.quantile > apart.quantile
