"""The canonical tables: what each holds, column by column.

Intervals are half open: a placement holds from `started` until the day before `ended`, which is
null while it lasts. `source` says which return a row came from and `period` the extract it was
last seen in, so that every row can be traced to a file.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
from ibis import Schema

PROVENANCE = {"source": "string", "period": "date"}


@dataclass(frozen=True, slots=True)
class CanonicalTable:
    """One canonical table: its name, what one row is, and its columns."""

    name: str
    one_row_is: str
    columns: dict[str, str]

    @property
    def schema(self) -> Schema:
        """The Ibis schema, provenance columns included."""
        return ibis.schema({**self.columns, **PROVENANCE})


CHILD = {"child_id": "string"}
SPELL = {**CHILD, "started": "date", "ended": "date"}
SEEN_IN_MONTH = {**CHILD, "as_at": "date"}

_ALL = (
    CanonicalTable(
        "person",
        "a child, with what the newest extract that says so says of her",
        {
            **CHILD,
            "sex": "string",
            "date_of_birth": "date",
            "ethnicity": "string",
            "upn": "string",
            "disabled": "boolean",
            "uasc": "boolean",
        },
    ),
    CanonicalTable(
        "period_of_care",
        "one unbroken time of being looked after; end_unknown: she vanished from the extracts",
        {**SPELL, "reason_ceased": "string", "end_unknown": "boolean"},
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
        "contact", "a contact at the front door", {**CHILD, "date": "date", "made_by": "string"}
    ),
    CanonicalTable(
        "early_help",
        "an early help assessment",
        {**SPELL, "organisation": "string"},
    ),
    CanonicalTable(
        "referral",
        "a referral",
        {**CHILD, "date": "date", "made_by": "string", "no_further_action": "boolean"},
    ),
    CanonicalTable(
        "assessment",
        "a continuous assessment, ended when authorised",
        {**SPELL, "child_seen": "boolean", "needs_support": "boolean"},
    ),
    CanonicalTable(
        "section47",
        "a section 47 enquiry from its strategy discussion, and the conference it led to",
        {
            **CHILD,
            "strategy_discussion": "date",
            "conference": "date",
            "conference_unnecessary": "boolean",
            "led_to_plan": "boolean",
        },
    ),
    CanonicalTable(
        "child_in_need",
        "a time open as a child in need",
        {**SPELL, "need": "string", "reason_closed": "string", "status": "string"},
    ),
    CanonicalTable(
        "protection_plan",
        "a child protection plan",
        {
            **SPELL,
            "initial_category": "string",
            "latest_category": "string",
            "previous_plans": "int64",
        },
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

TABLES: dict[str, CanonicalTable] = {table.name: table for table in _ALL}
