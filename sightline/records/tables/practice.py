"""What practice records beside the statutory returns: decisions, interviews, visits, help."""

from __future__ import annotations

from sightline.records.tables.shape import CHILD, EVENT, SPELL, CanonicalTable

TABLES = (
    CanonicalTable(
        "return_interview",
        "what was offered after a child returned from being missing, and what came of it",
        {
            **CHILD,
            "returned": "date",
            "offered": "boolean",
            "offered_on": "date",
            "accepted": "boolean",
            "date": "date",
            "independent": "boolean",
        },
    ),
    CanonicalTable(
        "match_decision",
        "a decision on a match; kind: long_term_fostering or adoption",
        {
            **EVENT,
            "kind": "string",
            "decision": "string",
            "panel": "date",
            "carer_id": "string",
        },
    ),
    CanonicalTable(
        "placement_plan",
        "the plan of a placement, and the day it was agreed; null where it was not",
        {**CHILD, "placement_started": "date", "date": "date"},
    ),
    CanonicalTable(
        "panel_decision",
        "what a panel decided; panel: permanence, fostering, adoption, legal gateway or resources",
        {
            **EVENT,
            "panel": "string",
            "decision": "string",
            "decided_by": "string",
            "next_date": "date",
        },
    ),
    CanonicalTable(
        "case_audit",
        "an audit of a child's record, from when it was due; graded again where moderated",
        {
            **CHILD,
            "due": "date",
            "date": "date",
            "auditor_id": "string",
            "grade": "string",
            "family_asked": "boolean",
            "moderated": "date",
            "moderated_grade": "string",
        },
    ),
    CanonicalTable(
        "audit_standard",
        "whether an audit found the practice that a standard asks for",
        {**EVENT, "standard": "string", "met": "boolean"},
    ),
    CanonicalTable(
        "assurance_visit",
        "a visit to see whether a home, most often an unregistered one, is safe for a child",
        {
            **EVENT,
            "home": "string",
            "visited_by": "string",
            "safe": "boolean",
            "child_seen": "boolean",
            "child_seen_alone": "boolean",
            "registration_applied_for": "boolean",
        },
    ),
    CanonicalTable(
        "escalation",
        "a concern that an IRO raised, until it was resolved",
        {**SPELL, "stage": "int64", "reason": "string", "outcome": "string"},
    ),
    CanonicalTable(
        "mental_health_referral",
        "a referral for help with mental health, until the help ended",
        {**SPELL, "referred_to": "string", "accepted": "boolean", "first_help": "date"},
    ),
    CanonicalTable(
        "family_time",
        "family time that was planned, and whether it took place",
        {
            **EVENT,
            "with_whom": "string",
            "happened": "boolean",
            "arranged_by": "string",
            "reason_not": "string",
        },
    ),
    CanonicalTable(
        "life_story_work",
        "life story work, direct work, or a later-life letter",
        {**SPELL, "kind": "string", "worker": "string"},
    ),
    CanonicalTable(
        "ehc_request",
        "a request for an education, health and care needs assessment",
        {
            **EVENT,
            "decided": "date",
            "agreed_to_assess": "boolean",
            "plan_issued": "date",
            "exception": "boolean",
        },
    ),
    CanonicalTable(
        "carer_assessment",
        "an assessment of a person who might care for the child, and the decision on it",
        {
            **SPELL,
            "carer_id": "string",
            "relationship": "string",
            "kind": "string",
            "recommendation": "string",
            "decision": "string",
            "decided": "date",
            "decided_by": "string",
            "overridden": "boolean",
            "override_reason": "string",
        },
    ),
)
