"""Whom measures count beside children in care: the open, what happened in a month, workers.

What happened is counted in the calendar month that ends with the moment, so that no event counts
in two: figures that share events move together, and a chart of them shows trends that are none.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import DateValue, Table

from sightline.measures.view import SHORT_BREAKS, View
from sightline.records.spells import lasts_past


def open_at(view: View, table: str) -> Table:
    """One row a moment and spell of a canonical table that holds then, with who the child is."""
    return view.once(f"open_{table}", lambda: view.with_who(view.at_moment(view.table(table))))


def in_month(view: View, table: str, date: str = "date") -> Table:
    """One row a moment and row of a canonical table whose `date` lies in the month to the moment.

    Each with who the child is at the moment; `day` is that date.
    """
    return view.once(
        f"{table}_{date}_in_month",
        lambda: dated_in_month(view, view.table(table).drop("source", "period"), date),
    )


def dated_in_month(view: View, events: Table, date: str) -> Table:
    """As `in_month`, of events that are no canonical table as it stands, as due dates are."""
    dated = events.mutate(day=events[date]).filter(_.day.notnull())
    moment = view.moment.select("as_at", month=_.as_at.truncate("M"))
    joined = moment.join(
        dated, (dated.day.truncate("M") == moment.month) & (dated.day <= moment.as_at)
    ).drop("month")
    return view.with_who(joined)


def care_begun(view: View) -> Table:
    """Every time in care: child_id, started, ended, reason_ceased. Short breaks are left out."""
    periods = view.table("period_of_care")
    return _without_short_breaks(view, periods.mutate(on=periods.started))


def care_ended(view: View) -> Table:
    """As `care_begun`, of those that have ended, by the order of their last day."""
    ended = view.table("period_of_care").filter(_.ended.notnull())
    last_day = (_.ended - ibis.interval(days=1)).cast("date")
    return _without_short_breaks(view, ended.mutate(on=last_day))


def _without_short_breaks(view: View, times: Table) -> Table:
    breaks = view.table("legal_status").filter(_.legal_status.isin(SHORT_BREAKS))
    in_care = times.anti_join(
        breaks,
        (times.child_id == breaks.child_id)
        & (breaks.started <= times.on)
        & lasts_past(breaks.ended, times.on),
    )
    return in_care.select("child_id", "started", "ended", "reason_ceased")


def in_need(view: View) -> Table:
    """Children open as in need who are neither in care nor on a child protection plan then."""
    return view.once("in_need", lambda: _in_need(view))


def _in_need(view: View) -> Table:
    elsewhere = ibis.union(
        view.in_care.select("as_at", "child_id"),
        view.at_moment(view.table("protection_plan")).select("as_at", "child_id"),
        distinct=True,
    )
    return open_at(view, "child_in_need").anti_join(elsewhere, ["as_at", "child_id"])


def workers_in_post(view: View) -> Table:
    """One row a moment and worker in post, as the newest census by then has them.

    Who holds two roles counts once, in the newest. `worker` alone says who: measures of workers
    list no child.
    """
    held = workers_of_newest_census(view).filter(
        (_.role_started.isnull() | (_.role_started <= _.census))
        & (_.role_ended.isnull() | (_.role_ended > _.census))
    )
    newest = ibis.window(group_by=["as_at", "worker_id"], order_by=ibis.desc("role_started"))
    return held.mutate(place=ibis.row_number().over(newest)).filter(_.place == 0)


def workers_of_newest_census(view: View) -> Table:
    """Every row of the newest workforce census by each moment; `census` is its day."""
    workers = view.table("worker").rename(census="as_at").drop("source", "period")
    censuses = workers.select("census").distinct()
    newest = (
        view.moment.join(censuses, view.moment.as_at >= censuses.census)
        .group_by("as_at")
        .agg(census=_.census.max())
    )
    return newest.join(workers, "census").mutate(worker=_.worker_id)


def counted_between(
    rows: Table, events: Table, date: str, since: DateValue, until: DateValue
) -> Table:
    """Adds `times`: how many of the child's events have their `date` from `since` to `until`.

    Both days count; they are days of each of `rows`.
    """
    dated = events.select("child_id", happened=events[date])
    joined = rows.left_join(
        dated,
        (rows.child_id == dated.child_id) & (dated.happened >= since) & (dated.happened <= until),
    )
    return joined.group_by([rows[column] for column in rows.columns]).agg(
        times=dated.happened.count()
    )


def earlier_within(rows: Table, events: Table, date: str, days: int) -> Table:
    """Adds `times`: on how many of the `days` days before `day` the child had such an event."""
    each_day = events.select("child_id", date).distinct()
    day_before = rows.day - ibis.interval(days=1)
    return counted_between(rows, each_day, date, rows.day - ibis.interval(days=days), day_before)
