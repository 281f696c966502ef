"""Moves and the kinds of home.

Sources: Care Planning Regulations 2010, reg 9; SSDA903 codes of placements, providers and reasons
of a change of placement; what is no move as in LAIT, placement stability.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "moves_per_thousand_days",
        "the year is 1 April 2025 to 31 March 2026, 365 days",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2026-01-01 | -
            Dot      | 2026-03-31 | -
            Eve      | 2024-01-01 | -
            Fay      | 2024-01-01 | -
            Gus      | 2024-01-01 | 2025-08-01
            Gus      | 2025-12-31 | -
            Hal      | 2024-01-01 | -
            Ivy      | 2024-01-01 | -
            Joy      | 2024-01-01 | 2026-03-31
            """,
            "placement": """
            child_id | started    | ended      | placement_type | postcode
            Ada      | 2024-01-01 | 2025-03-31 | U6             | AA1 1AA
            Ada      | 2025-03-31 | 2026-03-31 | U6             | AA1 1AB
            Ada      | 2026-03-31 | -          | K2             | AA1 1AC
            Ben      | 2024-01-01 | 2025-04-01 | U6             | AA1 1AA
            Ben      | 2025-04-01 | 2025-09-01 | U6             | AA1 1AB
            Ben      | 2025-09-01 | -          | U6             | AA1 1AC
            Cai      | 2026-01-01 | 2026-02-01 | U6             | AA1 1AA
            Cai      | 2026-02-01 | -          | U3             | AA1 1AB
            Dot      | 2026-03-31 | -          | U6             | AA1 1AA
            Eve      | 2024-01-01 | 2025-07-01 | U6             | AA1 1AA
            Eve      | 2025-07-01 | 2025-07-08 | T1             | -
            Eve      | 2025-07-08 | -          | U6             | AA1 1AA
            Fay      | 2024-01-01 | 2025-10-01 | U6             | AA1 1AA
            Fay      | 2025-10-01 | -          | A5             | AA1 1AA
            Gus      | 2024-01-01 | 2025-06-01 | U6             | AA1 1AA
            Gus      | 2025-06-01 | 2025-08-01 | U6             | AA1 1AB
            Gus      | 2025-12-31 | -          | U6             | AA1 1AC
            Ivy      | 2024-01-01 | 2025-06-01 | U6             | AA1 1AA
            Ivy      | 2025-06-01 | 2025-06-01 | K2             | AA1 1AB
            Ivy      | 2025-06-01 | -          | U6             | AA1 1AC
            Joy      | 2024-01-01 | 2025-06-01 | U6             | AA1 1AA
            Joy      | 2025-06-01 | 2026-03-31 | U6             | AA1 1AB
            """,
        },
        expected="""
        child | counts                 | because
        Ada   | 1 in 365               | the move of 31 March 2025 was before the year, that of today is in it
        Ben   | 2 in 365               | the first was on the first day of the year
        Cai   | 1 in 89                | the placement that she came to is no move
        Dot   | 0 in 0                 | came today
        Eve   | 0 in 365               | hospital and back to the same home
        Fay   | 0 in 365               | her foster carers are to adopt her
        Gus   | 0 in 90                | the move was in an earlier time in care, as were its days
        Hal   | 0 in 365, not recorded | nobody says where he lives
        Ivy   | 1 in 365               | a stay of less than a day is none
        Joy   | left out               | left care today
        """,
        numerator=5,
        denominator=2369,  # six of 365 days, 89 and 90
    ),
    Example(
        "moves_unplanned",
        "the reason stands on the episode that the move ended",
        as_at="2026-03-31",
        tables={
            "care_episode": """
            child_id | started    | ended      | reason_place_change
            Ada      | 2025-01-01 | 2026-03-01 | STAND
            Ben      | 2025-01-01 | 2026-03-31 | CARPL
            Cai      | 2025-01-01 | 2026-02-28 | ALLEG
            Dot      | 2025-01-01 | 2026-03-10 | -
            Eve      | 2025-01-01 | 2026-03-31 | ALLEG
            Fay      | 2026-03-10 | -          | -
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the first of the month, because of the home's standard
        Ben   | no       | today, to carry out the plan
        Cai   | left out | moved in February
        Dot   | left out | the episode ended with no reason of a move: another order, or the end of care
        Eve   | yes      | today, after an allegation
        Fay   | left out | has not moved
        """,
        numerator=2,
        denominator=3,
    ),
    Example(
        "in_childrens_homes",
        "children's homes and secure homes, tonight",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-01-01 | -
            Gus      | 2025-01-01 | -
            Hal      | 2025-01-01 | 2026-03-31
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-01-01 | 2026-03-31 | U6
            Ada      | 2026-03-31 | -          | K2
            Ben      | 2025-01-01 | -          | K1
            Cai      | 2025-01-01 | -          | K3
            Dot      | 2025-01-01 | -          | U6
            Eve      | 2025-01-01 | 2026-03-31 | K2
            Eve      | 2026-03-31 | -          | U6
            Gus      | 2025-01-01 | -          | R1
            Hal      | 2025-01-01 | -          | K2
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | moved in today
        Ben   | yes              | a secure home
        Cai   | no               | supported accommodation
        Dot   | no               | fostered
        Eve   | no               | moved out today
        Fay   | no, not recorded | nobody says where she lives
        Gus   | no               | a care home
        Hal   | left out         | left care today
        """,
        numerator=2,
        denominator=7,
    ),
    Example(
        "young_in_childrens_homes",
        "under 13 until the day before the birthday",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-01-01 | -
            """,
            "person": """
            child_id | date_of_birth
            Ada      | 2013-04-01
            Ben      | 2013-03-31
            Cai      | 2015-01-01
            Eve      | 2015-01-01
            Fay      | 2014-01-01
            """,
            "placement": """
            child_id | started    | ended | placement_type
            Ada      | 2025-01-01 | -     | K2
            Ben      | 2025-01-01 | -     | K2
            Cai      | 2025-01-01 | -     | U6
            Dot      | 2025-01-01 | -     | K2
            Fay      | 2025-01-01 | -     | K1
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | 13 tomorrow
        Ben   | left out         | 13 today
        Cai   | no               | fostered
        Dot   | left out         | nobody says when she was born
        Eve   | no, not recorded | nobody says where she lives
        Fay   | yes              | a secure home
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "with_private_provider",
        "whose provider is known, and private",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-01-01 | -
            Gus      | 2025-01-01 | 2026-03-31
            """,
            "placement": """
            child_id | started    | ended      | placement_type | provider
            Ada      | 2025-01-01 | 2026-03-31 | U6             | PR1
            Ada      | 2026-03-31 | -          | U6             | PR4
            Ben      | 2025-01-01 | -          | U6             | PR1
            Cai      | 2025-01-01 | -          | K2             | PR5
            Dot      | 2025-01-01 | -          | K2             | -
            Eve      | 2025-01-01 | 2026-03-31 | K2             | PR4
            Eve      | 2026-03-31 | -          | U6             | PR1
            Gus      | 2025-01-01 | -          | K2             | PR4
            """,
        },
        expected="""
        child | counts       | because
        Ada   | yes          | since today
        Ben   | no           | the authority's own
        Cai   | no           | a voluntary one
        Dot   | not recorded | nobody says whose home it is
        Eve   | no           | until yesterday
        Fay   | not recorded | nobody says where she lives
        Gus   | left out     | left care today
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "placement_plans_in_time",
        "five working days end in March for who moved from 23 February to 24 March",
        as_at="2026-03-31",
        tables={
            "placement_plan": """
            child_id | placement_started | date
            Ada      | 2026-02-23        | 2026-03-02
            Ben      | 2026-02-23        | 2026-03-03
            Cai      | 2026-02-20        | -
            Dot      | 2026-03-24        | -
            Eve      | 2026-03-25        | -
            Fay      | 2026-03-09        | 2026-03-05
            Gus      | 2026-03-09        | -
            Hal      | 2026-03-21        | 2026-03-27
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | moved on a Monday: the fifth working day after it is Monday 2 March
        Ben   | no       | a day later
        Cai   | left out | moved on the Friday before: the fifth working day was 27 February
        Dot   | no       | today is the fifth, and it is over with no plan
        Eve   | left out | has until tomorrow
        Fay   | yes      | made before the move, as it should be
        Gus   | no       | no plan
        Hal   | yes      | moved on a Saturday: the fifth is Friday 27 March
        """,
        numerator=3,
        denominator=6,
    ),
    Example(
        "unregistered_assured",
        "fourteen days that end today began on 18 March",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-01-01 | -
            Gus      | 2025-01-01 | -
            Hal      | 2025-01-01 | -
            Ivy      | 2025-01-01 | -
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2026-01-01 | -          | Z1
            Ben      | 2026-01-01 | -          | Z1
            Cai      | 2026-01-01 | -          | Z12
            Dot      | 2026-01-01 | -          | K2
            Eve      | 2026-01-01 | -          | Z1
            Fay      | 2026-01-01 | -          | Z1
            Gus      | 2026-01-01 | -          | Z14
            Hal      | 2026-01-01 | 2026-03-31 | Z1
            Hal      | 2026-03-31 | -          | K2
            """,
            "assurance_visit": """
            child_id | date       | home
            Ada      | 2026-03-18 | The Lodge
            Ben      | 2026-03-17 | The Lodge
            Cai      | 2026-03-31 | The Lodge
            Dot      | 2026-03-20 | The Lodge
            Fay      | 2026-04-01 | The Lodge
            Gus      | 2026-03-20 | The Lodge
            Gus      | 2026-03-27 | The Lodge
            Hal      | 2026-03-20 | The Lodge
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the first of the fourteen days
        Ben   | no       | the day before
        Cai   | yes      | today
        Dot   | left out | lives in a children's home
        Eve   | no       | never visited
        Fay   | no       | to be visited tomorrow
        Gus   | yes      | twice, counts once
        Hal   | left out | moved to a children's home today
        Ivy   | left out | nobody says where she lives
        """,
        numerator=3,
        denominator=6,
    ),
    Example(
        "social_worker_changes",
        "three different workers, each for a day at least from 1 April 2025 on",
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
            Gus      | 2024-01-01 | -
            Hal      | 2024-01-01 | -
            Ivy      | 2024-01-01 | 2026-03-31
            """,
            "involvement": """
            child_id | started    | ended      | worker | team    | source
            Ada      | 2024-01-01 | 2025-04-02 | W1     | -       | annex_a
            Ada      | 2025-04-02 | 2026-03-31 | W2     | -       | annex_a
            Ada      | 2026-03-31 | -          | W3     | -       | annex_a
            Ben      | 2024-01-01 | 2025-04-01 | W1     | -       | annex_a
            Ben      | 2025-04-01 | 2026-01-01 | W2     | -       | annex_a
            Ben      | 2026-01-01 | -          | W3     | -       | annex_a
            Cai      | 2024-01-01 | 2025-06-01 | W1     | -       | annex_a
            Cai      | 2025-06-01 | 2025-12-01 | W2     | -       | annex_a
            Cai      | 2025-12-01 | -          | W1     | -       | annex_a
            Dot      | 2024-01-01 | 2025-06-01 | W1     | -       | ssda903
            Dot      | 2025-06-01 | -          | W2     | -       | ssda903
            Dot      | 2024-01-01 | 2025-06-01 | Ann A  | -       | annex_a
            Dot      | 2025-06-01 | -          | Bob B  | -       | annex_a
            Fay      | 2024-01-01 | 2025-06-01 | W1     | -       | annex_a
            Fay      | 2025-06-01 | 2025-08-01 | W2     | -       | annex_a
            Fay      | 2025-08-01 | 2025-10-01 | W3     | -       | annex_a
            Fay      | 2025-10-01 | -          | W4     | -       | annex_a
            Gus      | 2024-01-01 | 2025-06-01 | W1     | -       | annex_a
            Gus      | 2025-06-01 | 2026-04-01 | W2     | -       | annex_a
            Gus      | 2026-04-01 | -          | W3     | -       | annex_a
            Hal      | 2024-01-01 | -          | -      | Team 1  | annex_a
            Ivy      | 2024-01-01 | 2025-06-01 | W1     | -       | annex_a
            Ivy      | 2025-06-01 | 2025-08-01 | W2     | -       | annex_a
            Ivy      | 2025-08-01 | -          | W3     | -       | annex_a
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | the first until the first day of the year, the third since today
        Ben   | no               | the first left when the year began
        Cai   | no               | went back to the first
        Dot   | no               | two returns name the same two workers in two ways
        Eve   | no, not recorded | nobody says who her worker is
        Fay   | yes              | four
        Gus   | no               | the third comes tomorrow
        Hal   | no, not recorded | a team and no worker
        Ivy   | left out         | left care today
        """,
        numerator=2,
        denominator=8,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
