"""A child whose time in care began before the first episode held, on a day that nobody tells.

She is in care all the same; but she came in no month, and nothing is due so long after her coming.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "children_in_care",
        "she is in care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | start_unknown
            Ada      | 2025-03-10 | false
            Ben      | 2025-03-10 | true
            """
        },
        expected="""
        child | counts | because
        Ada   | yes    | in care
        Ben   | yes    | in care
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "permanence_in_a_year",
        "she did not come with the others of that month",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased | start_unknown
            Ada      | 2025-03-10 | 2025-09-01 | E4A           | false
            Ben      | 2025-03-10 | 2025-09-01 | E4A           | true
            Cai      | 2025-03-10 | -          | -             | false
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | home as planned
        Ben   | left out | came earlier, nobody knows when
        Cai   | no       | in care still
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "came_back_into_care",
        "a first episode held in the month is no coming back",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | start_unknown
            Ada      | 2024-06-01 | 2025-06-01 | false
            Ada      | 2026-03-10 | -          | false
            Ben      | 2024-06-01 | 2025-06-01 | false
            Ben      | 2026-03-10 | -          | true
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | left nine months before
        Ben   | left out | came earlier than the tenth, nobody knows when
        """,
        numerator=1,
        denominator=1,
    ),
    Example(
        "initial_health_in_time",
        "no first assessment falls due twenty working days after a day on which nobody came",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended | start_unknown
            Ada      | 2026-02-02 | -     | false
            Ben      | 2026-02-02 | -     | true
            """,
            "health_check": """
            child_id | date       | kind
            Ada      | 2026-03-02 | health_assessment
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the twentieth working day
        Ben   | left out | her first assessment was due earlier
        """,
        numerator=1,
        denominator=1,
    ),
    Example(
        "adoption_a1",
        "days since entry cannot be counted without the day of entry",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased | start_unknown
            Ada      | 2025-03-01 | 2026-03-10 | E11           | false
            Ben      | 2025-03-01 | 2026-03-10 | E11           | true
            """,
            "placement": """
            child_id | started    | ended      | placement_type | carer_since
            Ada      | 2025-03-31 | 2026-03-10 | A6             | 2025-03-31
            Ben      | 2025-03-31 | 2026-03-10 | A6             | 2025-03-31
            """,
        },
        expected="""
        child | counts       | because
        Ada   | 30           | from 1 to 31 March
        Ben   | not recorded | at least thirty days: nobody knows how many
        """,
        numerator=30,
        denominator=1,
    ),
    Example(
        "reviews_in_timescale",
        "her first review is not due so soon after that day, and the second she had is judged",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | start_unknown
            Ada      | 2025-10-01 | false
            Ben      | 2025-10-01 | true
            Cai      | 2025-05-01 | true
            """,
            "review": """
            child_id | date
            Cai      | 2025-06-02
            Cai      | 2025-11-28
            """,
        },
        expected="""
        child | counts   | because
        Ada   | no       | her first review was due by 29 October
        Ben   | left out | nobody can say when a review was due
        Cai   | yes      | within six months of the one before, which was no first one
        """,
        numerator=1,
        denominator=2,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
