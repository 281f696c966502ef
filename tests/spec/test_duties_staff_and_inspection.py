"""Supervision, serious incidents and what follows an inspection, by example.

Working days were counted with numpy's business days and the bank holidays published on GOV.UK.
"""

import pytest

from sightline.duties.incidents import INCIDENT_NOTIFICATION, PRACTICE_REVIEW, RAPID_REVIEW
from sightline.duties.inspection import (
    ACTION_PLAN,
    DRAFT_ACTION_PLAN,
    PRIORITY_ACTION_PLAN,
    STATEMENT_OF_ACTION,
)
from sightline.duties.supervision import SESSION_MINUTES, SUPERVISION, next_supervision_due
from tests.duties_tables import day, day_or_none, days, rows

CLOCKS = {
    "notification": INCIDENT_NOTIFICATION,
    "rapid review": RAPID_REVIEW,
    "practice review": PRACTICE_REVIEW,
    "action plan": ACTION_PLAN,
    "draft plan": DRAFT_ACTION_PLAN,
    "statement": STATEMENT_OF_ACTION,
    "priority plan": PRIORITY_ACTION_PLAN,
}
DUE = """
what            | runs from  | due        | circumstances
notification    | 02/06/2025 | 09/06/2025 | 5 working days from knowing of it
notification    | 17/04/2025 | 28/04/2025 | the Thursday before Easter
notification    | 01/08/2018 | 08/08/2018 | under the edition of 2018
notification    | 03/07/2018 | -          | serious case reviews, before it
rapid review    | 02/06/2025 | 23/06/2025 | 15 working days from the notification
practice review | 31/08/2025 | 28/02/2026 | 6 months; no 31 February
action plan     | 12/01/2026 | 22/04/2026 | 70 working days, Easter between
action plan     | 02/06/2025 | 09/09/2025 | 70 working days, the August holiday between
draft plan      | 12/01/2026 | 09/02/2026 | 20 working days after a focused visit's letter
draft plan      | 15/08/2018 | -          | before Ofsted asked for one
statement       | 12/01/2026 | 22/04/2026 | 70 working days, as after an inspection
statement       | 08/11/2015 | -          | the day before the Regulations
priority plan   | 12/01/2026 | 02/03/2026 | 35 working days: 14 in January, 20 in February
priority plan   | 31/12/2022 | -          | under the framework before
"""


@pytest.mark.parametrize("row", rows(DUE))
def test_incidents_and_inspections_are_answered_in_time(row: tuple[str, ...]) -> None:
    what, runs_from, due, _circumstances = row
    assert CLOCKS[what].due(day(runs_from)) == day_or_none(due)
    assert CLOCKS[what].latest.citation.verified is (what == "statement")


SESSIONS = """
started    | sessions              | as at      | next due   | circumstances
01/09/2025 | -                     | 02/09/2025 | 08/09/2025 | weekly at first
01/09/2025 | 03/09/2025            | 04/09/2025 | 10/09/2025 | a week from the last
01/09/2025 | 04/10/2025            | 05/10/2025 | 11/10/2025 | the week is over before the six weeks, on 13 October
01/09/2025 | 09/10/2025            | 10/10/2025 | 23/10/2025 | when the week is over a fortnight holds
01/09/2025 | 20/10/2025            | 21/10/2025 | 03/11/2025 | fortnightly after six weeks
01/09/2025 | 25/02/2026            | 26/02/2026 | 25/03/2026 | six months end on 1 March: a month from the last
01/09/2025 | 31/03/2026            | 01/04/2026 | 30/04/2026 | monthly; no 31 April
01/09/2025 | 03/09/2025            | 31/10/2025 | 10/09/2025 | overdue since then
01/09/2025 | 25/08/2025            | 02/09/2025 | 08/09/2025 | a session before starting does not count
01/09/2025 | -                     | 31/08/2025 | -          | not yet started
"""


@pytest.mark.parametrize("row", rows(SESSIONS))
def test_a_newly_qualified_social_worker_is_seen_less_often_as_time_goes_on(
    row: tuple[str, ...],
) -> None:
    """LGA standards for employers: weekly for 6 weeks, fortnightly to 6 months, then monthly."""
    started, held, as_at, due, _circumstances = row
    found = next_supervision_due(day(started), days(held), day(as_at))
    assert found == day_or_none(due)


def test_every_social_worker_is_seen_at_least_monthly_for_an_hour_and_a_half() -> None:
    assert SUPERVISION.due(day("31/01/2025")) == day("28/02/2025")
    assert SESSION_MINUTES == 90
