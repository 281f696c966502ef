"""Due dates worked out in sets are those of the clocks, one by one, whatever the dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ibis import _

from sightline.duties.clock import Clock
from sightline.duties.ehc import EHC_PLAN
from sightline.duties.permanence import permanence_plan_due
from sightline.duties.protection import PROTECTION_REVIEWS
from sightline.duties.registry import CLOCKS
from sightline.duties.strategy import STRATEGY_QUORUM
from sightline.measures.clock_dates import (
    permanence_plans_due,
    relaxed,
    with_due,
    with_next_due,
)
from sightline.measures.due_dates import Calendar
from sightline.measures.view import View
from tests.canonical import records

FIRST, LAST = date(2010, 1, 1), date(2027, 12, 31)
TIMED = [clock for clock in CLOCKS if any(rule.within for rule in clock.rules)]
EDGES = sorted(
    {
        edge + timedelta(days=step)
        for clock in TIMED
        for rule in clock.rules
        for edge in (rule.in_force_from, rule.in_force_to)
        if edge and edge >= FIRST
        for step in (-1, 0, 1)
    }
)
DAYS = st.dates(FIRST, LAST) | st.sampled_from(EDGES)
AHEAD = st.integers(0, 900).map(lambda n: timedelta(days=n))
CALENDAR = Calendar.between(FIRST, date(2028, 12, 31))
many = settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example is a hundred days: no shrink
)


def table(**columns: Sequence[date | None]) -> ibis.Table:
    arrays = {name: pa.array(days, pa.date32()) for name, days in columns.items()}
    return ibis.memtable(
        pa.table({"row": pa.array(range(len(next(iter(columns.values()))))), **arrays})
    )


def column(asked: ibis.Table, name: str) -> list[date | None]:
    found = ibis.duckdb.connect().to_pyarrow(asked.order_by("row"))[name]
    return found.to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("clock", TIMED, ids=lambda clock: clock.id)
@many
@given(starts=st.lists(DAYS | st.none(), min_size=100, max_size=100))
def test_a_column_of_days_becomes_the_due_dates_of_each(
    clock: Clock, starts: list[date | None]
) -> None:
    asked = with_due(table(start=starts), "start", clock, CALENDAR)
    assert asked.columns == ("row", "start", "due")
    assert column(asked, "due") == [start and clock.due(start) for start in starts]


@many
@given(
    st.lists(
        st.tuples(st.dates(date(2013, 4, 15), date(2025, 1, 1)), st.lists(AHEAD, max_size=3)),
        min_size=60,
        max_size=60,
    )
)
def test_the_next_of_a_series_is_due_as_for_one_child(
    plans: list[tuple[date, list[timedelta]]],
) -> None:
    started = [began for began, _ahead in plans]
    done = [[began + ahead for ahead in aheads] for began, aheads in plans]
    last = [max(days, default=None) for days in done]
    asked = with_next_due(
        table(started=started, last=last), "started", "last", PROTECTION_REVIEWS, CALENDAR
    )
    assert column(asked, "due") == [
        PROTECTION_REVIEWS.next_due(began, days, date.max)
        for began, days in zip(started, done, strict=True)
    ]


@many
@given(
    st.lists(
        st.tuples(st.dates(date(2019, 1, 1), date(2024, 1, 1)), st.lists(AHEAD, max_size=4)),
        min_size=30,
        max_size=30,
    )
)
def test_plans_for_permanence_are_due_as_for_one_child(
    children: list[tuple[date, list[timedelta]]],
) -> None:
    named = [(f"child {n}", began, aheads) for n, (began, aheads) in enumerate(children)]
    today = date(2027, 6, 30)
    found = records(
        date(2019, 1, 1),
        today,
        period_of_care=[{"child_id": name, "started": began} for name, began, _a in named],
        review=[
            {"child_id": name, "date": day}
            for name, began, aheads in named
            for day in {began + ahead for ahead in aheads}
        ],
    )
    asked = permanence_plans_due(View.at(found, [today])).select("child_id", "due")
    rows = found.connection.to_pyarrow(asked).to_pylist()
    assert {row["child_id"]: row["due"] for row in rows} == {
        name: permanence_plan_due(began, [began + ahead for ahead in aheads], today)
        for name, began, aheads in named
    }
    assert len(rows) == len(named)


def test_a_limit_that_gave_way_is_marked() -> None:
    days: list[date | None] = [date(2020, 4, 30), date(2020, 5, 1), date(2020, 9, 26)]
    asked = table(due=days)
    marked = asked.mutate(ehc=relaxed(EHC_PLAN, asked.due), quorum=relaxed(STRATEGY_QUORUM, _.due))
    assert column(marked, "ehc") == [False, True, False]
    assert column(marked, "quorum") == [False, False, False]


def test_a_clock_that_no_one_length_of_time_says_is_refused() -> None:
    with pytest.raises(ValueError, match="strategy_quorum has no one length of time"):
        with_due(table(start=[FIRST]), "start", STRATEGY_QUORUM, CALENDAR)


def test_records_without_children_in_care_have_a_calendar_all_the_same() -> None:
    found = records(date(2024, 1, 1), date(2024, 12, 31))
    days = Calendar.of(View.at(found, [date(2024, 12, 31)])).days
    assert found.one_day(days.day.min()) == date(2011, 4, 1)
