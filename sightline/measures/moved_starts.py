"""A clock's start moved to a later day, so that what was late became timely.

What an extract shows of visits is the latest alone: a first visit in time may lie hidden behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.duties.health import INITIAL_ASSESSMENT
from sightline.duties.period import Period
from sightline.duties.reviews import review_rule
from sightline.measures.due_dates import Calendar, plus
from sightline.measures.sources import HEALTH, REVIEWS, VISITS
from sightline.records import Records

ASSESSMENT, CONFERENCE = 45, 15
WORKING_TOGETHER = Citation(
    "Working Together to Safeguard Children (Department for Education)",
    "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    verified=False,
    note="Assessment within 45 working days of the referral, initial child protection conference "
    "within 15 of the strategy discussion. An assessment is counted from its own start where that "
    "was moved, and from the referral where the referral was.",
)
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
    citation: Citation
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
    WORKING_TOGETHER,
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
    WORKING_TOGETHER,
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
    WORKING_TOGETHER,
)
_CARE = (("annex_a", "list_8", "care_started"),)
FIRST_REVIEW = Clock(_CARE, "review", "date", "date", review_rule(1).within.working_days, REVIEWS)
FIRST_HEALTH_ASSESSMENT = Clock(
    _CARE,
    "health_check",
    "date",
    "date",
    INITIAL_ASSESSMENT.within.working_days,
    HEALTH,
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
    VISITS,
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
STARTS = tuple(dict.fromkeys(place for clock in CLOCKS for place in clock.starts))


def moved_starts(records: Records, moved: Table, calendar: Calendar) -> Table:
    """The rows of `moved` that made something timely, with its day, `done`, and when it was `due`.

    `moved` has the columns of `rewritten`, of days alone; `due` is counted from the day as it was.
    """
    found = [_of_clock(records, moved, calendar, clock) for clock in CLOCKS]
    return ibis.union(*found)


def _of_clock(records: Records, moved: Table, calendar: Calendar, clock: Clock) -> Table:
    starts = ibis.memtable(
        [
            dict(zip(("return_name", "table", "column"), place, strict=True))
            for place in clock.starts
        ]
    )
    later = moved.semi_join(starts, ["return_name", "table", "column"]).filter(
        _.now_day > _.was_day
    )
    events = records.table(clock.table).filter(_[clock.done].notnull())
    chosen = events.filter(_.kind == clock.kind) if clock.kind else events
    told = chosen.select("child_id", counts_from=_[clock.counts_from], on=_[clock.done])
    before = _first(later, told, "was_day", "done_before")
    both = _first(before, told, "now_day", "done")
    due = _due(both, calendar, clock, "was_day", "due")
    judged = _due(due, calendar, clock, "now_day", "due_now")
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


def _due(moved: Table, calendar: Calendar, clock: Clock, start: str, name: str) -> Table:
    if isinstance(clock.within, Period):
        return moved.mutate(**{name: plus(moved[start], clock.within).cast("date")})
    counted = calendar.plus(moved, start, clock.within, name)
    return counted.select(*moved.columns, name)
