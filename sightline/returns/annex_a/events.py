"""The columns of Annex A whose dates lie in the past of the extract, list by list."""

from __future__ import annotations

EVENTS = {
    "list_1": ("contact_date",),
    "list_2": ("assessment_start", "assessment_end"),
    "list_3": ("referral_date",),
    "list_4": ("assessment_start", "authorised"),
    "list_5": ("strategy_discussion", "conference_date"),
    "list_6": ("started", "last_seen", "ended"),
    "list_7": ("started", "last_visit", "last_review", "ended"),
    "list_8": (
        "care_started",
        "last_review",
        "last_visit",
        "last_iro_contact",
        "last_health_assessment",
        "last_dental_check",
        "care_ended",
        "placement_started",
    ),
    "list_9": ("last_contact",),
    "list_10": ("adoption_decision", "placement_order", "matched", "placed", "adoption_order"),
    "list_11": ("enquiry", "approved", "matched"),
}
