"""What holds practice up: supervision, panels and training.

Source: Sightline's templates on supervision, panel decisions and training; Standards for employers
of social workers in England, standard 4.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "children_supervised",
        "42 days that end today began on 18 February",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2024-01-01 | -
            Eve      | 2024-01-01 | -
            Fay      | 2024-01-01 | -
            Gus      | 2024-01-01 | 2026-03-31
            """,
            "supervision": """
            child_id | worker_id | date
            Ada      | W1        | 2026-02-18
            Ben      | W1        | 2026-02-17
            Cai      | W1        | 2026-03-31
            -        | W1        | 2026-03-20
            Eve      | W1        | 2026-04-01
            Fay      | W1        | 2026-03-20
            Fay      | W2        | 2026-03-25
            Gus      | W1        | 2026-03-20
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the first of the 42 days
        Ben   | no       | the day before
        Cai   | yes      | today
        Dot   | no       | her worker's supervision was about no one child
        Eve   | no       | tomorrow
        Fay   | yes      | talked of by two workers, counts once
        Gus   | left out | left care today
        """,
        numerator=3,
        denominator=6,
    ),
    Example(
        "supervision_reflective",
        "each record of March, about a child or about none",
        as_at="2026-03-31",
        tables={
            "supervision": """
            child_id | worker_id | date       | reflective
            Ada      | W1        | 2026-03-01 | true
            Ben      | W1        | 2026-03-31 | false
            Cai      | W1        | 2026-02-28 | true
            Dot      | W1        | 2026-03-15 | -
            -        | W1        | 2026-03-31 | true
            Fay      | W1        | 2026-04-01 | true
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | on the first of the month
        Ben   | no               | today, and not reflective
        Cai   | left out         | in February
        Dot   | no, not recorded | blank
        W1    | yes              | today, about no one child
        Fay   | left out         | tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "supervision_sets_actions",
        "each record of March, about a child or about none",
        as_at="2026-03-31",
        tables={
            "supervision": """
            child_id | worker_id | date       | actions_set
            Ada      | W1        | 2026-03-01 | true
            Ben      | W1        | 2026-03-31 | false
            Cai      | W1        | 2026-02-28 | true
            Dot      | W1        | 2026-03-15 | -
            -        | W1        | 2026-03-31 | true
            Fay      | W1        | 2026-04-01 | true
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | on the first of the month
        Ben   | no               | today, and nothing was set
        Cai   | left out         | in February
        Dot   | no, not recorded | blank
        W1    | yes              | today, about no one child
        Fay   | left out         | tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "panel_decisions_deferred",
        "a refusal is a decision",
        as_at="2026-03-31",
        tables={
            "panel_decision": """
            child_id | panel      | date       | decision
            Ada      | permanence | 2026-03-01 | deferred
            Ben      | fostering  | 2026-03-31 | agreed
            Cai      | adoption   | 2026-02-28 | deferred
            Dot      | resources  | 2026-03-15 | -
            Eve      | resources  | 2026-03-31 | Deferred
            Fay      | resources  | 2026-03-15 | not agreed
            Gus      | resources  | 2026-04-01 | deferred
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | on the first of the month
        Ben   | no               | agreed today
        Cai   | left out         | in February
        Dot   | no, not recorded | nobody says what was decided
        Eve   | yes              | today, written with a capital
        Fay   | no               | refused
        Gus   | left out         | tomorrow
        """,
        numerator=2,
        denominator=5,
    ),
    Example(
        "training_attended",
        "places of March, each of a worker",
        as_at="2026-03-31",
        tables={
            "training": """
            worker_id | programme | date       | attended
            Una       | systemic  | 2026-03-01 | true
            Vic       | systemic  | 2026-03-31 | true
            Wyn       | systemic  | 2026-03-01 | false
            Xia       | systemic  | 2026-03-01 | -
            Yan       | systemic  | 2026-02-28 | true
            Zoe       | systemic  | 2026-04-01 | -
            """,
        },
        expected="""
        worker | counts           | because
        Una    | yes              | on the first of the month
        Vic    | yes              | today
        Wyn    | no               | did not come
        Xia    | no, not recorded | nobody says whether she came
        Yan    | left out         | in February
        Zoe    | left out         | tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
