"""Health of a child in care: the initial assessment, the reviews of it, and checks in the year.

- The initial assessment is due in time for the first review: 20 working days.
- A review assessment is due within six months of the last while the child is under five, and within
  twelve months from the fifth birthday on. The age on the day counts: where six months would end on
  or after the fifth birthday, twelve months hold instead.
- A child is five on the fifth birthday (`birthday`).
- A refusal is not an assessment: give only assessments that took place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.duties.birthday import birthday
from sightline.duties.citation import Citation
from sightline.duties.period import Period

_REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"
_LAIT = Citation(
    "Local Authority Interactive Tool, definition of health checks of children looked after "
    "(Department for Education); SSDA903 OC2",
    "https://explore-education-statistics.service.gov.uk/find-statistics/"
    "children-looked-after-in-england-including-adoptions",
    verified=True,
    note="Counted for children looked after for 12 months or more.",
)
_REVIEW_ASSESSMENT = Citation(
    f"{_REGULATIONS}, reg 7(3)",
    "https://www.legislation.gov.uk/uksi/2010/959/regulation/7",
    verified=True,
    note="Twice a year under five and once from five: read in the department's definition, "
    "not in the regulation's own words.",
)

FIVE = 5


@dataclass(frozen=True, slots=True)
class HealthRule:
    """How soon a health assessment must follow what it runs from."""

    name: str
    within: Period
    citation: Citation


@dataclass(frozen=True, slots=True)
class Standard:
    """A check counted in a look-back period: no law sets an interval between checks."""

    name: str
    in_the_past: Period
    citation: Citation


INITIAL_ASSESSMENT = HealthRule(
    "initial health assessment",
    Period(working_days=20),
    Citation(
        f"{_REGULATIONS}, regs 7(1)–(2) and 33(1); Promoting the health and wellbeing of "
        "looked-after children (2015)",
        "https://www.gov.uk/government/publications/"
        "promoting-the-health-and-wellbeing-of-looked-after-children--2",
        verified=False,
        note="That the assessment comes before the first review, and that review within 20 working "
        "days, was read; a limit of 20 working days for the assessment itself was not.",
    ),
)
REVIEW_UNDER_FIVE = HealthRule(
    "review health assessment, under five", Period(months=6), _REVIEW_ASSESSMENT
)
REVIEW_FROM_FIVE = HealthRule(
    "review health assessment, five and over", Period(months=12), _REVIEW_ASSESSMENT
)
DENTAL_CHECK = Standard("teeth checked by a dentist", Period(months=12), _LAIT)
IMMUNISATIONS = Standard("immunisations up to date", Period(months=12), _LAIT)


@dataclass(frozen=True, slots=True)
class HealthDue:
    """A health assessment due: the last day on which it is in time, and the rule."""

    date: date
    rule: HealthRule


def fifth_birthday(date_of_birth: date) -> date:
    """Return the day from which a child counts as five."""
    return birthday(date_of_birth, FIVE)


def next_health_assessment_due(
    date_of_birth: date, care_started: date, assessments: Sequence[date], as_at: date
) -> HealthDue | None:
    """Return the next health assessment due, knowing only those made by `as_at`.

    Its date is before `as_at` where the assessment is overdue. None where care starts after
    `as_at`. Assessments before `care_started` do not count; one on that day does.
    """
    if as_at < care_started:
        return None
    made = [day for day in assessments if care_started <= day <= as_at]
    if not made:
        return HealthDue(INITIAL_ASSESSMENT.within.after(care_started), INITIAL_ASSESSMENT)
    return _review_assessment_due(date_of_birth, max(made))


def _review_assessment_due(date_of_birth: date, last: date) -> HealthDue:
    while_under_five = REVIEW_UNDER_FIVE.within.after(last)
    if while_under_five < fifth_birthday(date_of_birth):
        return HealthDue(while_under_five, REVIEW_UNDER_FIVE)
    return HealthDue(REVIEW_FROM_FIVE.within.after(last), REVIEW_FROM_FIVE)
