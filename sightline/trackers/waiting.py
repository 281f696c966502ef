"""Children who wait: for a visit, a review, a plan, a match, a lawful home, an order's end.

The order to act: each wait is divided by the days that such a wait might reasonably last, and the
child whose worst wait is the most times too long comes first; among equals, the one who waits for
more. It is advice to a manager, not a decision about a child.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.measures.catalogue.permanence import MATCHED_LONG_TERM, PLAN_DUE_MONTHS
from sightline.measures.catalogue.placements import unregistered_homes
from sightline.measures.view import View, age_on
from sightline.records import Records
from sightline.trackers.clocks import CLOCKS, Duty

REASONS = "waiting_reason"
LONG_AT_HOME_MONTHS = 12
VANISHED_WITHIN_MONTHS = 12


class Kind(StrEnum):
    """What a child waits for."""

    UNREGISTERED = "unregistered_home"
    VISIT = "visit"
    REVIEW = "review"
    HEALTH_ASSESSMENT = "health_assessment"
    NO_PLAN = "no_permanence_plan"
    UNMATCHED = "long_term_match"
    AT_HOME = "care_order_at_home"
    VANISHED = "vanished"


# The days a wait might reasonably last. Ours to judge, not the law's: an unregistered home has no
# lawful day; a visit or a lost child is a matter of a week; a match or a discharge takes a panel or
# a court.
REASONABLE_DAYS = {
    Kind.UNREGISTERED: 1,
    Kind.VANISHED: 7,
    Kind.VISIT: 7,
    Kind.REVIEW: 14,
    Kind.NO_PLAN: 28,
    Kind.HEALTH_ASSESSMENT: 28,
    Kind.UNMATCHED: 182,
    Kind.AT_HOME: 365,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing a child waits for. `since`: the day it was due or began."""

    kind: Kind
    since: date
    days: int

    @property
    def times_too_long(self) -> float:
        """The wait over what is reasonable: the rank of a reason. Its first day counts as one."""
        return max(self.days, 1) / REASONABLE_DAYS[self.kind]

    @property
    def sentence(self) -> str:
        """The reason as a manager would say it."""
        return SENTENCES[self.kind].format(since=_said(self.since), days=_days(self.days))


SENTENCES = {
    Kind.UNREGISTERED: "In a home with no sign of registration since {since}: {days}.",
    Kind.VISIT: "Visit was due on {since}: {days} late.",
    Kind.REVIEW: "Review was due on {since}: {days} late.",
    Kind.HEALTH_ASSESSMENT: "Health assessment was due on {since}: {days} late.",
    Kind.NO_PLAN: "No permanence plan recorded since {since}, though one is owed: {days}.",
    Kind.UNMATCHED: "Long-term fostering is the plan, no match yet: planned by {since}, {days}.",
    Kind.AT_HOME: "At home on a full care order since {since}: {days}. Could it be discharged?",
    Kind.VANISHED: "In no extract since {since}, and no end date: where is this child?",
}


@dataclass(frozen=True, slots=True)
class WaitingChild:
    """A child and all that she waits for, the wait that is most times too long first."""

    child_id: str
    team: str | None
    worker: str | None
    age: int | None
    reasons: tuple[Reason, ...]

    @property
    def days(self) -> int:
        """How long the first reason has lasted."""
        return self.reasons[0].days


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"


def keep_reasons(records: Records, view: View) -> None:
    """Work out every reason at the newest extract (after `keep_clocks`) and keep them."""
    found = ibis.union(
        *(_overdue(records, duty) for duty in Duty),
        _unregistered(view),
        _no_plan(view),
        _unmatched(view),
        _at_home(view),
        _vanished(view),
        distinct=False,
    )
    who = ibis.union(view.in_care.select("child_id", "team", "worker", "age"), _last_known(view))
    named = found.left_join(who, "child_id").drop("child_id_right")
    records.connection.create_table(REASONS, named, overwrite=True)


def _last_known(view: View) -> Table:
    """Who last worked with each child no longer in care: whoever would know where she is."""
    newest = ibis.window(group_by="child_id", order_by=ibis.desc("started"))
    last = (
        view.table("involvement")
        .filter(_.team.notnull())
        .mutate(place=ibis.row_number().over(newest))
        .filter(_.place == 0)
        .anti_join(view.in_care, "child_id")
    )
    born = view.table("person").select("child_id", "date_of_birth")
    return (
        last.cross_join(view.moment)
        .left_join(born, "child_id")
        .select("child_id", "team", "worker", age=age_on(_.date_of_birth, _.as_at))
    )


def _reason(table: Table, kind: Kind, since: ibis.Deferred) -> Table:
    dated = table.mutate(since=since)
    return dated.filter(_.since.notnull()).select(
        "child_id",
        kind=ibis.literal(kind.value),
        since="since",
        days=_.as_at.delta(_.since, unit="day").cast("int64"),
    )


def _overdue(records: Records, duty: Duty) -> Table:
    clock = records.connection.table(CLOCKS)
    return _reason(
        clock.filter((_.duty == duty.value) & (_.due < _.as_at)), Kind(duty.value), _.due
    )


def _unregistered(view: View) -> Table:
    return _reason(
        unregistered_homes.how(view).filter(_.met), Kind.UNREGISTERED, _.placement_started
    )


def _no_plan(view: View) -> Table:
    """No plan shown: since it was owed, or since the extracts stopped showing the last one."""
    owed = (_.care_started + ibis.interval(months=PLAN_DUE_MONTHS)).cast("date")
    shown = view.table("care_plan").group_by("child_id").agg(last_shown=_.ended.max())
    planless = view.in_care.filter(_.permanence_plan.isnull() & (owed < _.as_at))
    dated = planless.left_join(shown, "child_id").drop("child_id_right")
    return _reason(dated, Kind.NO_PLAN, ibis.greatest(owed, _.last_shown))


def _unmatched(view: View) -> Table:
    waiting = view.in_care.filter(
        (_.permanence_plan == "LONG_TERM_FOSTERING")
        & ~_.placement_type.isin(MATCHED_LONG_TERM).fill_null(False)
    )
    return _reason(waiting, Kind.UNMATCHED, _.plan_seen_from)


def _at_home(view: View) -> Table:
    """At home on a full care order for a year or more, counted from the later of move and order."""
    since = ibis.greatest(_.placement_started, _.legal_status_started)
    at_home = view.in_care.filter((_.placement_type == "P1") & (_.legal_status == "C2"))
    year = _.as_at - ibis.interval(months=LONG_AT_HOME_MONTHS)
    return _reason(at_home.filter(since <= year), Kind.AT_HOME, since)


def _vanished(view: View) -> Table:
    """Periods of care that ended only because the extracts stopped naming the child."""
    recent = _.as_at - ibis.interval(months=VANISHED_WITHIN_MONTHS)
    ended = view.moment.cross_join(view.table("period_of_care").filter(_.end_unknown)).filter(
        _.ended >= recent
    )
    return _reason(ended.anti_join(view.in_care, "child_id"), Kind.VANISHED, _.ended)


def waiting(records: Records) -> tuple[WaitingChild, ...]:
    """Every child who waits, in the order to act."""
    kept = records.connection.table(REASONS)
    rows = records.connection.to_pyarrow(kept.order_by(["child_id", "kind"])).to_pylist()
    return _in_order(rows)


def _in_order(rows: list[dict[str, Any]]) -> tuple[WaitingChild, ...]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["child_id"], []).append(row)
    children = [_child(child_id, reasons) for child_id, reasons in found.items()]
    return tuple(sorted(children, key=_order_to_act))


def _order_to_act(child: WaitingChild) -> tuple[float, int, str]:
    return (-child.reasons[0].times_too_long, -len(child.reasons), child.child_id)


def _child(child_id: str, rows: list[dict[str, Any]]) -> WaitingChild:
    reasons = (Reason(Kind(row["kind"]), row["since"], row["days"]) for row in rows)
    return WaitingChild(
        child_id=child_id,
        team=rows[0]["team"],
        worker=rows[0]["worker"],
        age=rows[0]["age"],
        reasons=tuple(sorted(reasons, key=lambda reason: -reason.times_too_long)),
    )
