"""Plans for a child in care and where the child may live (CP regs 2010), by example.

Working days were counted with numpy's business days and the bank holidays published on GOV.UK.
"""

import pytest

from sightline.duties.care_plans import CARE_PLAN, PERSONAL_EDUCATION_PLAN, PLACEMENT_PLAN
from sightline.duties.connected_persons import approval_ends
from sightline.duties.permanence import permanence_plan_due
from sightline.duties.unregistered import Setting, rule_against
from tests.duties_tables import day, day_or_none, days, rows

PLANS = {
    "care plan": CARE_PLAN,
    "education": PERSONAL_EDUCATION_PLAN,
    "placement": PLACEMENT_PLAN,
}
IN_TIME = """
plan      | placement started | due        | law          | circumstances
care plan | 02/06/2025        | 16/06/2025 | reg 4(2)     | two whole weeks
care plan | 11/04/2025        | 29/04/2025 | reg 4(2)     | Easter between
care plan | 07/06/2025        | 20/06/2025 | reg 4(2)     | placed on a Saturday
care plan | 31/03/2011        | -          | -            | first placed before the regulations
education | 02/06/2025        | 16/06/2025 | 5(b)(ii)     | part of the care plan
placement | 02/06/2025        | 09/06/2025 | reg 9(1)–(2) | one whole week
placement | 17/04/2025        | 28/04/2025 | reg 9(1)–(2) | the Thursday before Easter
placement | 24/12/2025        | 05/01/2026 | reg 9(1)–(2) | Christmas Eve
"""


@pytest.mark.parametrize("row", rows(IN_TIME))
def test_a_plan_is_made_before_the_placement_or_within_days_of_its_start(
    row: tuple[str, ...],
) -> None:
    plan, started, due, law, _circumstances = row
    clock = PLANS[plan]
    assert clock.due(day(started)) == day_or_none(due)
    rule = clock.rule_on(day(started))
    assert rule is None if law == "-" else (rule and law in rule.citation.text)


PERMANENCE = """
into care  | reviews               | as at      | plan due   | circumstances
02/06/2025 | -                     | 03/06/2025 | 30/09/2025 | first review due on 30 June, second three months on
02/06/2025 | 20/06/2025            | 21/06/2025 | 20/09/2025 | second review due three months from the first
02/06/2025 | 20/06/2025 10/09/2025 | 11/09/2025 | 10/09/2025 | second review held early: by then
02/06/2025 | 20/06/2025 15/10/2025 | 16/10/2025 | 20/09/2025 | second review held late buys no time
02/06/2025 | 20/06/2025 10/09/2025 | 01/07/2025 | 20/09/2025 | nothing is known of days to come
02/06/2025 | -                     | 01/06/2025 | -          | not yet in care
"""


@pytest.mark.parametrize("row", rows(PERMANENCE))
def test_the_plan_for_permanence_is_agreed_by_the_second_review(row: tuple[str, ...]) -> None:
    """Children Act 1989 guidance, volume 2 [unverified]; reviews by CP reg 33."""
    into_care, held, as_at, due, _circumstances = row
    assert permanence_plan_due(day(into_care), days(held), day(as_at)) == day_or_none(due)


CONNECTED = """
approved   | extended | ends       | circumstances
02/06/2025 | no       | 22/09/2025 | 16 weeks (reg 24(1))
02/06/2025 | yes      | 17/11/2025 | and 8 more, once (reg 25(2))
23/04/2020 | no       | 13/08/2020 | the day before the coronavirus regulations
24/04/2020 | no       | 09/10/2020 | 24 weeks (SI 2020/445)
25/09/2020 | no       | 12/03/2021 | the last day of the 24 weeks
26/09/2020 | no       | 16/01/2021 | 16 weeks again
31/03/2011 | no       | -          | before the regulations
"""


@pytest.mark.parametrize("row", rows(CONNECTED))
def test_a_connected_person_is_approved_for_sixteen_weeks(row: tuple[str, ...]) -> None:
    approved, extended, ends, _circumstances = row
    assert approval_ends(day(approved), extended=extended == "yes") == day_or_none(ends)


UNREGISTERED = """
the place | born       | on         | forbidden by | circumstances
CARE      | 01/05/2010 | 01/06/2019 | s 11         | a children's home in all but name
CARE      | 01/05/2010 | 01/06/2026 | s 11         | at 16 no less
CARE      | 01/05/2005 | 01/06/2025 | -            | 20 years old
SUPPORT   | 01/05/2006 | 08/09/2021 | -            | 15, the day before reg 27A
SUPPORT   | 01/05/2006 | 09/09/2021 | 27A          | 15, from the day of reg 27A
SUPPORT   | 01/05/2006 | 30/04/2022 | 27A          | the day before the 16th birthday
SUPPORT   | 01/05/2006 | 01/05/2022 | -            | on the 16th birthday, before reg 27C
SUPPORT   | 01/05/2006 | 27/10/2023 | -            | 17, the day before reg 27C
SUPPORT   | 01/05/2006 | 28/10/2023 | 27C          | 17, from the day of reg 27C
SUPPORT   | 01/05/2006 | 01/05/2024 | -            | on the 18th birthday
"""


@pytest.mark.parametrize("row", rows(UNREGISTERED))
def test_no_day_in_an_unregistered_place_is_lawful(row: tuple[str, ...]) -> None:
    """Care Standards Act 2000, s 11; CP regs 27A to 27C."""
    place, born, on, forbidden_by, _circumstances = row
    rule = rule_against(Setting[place], day(born), day(on))
    assert rule is None if forbidden_by == "-" else (rule and forbidden_by in rule.citation.text)
    assert rule is None or rule.within is None
