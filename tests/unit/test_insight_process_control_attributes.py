"""Charts of shares, rates and rare events against published worked examples."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from sightline.insight.process_control import (
    Kind,
    Rebase,
    Rule,
    Signal,
    fitting,
    g_chart,
    p_chart,
    signals,
    t_chart,
    u_chart,
)

# Thirty samples of 50: Montgomery, Introduction to Statistical Quality Control, orange juice cans;
# the same shares as misregistered chips on wafers in the NIST/SEMATECH e-Handbook, 6.3.3.2. Average
# 0.2313, limits 0.0524 and 0.4102; samples 15 and 23 lie above.
OUT_OF_FIFTY = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22,
    8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]  # fmt: skip


def test_p_chart_as_montgomery_and_nist() -> None:
    chart = p_chart(OUT_OF_FIFTY, [50] * 30, laney=False)
    limits = (chart.lower[0], chart.centre[0], chart.upper[0])
    assert limits == pytest.approx((0.0524, 0.2313, 0.4102), abs=0.0001)
    outside = [signal.start for signal in signals(chart) if signal.rule is Rule.OUTSIDE]
    assert outside == [14, 22]


def test_p_chart_limits_follow_the_denominator() -> None:
    """Shares of 0.5 every month: 0.5 ± 3 × √(0.25 / n), 0.15 for 100 and 0.075 for 400."""
    chart = p_chart([50, 200] * 6, [100, 400] * 6)
    assert chart.lower[:2] == pytest.approx([0.35, 0.425])
    assert chart.upper[:2] == pytest.approx([0.65, 0.575])


def test_p_chart_widens_as_laney_where_shares_vary_more_than_chance() -> None:
    """By hand: shares 0.50 and 0.55 of 10,000 about 0.525, each 5.006 sigmas off, so every moving
    range is 10.01 sigmas and sigma z is 10.01 / 1.128 = 8.876.
    """
    chart = p_chart([5000, 5500] * 6, [10_000] * 12)
    sigma = (0.525 * 0.475 / 10_000) ** 0.5
    assert chart.upper[0] == pytest.approx(0.525 + 3 * sigma * (0.05 / sigma / 1.128))
    assert signals(chart) == []
    assert len(signals(p_chart([5000, 5500] * 6, [10_000] * 12, laney=False))) > 0


def test_limits_are_never_narrower_than_chance() -> None:
    calm = p_chart([25] * 12, [50] * 12)
    assert calm.upper[0] == pytest.approx(0.5 + 3 * (0.25 / 50) ** 0.5)


def test_u_chart_as_montgomery_personal_computers() -> None:
    """Twenty samples of 5: average 1.93, limits 0.07 and 3.79, all within."""
    found = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5]
    chart = u_chart(found, [5] * 20, laney=False)
    limits = (chart.lower[0], chart.centre[0], chart.upper[0])
    assert limits == pytest.approx((0.07, 1.93, 3.79), abs=0.005)
    assert not [s for s in signals(chart) if s.rule is Rule.OUTSIDE]


def test_u_chart_with_varying_limits_as_montgomery_dyed_cloth() -> None:
    """Ten rolls: 153 / 107.5 = 1.42; limits 0.29 and 2.55 for 10 units, 0.16 and 2.68 for 8."""
    defects = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
    units = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]
    chart = u_chart(defects, units, fewest=10, laney=False)
    assert chart.centre[0] == pytest.approx(1.42, abs=0.005)
    assert (chart.lower[0], chart.upper[0]) == pytest.approx((0.29, 2.55), abs=0.006)
    assert (chart.lower[1], chart.upper[1]) == pytest.approx((0.16, 2.68), abs=0.01)


def test_u_prime_by_hand() -> None:
    """Rates 90 and 110 of a thousand children about 100: one sigma is √(0.1 / 1000) = 0.01, every
    moving range 2 sigmas, sigma z 2 / 1.128.
    """
    chart = u_chart([90, 110] * 6, [1000] * 12)
    assert chart.upper[0] == pytest.approx(0.1 + 3 * 0.01 * 2 / 1.128)


# Hours between failures of a valve and their powers of 0.2777: Montgomery, cumulative counts and
# time between events, after Nelson (1994).
FAILURES = [
    286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96
]  # fmt: skip
POWERS = [
    "4.80986", "6.70903", "5.72650", "3.81367", "6.43541", "6.23705", "1.46958", "3.96768",
    "5.39007", "1.78151", "9.09619", "5.89774", "3.38833", "4.51095", "5.91690", "5.59189",
    "7.16124", "7.18601", "9.09083", "3.55203",
]  # fmt: skip


def test_t_chart_as_nelson_and_montgomery() -> None:
    """Limits from the published powers in exact fractions; all twenty lie within, as they say."""
    powers = [Fraction(each) for each in POWERS]
    mean = sum(powers) / 20
    ranges = [abs(b - a) for a, b in pairwise(powers)]
    half = Fraction("2.66") * sum(ranges) / 19
    chart = t_chart(FAILURES)
    assert chart.centre[0] ** (1 / 3.6) == pytest.approx(float(mean), abs=0.003)
    assert chart.upper[0] ** (1 / 3.6) == pytest.approx(float(mean + half), abs=0.01)
    assert chart.lower[0] == 0  # mean less half is below 0
    assert mean < half
    assert not [s for s in signals(chart) if s.rule is Rule.OUTSIDE]


def test_g_chart_by_hand() -> None:
    """Mean 20: the spread is √(20 × 21) = 20.494, so the upper limit is 81.48; median 15."""
    gaps = [0, 10, 15, 20, 30, 15, 10, 40, 20, 50, 15, 15]
    chart = g_chart(gaps)
    assert sum(gaps) == 240
    assert (chart.lower[0], chart.centre[0]) == (0, 15)
    assert chart.upper[0] == pytest.approx(81.48, abs=0.005)


def test_a_long_wait_between_rare_events_stands_out() -> None:
    gaps = [3, 5, 2, 7, 4, 6, 3, 5, 4, 2, 6, 40]
    assert signals(g_chart(gaps)) == [Signal(Rule.OUTSIDE, 11, 11, 1)]


def test_chance_alone_seldom_passes_the_limits_of_a_chart_that_fits() -> None:
    """Simulated, 20,000 points without a change: about 3 in a thousand for p and u; the power of
    1/3.6 keeps the t-chart's at that too. A g-chart has a longer tail: exp(-4), 18 in a thousand.
    """
    rng = np.random.default_rng(11)
    n = rng.integers(60, 200, 20_000)
    drawn = {
        "p": p_chart(rng.binomial(n, 0.8), n),
        "u": u_chart(rng.poisson(0.1 * n), n),
        "t": t_chart(rng.exponential(90, 20_000)),
        "g": g_chart(rng.geometric(0.02, 20_000) - 1),
    }
    rates = {
        name: float(np.mean((chart.values > chart.upper) | (chart.values < chart.lower)))
        for name, chart in drawn.items()
    }
    assert rates["p"] == pytest.approx(0.0027, abs=0.0015)
    assert rates["u"] == pytest.approx(0.0027, abs=0.0015)
    assert rates["t"] <= 0.004
    assert rates["g"] == pytest.approx(float(np.exp(-4)), abs=0.004)


def test_which_chart_fits() -> None:
    assert fitting() is Kind.XMR
    assert fitting([40, 50], [60, 60], share=True) is Kind.P
    assert fitting([59, 60], [60, 60], share=True) is Kind.BETWEEN_EVENTS
    assert fitting([0, 1, 0, 2]) is Kind.BETWEEN_EVENTS
    assert fitting([60, 70]) is Kind.XMR
    assert fitting([60, 70], [900, 1000]) is Kind.U


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="denominator above 0"):
        p_chart([0, 1], [0, 5])
    with pytest.raises(ValueError, match="between 0 and its denominator"):
        p_chart([6], [5])
    with pytest.raises(ValueError, match="exposure above 0"):
        u_chart([1], [0])
    with pytest.raises(ValueError, match="not below 0"):
        u_chart([-1], [2])
    with pytest.raises(ValueError, match="time above 0"):
        t_chart([3, 0])
    with pytest.raises(ValueError, match="not below 0"):
        g_chart([-1])
    with pytest.raises(ValueError, match="within the series"):
        g_chart([1, 2], [Rebase(0, "From the first")])
    with pytest.raises(ValueError, match="out of something"):
        fitting([1], share=True)
