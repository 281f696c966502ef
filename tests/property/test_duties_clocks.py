"""What must hold of every clock, whatever the dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.duties.health import next_health_assessment_due
from sightline.duties.reviews import next_review_due, reviews_on_time
from sightline.duties.visits import VisitCircumstances, next_visit_due, rule_on, visits_missed
from sightline.duties.working_days import (
    add_working_days,
    bank_holidays,
    is_working_day,
    working_days_between,
)


@pytest.fixture(autouse=True, scope="module")
def _bank_holidays_known() -> None:
    """Work the holidays out once, so that the first example is not slower than the rest."""
    for year in range(FIRST.year, LAST.year + 4):
        bank_holidays(year)


FIRST, LAST = date(2012, 1, 1), date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)
AHEAD = st.integers(0, 900).map(lambda n: timedelta(days=n))


@st.composite
def circumstances(draw: st.DrawFn) -> VisitCircumstances:
    started = draw(DAYS)

    def later() -> date | None:
        return draw(st.none() | AHEAD.map(lambda ahead: started + ahead))

    flag = st.booleans()
    return VisitCircumstances(
        placement_started=started,
        intended_to_eighteen=draw(flag),
        with_parents=draw(flag),
        order=draw(st.sampled_from([None, "C1", "C2", "V2"])),
        order_started=later(),
        first_review_held=later(),
        before_assessment=draw(flag),
        temporary_approval=draw(flag),
        long_term_match=later(),
        child_agrees_fewer_visits=draw(flag),
    )


def visits_from(start: date) -> st.SearchStrategy[list[date]]:
    return st.lists(AHEAD.map(lambda ahead: start + ahead), max_size=12)


@given(circumstances(), st.data())
def test_a_visit_is_never_due_before_what_it_runs_from(
    child: VisitCircumstances, data: st.DataObject
) -> None:
    visits = data.draw(visits_from(child.placement_started))
    as_at = child.placement_started + data.draw(AHEAD)
    due = next_visit_due(child, visits, as_at)
    assert due is not None
    made = [visit for visit in visits if visit <= as_at]
    assert due.date > max(made, default=child.placement_started) or due.rule.measured_from
    assert due.date > child.placement_started


@given(circumstances(), st.data())
def test_another_visit_never_makes_the_next_due_earlier(
    child: VisitCircumstances, data: st.DataObject
) -> None:
    visits = data.draw(visits_from(child.placement_started))
    as_at = child.placement_started + data.draw(AHEAD)
    another = child.placement_started + data.draw(AHEAD)
    before = next_visit_due(child, visits, as_at)
    after = next_visit_due(child, [*visits, another], as_at)
    assert before is not None
    assert after is not None
    assert after.date >= before.date


@given(circumstances(), st.data())
def test_visits_made_on_their_due_dates_are_never_missed(
    child: VisitCircumstances, data: st.DataObject
) -> None:
    until = child.placement_started + data.draw(AHEAD)
    made: list[date] = []
    for missed in visits_missed(child, [], until):
        assert missed.date not in made
        made.append(missed.date)
    assert visits_missed(child, made, until) == ()


@given(circumstances(), st.data())
def test_the_next_visit_due_is_overdue_exactly_when_one_has_just_been_missed(
    child: VisitCircumstances, data: st.DataObject
) -> None:
    visits = data.draw(visits_from(child.placement_started))
    as_at = child.placement_started + data.draw(AHEAD)
    due = next_visit_due(child, visits, as_at)
    missed = visits_missed(child.known_by(as_at), visits, as_at)
    assert due is not None
    last = max((visit for visit in visits if visit <= as_at), default=child.placement_started)
    missed_since = [each.date for each in missed if last < each.date]
    assert missed_since[:1] == ([due.date] if last < due.date < as_at else [])


@given(circumstances(), st.data())
def test_a_day_by_day_count_agrees(child: VisitCircumstances, data: st.DataObject) -> None:
    """The reference of the reference: walk on from the last visit until the limit is reached."""
    last = child.placement_started + data.draw(AHEAD)
    as_at = last + data.draw(AHEAD)
    known = child.known_by(as_at)
    due = next_visit_due(child, [last], as_at)
    assert due is not None
    day = last + timedelta(days=1)
    while day < rule_on(known, day).then_every.after(last):
        day += timedelta(days=1)
    ordered = known.order_started
    new_order = ordered is not None and known.placement_started < ordered and last < ordered
    assert due.date == day or (new_order and due.date < day)


@given(DAYS, st.integers(1, 120))
def test_adding_working_days_and_counting_them_are_inverse(start: date, n: int) -> None:
    end = add_working_days(start, n)
    assert is_working_day(end)
    assert working_days_between(start, end) == n


@given(DAYS, AHEAD, st.integers(1, 60))
def test_working_days_keep_the_order_of_starts(start: date, ahead: timedelta, n: int) -> None:
    assert add_working_days(start, n) <= add_working_days(start + ahead, n)


@given(DAYS, st.lists(AHEAD, max_size=8), AHEAD)
def test_reviews_run_forward(started: date, aheads: list[timedelta], ahead: timedelta) -> None:
    reviews, until = [started + each for each in aheads], started + ahead
    due = next_review_due(started, reviews, until)
    assert due is not None
    assert due.date > max([started, *(r for r in reviews if r <= until)])
    listed = reviews_on_time(started, reviews, until)
    assert [review.number for review in listed] == list(range(1, len(listed) + 1))
    on_the_day = [*reviews, due.date]
    assert reviews_on_time(started, on_the_day, due.date)[-1].on_time


@given(DAYS, st.integers(0, 17 * 365), st.lists(AHEAD, max_size=6), AHEAD, AHEAD)
def test_another_health_assessment_never_makes_the_next_due_earlier(
    started: date, age_in_days: int, aheads: list[timedelta], another: timedelta, ahead: timedelta
) -> None:
    born = started - timedelta(days=age_in_days)
    made, as_at = [started + each for each in aheads], started + ahead
    before = next_health_assessment_due(born, started, made, as_at)
    after = next_health_assessment_due(born, started, [*made, started + another], as_at)
    assert before is not None
    assert after is not None
    assert started < before.date <= after.date
