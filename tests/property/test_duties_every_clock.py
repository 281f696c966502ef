"""What must hold of every clock in the registry, and of runs of events, whatever the dates."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise, zip_longest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.duties.clock import Clock, Series
from sightline.duties.connected_persons import approval_ends
from sightline.duties.court import proceedings_due
from sightline.duties.pathway import became_eligible
from sightline.duties.permanence import permanence_plan_due
from sightline.duties.protection import PROTECTION_REVIEWS, next_protection_visit_due
from sightline.duties.registry import CLOCKS
from sightline.duties.supervision import NEWLY_QUALIFIED, next_supervision_due
from sightline.duties.working_days import bank_holidays

FIRST, LAST = date(2012, 1, 1), date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)
AHEAD = st.integers(0, 900).map(lambda n: timedelta(days=n))
TIMED = [clock for clock in CLOCKS if any(rule.within for rule in clock.rules)]
HOLIDAYS = [day for year in range(2012, 2030) for day in sorted(bank_holidays(year))]
ONE_DAY = timedelta(days=1)
every_timed_clock = pytest.mark.parametrize("clock", TIMED, ids=lambda clock: clock.id)


def reckoned(clock: Clock, start: date) -> date | None:
    """The due date by numpy's calendar and by hand-made month sums, from the rule as declared."""
    rule = next(
        (r for r in clock.rules if r.in_force_from <= start <= (r.in_force_to or date.max)), None
    )
    if rule is None or rule.within is None:
        return None
    within, begins = rule.within, start - ONE_DAY * rule.first_day_counts
    if within.working_days:
        reached = np.busday_offset(begins, within.working_days, "backward", holidays=HOLIDAYS)
        return reached.astype(object)  # type: ignore[no-any-return]
    if within.months:
        month = np.datetime64(begins, "M") + within.months
        year, number = (int(part) for part in str(month).split("-"))
        return date(year, number, min(begins.day, monthrange(year, number)[1]))
    return begins + timedelta(days=within.weeks * 7 + within.days)


@every_timed_clock
@given(start=DAYS)
def test_a_due_date_is_what_an_independent_calendar_says(clock: Clock, start: date) -> None:
    assert clock.due(start) == reckoned(clock, start)


@every_timed_clock
@given(start=DAYS)
def test_nothing_is_due_before_time_begins_to_run(clock: Clock, start: date) -> None:
    due = clock.due(start)
    assert due is None or due > start


@every_timed_clock
@given(start=DAYS, ahead=AHEAD)
def test_what_starts_later_is_never_due_earlier_under_one_rule(
    clock: Clock, start: date, ahead: timedelta
) -> None:
    """Where a rule changed (24 weeks, then 16 again) a later start may be due earlier."""
    later = start + ahead
    if clock.rule_on(start) is not clock.rule_on(later):
        return
    due, then = clock.due(start), clock.due(later)
    assert due is None or (then is not None and due <= then)


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.id)
@given(day=st.dates(date(2000, 1, 1), LAST))
def test_one_rule_at_most_is_in_force_on_a_day(clock: Clock, day: date) -> None:
    rules = [rule for rule in clock.rules if rule.in_force(day)]
    assert len(rules) <= 1
    assert clock.rule_on(day) is (rules[0] if rules else None)
    assert rules or day < clock.rules[0].in_force_from


@given(DAYS, st.lists(AHEAD, max_size=8), AHEAD)
def test_reviews_of_a_plan_run_forward(
    started: date, aheads: list[timedelta], ahead: timedelta
) -> None:
    series: Series = PROTECTION_REVIEWS
    done, as_at = [started + each for each in aheads], started + ahead
    due = series.next_due(started, done, as_at)
    made = sorted({day for day in done if day <= as_at})
    runs_from = made[-1] if made else started
    if runs_from < series.first.rules[0].in_force_from:
        assert due is None
        return
    assert due is not None
    assert due > runs_from
    assert series.turns(started, [*done, due], due)[-1].on_time
    owed = [turn for turn in series.turns(started, done, as_at) if turn.done is None]
    assert [turn.due for turn in owed] == ([due] if due < as_at else [])


@given(DAYS, st.lists(AHEAD, max_size=6), AHEAD, AHEAD)
def test_another_event_never_makes_the_next_due_earlier(
    started: date, aheads: list[timedelta], another: timedelta, ahead: timedelta
) -> None:
    done, as_at = [started + each for each in aheads], started + ahead
    for next_due in (next_protection_visit_due, next_supervision_due):
        before = next_due(started, done, as_at)
        after = next_due(started, [*done, started + another], as_at)
        assert before is not None
        assert after is not None
        assert started < before <= after


@given(DAYS, AHEAD)
def test_supervision_is_due_on_the_first_day_its_gap_reaches_the_interval_of_that_day(
    started: date, ahead: timedelta
) -> None:
    """Day by day, as the reference of the reference."""
    last = started + ahead

    def every(day: date) -> date:
        holds = [p for p in NEWLY_QUALIFIED if p.after is None or p.after.after(started) <= day]
        return holds[-1].every.after(last)

    day = last + ONE_DAY
    while day < every(day):
        day += ONE_DAY
    assert next_supervision_due(started, [last], last) == day


@given(DAYS, st.lists(AHEAD, max_size=4), AHEAD)
def test_the_permanence_plan_is_due_after_care_begins_and_never_after_the_second_review(
    started: date, aheads: list[timedelta], ahead: timedelta
) -> None:
    reviews, as_at = [started + each for each in aheads], started + ahead
    due = permanence_plan_due(started, reviews, as_at)
    held = sorted({day for day in reviews if day <= as_at})
    assert due is not None
    assert due > started
    assert len(held) < 2 or due <= held[1]


@given(DAYS)
def test_an_extension_lengthens_an_approval_by_eight_weeks(approved: date) -> None:
    ends, extended = approval_ends(approved), approval_ends(approved, extended=True)
    assert ends is not None
    assert extended is not None
    assert extended - ends == timedelta(weeks=8)


@given(st.dates(date(2014, 4, 22), LAST), st.lists(AHEAD, max_size=4))
def test_each_extension_of_proceedings_ends_later_than_the_one_before(
    issued: date, aheads: list[timedelta]
) -> None:
    made = sorted(issued + ahead for ahead in aheads)
    ends = [proceedings_due(issued, made[:count]) for count in range(len(made) + 1)]
    known = [end for end in ends if end is not None]
    assert len(known) == len(ends)
    assert all(later - end >= timedelta(weeks=8) for end, later in pairwise(known))
    assert known[0] == issued + timedelta(days=26 * 7 - 1)


@given(
    st.dates(date(2002, 1, 1), date(2010, 1, 1)),
    st.lists(st.integers(1, 700), min_size=2, max_size=8),
)
def test_who_is_eligible_was_in_care_thirteen_weeks_since_fourteen(
    born: date, gaps: list[int]
) -> None:
    """Times in care that do not overlap, from turning 12 on; counted day by day."""
    edge, edges = born + timedelta(days=12 * 365), []
    for gap in gaps:
        edge += timedelta(days=gap)
        edges.append(edge)
    in_care = list(zip_longest(edges[::2], edges[1::2]))
    found = became_eligible(born, in_care, date.max)

    def age(day: date) -> int:
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def looked_after(day: date) -> bool:
        return any(began <= day and (ended is None or day < ended) for began, ended in in_care)

    counted, day, expected = 0, born + timedelta(days=14 * 365), None
    while age(day) < 18 and expected is None:
        if age(day) >= 16 and looked_after(day) and counted >= 91:
            expected = day
        counted += age(day) >= 14 and looked_after(day)
        day += ONE_DAY
    assert found == expected
