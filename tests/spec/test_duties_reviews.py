"""When a child in care must be reviewed (CP regs 2010, reg 33), by example.

Due dates were counted by hand on a calendar with the bank holidays of England.
"""

import pytest

from sightline.duties.reviews import next_review_due, reviews_on_time
from tests.duties_tables import day, days, rows

NEXT = """
into care  | reviews held                     | as at      | next due   | which | why
02/06/2025 | -                                | 02/06/2025 | 30/06/2025 | 1     | 20 working days: four whole weeks
11/04/2025 | -                                | 14/04/2025 | 14/05/2025 | 1     | Good Friday is near: 3 bank holidays between
12/04/2025 | -                                | 14/04/2025 | 14/05/2025 | 1     | a Saturday counts as the Friday before
23/12/2025 | -                                | 29/12/2025 | 23/01/2026 | 1     | Christmas, Boxing and New Year's Day
02/06/2025 | 27/06/2025                       | 30/06/2025 | 27/09/2025 | 2     | three months from the first
02/06/2025 | 11/07/2025                       | 14/07/2025 | 11/10/2025 | 2     | a late first review moves the second
02/06/2025 | 27/06/2025 26/09/2025            | 30/09/2025 | 26/03/2026 | 3     | six months from the second
02/06/2025 | 27/06/2025 31/08/2025            | 30/09/2025 | 28/02/2026 | 3     | no 31 February
02/06/2025 | 27/06/2025 26/09/2025 10/01/2026 | 12/01/2026 | 10/07/2026 | 4     | an early review counts
02/06/2025 | 27/06/2025                       | 31/12/2025 | 27/09/2025 | 2     | overdue since then
02/06/2025 | 01/03/2024                       | 02/06/2025 | 30/06/2025 | 1     | a review in an earlier time in care
"""


@pytest.mark.parametrize("row", rows(NEXT))
def test_twenty_working_days_then_three_months_then_every_six(row: tuple[str, ...]) -> None:
    into_care, held, as_at, expected, which, _why = row
    found = next_review_due(day(into_care), days(held), day(as_at))
    assert found is not None
    assert (found.date, found.number) == (day(expected), int(which))


def test_each_review_is_set_beside_its_due_date() -> None:
    """Into care on 02/06/2025; the second review two days late; the third not held by 01/07/2026."""
    reviews = reviews_on_time(day("02/06/2025"), days("27/06/2025 29/09/2025"), day("01/07/2026"))
    assert [(r.number, r.date, r.held, r.on_time) for r in reviews] == [
        (1, day("30/06/2025"), day("27/06/2025"), True),
        (2, day("27/09/2025"), day("29/09/2025"), False),
        (3, day("29/03/2026"), None, False),
    ]


def test_a_review_due_today_or_later_is_not_yet_late() -> None:
    assert reviews_on_time(day("02/06/2025"), [], day("30/06/2025")) == ()
    assert len(reviews_on_time(day("02/06/2025"), [], day("01/07/2025"))) == 1


def test_no_review_is_due_before_care_starts() -> None:
    assert next_review_due(day("02/06/2025"), [], day("01/06/2025")) is None


def test_later_reviews_due_in_the_relaxed_months_of_2020_say_so() -> None:
    late = reviews_on_time(day("02/01/2020"), days("28/01/2020"), day("30/04/2020"))[-1]
    assert late.date == day("28/04/2020")
    assert late.relaxed is not None
    assert late.number == 2
