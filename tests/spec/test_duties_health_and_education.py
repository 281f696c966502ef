"""SDQ, the wait for help, return interviews and EHC plans, by example."""

import pytest

from sightline.duties.ehc import EHC_DECISION, EHC_PLAN, EHC_REFUSAL, EHC_REVIEW
from sightline.duties.mental_health import help_due
from sightline.duties.missing import RETURN_INTERVIEW
from sightline.duties.period import Period
from sightline.duties.sdq import GUIDANCE_AGES, PUBLISHED_AGES, SDQ
from tests.duties_tables import day, day_or_none, rows

EHC = {"decision": EHC_DECISION, "refusal": EHC_REFUSAL, "plan": EHC_PLAN, "review": EHC_REVIEW}
REQUESTED = """
what     | runs from  | due        | law       | circumstances
decision | 03/03/2025 | 14/04/2025 | reg 5(1)  | 6 weeks from the request
refusal  | 03/03/2025 | 23/06/2025 | reg 10(1) | 16 weeks from the request
plan     | 03/03/2025 | 21/07/2025 | reg 13(2) | 20 weeks from the request
plan     | 31/08/2014 | -          | -         | before the regulations
review   | 29/02/2024 | 28/02/2025 | s 44(1)   | 12 months from the plan
"""


@pytest.mark.parametrize("row", rows(REQUESTED))
def test_an_ehc_plan_is_sent_within_twenty_weeks_of_the_request(row: tuple[str, ...]) -> None:
    """Special Educational Needs and Disability Regulations 2014; Children and Families Act 2014."""
    what, runs_from, due, law, _circumstances = row
    clock = EHC[what]
    assert clock.due(day(runs_from)) == day_or_none(due)
    rule = clock.rule_on(day(runs_from))
    assert rule is None if law == "-" else (rule and law in rule.citation.text)


@pytest.mark.parametrize(
    ("due", "relaxed"),
    [("30/04/2020", False), ("01/05/2020", True), ("25/09/2020", True), ("26/09/2020", False)],
)
def test_limits_that_gave_way_in_2020_say_so(due: str, relaxed: bool) -> None:
    assert EHC_PLAN.relaxed(day(due)) is relaxed
    assert not EHC_REVIEW.relaxed(day(due))


INTERVIEWS = """
returned   | due        | circumstances
02/06/2025 | 05/06/2025 | Monday: by Thursday
06/06/2025 | 09/06/2025 | Friday: by Monday, for weekends count
24/12/2025 | 27/12/2025 | so does Christmas
31/12/2013 | -          | before the guidance
"""


@pytest.mark.parametrize("row", rows(INTERVIEWS))
def test_a_return_interview_is_held_within_72_hours(row: tuple[str, ...]) -> None:
    """Statutory guidance of January 2014 [unverified]; hours are not recorded, so three days."""
    returned, due, _circumstances = row
    assert RETURN_INTERVIEW.due(day(returned)) == day_or_none(due)


AGES = """
born       | on         | guidance | published | circumstances
10/05/2021 | 09/05/2025 | no       | no        | 3 years old
10/05/2021 | 10/05/2025 | yes      | no        | 4 on the day
10/05/2020 | 10/05/2025 | yes      | yes       | 5 on the day
10/05/2008 | 09/05/2025 | yes      | yes       | 16, the day before turning 17
10/05/2008 | 10/05/2025 | no       | no        | 17
"""


@pytest.mark.parametrize("row", rows(AGES))
def test_a_score_is_expected_once_a_year_from_four_to_sixteen(row: tuple[str, ...]) -> None:
    born, on, guidance, published, _circumstances = row
    assert GUIDANCE_AGES.hold(day(born), day(on)) is (guidance == "yes")
    assert PUBLISHED_AGES.hold(day(born), day(on)) is (published == "yes")
    assert SDQ.in_the_past == Period(months=12)
    assert not SDQ.citation.verified


def test_help_begins_by_the_local_target_or_else_as_the_nhs_proposed() -> None:
    assert help_due(day("03/03/2025")) == day("31/03/2025")
    assert help_due(day("03/03/2025"), Period(weeks=18)) == day("07/07/2025")
    assert help_due(day("21/07/2021")) is None
    assert help_due(day("21/07/2021"), Period(weeks=18)) == day("24/11/2021")
