"""Children in care and young people who have left: where they live, under what order."""

from __future__ import annotations

from sightline.records.tables.shape import CHILD, SEEN_IN_MONTH, SPELL, CanonicalTable

TABLES = (
    CanonicalTable(
        "period_of_care",
        "one unbroken time of being looked after; start_unknown: it began before the first episode "
        "held, on a day that nobody tells; end_unknown: she vanished from the extracts",
        {
            **SPELL,
            "reason_ceased": "string",
            "start_unknown": "boolean",
            "end_unknown": "boolean",
        },
    ),
    CanonicalTable(
        "care_episode",
        "one 903 episode: a stretch under one legal status in one placement",
        {
            **SPELL,
            "reason_new_episode": "string",
            "legal_status": "string",
            "need": "string",
            "placement_type": "string",
            "provider": "string",
            "reason_ceased": "string",
            "reason_place_change": "string",
            "home_postcode": "string",
            "placement_postcode": "string",
            "urn": "string",
            "end_unknown": "boolean",
        },
    ),
    CanonicalTable(
        "placement",
        "a stretch in one placement; carer_since: since when with the same carers",
        {
            **SPELL,
            "placement_type": "string",
            "provider": "string",
            "postcode": "string",
            "urn": "string",
            "carer_since": "date",
        },
    ),
    CanonicalTable(
        "legal_status", "a stretch under one legal status", {**SPELL, "legal_status": "string"}
    ),
    CanonicalTable(
        "review",
        "a review of a child in care that was held",
        {**CHILD, "date": "date", "participation": "string"},
    ),
    CanonicalTable(
        "visit",
        "a visit to a child; kind: social_work, iro or protection",
        {**CHILD, "date": "date", "kind": "string"},
    ),
    CanonicalTable(
        "health_check",
        "a dated check; kind: health_assessment or dental_check",
        {**CHILD, "date": "date", "kind": "string"},
    ),
    CanonicalTable(
        "outcome_year",
        "the health outcomes (OC2) of a child looked after 12 months at 31 March",
        {
            **CHILD,
            "year_ending": "date",
            "sdq_score": "int64",
            "sdq_reason": "string",
            "convicted": "boolean",
            "development_check": "boolean",
            "immunised": "boolean",
            "dental_check": "boolean",
            "health_assessment": "boolean",
            "substance_misuse": "boolean",
        },
    ),
    CanonicalTable(
        "missing_episode",
        "a time missing (M) or away without authorisation (A)",
        {**SPELL, "kind": "string"},
    ),
    CanonicalTable(
        "missing_state",
        "what a month's extract said of a child's missing episodes and her return interview",
        {
            **SEEN_IN_MONTH,
            "missing_12_months": "int64",
            "absent_12_months": "int64",
            "return_interview_offered": "boolean",
            "return_interview_accepted": "boolean",
        },
    ),
    CanonicalTable(
        "care_plan",
        "a stretch under one permanence plan, dated by the extracts that show it",
        {**SPELL, "permanence_plan": "string"},
    ),
    CanonicalTable(
        "permanence_step",
        "a dated step to permanence: adoption_decision, placement_order, matched …",
        {**CHILD, "date": "date", "step": "string"},
    ),
    CanonicalTable(
        "previous_permanence",
        "an earlier permanence arrangement that a child has come from",
        {**CHILD, "date": "date", "route": "string", "authority": "string"},
    ),
    CanonicalTable(
        "involvement",
        "a stretch with one social worker in one team",
        {**SPELL, "worker": "string", "team": "string"},
    ),
    CanonicalTable(
        "deprivation_of_liberty",
        "a deprivation of liberty order (903 from 2026/27)",
        SPELL,
    ),
    CanonicalTable(
        "care_leaver",
        "what an extract said of a young person who has left care",
        {
            **SEEN_IN_MONTH,
            "in_touch": "string",
            "accommodation": "string",
            "suitability": "string",
            "activity": "string",
        },
    ),
    CanonicalTable(
        "adopter",
        "a prospective adopter, as the newest extract has them",
        {
            "adopter_id": "string",
            "family_id": "string",
            "approved": "date",
            "matched": "date",
            "placed": "date",
            "left_process": "date",
        },
    ),
    CanonicalTable(
        "extract",
        "one extract behind this record, and the days its statements cover",
        {"return_name": "string", "covers_from": "date", "covers_to": "date"},
    ),
)
