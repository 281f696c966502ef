"""Young people who will leave care, or have left: assessment of needs, and the pathway plan."""

from collections.abc import Sequence
from datetime import date, timedelta

from sightline.duties.birthday import birthday
from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period
from sightline.duties.visit_rules import CARE_PLANNING_REGULATIONS_BEGAN

_CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010"
_CARE_LEAVERS = "Care Leavers (England) Regulations 2010"

PRESCRIBED_DAYS = 13 * 7

PATHWAY_ASSESSMENT = Clock(
    "pathway_assessment",
    "Assessment of needs for the pathway plan",
    "the 16th birthday or, if later, the day the young person became an eligible child",
    (
        Rule(
            "Complete within 3 months of turning 16, or of becoming an eligible child after that.",
            Citation(
                f"{_CARE_PLANNING}, reg 42(1)",
                "https://www.legislation.gov.uk/uksi/2010/959/part/7/crossheading/"
                "eligible-children",
                verified=True,
                note="The pathway plan itself (reg 43) has no date of its own in what was read.",
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(months=3),
        ),
    ),
)
CARE_LEAVER_ASSESSMENT = Clock(
    "care_leaver_assessment",
    "Assessment of a care leaver who has no pathway plan",
    "the day the young person became a relevant child",
    (
        Rule(
            "Complete within 3 months of becoming a relevant child.",
            Citation(
                f"{_CARE_LEAVERS}, reg 5(2)(a)",
                "https://www.legislation.gov.uk/uksi/2010/2571/regulation/5/made",
                verified=True,
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(months=3),
        ),
    ),
)
PATHWAY_REVIEW = Clock(
    "pathway_review",
    "Review of a pathway plan",
    "the day of the plan, or the review before",
    (
        Rule(
            "At most 6 months after the plan was made or last reviewed.",
            Citation(
                f"{_CARE_LEAVERS}, reg 7",
                "https://www.legislation.gov.uk/uksi/2010/2571/regulation/7/made",
                verified=False,
                note="Six months are practitioners' knowledge: the regulation was not read.",
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(months=6),
        ),
    ),
)


def became_eligible(
    date_of_birth: date, in_care: Sequence[tuple[date, date | None]], as_at: date
) -> date | None:
    """Return the day a young person became an eligible child, or None where not by `as_at`.

    Eligible is who is 16 or 17, in care, and has been in care for 13 weeks in all since turning 14
    (reg 40(1); that the weeks may be in parts, and count from the 14th birthday even in care begun
    earlier, follows Children Act 1989, Schedule 2, para 19B [unverified]). `in_care` holds the
    first day and the day of leaving (or None) of each time in care that does not overlap another;
    short breaks do not count and must be left out.
    """
    fourteen, sixteen, eighteen = (birthday(date_of_birth, age) for age in (14, 16, 18))
    counted = 0
    for began, ended in sorted(in_care, key=lambda period: period[0]):
        first, after = max(began, fourteen), min(ended or eighteen, eighteen)
        enough = first + timedelta(days=PRESCRIBED_DAYS - counted)
        reached = max(enough, sixteen, first)
        if reached < after:
            return reached if reached <= as_at else None
        counted += max((after - first).days, 0)
    return None


def pathway_assessment_due(
    date_of_birth: date, in_care: Sequence[tuple[date, date | None]], as_at: date
) -> date | None:
    """Return the day by which the assessment must be complete, or None while not eligible."""
    eligible = became_eligible(date_of_birth, in_care, as_at)
    return PATHWAY_ASSESSMENT.due(eligible) if eligible else None
