"""The chronology of one child: everything every source says of her, in the order it happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

import ibis
from ibis import _
from ibis.expr.types import StringValue, Table, Value

from sightline.records.asked_again import ask_again
from sightline.records.store import Records


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `detail` holds the codes or words of the source, or nothing."""

    date: date
    kind: str
    detail: str | None
    source: str


Detail = Callable[[Table], StringValue]


def _who_came(table: Table) -> StringValue:
    """Codes of who took part, each followed by a comma; then others as they are named."""
    there = [
        ibis.ifelse(table[f"{who}_present"].fill_null(False), f"{who},", "")
        for who in ("police", "health", "social_care", "education")
    ]
    return cast("StringValue", sum(there[1:], there[0]) + table.other_present.fill_null(""))


def _family_time(table: Table) -> StringValue:
    """Whom it was with; where it did not take place, a bar and why."""
    missed = ibis.literal("|") + table.reason_not.fill_null("")
    happened = table.happened.fill_null(True)
    return cast("StringValue", table.with_whom.fill_null("") + ibis.ifelse(happened, "", missed))


def _joined(*columns: str) -> Detail:
    """Several columns, those that are not blank, with a comma between."""

    def detail(table: Table) -> StringValue:
        return cast("StringValue", ibis.literal(", ").join([table[name] for name in columns]))

    return detail


# kind of event → the table, its date column, and the column (or the function) that says more
EVENTS: dict[str, tuple[str, str, str | Detail | None]] = {
    "contact": ("contact", "date", "made_by"),
    "early_help_started": ("early_help", "started", "organisation"),
    "early_help_ended": ("early_help", "ended", "outcome"),
    "referral": ("referral", "date", "made_by"),
    "assessment_started": ("assessment", "started", None),
    "assessment_authorised": ("assessment", "ended", None),
    "strategy_discussion": ("section47", "strategy_discussion", None),
    "strategy_discussion_held": ("strategy_discussion", "date", _who_came),
    "conference": ("conference", "date", None),
    "child_in_need_plan_started": ("child_in_need_plan", "started", None),
    "child_in_need_plan_ended": ("child_in_need_plan", "ended", None),
    "protection_plan_started": ("protection_plan", "started", "latest_category"),
    "protection_plan_ended": ("protection_plan", "ended", None),
    "protection_review": ("protection_review", "date", None),
    "pre_proceedings_started": ("pre_proceedings", "started", None),
    "letter_before_proceedings": ("pre_proceedings", "letter_before_proceedings", None),
    "pre_proceedings_decided": ("pre_proceedings", "ended", None),
    "court_application": ("pre_proceedings", "court_application", None),
    "care_started": ("period_of_care", "started", None),
    "care_ended": ("period_of_care", "ended", "reason_ceased"),
    "placement_started": ("placement", "started", "placement_type"),
    "placement_plan": ("placement_plan", "date", None),
    "legal_status_started": ("legal_status", "started", "legal_status"),
    "review": ("review", "date", "participation"),
    "visit": ("visit", "date", "kind"),
    "assurance_visit": ("assurance_visit", "date", "home"),
    "health_check": ("health_check", "date", "kind"),
    "mental_health_referral": ("mental_health_referral", "started", "referred_to"),
    "mental_health_help": ("mental_health_referral", "first_help", "referred_to"),
    "missing_started": ("missing_episode", "started", "kind"),
    "missing_ended": ("missing_episode", "ended", "kind"),
    "return_interview_offered": ("return_interview", "offered_on", None),
    "return_interview": ("return_interview", "date", None),
    "plan_seen": ("care_plan", "started", "permanence_plan"),
    "permanence_step": ("permanence_step", "date", "step"),
    "match_decision": ("match_decision", "date", _joined("kind", "decision")),
    "panel_decision": ("panel_decision", "date", _joined("panel", "decision")),
    "carer_assessment_started": ("carer_assessment", "started", _joined("kind", "relationship")),
    "carer_assessment_decided": ("carer_assessment", "decided", _joined("kind", "decision")),
    "audited": ("case_audit", "date", "grade"),
    "escalation_raised": ("escalation", "started", "reason"),
    "escalation_resolved": ("escalation", "ended", "outcome"),
    "supervision": ("supervision", "date", "worker_id"),
    "family_time": ("family_time", "date", _family_time),
    "life_story_work_started": ("life_story_work", "started", "kind"),
    "life_story_work_completed": ("life_story_work", "ended", "kind"),
    "ehc_request": ("ehc_request", "date", None),
    "ehc_plan_issued": ("ehc_request", "plan_issued", None),
    "worker_seen": ("involvement", "started", "worker"),
    "deprivation_of_liberty_started": ("deprivation_of_liberty", "started", None),
    "died": ("person", "died", None),
}


def events(records: Records) -> Table:
    """All dated events of every child: child_id, date, kind, detail, source."""
    return ibis.union(*(_events(records, kind) for kind in EVENTS), distinct=True)


def chronology(records: Records, child_id: str, told: Table | None = None) -> tuple[Event, ...]:
    """All dated events of one child, oldest first. `told`: `events`, where they are kept."""

    def hers(child: str) -> Table:
        every = events(records) if told is None else told
        of_one = every.filter(_.child_id == child).drop("child_id")
        return of_one.order_by(["date", "kind", "detail"])

    name = "chronology" if told is None else "chronology kept"
    return tuple(Event(**row) for row in ask_again(records, name, hers, child=child_id))


def _events(records: Records, kind: str) -> Table:
    table, day, detail = EVENTS[kind]
    found = records.table(table)
    if kind == "care_started":  # not the first day held of a time in care that began before it
        found = found.filter(~_.start_unknown.fill_null(False))
    return found.filter(found[day].notnull()).select(
        "child_id",
        date=found[day],
        kind=ibis.literal(kind),
        detail=_detail(found, detail).cast("string"),
        source=found.source,
    )


def _detail(found: Table, detail: str | Detail | None) -> Value:
    if detail is None:
        return ibis.null()
    return found[detail] if isinstance(detail, str) else detail(found)
