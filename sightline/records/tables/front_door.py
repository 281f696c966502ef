"""From the front door to child protection plans and proceedings."""

from __future__ import annotations

from sightline.records.tables.shape import CHILD, EVENT, SPELL, CanonicalTable

TABLES = (
    CanonicalTable("contact", "a contact at the front door", {**EVENT, "made_by": "string"}),
    CanonicalTable(
        "early_help",
        "early help: an assessment, or a time of it; stepped_up: it led to social work",
        {**SPELL, "organisation": "string", "outcome": "string", "stepped_up": "boolean"},
    ),
    CanonicalTable(
        "referral",
        "a referral",
        {**EVENT, "made_by": "string", "no_further_action": "boolean"},
    ),
    CanonicalTable(
        "assessment",
        "a continuous assessment, ended when authorised; assessment_id: the census's own",
        {
            **SPELL,
            "child_seen": "boolean",
            "needs_support": "boolean",
            "internal_review": "date",
            "assessment_id": "string",
        },
    ),
    CanonicalTable(
        "assessment_factor",
        "a factor found at the end of an assessment, by its code",
        {**CHILD, "assessment_started": "date", "assessment_id": "string", "factor": "string"},
    ),
    CanonicalTable(
        "strategy_discussion",
        "a strategy discussion, who took part and whether a section 47 enquiry followed",
        {
            **EVENT,
            "police_present": "boolean",
            "health_present": "boolean",
            "social_care_present": "boolean",
            "education_present": "boolean",
            "other_present": "string",
            "led_to_section47": "boolean",
            "chaired_by": "string",
        },
    ),
    CanonicalTable(
        "section47",
        "a section 47 enquiry from its strategy discussion, and the conference it led to",
        {
            **CHILD,
            "strategy_discussion": "date",
            "conference_target": "date",
            "conference": "date",
            "conference_unnecessary": "boolean",
            "led_to_plan": "boolean",
        },
    ),
    CanonicalTable(
        "conference",
        "an initial child protection conference that was held, and the day it was due by",
        {**EVENT, "target": "date", "led_to_plan": "boolean"},
    ),
    CanonicalTable(
        "child_in_need",
        "a time open as a child in need; end_unknown: a newer census no longer names it",
        {
            **SPELL,
            "need": "string",
            "reason_closed": "string",
            "status": "string",
            "end_unknown": "boolean",
        },
    ),
    CanonicalTable("child_in_need_plan", "a child in need plan", SPELL),
    CanonicalTable(
        "protection_plan",
        "a child protection plan",
        {
            **SPELL,
            "initial_category": "string",
            "latest_category": "string",
            "previous_plans": "int64",
            "end_unknown": "boolean",
        },
    ),
    CanonicalTable(
        "protection_review",
        "a review conference of a child protection plan; plan_id: the census's own",
        {**EVENT, "plan_id": "string"},
    ),
    CanonicalTable(
        "pre_proceedings",
        "pre-proceedings, from the decision to begin them to the decision on the next step",
        {
            **SPELL,
            "letter_before_proceedings": "date",
            "family_group_offered": "boolean",
            "family_group_held": "boolean",
            "first_meeting": "date",
            "review_meetings": "int64",
            "outcome": "string",
            "court_application": "date",
            "letter_of_issue": "date",
        },
    ),
)
