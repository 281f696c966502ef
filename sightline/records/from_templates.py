"""Sightline's own templates into canonical tables: what no statutory return holds.

Each template says what happened in its own words; of several extracts that name the same event,
the newest is believed.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.extracts import Extracts
from sightline.records.mapping import Mapped, Straight, mapped

RETURN = "templates"
AGREED = "agreed"

MATCHES = Straight(
    "match_decisions",
    ("child_id", "kind", "date"),
    {
        "date": "decision_date",
        "kind": "kind",
        "decision": "decision",
        "panel": "panel_date",
        "carer_id": "carer_id",
    },
)


def tables(extracts: Extracts) -> dict[str, Table]:
    """The canonical tables that the templates loaded feed."""
    return mapped(extracts, RETURN, MAPPINGS)


def permanence_step(extracts: Extracts) -> Table:
    """Matches that were agreed are steps to permanence."""
    agreed = MATCHES.read(extracts, RETURN, "match_decision").filter(_.decision == AGREED)
    return agreed.select(
        "child_id", "source", "period", "date", step=ibis.literal("matched_for_") + agreed.kind
    )


MAPPINGS: dict[str, Mapped] = {
    "strategy_discussion": Straight(
        "strategy_discussions",
        ("child_id", "date"),
        {
            "date": "discussion_date",
            "police_present": "police_present",
            "health_present": "health_present",
            "social_care_present": "social_care_present",
            "education_present": "education_present",
            "other_present": "other_present",
            "led_to_section47": "led_to_section47",
            "chaired_by": "chaired_by",
        },
    ),
    "supervision": Straight(
        "supervision",
        ("worker_id", "child_id", "date"),
        {
            "worker_id": "worker_id",
            "date": "supervision_date",
            "supervisor_id": "supervisor_id",
            "minutes": "minutes",
            "reflective": "reflective",
            "actions_set": "actions_set",
        },
    ),
    "return_interview": Straight(
        "return_interviews",
        ("child_id", "returned"),
        {
            "returned": "returned_date",
            "offered": "offered",
            "offered_on": "offered_date",
            "accepted": "accepted",
            "date": "interview_date",
            "independent": "independent",
        },
    ),
    "match_decision": MATCHES,
    "permanence_step": (("match_decisions",), permanence_step),
    "placement_plan": Straight(
        "placement_plans",
        ("child_id", "placement_started"),
        {"placement_started": "placement_started", "date": "plan_date"},
    ),
    "panel_decision": Straight(
        "panel_decisions",
        ("child_id", "panel", "date"),
        {
            "date": "panel_date",
            "panel": "panel",
            "decision": "decision",
            "decided_by": "decided_by",
            "next_date": "next_date",
        },
    ),
    "case_audit": Straight(
        "case_audits",
        ("child_id", "due"),
        {
            "due": "due_date",
            "date": "audit_date",
            "auditor_id": "auditor_id",
            "grade": "grade",
            "family_asked": "family_asked",
            "moderated": "moderated_date",
            "moderated_grade": "moderated_grade",
        },
    ),
    "audit_standard": Straight(
        "audit_standards",
        ("child_id", "date", "standard"),
        {"date": "audit_date", "standard": "standard", "met": "met"},
    ),
    "assurance_visit": Straight(
        "assurance_visits",
        ("child_id", "date", "home"),
        {
            "date": "visit_date",
            "home": "home_name",
            "visited_by": "visited_by",
            "safe": "safe",
            "child_seen": "child_seen",
            "child_seen_alone": "child_seen_alone",
            "registration_applied_for": "registration_applied_for",
        },
    ),
    "escalation": Straight(
        "iro_escalations",
        ("child_id", "started", "reason"),
        {
            "started": "raised_date",
            "ended": "resolved_date",
            "stage": "stage",
            "reason": "reason",
            "outcome": "outcome",
        },
    ),
    "mental_health_referral": Straight(
        "mental_health_referrals",
        ("child_id", "started", "referred_to"),
        {
            "started": "referral_date",
            "ended": "ended_date",
            "referred_to": "referred_to",
            "accepted": "accepted",
            "first_help": "first_help_date",
        },
    ),
    "family_time": Straight(
        "family_time",
        ("child_id", "with_whom", "date"),
        {
            "date": "planned_date",
            "with_whom": "with_whom",
            "happened": "happened",
            "arranged_by": "arranged_by",
            "reason_not": "reason_not",
        },
    ),
    "life_story_work": Straight(
        "life_story_work",
        ("child_id", "kind", "started"),
        {"started": "started", "ended": "completed", "kind": "kind", "worker": "worker_id"},
    ),
    "ehc_request": Straight(
        "ehc_requests",
        ("child_id", "date"),
        {
            "date": "request_date",
            "decided": "decision_to_assess_date",
            "agreed_to_assess": "agreed_to_assess",
            "plan_issued": "plan_issued_date",
            "exception": "exception",
        },
    ),
    "early_help": Straight(
        "early_help",
        ("child_id", "started"),
        {
            "started": "started",
            "ended": "ended",
            "organisation": "organisation",
            "outcome": "outcome",
            "stepped_up": "stepped_up",
        },
    ),
    "carer_assessment": Straight(
        "carer_assessments",
        ("child_id", "carer_id", "kind", "started"),
        {
            "started": "started",
            "ended": "completed",
            "carer_id": "carer_id",
            "relationship": "relationship",
            "kind": "kind",
            "recommendation": "recommendation",
            "decision": "decision",
            "decided": "decision_date",
            "decided_by": "decided_by",
            "overridden": "overridden",
            "override_reason": "override_reason",
        },
    ),
    "training": Straight(
        "training",
        ("worker_id", "programme", "date"),
        {
            "worker_id": "worker_id",
            "programme": "programme",
            "date": "training_date",
            "attended": "attended",
            "hours": "hours",
        },
    ),
}
