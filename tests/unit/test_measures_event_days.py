"""The days of what a measure counts, as its rows keep them."""

from datetime import date

import pytest

from sightline.measures import catalogue
from sightline.measures.event_days import EventDay, event_days
from tests.canonical import records
from tests.measures_worked import keep_at

FEBRUARY, MARCH = date(2026, 2, 28), date(2026, 3, 31)
REQUESTS = """
child_id | date       | decided    | agreed_to_assess | plan_issued | exception
Ada      | 2026-02-01 | 2026-03-10 | true             | -           | false
Ben      | 2026-02-02 | 2026-03-10 | false            | -           | false
Cai      | 2025-10-01 | 2026-03-10 | true             | -           | false
Dot      | 2026-01-15 | 2026-02-20 | true             | -           | false
Eve      | 2026-03-01 | -          | -                | -           | -
"""


def test_a_day_is_told_once_for_those_in_the_numerator_and_once_for_those_not() -> None:
    """Six weeks: Ada, Ben and Dot were decided in time, Cai was not; Eve waits."""
    held = records(date(2022, 1, 1), MARCH, ehc_request=REQUESTS)
    measure = catalogue()["ehc_decisions_in_six_weeks"]
    keep_at(held, [measure], FEBRUARY, MARCH)
    assert event_days(held, measure) == (
        EventDay(FEBRUARY, date(2026, 2, 20), met=True),
        EventDay(MARCH, date(2026, 3, 10), met=False),
        EventDay(MARCH, date(2026, 3, 10), met=True),
    )


@pytest.mark.parametrize("other", ["ehc_waiting"])
def test_how_things_stand_happened_on_no_day(other: str) -> None:
    held = records(date(2022, 1, 1), MARCH, ehc_request=REQUESTS)
    keep_at(held, [catalogue()[other]], FEBRUARY, MARCH)
    assert event_days(held, catalogue()[other]) == ()
