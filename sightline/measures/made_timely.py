"""Dates changed after the fact so that what was late became timely: a question to ask of a record.

A change is often a mistake put right. What is kept here says only that what was done lay after the
duty's due date as the record first told it, and does not as it is told now: its own day was moved
to an earlier one, or the day from which its clock runs to a later one (`moved_starts`). Whoever
knows the child must say why.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.measures.child_days import ChildDays
from sightline.measures.due_dates import (
    Calendar,
    health_assessments_due,
    reviews_due,
    visits_due,
)
from sightline.measures.moved_starts import ASSESSMENT, CONFERENCE, STARTS, moved_starts
from sightline.records import Records
from sightline.records.rewritten import REWRITTEN

MADE_TIMELY = "made_timely"
SCHEMA = ibis.schema(
    {
        "child_id": "string",
        "team": "string",
        "worker": "string",
        "return_name": "string",
        "table": "string",
        "column": "string",
        "was_day": "date",
        "now_day": "date",
        "done": "date",  # the day that became timely: now_day, or where the clock's start was moved
        "due": "date",  # when it had been due as the record first told it
        "seen_before": "date",
        "seen_now": "date",
        "load_id": "int64",
    }
)
"""One row a changed date; where it bears on two duties, the one that was due first."""

Place = tuple[str, str, str]
VISITED: tuple[Place, ...] = (
    ("annex_a", "list_8", "last_visit"),
    ("ssd", "ssd_cla_visits", "clav_cla_visit_date"),
)
REVIEWED: tuple[Place, ...] = (
    ("annex_a", "list_8", "last_review"),
    ("ssd", "ssd_cla_reviews", "clar_cla_review_date"),
    ("ssda903", "reviews", "REVIEW"),
)
ASSESSED: tuple[Place, ...] = (("annex_a", "list_8", "last_health_assessment"),)
WORKING_DAYS: dict[Place, int] = {
    ("annex_a", "list_4", "authorised"): ASSESSMENT,
    ("annex_a", "list_5", "conference_date"): CONFERENCE,
    ("cin_census", "assessments", "AssessmentAuthorisationDate"): ASSESSMENT,
    ("cin_census", "section47", "DateOfInitialCPC"): CONFERENCE,
    ("ssd", "ssd_cin_assessments", "cina_assessment_auth_date"): ASSESSMENT,
}
"""Where a return says when something was done → the working days within which it must follow the
day that its row began."""

ENDS = (*VISITED, *REVIEWED, *ASSESSED, *WORKING_DAYS)


def keep_made_timely(records: Records) -> None:
    """Keep, of the changed days, those late before the change and in time after it."""
    create = records.connection.create_table
    create(MADE_TIMELY, schema=SCHEMA, overwrite=True)
    moved = _moved(records)
    if not moved.count().execute():
        return
    view = ChildDays.of(records, moved)
    calendar = _calendar(records, moved)
    ends = ibis.union(
        _by_child(moved, VISITED, visits_due(view)),
        _by_child(moved, ASSESSED, health_assessments_due(view)),
        _reviews(moved, view),
        *(
            calendar.plus(_of(moved, [place]), "began", days, "due").select(*moved.columns, "due")
            for place, days in WORKING_DAYS.items()
        ),
    )
    made = ends.filter((_.was_day > _.due) & (_.now_day <= _.due)).mutate(done=_.now_day)
    both = ibis.union(
        made.select(*SCHEMA.names), moved_starts(records, moved, calendar).select(*SCHEMA.names)
    )
    records.connection.insert(MADE_TIMELY, _due_first(both))


def _moved(records: Records) -> Table:
    """Days that a duty's clock bears on; `as_at`, the day before the earlier of the two."""
    changed = records.connection.table(REWRITTEN)
    wanted = _of(changed, [*ENDS, *STARTS]).filter(_.was_day.notnull() & _.now_day.notnull())
    day_before = ibis.least(wanted.was_day, wanted.now_day) - ibis.interval(days=1)
    return records.connection.create_table(
        "step_moved_days", wanted.mutate(as_at=day_before.cast("date")), temp=True, overwrite=True
    )


def _of(changed: Table, places: list[Place]) -> Table:
    known = ibis.memtable(
        [dict(zip(("return_name", "table", "column"), place, strict=True)) for place in places]
    )
    return changed.semi_join(known, ["return_name", "table", "column"])


def _calendar(records: Records, moved: Table) -> Calendar:
    """Working days about every day that was moved or began."""
    first = records.one_day(ibis.least(moved.was_day, moved.now_day, moved.began).min())
    last = records.one_day(ibis.greatest(moved.was_day, moved.now_day, moved.began).max())
    return Calendar.between(first, last.replace(year=last.year + 1, day=min(last.day, 28)))


def _by_child(moved: Table, places: tuple[Place, ...], due: Table) -> Table:
    """What was due to the child on the day before: the visit or the assessment next owed."""
    owed = due.select("child_id", "as_at", "due")
    return _of(moved, [*places]).inner_join(owed, ["child_id", "as_at"])


def _reviews(moved: Table, view: ChildDays) -> Table:
    held = reviews_due(view).filter(_.held.notnull()).select("child_id", "due", now_day=_.held)
    of_column = _of(moved, [*REVIEWED])
    return of_column.inner_join(held, ["child_id", "now_day"]).select(*moved.columns, "due")


def _due_first(judged: Table) -> Table:
    changed = [name for name in SCHEMA.names if name not in ("done", "due")]
    order = ibis.window(group_by=changed, order_by=["due", "done"])
    placed = judged.mutate(place=ibis.row_number().over(order))
    return placed.filter(_.place == 0).select(*SCHEMA.names)
