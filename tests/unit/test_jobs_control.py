"""From a measure's figures to its control chart: which have limits, and why others have none."""

from datetime import date

import pytest

from sightline.insight.process_control import Assurance, Rule, Variation
from sightline.insight.process_control import Kind as ChartKind
from sightline.insight.wording import Verdict
from sightline.jobs.control import Declared, control
from sightline.measures import Figure, MeasureFigures, catalogue
from tests.oversight_data import count, months, share


def visits(met: list[int], of: int = 100, known: float = 1.0) -> MeasureFigures:
    """Visits in time, month by month."""
    days = months(len(met))
    figures = [share(day, each, of, known) for day, each in zip(days, met, strict=True)]
    return MeasureFigures(catalogue()["visits_in_timescale"], tuple(figures))


def referrals(counts: list[int], last: date | None = None) -> MeasureFigures:
    days = months(len(counts))
    days[-1] = last or days[-1]
    figures = tuple(count(day, each) for day, each in zip(days, counts, strict=True))
    return MeasureFigures(catalogue()["referrals"], figures)


def test_a_share_gets_limits_of_its_own_size() -> None:
    """By hand: mean 80 of 100, sigma √(0.8 × 0.2 / 100) = 0.04, limits 0.68 and 0.92."""
    found = control(visits([80] * 12))
    assert found.kind is ChartKind.P
    lines = found.limits[date(2026, 10, 31)]
    assert (lines.lower, lines.centre, lines.upper) == pytest.approx((0.68, 0.8, 0.92))
    assert found.why_not == ""


def test_a_target_beyond_the_limits_is_missed_every_time() -> None:
    standing = control(visits([80] * 12)).standing
    assert standing is not None
    assert standing.variation is Variation.COMMON_CAUSE
    assert standing.assurance is Assurance.MISSING  # 100%, beyond 92%


def test_a_point_below_the_limits_is_a_sign_for_the_worse() -> None:
    found = control(visits([79, 82] * 12 + [50]))
    lines = found.limits[date(2026, 10, 31)]
    assert [sign.rule for sign in lines.signs] == [Rule.OUTSIDE]
    assert lines.verdict is Verdict.WORSE
    assert found.limits[date(2025, 10, 31)].signs == ()


def test_a_count_goes_on_an_xmr_chart() -> None:
    """By hand: 20 and 22 in turn: mean 21, moving range 2, limits 21 ± 2.66 × 2."""
    found = control(referrals([20, 22] * 6))
    assert found.kind is ChartKind.XMR
    lines = found.limits[date(2026, 10, 31)]
    assert (lines.lower, lines.centre, lines.upper) == pytest.approx((15.68, 21, 26.32))


def test_the_lower_limit_of_a_count_is_not_below_nought() -> None:
    assert control(referrals([4, 12] * 6)).limits[date(2026, 10, 31)].lower == 0


def test_the_part_of_a_month_is_no_fall() -> None:
    found = control(referrals([20, 22] * 6 + [8], last=date(2026, 10, 12)))
    assert found.standing is not None
    assert found.standing.variation is Variation.COMMON_CAUSE
    assert found.figures[-1].as_at == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (visits([80] * 11), "Limits need 12 figures that may be relied on; there are 11 figures."),
        (
            visits([97] * 12),
            "On average fewer than five children are counted a month, or fewer are not: too few "
            "for limits.",
        ),
        (
            referrals([3, 4] * 6),
            "On average fewer than five referrals are counted a month: too few for limits.",
        ),
        (
            visits([80] * 12, known=0.5),
            "Limits need 12 figures that may be relied on; there are no figures.",
        ),
    ],
)
def test_says_why_there_are_no_limits(found: MeasureFigures, why: str) -> None:
    seen = control(found)
    assert seen.why_not == why
    assert not seen.limits
    assert seen.standing is None


def test_months_that_may_not_be_relied_on_are_left_out() -> None:
    good, bad = visits([80] * 13), share(date(2026, 10, 31), 10, 100, known=0.5)
    found = control(MeasureFigures(good.measure, (*good.series[:-1], bad)))
    assert found.limits[date(2026, 9, 30)].centre == pytest.approx(0.8)
    assert date(2026, 10, 31) not in found.limits


def test_limits_begin_anew_where_a_change_was_declared() -> None:
    """Sixty of 100 for a year, then eighty: two centre lines instead of alarms without end."""
    found = control(
        visits([60] * 12 + [80] * 12), [Declared(date(2025, 11, 10), "New visiting standard")]
    )
    assert found.limits[date(2025, 10, 31)].centre == pytest.approx(0.6)
    assert found.limits[date(2025, 11, 30)].centre == pytest.approx(0.8)
    assert not any(lines.signs for lines in found.limits.values())
    assert control(visits([60] * 12 + [80] * 12)).limits[date(2026, 10, 31)].signs


def test_too_soon_after_a_change_there_are_no_limits_and_it_says_so() -> None:
    found = control(visits([60] * 12 + [80] * 5), [Declared(date(2026, 6, 1), "New standard")])
    assert found.why_not == (
        "Limits begin anew from June 2026; they need 12 figures, and there are five figures since."
    )
    assert found.standing is not None
    assert found.standing.variation is Variation.TOO_FEW_POINTS
    assert date(2026, 5, 31) in found.limits
    assert date(2026, 6, 30) not in found.limits


def test_a_change_before_or_after_the_figures_changes_nothing() -> None:
    outside = [Declared(date(2000, 1, 1), "Long ago"), Declared(date(2030, 1, 1), "To come")]
    found = control(visits([80] * 12), outside)
    assert found.declared == ()
    assert found.limits == control(visits([80] * 12)).limits


def reviews(met: list[int]) -> MeasureFigures:
    days = months(len(met))
    figures = tuple(share(day, each, 100) for day, each in zip(days, met, strict=True))
    return MeasureFigures(catalogue()["reviews_in_timescale"], figures)


def test_what_looks_back_gets_no_limits_but_the_year_before() -> None:
    """By hand: 60% and 90% of 100: pooled 0.75, error √(0.75 × 0.25 × 2/100) = 0.0612, z = 4.9."""
    found = control(reviews([60] * 12 + [90] * 12))
    assert found.why_not == (
        "Each month’s figure counts the same 12 months again, so limits would mislead; it is set "
        "beside the year before instead."
    )
    assert not found.limits
    beside = found.beside_year_before
    assert beside is not None
    assert (beside.then, beside.now) == pytest.approx((0.6, 0.9))
    assert found.year_differs


def test_a_small_difference_from_the_year_before_is_chance() -> None:
    found = control(reviews([80] * 12 + [82] * 12))
    assert found.beside_year_before is not None
    assert not found.year_differs


def test_yearly_figures_get_none() -> None:
    yearly = MeasureFigures(catalogue()["sdq_received"], (share(date(2026, 3, 31), 70, 90),))
    assert control(yearly).why_not == "There is one figure a year, too few for limits."


def test_a_mean_of_a_few_children_gets_none() -> None:
    days = [Figure(day, 900, 2, 450, None, None, 1.0, 0.9) for day in months(24)]
    found = control(MeasureFigures(catalogue()["adoption_a1"], tuple(days)))
    assert "fewer than five children" in found.why_not


def test_whatever_counts_the_past_year_says_so() -> None:
    """Figures that share their months move together: no measure of them may get limits."""
    looking_back = [
        each
        for each in catalogue().values()
        if "in the past twelve months" in f"{each.definition} {each.denominator_words}"
    ]
    assert len(looking_back) > 8
    assert all(each.spans_months >= 12 for each in looking_back)
