"""XmR charts and the four rules against published worked examples, and their false alarms."""

import numpy as np
import pytest

from sightline.insight.process_control import Chart, Rebase, Rule, Signal, signals, xmr
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


# In-process inventory, hundreds of pounds, 31 months: Wheeler, Making Sense of Data; the figures as
# worked at xmrit.com/articles/plot-xmr-chart-instructions: average 20.39, average moving range 4.7,
# upper natural process limit 32.89; the lower by the same rule, 20.39 - 2.66 × 4.7.
INVENTORY = [
    19, 27, 20, 16, 18, 25, 22, 24, 17, 25, 15, 17,
    20, 22, 19, 16, 22, 19, 25, 22, 18, 20, 16, 17,
    20, 15, 27, 25, 17, 19, 28,
]  # fmt: skip


@pytest.mark.parametrize("screen", [True, False])
def test_xmr_limits_as_wheeler(screen: bool) -> None:
    """No moving range passes 3.267 × 4.7, so screening changes nothing."""
    chart = xmr(INVENTORY, screen=screen)
    assert chart.centre[0] == pytest.approx(20.39, abs=0.005)
    assert chart.upper[0] == pytest.approx(32.89, abs=0.005)
    assert chart.lower[0] == pytest.approx(20.39 - 2.66 * 4.7, abs=0.005)
    assert signals(chart) == []


# US trade deficit, July to December 1988, $ billion: an exercise in Wheeler, Understanding
# Variation, chapter 6. Moving ranges 0.7, 2.0, 0.9, 0.3, 0.1: mean 0.8. By hand 61.9 / 6 ± 2.128.
def test_xmr_limits_of_wheelers_trade_deficits() -> None:
    chart = xmr([10.5, 11.2, 9.2, 10.1, 10.4, 10.5], fewest=6)
    limits = (chart.lower[0], chart.centre[0], chart.upper[0])
    assert limits == pytest.approx((8.189, 10.317, 12.445), abs=0.001)


def test_without_screening_as_the_excel_tool_of_making_data_count() -> None:
    """By hand: 17 moving ranges, 8 and 9 about the freak and fifteen of 1, 32 / 17 in the mean."""
    chart = xmr([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], screen=False)
    assert chart.upper[0] == pytest.approx(35 / 18 + 2.66 * 32 / 17)
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
        ([0, 2.1, 0.1, 2.2, 0], [Signal(Rule.NEAR_LIMIT, 1, 3, 1)]),
        ([0, 2.1, 0, 2.2, 0], []),
        ([0, 2.1, 0, 0, 2.2, 0], []),
        ([0, 2.1, 0, -2.2, 0], []),
        ([-2.5, -2.5, 0, -2.5], []),  # the third of each three is not on that side
        ([-2.5, -2.5, -1, -2.5], [Signal(Rule.NEAR_LIMIT, 0, 3, -1)]),
        ([2.5, 1, 1, 2.5, 2.5, 0], [Signal(Rule.NEAR_LIMIT, 3, 4, 1)]),
        ([2.5, 3.5, 1], [Signal(Rule.OUTSIDE, 1, 1, 1)]),  # outside is not also near
    ],
)
def test_each_rule_on_a_chart_drawn_for_it(values: list[float], expected: list[Signal]) -> None:
    assert signals(flat(values)) == expected


def test_a_declared_change_starts_new_limits_and_ends_the_run() -> None:
    values = [10, 11] * 6 + [20, 21] * 6
    rebased = xmr(values, [Rebase(12, "A second team for looked-after children opened")])
    assert (rebased.centre[0], rebased.centre[23]) == (10.5, 20.5)
    assert signals(rebased) == []
    assert len(signals(xmr(values))) > 0
    assert rebased.rebases[0].reason.startswith("A second team")


def test_no_limits_and_no_signals_on_too_few_points() -> None:
    """Twelve months then six: the twelve have limits; the six since the change have none yet."""
    values = [10.0, 11.0] * 6 + [20.0, 21.0, 22.0, 23.0, 24.0, 25.0, 26.0]
    chart = xmr(values, [Rebase(12, "New recording system")])
    assert chart.centre[11] == 10.5
    assert np.isnan([chart.centre[12], chart.lower[18], chart.upper[18]]).all()
    assert not chart.has_limits
    assert signals(chart) == []
    assert not xmr([5.0] * 11).has_limits
    assert xmr([5.0] * 12).has_limits
    assert not xmr([]).has_limits


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_rebasing_without_a_reason_is_refused(reason: str) -> None:
    with pytest.raises(ValueError, match="Say what changed"):
        Rebase(3, reason)


def test_whether_a_signal_is_good_news_depends_on_the_measure() -> None:
    up = Signal(Rule.SHIFT, 0, 6, 1)
    assert up.verdict(Polarity.HIGH) is Verdict.BETTER
    assert up.verdict(Polarity.LOW) is Verdict.WORSE
    assert up.verdict(Polarity.NONE) is Verdict.NEITHER


def test_false_alarms_when_nothing_changes_are_as_theory_has_them() -> None:
    """Outside the limits 0.34% of points; a run of seven begins at 1 point in 128.

    Screening leaves out moving ranges above 2.607 standard deviations of a difference: the mean of
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
        xmr([1, 2], fewest=1)
    with pytest.raises(ValueError, match="missing months"):
        xmr([1, float("nan"), 2])
    with pytest.raises(ValueError, match="within the series"):
        xmr([1, 2, 3], [Rebase(3, "Too late")])
