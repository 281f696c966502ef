"""Permanence reached: within a year, by which road, and whether it held.

Sources: SSDA903 codes of reasons why care ceased; CFSR round 4, permanency in 12 months.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "permanence_in_a_year",
        "those who came in March 2025, each for twelve months from the day",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Ada      | 2025-03-01 | 2026-03-01 | E4A
            Ben      | 2025-03-01 | 2026-03-02 | E4A
            Cai      | 2025-03-31 | 2026-03-31 | E11
            Dot      | 2025-02-28 | 2025-09-01 | E11
            Eve      | 2025-04-01 | 2025-09-01 | E11
            Fay      | 2025-03-10 | 2025-06-01 | E4B
            Gus      | 2025-03-10 | -          | -
            Hal      | 2025-03-10 | 2025-09-01 | -
            Ivy      | 2025-03-10 | 2025-05-10 | E45
            Joy      | 2025-03-10 | 2025-05-10 | E4A
            Kim      | 2025-03-10 | 2025-12-10 | E41
            Lea      | 2025-03-10 | 2026-03-20 | -
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Joy      | 2025-03-10 | 2025-05-10 | V4
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | home as planned on the last day of twelve months
        Ben   | no               | a day later
        Cai   | yes              | adopted on the last day of twelve months
        Dot   | left out         | came in February
        Eve   | left out         | came in April
        Fay   | no               | went home, but not as planned
        Gus   | no               | in care still
        Hal   | no, not recorded | left within the year, and nobody says how
        Ivy   | yes              | special guardianship
        Joy   | left out         | short breaks
        Kim   | yes              | child arrangements order
        Lea   | no               | left after the year was over, however it was
        """,
        numerator=4,
        denominator=9,
    ),
    Example(
        "permanence_in_a_year",
        "who came on 29 February has had her year on the 28th",
        as_at="2025-02-28",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Mia      | 2024-02-29 | 2025-02-28 | E48
            Ned      | 2024-02-29 | -          | -
            Oma      | 2024-03-01 | 2025-02-28 | E48
            """,
        },
        expected="""
        child | counts   | because
        Mia   | yes      | left on the last day of twelve months
        Ned   | no       | in care still
        Oma   | left out | came in March
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "returned_home_as_planned",
        "what ended in March, from the first day to the last",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased | end_unknown
            Ada      | 2025-01-01 | 2026-03-01 | E4A           | false
            Ben      | 2025-01-01 | 2026-02-28 | E4A           | false
            Cai      | 2025-01-01 | 2026-03-31 | E4A           | false
            Dot      | 2025-01-01 | 2026-03-15 | E4B           | false
            Eve      | 2025-01-01 | 2026-03-15 | E45           | false
            Fay      | 2025-01-01 | 2026-03-31 | -             | true
            Gus      | 2025-01-01 | 2026-04-01 | E4A           | false
            Hal      | 2025-01-01 | 2026-03-15 | E4A           | false
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Hal      | 2025-01-01 | 2026-03-15 | V4
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | the first of the month
        Ben   | left out         | the last of February
        Cai   | yes              | today
        Dot   | no               | went home, but it was not the plan
        Eve   | no               | special guardianship
        Fay   | no, not recorded | vanished from the lists
        Gus   | left out         | leaves tomorrow
        Hal   | left out         | short breaks came to an end
        """,
        numerator=2,
        denominator=5,
    ),
    Example(
        "ceased_child_arrangements",
        "one order among the ways of leaving care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Ada      | 2025-01-01 | 2026-03-01 | E41
            Ben      | 2025-01-01 | 2026-02-28 | E41
            Cai      | 2025-01-01 | 2026-03-31 | E41
            Dot      | 2025-01-01 | 2026-03-15 | E45
            Eve      | 2025-01-01 | 2026-03-15 | -
            Fay      | 2025-01-01 | 2026-04-01 | E41
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | the first of the month
        Ben   | left out         | the last of February
        Cai   | yes              | today
        Dot   | no               | special guardianship is another order
        Eve   | no, not recorded | nobody says how
        Fay   | left out         | leaves tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "came_back_into_care",
        "24 months from the day on which care ended to the day on which it began again",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2020-01-01 | 2024-03-10
            Ada      | 2026-03-10 | -
            Ben      | 2020-01-01 | 2024-03-09
            Ben      | 2026-03-10 | -
            Cai      | 2026-03-31 | -
            Dot      | 2024-01-01 | 2025-06-01
            Dot      | 2026-02-28 | -
            Eve      | 2025-01-01 | 2026-03-01
            Eve      | 2026-03-20 | -
            Fay      | 2026-03-12 | 2026-03-12
            Gus      | 2025-01-01 | 2025-12-01
            Gus      | 2026-03-05 | -
            Hal      | 2024-01-01 | 2025-05-01
            Hal      | 2026-03-05 | -
            Ivy      | 2024-01-01 | 2025-01-01
            Ivy      | 2025-02-01 | 2025-08-01
            Ivy      | 2026-03-05 | -
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Gus      | 2025-01-01 | 2025-12-01 | V4
            Gus      | 2026-03-05 | -          | C2
            Hal      | 2024-01-01 | 2025-05-01 | C2
            Hal      | 2026-03-05 | -          | V4
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | left 24 months before, to the day
        Ben   | no       | a day earlier
        Cai   | no       | in care for the first time, since today
        Dot   | left out | came back in February
        Eve   | yes      | left and came back within the month
        Fay   | no       | came and left on one day: that is no coming back
        Gus   | no       | had short breaks before, and no time in care
        Hal   | left out | has come for short breaks
        Ivy   | yes      | left twice in 24 months, counts once
        """,
        numerator=3,
        denominator=7,
    ),
    Example(
        "came_from_permanence",
        "by an order made before the child came, and known by its kind",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2026-03-01 | -
            Ben      | 2026-03-31 | -
            Cai      | 2026-03-05 | -
            Dot      | 2026-03-05 | -
            Eve      | 2026-03-05 | -
            Fay      | 2026-02-28 | -
            Gus      | 2026-03-05 | -
            Hal      | 2026-03-05 | -
            Ivy      | 2026-03-05 | -
            """,
            "previous_permanence": """
            child_id | route | date
            Ada      | P1    | 2020-01-01
            Ben      | P2    | -
            Cai      | P3    | 2026-03-05
            Dot      | P4    | -
            Fay      | P1    | 2020-01-01
            Gus      | P2    | 2026-03-06
            Hal      | P1    | 2018-01-01
            Hal      | P4    | -
            Ivy      | P2    | 2018-01-01
            Ivy      | P3    | 2020-01-01
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | adopted once
        Ben   | yes              | special guardianship, on a day that nobody gives
        Cai   | yes              | an order of the very day
        Dot   | no, not recorded | there was an arrangement (P4), and nobody knows which
        Eve   | no               | none is recorded
        Fay   | left out         | came in February
        Gus   | no               | the order was made after he came: he did not come from it
        Hal   | yes              | one of two is known to have been adoption
        Ivy   | yes              | came from two, counts once
        """,
        numerator=5,
        denominator=8,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
