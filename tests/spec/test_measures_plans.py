"""Plans for permanence: made, carried out in time, and whether they held.

Sources: Care Planning Regulations 2010, regs 4(2) and 22B; Children Act 1989, s 39; SSDA903 codes
of placements and of reasons why care ceased.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "permanence_plan_by_four_months",
        "a child counts once four months have gone, and what is recorded now is what counts",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-11-30 | -
            Ben      | 2025-12-01 | -
            Cai      | 2025-06-01 | -
            Dot      | 2025-06-01 | -
            Eve      | 2024-01-01 | 2026-03-31
            Fay      | 2025-06-01 | -
            Gus      | 2025-06-01 | -
            """,
            "legal_status": """
            child_id | started    | ended | legal_status
            Gus      | 2025-06-01 | -     | V4
            """,
            "care_plan": """
            child_id | started    | ended      | permanence_plan
            Ada      | 2026-01-31 | -          | LONG_TERM_FOSTERING
            Ben      | 2026-01-31 | -          | RETURN_HOME
            Dot      | 2025-09-30 | 2026-02-28 | ADOPTION
            Eve      | 2024-06-30 | -          | ADOPTION
            Fay      | 2026-03-31 | -          | RETURN_HOME
            Gus      | 2025-09-30 | -          | RETURN_HOME
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | came on 30 November: four months had gone by on 30 March, and there is a plan
        Ben   | left out | four months will have gone by tomorrow
        Cai   | no       | no plan was ever recorded
        Dot   | no       | had one, which the lists no longer show
        Eve   | left out | left care today
        Fay   | yes      | her plan is in today's list for the first time
        Gus   | left out | a series of short breaks
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "care_plan_missing",
        "the tenth working day itself is still in time",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2026-03-16 | -
            Ben      | 2026-03-17 | -
            Cai      | 2026-03-16 | -
            Dot      | 2025-01-01 | -
            Eve      | 2026-03-14 | -
            Fay      | 2011-03-31 | -
            Gus      | 2026-01-05 | -
            Hal      | 2026-01-05 | 2026-03-31
            """,
            "care_plan": """
            child_id | started    | ended      | permanence_plan
            Cai      | 2026-03-31 | -          | RETURN_HOME
            Dot      | 2025-01-31 | -          | ADOPTION
            Gus      | 2026-01-31 | 2026-02-28 | RETURN_HOME
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | came on Monday 16 March: the tenth working day after it was yesterday, 30 March
        Ben   | left out | a day later: the tenth working day is today
        Cai   | no       | has a plan since today
        Dot   | no       | has had one for long
        Eve   | yes      | came on a Saturday: the tenth working day was 27 March
        Fay   | left out | came on the day before the rule began, 1 April 2011
        Gus   | yes      | the plan that there was is in the lists no more
        Hal   | left out | left care today
        """,
        numerator=3,
        denominator=5,
    ),
    Example(
        "long_term_match_decided",
        "the match must be agreed, for long-term fostering, in this time in care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2022-05-01 | 2023-06-01
            Dot      | 2024-01-01 | -
            Eve      | 2024-01-01 | -
            Fay      | 2024-01-01 | -
            Gus      | 2024-01-01 | -
            Hal      | 2024-01-01 | -
            Ivy      | 2024-01-01 | -
            Joy      | 2024-01-01 | -
            """,
            "care_plan": """
            child_id | started    | ended | permanence_plan
            Ada      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Ben      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Cai      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Dot      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Eve      | 2024-06-30 | -     | ADOPTION
            Fay      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Gus      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Hal      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Ivy      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Joy      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            """,
            "match_decision": """
            child_id | date       | kind                | decision
            Ada      | 2026-03-31 | long_term_fostering | agreed
            Ben      | 2026-02-10 | long_term_fostering | not agreed
            Cai      | 2026-02-10 | adoption            | agreed
            Dot      | 2023-01-10 | long_term_fostering | agreed
            Eve      | 2026-02-10 | long_term_fostering | agreed
            Fay      | 2024-02-10 | long_term_fostering | agreed
            Fay      | 2026-02-10 | long_term_fostering | agreed
            Gus      | 2024-01-01 | long_term_fostering | agreed
            Hal      | 2026-04-01 | long_term_fostering | agreed
            Joy      | 2026-02-10 | long_term_fostering | -
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | agreed today
        Ben   | no       | the match was refused
        Cai   | no       | a match for adoption is another thing
        Dot   | no       | agreed in an earlier time in care
        Eve   | left out | her plan is adoption
        Fay   | yes      | agreed twice, counts once
        Gus   | yes      | agreed on the day he came
        Hal   | no       | agreed tomorrow
        Ivy   | no       | no decision
        Joy   | no       | nobody says what was decided
        """,
        numerator=3,
        denominator=9,
    ),
    Example(
        "care_order_at_home_a_year",
        "the year is that of living at home, whenever the order was made",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2023-01-01 | -
            Ben      | 2023-01-01 | -
            Cai      | 2023-01-01 | -
            Dot      | 2023-01-01 | -
            Eve      | 2023-01-01 | -
            Fay      | 2023-01-01 | -
            Gus      | 2023-01-01 | -
            Hal      | 2023-01-01 | -
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-03-31 | -          | P1
            Ben      | 2025-04-01 | -          | P1
            Cai      | 2024-01-01 | -          | P1
            Dot      | 2024-01-01 | -          | U6
            Eve      | 2024-01-01 | -          | P1
            Fay      | 2024-01-01 | 2026-03-31 | P1
            Fay      | 2026-03-31 | -          | U6
            Gus      | 2024-01-01 | 2025-10-01 | P1
            Gus      | 2025-10-01 | 2026-01-01 | U6
            Gus      | 2026-01-01 | -          | P1
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Ada      | 2023-01-01 | -          | C2
            Ben      | 2023-01-01 | -          | C2
            Cai      | 2023-01-01 | -          | C1
            Dot      | 2023-01-01 | -          | C2
            Eve      | 2023-01-01 | 2026-03-01 | C1
            Eve      | 2026-03-01 | -          | C2
            Fay      | 2023-01-01 | -          | C2
            Gus      | 2023-01-01 | -          | C2
            Hal      | 2023-01-01 | -          | C2
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | a year at home today
        Ben   | no       | a year tomorrow
        Cai   | left out | an interim order only
        Dot   | left out | fostered
        Eve   | yes      | the order is of this month, but she has been at home for two years
        Fay   | left out | left home today
        Gus   | no       | went home again three months ago
        Hal   | left out | nobody says where he lives
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "early_permanence",
        "under five today, on an interim order",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-10-01 | -
            Ben      | 2025-10-01 | -
            Cai      | 2025-10-01 | -
            Dot      | 2025-10-01 | -
            Eve      | 2025-10-01 | -
            Fay      | 2025-10-01 | -
            Gus      | 2025-10-01 | -
            Hal      | 2025-10-01 | -
            """,
            "person": """
            child_id | date_of_birth
            Ada      | 2025-06-01
            Ben      | 2021-03-31
            Cai      | 2021-04-01
            Dot      | 2025-06-01
            Eve      | 2025-06-01
            Gus      | 2025-06-01
            Hal      | 2025-06-01
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-10-01 | -          | U2
            Ben      | 2025-10-01 | -          | U5
            Cai      | 2025-10-01 | -          | U5
            Dot      | 2025-10-01 | -          | U6
            Eve      | 2025-10-01 | -          | U5
            Fay      | 2025-10-01 | -          | U5
            Hal      | 2025-10-01 | 2026-03-31 | U5
            Hal      | 2026-03-31 | -          | U6
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Ada      | 2025-10-01 | -          | C1
            Ben      | 2025-10-01 | -          | C1
            Cai      | 2025-10-01 | -          | C1
            Dot      | 2025-10-01 | -          | C1
            Eve      | 2025-10-01 | 2026-03-31 | C1
            Eve      | 2026-03-31 | -          | C2
            Fay      | 2025-10-01 | -          | C1
            Gus      | 2025-10-01 | -          | C1
            Hal      | 2025-10-01 | -          | C1
            """,
        },
        expected="""
        child | counts       | because
        Ada   | yes          | with relatives who may adopt
        Ben   | left out     | five today
        Cai   | yes          | five tomorrow
        Dot   | no           | other foster carers
        Eve   | left out     | a full care order since today
        Fay   | left out     | nobody says when she was born
        Gus   | not recorded | nobody says where he lives
        Hal   | no           | moved on today
        """,
        numerator=2,
        denominator=4,
    ),
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
