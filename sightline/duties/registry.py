"""Every duty that Sightline keeps time for, for documentation and pages."""

from dataclasses import dataclass

from sightline.duties.citation import Citation
from sightline.duties.health import (
    DENTAL_CHECK,
    INITIAL_ASSESSMENT,
    REVIEW_FROM_FIVE,
    REVIEW_UNDER_FIVE,
)
from sightline.duties.reviews import review_rule
from sightline.duties.visit_rules import VisitPhase, VisitRegime, visit_rule


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: what it is called, what must happen by when, and who says so."""

    id: str
    title: str
    rule: str
    citation: Citation


def _visits(regime: VisitRegime, phase: VisitPhase) -> Citation:
    return visit_rule(regime, phase).citation


DUTIES: tuple[Duty, ...] = (
    Duty(
        "visit_ordinary",
        "Visits to a child in care",
        "Within 1 week of the start of any placement, then at most 6 weeks apart.",
        _visits(VisitRegime.ORDINARY, VisitPhase.AFTER_FIRST_YEAR),
    ),
    Duty(
        "visit_to_eighteen",
        "Visits in a placement meant to last until 18",
        "Within 1 week of the start, at most 6 weeks apart in the first year, then 3 months.",
        _visits(VisitRegime.TO_EIGHTEEN, VisitPhase.AFTER_FIRST_YEAR),
    ),
    Duty(
        "visit_long_term_fostering",
        "Visits in a long-term foster placement where the child agrees to fewer",
        "After a year in the placement, at most 6 months apart (from 1 April 2015).",
        _visits(VisitRegime.LONG_TERM_FOSTERING, VisitPhase.AFTER_FIRST_YEAR),
    ),
    Duty(
        "visit_parents_before_assessment",
        "Visits to a child placed with a parent before the assessment is complete",
        "At least once a week until the first review, then at most 6 weeks apart.",
        _visits(VisitRegime.PARENTS_BEFORE_ASSESSMENT, VisitPhase.UNTIL_FIRST_REVIEW),
    ),
    Duty(
        "visit_temporary_approval",
        "Visits to a child with a connected person approved for the time being",
        "At least once a week until the first review, then at most 4 weeks apart.",
        _visits(VisitRegime.TEMPORARY_APPROVAL, VisitPhase.UNTIL_FIRST_REVIEW),
    ),
    Duty(
        "visit_interim_order_with_parents",
        "Visits to a child at home on an interim care order",
        "At least once a week until the first review, then at most 4 weeks apart.",
        _visits(VisitRegime.INTERIM_ORDER_WITH_PARENTS, VisitPhase.UNTIL_FIRST_REVIEW),
    ),
    Duty(
        "visit_care_order_with_parents",
        "Visits to a child at home on a care order",
        "Within 1 week of the making of the order, then at most 6 weeks apart.",
        _visits(VisitRegime.CARE_ORDER_WITH_PARENTS, VisitPhase.THROUGHOUT),
    ),
    Duty(
        "visit_elsewhere",
        "Visits to a child where someone else answers for the arrangements",
        "Within 1 week of the start, at most 6 weeks apart in the first year, then 3 months.",
        _visits(VisitRegime.ELSEWHERE, VisitPhase.FIRST_YEAR),
    ),
    Duty(
        "visit_short_breaks",
        "Visits to a child who has short breaks",
        "Within 3 months of the first placement, then at most 6 months apart.",
        _visits(VisitRegime.SHORT_BREAKS, VisitPhase.THROUGHOUT),
    ),
    Duty(
        "review_first",
        "First review of a child in care",
        "Within 20 working days of the day the child came into care.",
        review_rule(1).citation,
    ),
    Duty(
        "review_second",
        "Second review of a child in care",
        "Within 3 months of the first review.",
        review_rule(2).citation,
    ),
    Duty(
        "review_later",
        "Later reviews of a child in care",
        "Within 6 months of the review before.",
        review_rule(3).citation,
    ),
    Duty(
        "health_initial",
        "Initial health assessment",
        "In time for the first review: within 20 working days of coming into care.",
        INITIAL_ASSESSMENT.citation,
    ),
    Duty(
        "health_review_under_five",
        "Review health assessment of a child under five",
        "Within 6 months of the last assessment.",
        REVIEW_UNDER_FIVE.citation,
    ),
    Duty(
        "health_review_from_five",
        "Review health assessment from the fifth birthday",
        "Within 12 months of the last assessment.",
        REVIEW_FROM_FIVE.citation,
    ),
    Duty(
        "dental_check",
        "Dental check",
        "Checked by a dentist in the past 12 months.",
        DENTAL_CHECK.citation,
    ),
)
