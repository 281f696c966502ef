"""Due dates by the clocks of `duties`, in sets: the same declaration that serves one child.

`duties.clock.Clock` says from what time runs, how long it allows and since when; here a column of
days becomes a column of due dates. What a clock has no one length of time for (visits, whose
interval depends on the placement) is in `due_dates`. A measure begins from a canonical table:

    conferences = view.table("strategy_discussion")
    due = with_due(conferences, "date", CONFERENCE, Calendar.of(view))
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, DateColumn, DateValue, Table

from sightline.duties.clock import Clock, Rule, Series
from sightline.duties.reviews import review_rule
from sightline.measures.due_dates import Calendar, plus, reviews_due
from sightline.measures.view import View


def with_due(table: Table, start: str, clock: Clock, days: Calendar, name: str = "due") -> Table:
    """Adds `name`: the last day on which it is in time, where time runs from column `start`.

    Null where `start` is null, where no rule was in force on that day, or, for working days, where
    either lies outside the calendar. Raises ValueError for a clock that no one length of time says.
    """
    rules = [rule for rule in clock.rules if rule.within]
    if not rules:
        raise ValueError(f"The clock {clock.id} has no one length of time.")
    columns = table.columns
    counts = {rule.within.working_days for rule in rules if rule.within}
    reached = {count: f"{name}_in_{count}_working_days" for count in sorted(counts) if count}
    for count, step in reached.items():
        table = days.plus(table, start, count, step)
    due = ibis.cases(
        *((in_force(rule, table[start]), _due(table, start, rule, reached)) for rule in rules),
        else_=ibis.null().cast("date"),
    )
    return table.mutate(**{name: due}).select(*columns, name)


def with_next_due(
    table: Table, started: str, last: str, series: Series, days: Calendar, name: str = "due"
) -> Table:
    """Adds `name`: when the next of a series is due, from the `last` one or, before any, the start.

    `last` is null where none has been done. The one before each event (`lag`) as `last` gives what
    was due then, to judge the event by.
    """
    first = with_due(table, started, series.first, days, f"{name}_first")
    both = with_due(first, last, series.later, days, f"{name}_later")
    due = ibis.ifelse(both[last].isnull(), both[f"{name}_first"], both[f"{name}_later"])
    return both.mutate(**{name: due}).select(*table.columns, name)


def in_force(rule: Rule, day: DateColumn) -> BooleanValue:
    """Whether a rule is in force on a day."""
    begun = day >= rule.in_force_from
    return begun if rule.in_force_to is None else begun & (day <= rule.in_force_to)


def relaxed(clock: Clock, due: DateColumn) -> BooleanValue:
    """Whether the clock's time limit gave way on a due date."""
    gave_way = clock.relaxation
    if gave_way is None:
        return ibis.literal(False)
    return due.between(gave_way.first_day, gave_way.last_day)


def _due(table: Table, start: str, rule: Rule, reached: dict[int, str]) -> DateValue:
    assert rule.within is not None
    if rule.within.working_days:
        return table[reached[rule.within.working_days]]
    day = table[start] - ibis.interval(days=1) if rule.first_day_counts else table[start]
    return plus(day, rule.within).cast("date")


def permanence_plans_due(view: View) -> Table:
    """One row a period of care: `due`, the day by which the plan for permanence must be agreed.

    Columns: child_id, care_started, due. The second review's day, or the day on which it was due if
    that came first; before the first review is held, reckoned from when that one is due. A child
    whose second review the records cannot know of has no row.
    """
    reviews = reviews_due(view)
    keys = ["child_id", "care_started"]
    second = reviews.filter(_.number == 2).select(
        *keys, due=ibis.least(_.due, ibis.coalesce(_.held, _.due))
    )
    none_held = reviews.filter((_.number == 1) & _.held.isnull()).select(
        *keys, due=plus(_.due, review_rule(2).within).cast("date")
    )
    return ibis.union(second, none_held, distinct=False)
