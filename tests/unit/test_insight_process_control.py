"""Control charts against published worked examples, and their false alarms when nothing changes."""

import numpy as np
import pytest

from sightline.insight.process_control import Chart, Rule, Signal, p_chart, signals, xmr
from sightline.insight.wording import Polarity, Verdict

# Viscosity of aircraft primer paint, fifteen batches: Montgomery, Introduction to Statistical
# Quality Control, individuals chart; mean 33.52, mean moving range 0.48, limits 32.24 and 34.80.
VISCOSITY = [
    33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54,
    33.12, 33.84,
]  # fmt: skip


def test_xmr_limits_as_montgomery() -> None:
    chart = xmr(VISCOSITY)
    assert (chart.centre[0], chart.lower[0], chart.upper[0]) == pytest.approx(
        (33.52, 32.24, 34.80), abs=0.005
    )
    assert signals(chart) == []


def test_xmr_limits_leave_out_one_freak_month_as_nhsrplotthedots() -> None:
    """Its vignette on deviations publishes 4.6, 1.94 and -0.72 for this series."""
    chart = xmr([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
    limits = (chart.upper[0], chart.centre[0], chart.lower[0])
    assert limits == pytest.approx((4.6, 1.94, -0.72), abs=0.005)
    assert signals(chart) == [Signal(Rule.OUTSIDE, 4, 4, 1)]


def flat(values: list[float]) -> Chart:
    """Draw a chart with the centre at 0 and limits at 3."""
    points = np.array(values, dtype=np.float64)
    zero = np.zeros_like(points)
    return Chart(points, zero, zero - 3, zero + 3, (slice(0, len(points)),))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0, 3.1, 0, -3.1], [Signal(Rule.OUTSIDE, 1, 1, 1), Signal(Rule.OUTSIDE, 3, 3, -1)]),
        ([-1, 1, 1, 1, 1, 1, 1, -1], []),
        ([-1, 1, 1, 1, 1, 1, 1, 1, -1], [Signal(Rule.SHIFT, 1, 7, 1)]),
        ([-1, -1, -1, -1, -1, -1, -1, -1, 0], [Signal(Rule.SHIFT, 0, 7, -1)]),
        ([1.5, 1, 0.5, 0, -0.5, -1], []),
        ([1.5, 1, 0.5, 0, -0.5, -1, -1.5], [Signal(Rule.TREND, 0, 6, -1)]),
        ([0, 2.1, 0, 2.2, 0], [Signal(Rule.NEAR_LIMIT, 1, 3, 1)]),
        ([0, 2.1, 0, 0, 2.2, 0], []),
        ([0, 2.1, 0, -2.2, 0], []),
        ([-2.5, -2.5, 0, -2.5], [Signal(Rule.NEAR_LIMIT, 0, 3, -1)]),
    ],
)
def test_each_rule_on_a_chart_drawn_for_it(values: list[float], expected: list[Signal]) -> None:
    assert signals(flat(values)) == expected


def test_a_declared_change_starts_new_limits_and_ends_the_run() -> None:
    values = [10, 11, 10, 11, 10, 20, 21, 20, 21, 20]
    rebased = xmr(values, rebase_at=[5])
    assert rebased.centre[0] == pytest.approx(10.4)
    assert rebased.centre[9] == pytest.approx(20.4)
    assert signals(rebased) == []


def test_whether_a_signal_is_good_news_depends_on_the_measure() -> None:
    up = Signal(Rule.SHIFT, 0, 6, 1)
    assert up.verdict(Polarity.HIGH) is Verdict.BETTER
    assert up.verdict(Polarity.LOW) is Verdict.WORSE
    assert up.verdict(Polarity.NONE) is Verdict.NEITHER


def test_p_chart_limits_follow_the_denominator() -> None:
    """Shares of 0.5 every month: 0.5 ± 3 × √(0.25 / n), 0.15 for 100 and 0.075 for 400."""
    chart = p_chart([50, 200, 50, 200], [100, 400, 100, 400])
    assert chart.lower == pytest.approx([0.35, 0.425, 0.35, 0.425])
    assert chart.upper == pytest.approx([0.65, 0.575, 0.65, 0.575])


def test_p_chart_widens_where_shares_vary_more_than_chance() -> None:
    chart = p_chart([5000, 5500, 5000, 5500], [10_000] * 4)
    assert signals(chart) == []
    assert chart.upper[0] > 0.525 + 3 * 0.005


def test_false_alarms_when_nothing_changes_are_as_theory_has_them() -> None:
    """Outside the limits 0.34% of points; a run of seven begins at 1 point in 128.

    Screening leaves out moving ranges above 2.609 standard deviations of a difference: the mean of
    the rest is 0.9756 of all, so the limits lie at 2.927 standard deviations, which 0.34% pass.
    """
    points = 200_000
    values = np.random.default_rng(2026).normal(size=points)
    found = signals(xmr(values))
    outside = sum(s.end - s.start + 1 for s in found if s.rule is Rule.OUTSIDE)
    runs = sum(s.rule is Rule.SHIFT for s in found)
    assert outside / points == pytest.approx(0.0034, rel=0.1)
    assert runs / points == pytest.approx(1 / 128, rel=0.05)


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="at least two"):
        xmr([1])
    with pytest.raises(ValueError, match="missing months"):
        xmr([1, float("nan"), 2])
    with pytest.raises(ValueError, match="above 0"):
        p_chart([0, 1], [0, 5])
    with pytest.raises(ValueError, match="within the series"):
        xmr([1, 2, 3], rebase_at=[3])
