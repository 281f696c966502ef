"""From the front door to a child protection plan, as Working Together has it, by example.

Working days were counted with numpy's business days and the bank holidays published on GOV.UK.
"""

from datetime import date

import pytest

from sightline.duties.assessment import ASSESSMENT
from sightline.duties.front_door import REFERRAL_DECISION
from sightline.duties.period import Period
from sightline.duties.protection import (
    CORE_GROUP,
    PROTECTION_REVIEWS,
    next_protection_visit_due,
)
from sightline.duties.strategy import CONFERENCE, Agency, missing_from, quorate
from tests.duties_tables import day, day_or_none, days, rows

CLOCKS = {
    "decision": REFERRAL_DECISION,
    "assessment": ASSESSMENT,
    "conference": CONFERENCE,
    "core group": CORE_GROUP,
}
GUIDANCE = """
what       | runs from  | due        | edition | circumstances
decision   | 14/04/2025 | 15/04/2025 | 2023    | a referral on a Monday
decision   | 12/04/2025 | 14/04/2025 | 2023    | on a Saturday: by the end of Monday
decision   | 17/04/2025 | 22/04/2025 | 2023    | on the Thursday before Easter
decision   | 24/12/2025 | 29/12/2025 | 2023    | on Christmas Eve
assessment | 02/06/2025 | 04/08/2025 | 2023    | nine whole weeks
assessment | 31/10/2025 | 07/01/2026 | 2023    | Christmas and New Year between
assessment | 15/04/2013 | 19/06/2013 | 2013    | the first day of the single assessment
assessment | 14/04/2013 | -          | -       | the day before: initial and core assessments
assessment | 14/12/2023 | 20/02/2024 | 2018    | the last day of the edition of 2018
assessment | 15/12/2023 | 21/02/2024 | 2023    | the first day of the edition of 2023
conference | 02/06/2025 | 23/06/2025 | 2023    | three whole weeks after the strategy discussion
conference | 11/04/2025 | 07/05/2025 | 2023    | Good Friday, Easter Monday, early May between
conference | 27/12/2025 | 19/01/2026 | 2023    | a strategy discussion between the holidays
core group | 02/06/2025 | 16/06/2025 | 2023    | two whole weeks after the conference
core group | 19/12/2025 | 07/01/2026 | 2023    | a conference in the last week before Christmas
"""


@pytest.mark.parametrize("row", rows(GUIDANCE))
def test_working_days_from_referral_discussion_and_conference(row: tuple[str, ...]) -> None:
    what, runs_from, due, edition, _circumstances = row
    clock = CLOCKS[what]
    assert clock.due(day(runs_from)) == day_or_none(due)
    rule = clock.rule_on(day(runs_from))
    assert rule is None if edition == "-" else (rule and edition in rule.citation.text)


def test_what_the_department_restates_is_verified_and_the_rest_says_what_was_not_read() -> None:
    assert ASSESSMENT.latest.citation.verified
    assert CONFERENCE.latest.citation.verified
    assert [rule.citation.verified for rule in CONFERENCE.rules] == [False, False, False, True]
    assert all(rule.citation.verified for rule in PROTECTION_REVIEWS.first.rules)
    for clock in (REFERRAL_DECISION, CORE_GROUP):
        assert str(clock.latest.citation).endswith("[unverified]")
        assert "not in any edition itself" in clock.latest.citation.note


QUORUM = """
took part                   | quorate | missing
social work, health, police | yes     | -
social work, health         | no      | police
social work, police         | no      | health
health, police              | no      | social work
social work                 | no      | health, police
-                           | no      | health, police, social work
"""


@pytest.mark.parametrize("row", rows(QUORUM))
def test_social_work_health_and_police_take_part_in_a_strategy_discussion(
    row: tuple[str, ...],
) -> None:
    attended, expected, missing = row
    agencies = [Agency(name) for name in attended.replace("-", "").split(", ") if name]
    assert quorate(agencies) is (expected == "yes")
    assert ", ".join(sorted(missing_from(agencies))) == missing.replace("-", "")


REVIEWS = """
plan began | reviews               | as at      | next due   | circumstances
10/01/2025 | -                     | 01/02/2025 | 10/04/2025 | three months from the start of the plan
30/11/2024 | -                     | 01/02/2025 | 28/02/2025 | no 30 February
10/01/2025 | 01/04/2025            | 02/04/2025 | 01/10/2025 | six months from the first review
10/01/2025 | 15/05/2025            | 16/05/2025 | 15/11/2025 | a late review moves the next
10/01/2025 | 01/04/2025 25/09/2025 | 26/09/2025 | 25/03/2026 | six months again
10/01/2025 | 01/12/2024            | 02/02/2025 | 10/04/2025 | a review of an earlier plan does not count
10/01/2025 | 01/04/2025            | 20/03/2025 | 10/04/2025 | nothing is known of days to come
"""


@pytest.mark.parametrize("row", rows(REVIEWS))
def test_a_plan_is_reviewed_after_three_months_and_then_every_six(row: tuple[str, ...]) -> None:
    """Working Together, as the department's definition of reviews on time restates it."""
    began, held, as_at, expected, _circumstances = row
    assert PROTECTION_REVIEWS.next_due(day(began), days(held), day(as_at)) == day(expected)


def test_each_review_of_a_plan_is_set_beside_its_due_date() -> None:
    """The first in time, the second five days late, the third owed and not held."""
    turns = PROTECTION_REVIEWS.turns(
        day("10/01/2025"), days("01/04/2025 06/10/2025"), day("01/06/2026")
    )
    assert [(turn.due, turn.done, turn.on_time) for turn in turns] == [
        (day("10/04/2025"), day("01/04/2025"), True),
        (day("01/10/2025"), day("06/10/2025"), False),
        (day("06/04/2026"), None, False),
    ]


VISITS = """
plan began | visits                | every           | as at      | next due
02/06/2025 | -                     | 10 working days | 03/06/2025 | 16/06/2025
02/06/2025 | 07/06/2025            | 10 working days | 08/06/2025 | 20/06/2025
02/06/2025 | 07/06/2025            | 4 weeks         | 08/06/2025 | 05/07/2025
02/06/2025 | 01/06/2025            | 4 weeks         | 03/06/2025 | 30/06/2025
"""


@pytest.mark.parametrize("row", rows(VISITS))
def test_a_child_on_a_plan_is_visited_as_local_procedures_say(row: tuple[str, ...]) -> None:
    """No national interval: the authority's own counts, ten working days where it has said none."""
    began, visits, every, as_at, expected = row
    count, _, unit = every.partition(" ")
    interval = Period(**{unit.replace(" ", "_"): int(count)})
    found = next_protection_visit_due(day(began), days(visits), day(as_at), interval)
    assert found == day(expected)
    assert next_protection_visit_due(day(began), [], date(2025, 6, 1), interval) is None
