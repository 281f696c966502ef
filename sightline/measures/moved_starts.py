"""A clock's start moved to a later day, so that what was late became timely.

What an extract shows of visits is the latest alone: a first visit in time may lie hidden behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties import assessment, clock, strategy
from sightline.duties.health import INITIAL_ASSESSMENT
from sightline.duties.period import Period
from sightline.duties.reviews import review_rule
from sightline.measures.due_dates import Calendar, plus
from sightline.records import Records


def _working_days(duty: clock.Clock) -> int:
    within = duty.latest.within
    assert within is not None, duty.id
    return within.working_days


# An assessment counts from its own start where that was moved, from the referral where that was.
ASSESSMENT, CONFERENCE = _working_days(assessment.ASSESSMENT), _working_days(strategy.CONFERENCE)
FIRST_VISIT = Period(weeks=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """What must be done, and within how long of a day that a return may move.

    Events of the canonical `table`: the first whose `counts_from` is not before the clock's start
    is the one owed; it was done on its `done`. `kind` chooses among them.
    """

    starts: tuple[tuple[str, str, str], ...]
    table: str
    counts_from: str
    done: str
    within: int | Period  # working days, or weeks and months
    kind: str | None = None


FROM_REFERRAL = Clock(
    (
        ("annex_a", "list_3", "referral_date"),
        ("cin_census", "cin_details", "CINreferralDate"),
        ("ssd", "ssd_cin_episodes", "cine_referral_date"),
    ),
    "assessment",
    "started",
    "ended",
    ASSESSMENT,
)
FROM_ITS_START = Clock(
    (
        ("annex_a", "list_4", "assessment_start"),
        ("cin_census", "assessments", "AssessmentActualStartDate"),
        ("ssd", "ssd_cin_assessments", "cina_assessment_start_date"),
    ),
    "assessment",
    "started",
    "ended",
    ASSESSMENT,
)
FROM_STRATEGY_DISCUSSION = Clock(
    (
        ("annex_a", "list_5", "strategy_discussion"),
        ("cin_census", "section47", "S47ActualStartDate"),
        ("ssd", "ssd_s47_enquiry", "s47e_s47_start_date"),
    ),
    "section47",
    "strategy_discussion",
    "conference",
    CONFERENCE,
)
_CARE = (("annex_a", "list_8", "care_started"),)
FIRST_REVIEW = Clock(_CARE, "review", "date", "date", review_rule(1).within.working_days)
FIRST_HEALTH_ASSESSMENT = Clock(
    _CARE,
    "health_check",
    "date",
    "date",
    INITIAL_ASSESSMENT.within.working_days,
    "health_assessment",
)
FIRST_VISIT_IN_PLACEMENT = Clock(
    (
        ("annex_a", "list_8", "placement_started"),
        ("ssd", "ssd_cla_placement", "clap_cla_placement_start_date"),
    ),
    "visit",
    "date",
    "date",
    FIRST_VISIT,
    "social_work",
)
CLOCKS = (
    FROM_REFERRAL,
    FROM_ITS_START,
    FROM_STRATEGY_DISCUSSION,
    FIRST_REVIEW,
    FIRST_HEALTH_ASSESSMENT,
    FIRST_VISIT_IN_PLACEMENT,
)
STARTS = tuple(dict.fromkeys(place for owed in CLOCKS for place in owed.starts))


def moved_starts(records: Records, moved: Table, calendar: Calendar) -> Table:
    """The rows of `moved` that made something timely, with its day, `done`, and when it was `due`.

    `moved` has the columns of `rewritten`, of days alone; `due` is counted from the day as it was.
    """
    found = [_of_clock(records, moved, calendar, owed) for owed in CLOCKS]
    return ibis.union(*found)


def _of_clock(records: Records, moved: Table, calendar: Calendar, owed: Clock) -> Table:
    starts = ibis.memtable(
        [dict(zip(("return_name", "table", "column"), place, strict=True)) for place in owed.starts]
    )
    later = moved.semi_join(starts, ["return_name", "table", "column"]).filter(
        _.now_day > _.was_day
    )
    events = records.table(owed.table).filter(_[owed.done].notnull())
    chosen = events.filter(_.kind == owed.kind) if owed.kind else events
    told = chosen.select("child_id", counts_from=_[owed.counts_from], on=_[owed.done])
    before = _first(later, told, "was_day", "done_before")
    both = _first(before, told, "now_day", "done")
    due = _due(both, calendar, owed, "was_day", "due")
    judged = _due(due, calendar, owed, "now_day", "due_now")
    was_late = (judged.done_before > judged.due) | judged.done_before.isnull()
    in_time = judged.done <= judged.due_now
    return judged.filter(was_late & (judged.done > judged.due) & in_time)


def _first(moved: Table, events: Table, start: str, name: str) -> Table:
    """Adds the day of what was first done of all that counts from a start."""
    joined = moved.left_join(
        events, (moved.child_id == events.child_id) & (events.counts_from >= moved[start])
    )
    keys = [moved[column] for column in moved.columns]
    first = events.on.argmin(events.counts_from)
    return joined.group_by(keys).agg(**{name: first})


def _due(moved: Table, calendar: Calendar, owed: Clock, start: str, name: str) -> Table:
    if isinstance(owed.within, Period):
        return moved.mutate(**{name: plus(moved[start], owed.within).cast("date")})
    counted = calendar.plus(moved, start, owed.within, name)
    return counted.select(*moved.columns, name)
