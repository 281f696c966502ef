"""Which column of a return becomes which column of a canonical table: what an issue reaches.

Read from the mappings `from_ssda903` and `from_annex_a`; a test holds it to what they ask for. A
column that is not here reaches nothing that a figure is worked out from.
"""

from __future__ import annotations

_STARTS = (
    *("care_episode.started", "period_of_care.started", "period_of_care.ended"),
    *("placement.started", "legal_status.started"),
)
_ENDS = ("care_episode.ended", "period_of_care.ended", "placement.ended", "legal_status.ended")
_PERSON = {
    "date_of_birth": ("person.date_of_birth",),
    "sex": ("person.sex",),
    "ethnicity": ("person.ethnicity",),
}

FEEDS: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("ssda903", "header"): {
        "SEX": ("person.sex",),
        "DOB": ("person.date_of_birth",),
        "ETHNIC": ("person.ethnicity",),
    },
    ("ssda903", "episodes"): {
        "DECOM": _STARTS,
        "DEC": _ENDS,
        "RNE": ("period_of_care.started", "placement.started"),
        "LS": ("legal_status.legal_status",),
        "PLACE": ("placement.placement_type",),
        "PLACE_PROVIDER": ("placement.provider",),
        "PL_POST": ("placement.postcode",),
        "URN": ("placement.urn",),
        "REC": ("period_of_care.reason_ceased", "period_of_care.ended"),
    },
    ("ssda903", "reviews"): {
        "REVIEW": ("review.date",),
        "REVIEW_CODE": ("review.participation",),
    },
    ("ssda903", "oc2"): {"SDQ_SCORE": ("outcome_year.sdq_score",)},
    ("ssda903", "missing"): {
        "MISSING": ("missing_episode.kind",),
        "MIS_START": ("missing_episode.started",),
        "MIS_END": ("missing_episode.ended",),
    },
    ("ssda903", "placed_for_adoption"): {
        "DATE_PLACED": ("permanence_step.date",),
        "DATE_PLACED_CEASED": ("permanence_step.date",),
    },
    ("ssda903", "ad1"): {"DATE_MATCH": ("permanence_step.date",)},
    ("annex_a", "list_7"): {**_PERSON, "last_visit": ("visit.date",)},
    ("annex_a", "list_8"): {
        **_PERSON,
        "care_started": ("period_of_care.started",),
        "care_ended": ("period_of_care.ended",),
        "reason_ceased": ("period_of_care.reason_ceased",),
        "legal_status_started": ("legal_status.started",),
        "legal_status": ("legal_status.legal_status",),
        "placement_started": ("placement.started",),
        "placement_type": ("placement.placement_type",),
        "placement_provider": ("placement.provider",),
        "placement_postcode": ("placement.postcode",),
        "urn": ("placement.urn",),
        "last_review": ("review.date",),
        "last_visit": ("visit.date",),
        "last_iro_contact": ("visit.iro_contact",),
        "permanence_plan": ("care_plan.permanence_plan",),
        "last_health_assessment": ("health_check.health_assessment",),
        "last_dental_check": ("health_check.dental_check",),
        "missing_12_months": ("missing_state.missing_12_months",),
        "return_interview_offered": ("missing_state.return_interview_offered",),
        "return_interview_accepted": ("missing_state.return_interview_accepted",),
    },
}
"""(return, table) → its column → `table.column` of the record. A dated check is named by its kind:
`health_check.dental_check` is the date of a dental check."""

FILLED: dict[tuple[str, str], tuple[str, ...]] = {
    ("annex_a", "list_8"): (
        *("date_of_birth", "ethnicity", "legal_status", "placement_type", "placement_started"),
        *("permanence_plan", "last_visit", "last_health_assessment", "team", "worker"),
    ),
}
"""Columns that every row should fill where the return's own schema does not ask for them: without
them no one can say where a child lives, under what order, with what plan, and when she was seen.
Last visits, health assessments, teams and workers are not there yet in a child's first days."""

LACKING: dict[tuple[str, str], str] = {
    ("ssda903", "dec_without_rec"): "REC",
    ("ssda903", "postcode_blank"): "PL_POST",
    ("ssda903", "provider_blank"): "PLACE_PROVIDER",
    ("ssda903", "urn_blank"): "URN",
    ("ssda903", "urn_blank_supported"): "URN",
    ("annex_a", "care_ended_without_reason"): "reason_ceased",
    ("annex_a", "legal_status_blank"): "legal_status",
    ("annex_a", "missing_without_interview_answer"): "return_interview_offered",
    ("annex_a", "placement_blank"): "placement_type",
    ("annex_a", "urn_blank"): "urn",
}
"""Checks that name the column which is there, and mean another that is blank: (return, rule) → the
column that is in doubt."""
