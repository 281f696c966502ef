"""Health: assessments, teeth, and the strengths and difficulties score.

Sources: LAIT, health checks and emotional health of children looked after; Care Planning
Regulations 2010, reg 7. "Looked after for twelve months at 31 March" is in care from 1 April.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

OUTCOMES = {
    "person": """
    child_id | date_of_birth
    Ada      | 2021-03-31
    Ben      | 2021-04-01
    Cai      | 2009-04-01
    Dot      | 2009-03-31
    Eve      | 2014-01-01
    Fay      | 2014-01-01
    Gus      | 2014-01-01
    Hal      | 2014-01-01
    """,
    "period_of_care": """
    child_id | started    | ended
    Ada      | 2024-01-01 | -
    Ben      | 2024-01-01 | -
    Cai      | 2024-01-01 | -
    Dot      | 2024-01-01 | -
    Eve      | 2024-01-01 | -
    Fay      | 2024-01-01 | -
    Gus      | 2025-04-02 | -
    Hal      | 2025-04-01 | -
    """,
    "outcome_year": """
    child_id | year_ending | sdq_score | sdq_reason
    Ada      | 2026-03-31  | 12        | -
    Ben      | 2026-03-31  | 9         | -
    Cai      | 2026-03-31  | 20        | -
    Dot      | 2026-03-31  | 30        | -
    Eve      | 2026-03-31  | -         | SDQ2
    Eve      | 2025-03-31  | 17        | -
    Gus      | 2026-03-31  | 25        | -
    Hal      | 2026-03-31  | 0         | -
    """,
}

ANSWERS = {
    "person": """
    child_id | date_of_birth
    Ada      | 2016-03-31
    Ben      | 2016-04-01
    Cai      | 2012-01-01
    Dot      | 2012-01-01
    Eve      | 2012-01-01
    """,
    "period_of_care": """
    child_id | started    | ended
    Ada      | 2025-04-01 | -
    Ben      | 2024-01-01 | -
    Cai      | 2024-01-01 | -
    Dot      | 2024-01-01 | -
    Eve      | 2025-04-02 | -
    """,
    "outcome_year": """
    child_id | year_ending | immunised | substance_misuse | convicted
    Ada      | 2026-03-31  | true      | false            | true
    Ben      | 2026-03-31  | false     | true             | true
    Cai      | 2026-03-31  | -         | -                | false
    Eve      | 2026-03-31  | true      | true             | true
    """,
}

EXAMPLES = (
    Example(
        "health_assessments_in_timescale",
        "six months from the last under five, twelve from five",
        as_at="2026-03-31",
        tables={
            "person": """
            child_id | date_of_birth
            Ada      | 2015-01-01
            Ben      | 2015-01-01
            Cai      | 2023-01-01
            Dot      | 2023-01-01
            Eve      | 2021-03-01
            Fay      | 2015-01-01
            Gus      | 2015-01-01
            Hal      | 2015-01-01
            Ivy      | 2015-01-01
            """,
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2024-01-01 | -
            Eve      | 2024-01-01 | -
            Fay      | 2024-01-01 | -
            Gus      | 2025-04-02 | -
            Hal      | 2025-04-01 | -
            Ivy      | 2024-01-01 | 2024-09-01
            Ivy      | 2025-01-01 | -
            """,
            "health_check": """
            child_id | date       | kind
            Ada      | 2025-03-31 | health_assessment
            Ben      | 2025-03-30 | health_assessment
            Ben      | 2026-03-01 | dental_check
            Cai      | 2025-10-01 | health_assessment
            Dot      | 2025-09-30 | health_assessment
            Eve      | 2025-09-15 | health_assessment
            Gus      | 2025-04-20 | health_assessment
            Hal      | 2025-04-20 | health_assessment
            Ivy      | 2024-06-01 | health_assessment
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | twelve months end today
        Ben   | no               | they ended yesterday; a dentist's check is another thing
        Cai   | yes              | three years old: six months end tomorrow
        Dot   | no               | three years old: six months ended yesterday
        Eve   | yes              | six months would have ended after her fifth birthday: twelve hold
        Fay   | no, not recorded | never assessed, or refused: a refusal is no assessment
        Gus   | left out         | a day short of twelve months in care
        Hal   | yes              | in care from 1 April: twelve months
        Ivy   | no, not recorded | assessed in an earlier time in care only
        """,
        numerator=4,
        denominator=8,
    ),
    Example(
        "dental_checks",
        "a check from 1 April to 31 March, babies counted too",
        as_at="2026-03-31",
        tables={
            "person": """
            child_id | date_of_birth
            Dot      | 2025-02-01
            """,
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2025-02-10 | -
            Eve      | 2025-04-02 | -
            Fay      | 2024-01-01 | -
            """,
            "health_check": """
            child_id | date       | kind
            Ada      | 2025-04-01 | dental_check
            Ben      | 2025-03-31 | dental_check
            Cai      | 2026-03-31 | dental_check
            Cai      | 2025-09-01 | dental_check
            Eve      | 2025-06-01 | dental_check
            Fay      | 2025-06-01 | health_assessment
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | checked on the year's first day
        Ben   | no               | checked twelve months ago today: the day before the year
        Cai   | yes              | checked today, and once before: once is enough
        Dot   | no, not recorded | thirteen months old, no check: counted, as in the national figure
        Eve   | left out         | a day short of twelve months in care
        Fay   | no, not recorded | a health assessment is not a dental check
        """,
        numerator=2,
        denominator=5,
    ),
    Example(
        "sdq_received",
        "ages 5 to 16 at 31 March, twelve months in care",
        as_at="2026-03-31",
        tables=OUTCOMES,
        expected="""
        child | counts           | because
        Ada   | yes              | five today
        Ben   | left out         | five tomorrow
        Cai   | yes              | sixteen until tomorrow
        Dot   | left out         | seventeen today
        Eve   | no               | refused this year (SDQ2); last year's score is last year's
        Fay   | no, not recorded | the return says nothing of her: no score was received
        Gus   | left out         | in the return by mistake: a day short of twelve months
        Hal   | yes              | in care from 1 April; nought is a score
        """,
        numerator=3,
        denominator=5,
    ),
    Example(
        "sdq_mean",
        "the mean of the scores received",
        as_at="2026-03-31",
        tables=OUTCOMES,
        expected="""
        child | counts       | because
        Ada   | 12           | her score
        Cai   | 20           | his score
        Eve   | not recorded | no score
        Fay   | not recorded | no score
        Hal   | 0            | his score
        """,
        numerator=32,
        denominator=3,
    ),
    Example(
        "immunised",
        "looked after for twelve months, and what the OC2 answers",
        as_at="2026-03-31",
        tables=ANSWERS,
        expected="""
        child | counts           | because
        Ada   | yes              | up to date
        Ben   | no               | not up to date
        Cai   | no, not recorded | blank
        Dot   | no, not recorded | the OC2 does not name her
        Eve   | left out         | in care for less than a year
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "substance_misuse",
        "looked after for twelve months, and what the OC2 answers",
        as_at="2026-03-31",
        tables=ANSWERS,
        expected="""
        child | counts           | because
        Ada   | no               | none found
        Ben   | yes              | found
        Cai   | no, not recorded | blank
        Dot   | no, not recorded | the OC2 does not name her
        Eve   | left out         | in care for less than a year
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "convicted",
        "of those aged ten and over",
        as_at="2026-03-31",
        tables=ANSWERS,
        expected="""
        child | counts           | because
        Ada   | yes              | convicted, and ten today
        Ben   | left out         | ten tomorrow
        Cai   | no               | not convicted
        Dot   | no, not recorded | the OC2 does not name her
        Eve   | left out         | in care for less than a year
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "sdq_of_concern",
        "of scores at ages 5 to 16, those of 17 or more",
        as_at="2026-03-31",
        tables={
            **OUTCOMES,
            "outcome_year": """
            child_id | year_ending | sdq_score
            Ada      | 2026-03-31  | 17
            Ben      | 2026-03-31  | 40
            Cai      | 2026-03-31  | 16
            Eve      | 2026-03-31  | -
            Fay      | 2026-03-31  | 18
            Gus      | 2026-03-31  | 25
        """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | 17, and five today
        Ben   | left out | four years old
        Cai   | no       | 16
        Dot   | left out | 17 years old
        Eve   | left out | no score
        Fay   | yes      | 18
        Gus   | left out | in care for less than a year
        Hal   | left out | the OC2 does not name him
        """,
        numerator=2,
        denominator=3,
    ),
    Example(
        "initial_health_in_time",
        "the twentieth working day is the last, and must lie in the month",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2026-02-02 | -
            Ben      | 2026-02-02 | -
            Cai      | 2026-02-02 | -
            Dot      | 2026-01-30 | -
            Eve      | 2026-03-04 | -
            """,
            "health_check": """
            child_id | date       | kind
            Ada      | 2026-03-02 | health_assessment
            Ben      | 2026-03-03 | health_assessment
            Cai      | 2026-02-20 | dental_check
            Dot      | 2026-02-10 | health_assessment
            Eve      | 2026-03-10 | health_assessment
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the twentieth working day, Monday 2 March
        Ben   | no       | a day later
        Cai   | no       | only her teeth were looked at
        Dot   | left out | it was due in February
        Eve   | left out | it is due in April
        """,
        numerator=1,
        denominator=3,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
