"""Help with mental health: waits, refusals, and scores that nobody followed up.

Sources: NHS England, proposed four weeks [unverified]; LAIT, an SDQ score of 17 or more is cause
for concern.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

MARCH = "2026-03-31"

EXAMPLES = (
    Example(
        "first_help_in_four_weeks",
        "first help in the month, and how long it took to come",
        as_at=MARCH,
        tables={
            "mental_health_referral": """
            child_id | started    | ended | accepted | first_help
            Ada      | 2026-02-03 | -     | true     | 2026-03-03
            Ben      | 2026-02-03 | -     | true     | 2026-03-04
            Cai      | 2026-02-03 | -     | true     | 2026-02-28
            Dot      | 2026-02-03 | -     | true     | -
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | 28 days
        Ben   | no       | 29 days
        Cai   | left out | helped the month before
        Dot   | left out | still waits
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "waiting_for_first_help",
        "open, not refused, and not helped by the month's end",
        as_at=MARCH,
        tables={
            "mental_health_referral": """
            child_id | started    | ended      | accepted | first_help
            Ada      | 2026-01-05 | -          | true     | -
            Ben      | 2026-01-06 | -          | -        | -
            Cai      | 2025-10-01 | -          | true     | 2026-04-01
            Dot      | 2025-10-01 | -          | true     | 2026-03-31
            Eve      | 2025-10-01 | -          | false    | -
            Fay      | 2025-10-01 | 2026-02-01 | true     | -
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | twelve weeks and a day
        Ben   | no       | twelve weeks today; whether accepted is not known yet
        Cai   | yes      | help comes tomorrow
        Dot   | left out | helped today
        Eve   | left out | refused
        Fay   | left out | the referral was ended
        """,
        numerator=2,
        denominator=3,
    ),
    Example(
        "mental_health_refused",
        "what became of the month's referrals",
        as_at=MARCH,
        tables={
            "mental_health_referral": """
            child_id | started    | ended | accepted
            Ada      | 2026-03-01 | -     | false
            Ben      | 2026-03-31 | -     | true
            Cai      | 2026-03-10 | -     | -
            Dot      | 2026-02-28 | -     | false
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | refused
        Ben   | no               | accepted
        Cai   | no, not recorded | nobody says
        Dot   | left out         | the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "concern_without_referral",
        "the newest score, and a referral since its year began",
        as_at="2026-06-30",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2023-01-01 | -
            Ben      | 2023-01-01 | -
            Cai      | 2023-01-01 | -
            Dot      | 2023-01-01 | -
            Eve      | 2023-01-01 | -
            """,
            "outcome_year": """
            child_id | year_ending | sdq_score
            Ada      | 2026-03-31  | 17
            Ben      | 2026-03-31  | 20
            Cai      | 2026-03-31  | 16
            Cai      | 2025-03-31  | 25
            Dot      | 2026-03-31  | 18
            Eve      | 2026-03-31  | -
            Eve      | 2025-03-31  | 19
            """,
            "mental_health_referral": """
            child_id | started    | ended
            Ben      | 2025-04-01 | 2025-08-01
            Dot      | 2025-03-31 | -
            Eve      | 2024-10-01 | -
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | 17, and no referral
        Ben   | no       | referred on the year's first day
        Cai   | left out | the newest score is 16
        Dot   | yes      | referred the day before that year
        Eve   | no       | the newest score is of 2024/25, and a referral was made in it
        """,
        numerator=2,
        denominator=4,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
