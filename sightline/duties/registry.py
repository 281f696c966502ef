"""Every clock that Sightline keeps, family by family, for documentation and pages."""

from dataclasses import dataclass

from sightline.duties import (
    assessment,
    care_plans,
    connected_persons,
    court,
    ehc,
    front_door,
    in_care,
    incidents,
    inspection,
    mental_health,
    missing,
    pathway,
    permanence,
    protection,
    strategy,
    supervision,
    unregistered,
)
from sightline.duties.clock import Clock


@dataclass(frozen=True, slots=True)
class Family:
    """Clocks that belong together, in the order in which a child meets them."""

    title: str
    clocks: tuple[Clock, ...]


FAMILIES: tuple[Family, ...] = (
    Family("Front door and assessment", (front_door.REFERRAL_DECISION, assessment.ASSESSMENT)),
    Family("Strategy discussion and conference", (strategy.STRATEGY_QUORUM, strategy.CONFERENCE)),
    Family(
        "Child protection plans",
        (
            protection.CORE_GROUP,
            protection.PROTECTION_VISIT,
            protection.PROTECTION_REVIEW_FIRST,
            protection.PROTECTION_REVIEW_LATER,
        ),
    ),
    Family(
        "Before and in court",
        (court.PRE_PROCEEDINGS, court.CARE_PROCEEDINGS, court.EXTENSION_OF_PROCEEDINGS),
    ),
    Family(
        "Plans for a child in care",
        (
            care_plans.CARE_PLAN,
            care_plans.PERSONAL_EDUCATION_PLAN,
            care_plans.PLACEMENT_PLAN,
            permanence.PERMANENCE_PLAN,
        ),
    ),
    Family("Visits to a child in care", in_care.VISITS),
    Family("Reviews of a child in care", in_care.REVIEWS),
    Family("Health of a child in care", (*in_care.HEALTH, mental_health.MENTAL_HEALTH_WAIT)),
    Family(
        "Where a child lives",
        (
            connected_persons.TEMPORARY_APPROVAL,
            connected_persons.EXTENSION,
            unregistered.UNREGISTERED_HOME,
            unregistered.UNREGULATED_UNDER_SIXTEEN,
            unregistered.UNREGISTERED_SUPPORTED,
        ),
    ),
    Family("Missing children", (missing.RETURN_INTERVIEW,)),
    Family(
        "Leaving care",
        (pathway.PATHWAY_ASSESSMENT, pathway.CARE_LEAVER_ASSESSMENT, pathway.PATHWAY_REVIEW),
    ),
    Family(
        "Special educational needs",
        (ehc.EHC_DECISION, ehc.EHC_REFUSAL, ehc.EHC_PLAN, ehc.EHC_REVIEW),
    ),
    Family(
        "Serious incidents",
        (incidents.INCIDENT_NOTIFICATION, incidents.RAPID_REVIEW, incidents.PRACTICE_REVIEW),
    ),
    Family(
        "Staff and inspection",
        (
            supervision.SUPERVISION_NEWLY_QUALIFIED,
            supervision.SUPERVISION,
            inspection.ACTION_PLAN,
            inspection.DRAFT_ACTION_PLAN,
            inspection.STATEMENT_OF_ACTION,
            inspection.PRIORITY_ACTION_PLAN,
        ),
    ),
)
CLOCKS: tuple[Clock, ...] = tuple(clock for family in FAMILIES for clock in family.clocks)
