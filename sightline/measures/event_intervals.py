"""How long children in care waited between visits, reviews and health checks, and what was allowed.

What an extract can and cannot say: it shows the latest day alone, so another visit may lie hidden
between an extract and the visit that the next one shows. The days between two that are shown are
therefore the most that passed (`at_most`); the least (`at_least`) run to the last extract before
the second, which still showed the first as the latest. Where the return lists every event (the
903's reviews) the two are the same.
"""

from __future__ import annotations

from enum import StrEnum

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.measures.child_days import ChildDays
from sightline.measures.due_dates import health_assessments_due, reviews_due, visits_due
from sightline.records import Records

LATEST_ONLY = "annex_a"  # the return whose rows show the latest day alone


class Event(StrEnum):
    """What recurs in the care of a child."""

    VISIT = "visit"
    REVIEW = "review"
    HEALTH_ASSESSMENT = "health_assessment"
    DENTAL_CHECK = "dental_check"


TITLES = {
    Event.VISIT: "Social worker’s visits",
    Event.REVIEW: "Reviews",
    Event.HEALTH_ASSESSMENT: "Health assessments",
    Event.DENTAL_CHECK: "Dental checks",
}
COLUMNS = (
    "child_id", "team", "worker", "care_started", "previous", "date", "at_least", "at_most",
    "due", "days_late",
)  # fmt: skip


def intervals(records: Records, event: Event) -> Table:
    """One row an event in care: COLUMNS. Days are counted from `previous` to `date`.

    `previous` is null for the first of a time in care, counted from the day it began; where nobody
    knows that day, the first is left out. `due` is what
    the duty allowed then, null where no law sets an interval (dental checks) or none is known;
    `days_late` is below 0 where the event was early. Team and worker are those of the day before.
    """
    dated = _in_care(records, event)
    if not dated.count().execute():
        return _empty(dated)
    view = ChildDays.of(records, dated)
    judged = _with_due(dated, view, event)
    placed = judged.left_join(
        view.in_care.select("child_id", "as_at", "team", "worker"), ["child_id", "as_at"]
    )
    bounded = placed.left_join(_last_extracts(records, dated), "date")
    since = ibis.coalesce(bounded.previous, bounded.care_started)
    at_most = bounded.date.delta(since, unit="day")
    to_extract = bounded.extract.delta(since, unit="day") + 1
    hidden = (bounded.source == LATEST_ONLY) & (bounded.extract >= since)
    unseen = (bounded.source == LATEST_ONLY) & ~(bounded.extract >= since).fill_null(False)
    return bounded.mutate(
        at_most=at_most,
        at_least=ibis.cases((hidden, to_extract), (unseen, ibis.least(at_most, 1)), else_=at_most),
        days_late=bounded.date.delta(bounded.due, unit="day"),
    ).select(*COLUMNS)


def _events(records: Records, event: Event) -> Table:
    if event is Event.REVIEW:
        return records.table("review").select("child_id", "date", "source")
    if event is Event.VISIT:
        visits = records.table("visit").filter(_.kind == "social_work")
        return visits.select("child_id", "date", "source")
    checks = records.table("health_check").filter(_.kind == event.value)
    return checks.select("child_id", "date", "source")


def _in_care(records: Records, event: Event) -> Table:
    """Each event inside a time in care, with the one before it; `as_at`, the day before it."""
    care = records.table("period_of_care").select(
        "child_id", "start_unknown", care_started="started", care_ended="ended"
    )
    events = _events(records, event).group_by(["child_id", "date"]).agg(source=_.source.max())
    inside = events.inner_join(care, "child_id").filter(
        (_.date >= _.care_started) & (_.care_ended.isnull() | (_.date <= _.care_ended))
    )
    order = ibis.window(group_by=["child_id", "care_started"], order_by="date")
    dated = inside.mutate(
        previous=inside.date.lag().over(order),
        as_at=(inside.date - ibis.interval(days=1)).cast("date"),
    )
    counted = dated.filter(_.previous.notnull() | ~_.start_unknown.fill_null(False))
    return records.connection.create_table(
        f"step_{event.value}_in_care",
        counted.drop("care_ended", "start_unknown"),
        temp=True,
        overwrite=True,
    )


def _with_due(dated: Table, view: ChildDays, event: Event) -> Table:
    if event is Event.DENTAL_CHECK:
        return dated.mutate(due=ibis.null().cast("date"))
    if event is Event.REVIEW:
        held = reviews_due(view).filter(_.held.notnull())
        due = held.select("child_id", "care_started", "due", date=_.held)
        return dated.left_join(due, ["child_id", "care_started", "date"]).select(
            *dated.columns, "due"
        )
    owed = visits_due(view) if event is Event.VISIT else health_assessments_due(view)
    due = owed.select("child_id", "as_at", "due")
    return dated.left_join(due, ["child_id", "as_at"]).select(*dated.columns, "due")


def _last_extracts(records: Records, dated: Table) -> Table:
    """The last extract before each day on which anything happened."""
    extracts = records.table("extract").filter(_.return_name == LATEST_ONLY)
    days = dated.select("date").distinct()
    before = days.join(extracts.select("covers_to"), days.date > extracts.covers_to)
    return before.group_by("date").agg(extract=_.covers_to.max())


def _empty(dated: Table) -> Table:
    nothing = ibis.null()
    return dated.mutate(
        team=nothing.cast("string"),
        worker=nothing.cast("string"),
        at_least=nothing.cast("int64"),
        at_most=nothing.cast("int64"),
        due=nothing.cast("date"),
        days_late=nothing.cast("int64"),
    ).select(*COLUMNS)
