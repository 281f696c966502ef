"""Plans for permanence: made in time, and carried out for the children who wait.

Sources: Care Planning Regulations 2010, regs 4(2) and 22B; Children Act 1989, s 39; SSDA903 codes
of placements.
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
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
