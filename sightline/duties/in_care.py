"""Visits, reviews and health of children in care, as clocks to be listed.

How visits and health assessments are worked out is in `visits`, `reviews` and `health`; here are
the words by which each is known. The lengths of time are those of the rules themselves.
"""

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.health import (
    DENTAL_CHECK,
    IMMUNISATIONS,
    INITIAL_ASSESSMENT,
    REVIEW_FROM_FIVE,
    REVIEW_UNDER_FIVE,
    HealthRule,
)
from sightline.duties.reviews import review_rule
from sightline.duties.sdq import SDQ
from sightline.duties.visit_rules import (
    CARE_PLANNING_REGULATIONS_BEGAN,
    VisitPhase,
    VisitRegime,
    visit_rule,
)

_PLACEMENT = "the start of the placement, and the visit before"
_CARE = "the day the child came into care"
_YEAR = "the day asked about, looking back"


def _visits(
    regime: VisitRegime, phase: VisitPhase, title: str, words: str, runs_from: str = _PLACEMENT
) -> Clock:
    rule = visit_rule(regime, phase)
    said = Rule(words, rule.citation, rule.in_force_from, rule.in_force_to)
    return Clock(f"visit_{regime.value}", title, runs_from, (said,))


def _review(id: str, title: str, number: int, runs_from: str, words: str) -> Clock:
    rule = review_rule(number)
    said = Rule(words, rule.citation, CARE_PLANNING_REGULATIONS_BEGAN, within=rule.within)
    return Clock(id, title, runs_from, (said,))


def _health(id: str, title: str, rule: HealthRule, runs_from: str, words: str) -> Clock:
    said = Rule(words, rule.citation, CARE_PLANNING_REGULATIONS_BEGAN, within=rule.within)
    return Clock(id, title, runs_from, (said,))


def _looked_back(id: str, title: str, words: str, citation: Citation) -> Clock:
    return Clock(id, title, _YEAR, (Rule(words, citation, CARE_PLANNING_REGULATIONS_BEGAN),))


VISITS: tuple[Clock, ...] = (
    _visits(
        VisitRegime.ORDINARY,
        VisitPhase.AFTER_FIRST_YEAR,
        "Visits to a child in care",
        "Within 1 week of the start of any placement, then at most 6 weeks apart.",
    ),
    _visits(
        VisitRegime.TO_EIGHTEEN,
        VisitPhase.AFTER_FIRST_YEAR,
        "Visits in a placement meant to last until 18",
        "Within 1 week of the start, at most 6 weeks apart in the first year, then 3 months.",
    ),
    _visits(
        VisitRegime.LONG_TERM_FOSTERING,
        VisitPhase.AFTER_FIRST_YEAR,
        "Visits in a long-term foster placement where the child agrees to fewer",
        "After a year in the placement, at most 6 months apart.",
    ),
    _visits(
        VisitRegime.PARENTS_BEFORE_ASSESSMENT,
        VisitPhase.UNTIL_FIRST_REVIEW,
        "Visits to a child placed with a parent before the assessment is complete",
        "At least once a week until the first review, then at most 6 weeks apart.",
    ),
    _visits(
        VisitRegime.TEMPORARY_APPROVAL,
        VisitPhase.UNTIL_FIRST_REVIEW,
        "Visits to a child with a connected person approved for the time being",
        "At least once a week until the first review, then at most 4 weeks apart.",
    ),
    _visits(
        VisitRegime.INTERIM_ORDER_WITH_PARENTS,
        VisitPhase.UNTIL_FIRST_REVIEW,
        "Visits to a child at home on an interim care order",
        "At least once a week until the first review, then at most 4 weeks apart.",
    ),
    _visits(
        VisitRegime.CARE_ORDER_WITH_PARENTS,
        VisitPhase.THROUGHOUT,
        "Visits to a child at home on a care order",
        "Within 1 week of the making of the order, then at most 6 weeks apart.",
        "the making of the order, and the visit before",
    ),
    _visits(
        VisitRegime.ELSEWHERE,
        VisitPhase.FIRST_YEAR,
        "Visits to a child where someone else answers for the arrangements",
        "Within 1 week of the start, at most 6 weeks apart in the first year, then 3 months.",
    ),
    _visits(
        VisitRegime.SHORT_BREAKS,
        VisitPhase.THROUGHOUT,
        "Visits to a child who has short breaks",
        "Within 3 months of the first placement, then at most 6 months apart.",
    ),
)
REVIEWS: tuple[Clock, ...] = (
    _review(
        "review_first",
        "First review of a child in care",
        1,
        _CARE,
        "Within 20 working days of the day the child came into care.",
    ),
    _review(
        "review_second",
        "Second review of a child in care",
        2,
        "the first review",
        "Within 3 months of the first review.",
    ),
    _review(
        "review_later",
        "Later reviews of a child in care",
        3,
        "the review before",
        "Within 6 months of the review before.",
    ),
)
HEALTH: tuple[Clock, ...] = (
    _health(
        "health_initial",
        "Initial health assessment",
        INITIAL_ASSESSMENT,
        _CARE,
        "In time for the first review: within 20 working days of coming into care.",
    ),
    _health(
        "health_review_under_five",
        "Review health assessment of a child under five",
        REVIEW_UNDER_FIVE,
        "the assessment before",
        "Within 6 months of the last assessment.",
    ),
    _health(
        "health_review_from_five",
        "Review health assessment from the fifth birthday",
        REVIEW_FROM_FIVE,
        "the assessment before",
        "Within 12 months of the last assessment.",
    ),
    _looked_back(
        "dental_check",
        "Dental check",
        "Checked by a dentist in the past 12 months.",
        DENTAL_CHECK.citation,
    ),
    _looked_back(
        "immunisations",
        "Immunisations",
        "Up to date at the end of the year, for children in care for 12 months or more.",
        IMMUNISATIONS.citation,
    ),
    _looked_back(
        "sdq",
        "Strengths and Difficulties Questionnaire",
        "A score in the past 12 months, ages 4 to 16 (5 to 16 in the department's tables).",
        SDQ.citation,
    ),
)
