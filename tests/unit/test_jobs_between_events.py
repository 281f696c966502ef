"""Which events a measure's chart of the days between shows, and what it says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sightline.insight.process_control import Variation
from sightline.insight.wording import Polarity, Verdict
from sightline.jobs.between_events import BetweenEvents, EventDays, between_events
from sightline.jobs.control import Declared, control
from sightline.measures import Figure, MeasureFigures, catalogue
from sightline.measures.event_days import EventDay
from tests.oversight_data import count, months, share

TWO_YEARS = months(24)  # November 2024 to October 2026
TODAY = date(2026, 10, 31)
FIRST = date(2024, 11, 4)


def every(days: int, times: int, first: date = FIRST) -> list[date]:
    return [first + timedelta(days=days * time) for time in range(times)]


def told(days: Sequence[date], *, met: bool = True) -> list[EventDay]:
    """Each day with the end of its month."""
    ends = {(each.year, each.month): each for each in TWO_YEARS}
    return [EventDay(ends[day.year, day.month], day, met) for day in days]


def of(measure: str, figures: Sequence[Figure]) -> MeasureFigures:
    return MeasureFigures(catalogue()[measure], tuple(figures))


def concerns() -> MeasureFigures:
    return of("iro_concerns", [count(day, 1) for day in TWO_YEARS])


def chart_of(found: MeasureFigures, days: Sequence[EventDay], *declared: Declared) -> BetweenEvents:
    between = between_events(found, control(found), EventDays(tuple(days), TODAY), declared)
    assert between is not None
    return between


def test_events_every_thirty_days_are_thirty_days_apart() -> None:
    """By hand: equal waits do not vary, so both limits lie on the average, 30 days."""
    between = chart_of(concerns(), told(every(30, 14)))
    assert [wait.days for wait in between.waits] == [30] * 13
    assert between.waits[0].day == date(2024, 12, 4)
    lines = between.waits[-1].limits
    assert lines is not None
    assert (lines.lower, lines.centre, lines.upper) == pytest.approx((30, 30, 30))
    assert between.standing is not None
    assert between.standing.variation is Variation.COMMON_CAUSE


def test_several_events_of_one_day_are_one() -> None:
    days = told(every(30, 14))
    assert len(chart_of(concerns(), [*days, *days]).waits) == 13


def test_twelve_waits_are_needed_for_limits() -> None:
    assert chart_of(concerns(), told(every(30, 13))).standing is not None
    between = chart_of(concerns(), told(every(30, 12)))
    assert between.standing is None
    assert between.waits[-1].limits is None


def test_the_wait_since_the_last_event_is_told_and_may_be_long_already() -> None:
    """14 events, 30 days apart from 4 November 2024: the last on 29 November 2025, 336 days before
    31 October 2026, and beyond a limit of 30."""
    between = chart_of(concerns(), told(every(30, 14)))
    assert between.days_since_last == 336
    assert between.already is Verdict.NEITHER  # nobody says whether fewer concerns are better


@pytest.mark.parametrize(
    ("measure", "met", "polarity"),
    [
        ("repeat_plans", 2, Polarity.HIGH),  # a bad event, and rare: a long wait is good
        ("permanence_in_a_year", 2, Polarity.LOW),  # a good one, and rare
        ("ehc_decisions_in_six_weeks", 18, Polarity.HIGH),  # a miss is rare, and bad
        ("moves_unplanned", 18, Polarity.LOW),  # a planned move is rare, and good
        ("conferences_led_to_plan", 18, Polarity.NONE),
    ],
)
def test_the_rarer_of_the_two_is_the_event(measure: str, met: int, polarity: Polarity) -> None:
    found = of(measure, [share(day, met, 20) for day in TWO_YEARS])
    rare, common = every(30, 14), every(7, 60)
    rarer = met == 2
    between = chart_of(found, [*told(rare, met=rarer), *told(common, met=not rarer)])
    assert between.of_met == rarer
    assert between.polarity is polarity
    assert [wait.days for wait in between.waits] == [30] * 13


def test_no_wait_crosses_a_month_that_is_left_out() -> None:
    """The figure of March 2025 is not to be relied on: only events from April on are read."""
    figures = [
        replace(count(day, 1), known_share=0.1 if day == date(2025, 3, 31) else 1.0)
        for day in TWO_YEARS
    ]
    between = chart_of(of("iro_concerns", figures), told(every(30, 24)))
    assert between.waits[0].day == date(2025, 5, 3)  # the one before: 3 April
    assert between.waits[-1].day == date(2026, 9, 25)


def test_a_month_without_a_figure_had_no_event_and_breaks_no_wait() -> None:
    """A count has no row, and so no figure, for a month in which nothing happened: here every
    second one. The last was on 26 August 2026, in the last month with a figure; by 31 October it
    is 66 days ago: 5 of August, 30 and 31."""
    days = every(60, 12)
    happened = {(day.year, day.month) for day in days}
    figures = [count(day, 1) for day in TWO_YEARS if (day.year, day.month) in happened]
    found = of("iro_concerns", figures)
    assert figures[-1].as_at == date(2026, 8, 31)
    between = chart_of(found, told(days))
    assert len(between.waits) == 11
    assert between.days_since_last == 66


def test_a_month_of_which_no_list_tells_breaks_a_wait() -> None:
    """Lists for every month but March 2025: what happened then nobody knows."""
    figures = [share(day, 2, 20) for day in TWO_YEARS if day != date(2025, 3, 31)]
    between = chart_of(of("initial_health_in_time", figures), told(every(30, 24)))
    assert between.waits[0].day == date(2025, 5, 3)


def test_a_declared_change_begins_the_limits_anew() -> None:
    days = [*every(60, 5), *every(10, 14, date(2025, 8, 1))]
    change = Declared(date(2025, 7, 1), "Concerns are raised on the day")
    between = chart_of(concerns(), told(days), change)
    assert between.declared == (change,)
    lines = between.waits[-1].limits
    assert lines is not None
    assert lines.stretch == 1


def test_a_mean_a_full_count_and_too_few_events_have_none() -> None:
    mean = of("adoption_a1", [replace(count(day, 2), denominator=2) for day in TWO_YEARS])
    days = EventDays(tuple(told(every(30, 14))), TODAY)
    assert between_events(mean, control(mean), days) is None
    many = of("referrals", [count(day, 50) for day in TWO_YEARS])
    assert between_events(many, control(many), days) is None
    one = EventDays(tuple(told(every(30, 1))), TODAY)
    assert between_events(concerns(), control(concerns()), one) is None
