"""When a child in care must have a health assessment (CP regs 2010, reg 7), by example."""

from datetime import date

import pytest

from sightline.duties.health import DENTAL_CHECK, fifth_birthday, next_health_assessment_due
from tests.duties_tables import day, rows

NEXT = """
born       | into care  | last       | as at      | next due   | rule
10/05/2015 | 02/06/2025 | -          | 03/06/2025 | 30/06/2025 | initial health assessment
10/05/2015 | 02/06/2025 | 20/06/2025 | 21/06/2025 | 20/06/2026 | review health assessment, five and over
10/05/2023 | 02/06/2025 | 20/06/2025 | 21/06/2025 | 20/12/2025 | review health assessment, under five
10/05/2023 | 02/06/2025 | 31/08/2025 | 01/09/2025 | 28/02/2026 | review health assessment, under five
21/12/2020 | 02/06/2025 | 20/06/2025 | 21/06/2025 | 20/12/2025 | review health assessment, under five
20/12/2020 | 02/06/2025 | 20/06/2025 | 21/06/2025 | 20/06/2026 | review health assessment, five and over
10/05/2023 | 02/06/2025 | 20/06/2025 | 31/03/2026 | 20/12/2025 | review health assessment, under five
10/05/2015 | 02/06/2025 | 01/02/2025 | 03/06/2025 | 30/06/2025 | initial health assessment
"""


@pytest.mark.parametrize("row", rows(NEXT))
def test_every_six_months_under_five_and_every_twelve_from_the_fifth_birthday(
    row: tuple[str, ...],
) -> None:
    """Where six months would end on or after the fifth birthday, twelve months hold instead."""
    born, into_care, last, as_at, expected, rule = row
    made = [] if last == "-" else [day(last)]
    found = next_health_assessment_due(day(born), day(into_care), made, day(as_at))
    assert found is not None
    assert (found.date, found.rule.name) == (day(expected), rule)


def test_a_child_born_on_29_february_is_five_on_1_march() -> None:
    assert fifth_birthday(date(2020, 2, 29)) == date(2025, 3, 1)


def test_nothing_is_due_before_care_starts() -> None:
    assert (
        next_health_assessment_due(date(2015, 5, 10), date(2025, 6, 2), [], date(2025, 6, 1))
        is None
    )


def test_a_dental_check_is_counted_in_the_past_twelve_months_not_by_a_due_date() -> None:
    assert str(DENTAL_CHECK.in_the_past) == "12 months"
    assert DENTAL_CHECK.citation.verified
