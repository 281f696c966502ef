"""Dates changed after the fact so that what was late became timely: a question to ask of a record.

A change is often a mistake put right. What is kept here says only that the old day lay after the
duty's due date and the new one does not; whoever knows the child must say why it was changed.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.assessment import ASSESSMENT
from sightline.duties.citation import Citation
from sightline.duties.clock import Clock
from sightline.duties.strategy import CONFERENCE
from sightline.measures.child_days import ChildDays
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import (
    Calendar,
    health_assessments_due,
    reviews_due,
    visits_due,
)
from sightline.measures.sources import HEALTH, REVIEWS, VISITS
from sightline.records import Records
from sightline.records.rewritten import REWRITTEN

MADE_TIMELY = "made_timely"
# the column of the return → the clock that runs from the day its row began: for an assessment its
# own start, which Annex A gives, and not the referral's
RUN_FROM_ITS_ROW = {"authorised": ASSESSMENT, "conference_date": CONFERENCE}
CITATIONS: Mapping[str, Citation] = {
    "last_visit": VISITS,
    "last_review": REVIEWS,
    "last_health_assessment": HEALTH,
    **{column: clock.latest.citation for column, clock in RUN_FROM_ITS_ROW.items()},
}
SCHEMA = ibis.schema(
    {
        "child_id": "string",
        "team": "string",
        "worker": "string",
        "table": "string",
        "column": "string",
        "was_day": "date",
        "now_day": "date",
        "due": "date",
        "seen_before": "date",
        "seen_now": "date",
        "load_id": "int64",
    }
)
LISTS = ("list_4", "list_5", "list_8")


def keep_made_timely(records: Records) -> None:
    """Keep, of the changed days, those late before the change and in time after it."""
    create = records.connection.create_table
    create(MADE_TIMELY, schema=SCHEMA, overwrite=True)
    moved = _moved(records)
    if not moved.count().execute():
        return
    view = ChildDays.of(records, moved)
    judged = ibis.union(
        _by_child(moved, "last_visit", visits_due(view)),
        _by_child(moved, "last_health_assessment", health_assessments_due(view)),
        _reviews(moved, view),
        *(_by_clock(moved, view, *each) for each in RUN_FROM_ITS_ROW.items()),
    )
    found = judged.filter((_.was_day > _.due) & (_.now_day <= _.due))
    records.connection.insert(MADE_TIMELY, found.select(*SCHEMA.names))


def _moved(records: Records) -> Table:
    """Days that a duty's clock bears on; `as_at`, the day before the earlier of the two."""
    changed = records.connection.table(REWRITTEN).filter(
        (_.return_name == "annex_a")
        & _.table.isin(LISTS)
        & _.column.isin(list(CITATIONS))
        & _.was_day.notnull()
        & _.now_day.notnull()
    )
    day_before = ibis.least(changed.was_day, changed.now_day) - ibis.interval(days=1)
    return records.connection.create_table(
        "step_moved_days", changed.mutate(as_at=day_before.cast("date")), temp=True, overwrite=True
    )


def _by_child(moved: Table, column: str, due: Table) -> Table:
    """What was due to the child on the day before: the visit or the assessment next owed."""
    of_column = moved.filter((_.column == column) & (_.table == "list_8"))
    return of_column.inner_join(due.select("child_id", "as_at", "due"), ["child_id", "as_at"])


def _reviews(moved: Table, view: ChildDays) -> Table:
    held = reviews_due(view).filter(_.held.notnull()).select("child_id", "due", now_day=_.held)
    of_column = moved.filter((_.column == "last_review") & (_.table == "list_8"))
    return of_column.inner_join(held, ["child_id", "now_day"]).select(*moved.columns, "due")


def _by_clock(moved: Table, view: ChildDays, column: str, clock: Clock) -> Table:
    of_column = moved.filter(_.column == column)
    return with_due(of_column, "began", clock, Calendar.of(view)).select(*moved.columns, "due")
