"""The road to adoption: how long it took, and who waits on it.

Sources: adoption scorecards, A1, A2 and A10 (Department for Education); a time of zero is given to
children matched before the placement order, and children with no order are left out of A2.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "adoption_a1",
        "from the day care began to the last move to adopters in that time in care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Ada      | 2024-04-01 | 2026-03-01 | E11
            Ben      | 2024-09-01 | 2026-03-31 | E12
            Cai      | 2024-04-01 | 2026-02-28 | E11
            Dot      | 2024-04-01 | 2026-03-10 | E4A
            Eve      | 2024-04-01 | 2026-03-10 | E11
            Fay      | 2024-01-01 | 2026-03-10 | E11
            Gus      | 2024-06-01 | 2026-03-10 | E11
            Hal      | 2020-01-01 | 2022-01-01 | E11
            Hal      | 2024-03-01 | 2026-03-20 | E11
            Ivy      | 2024-04-01 | 2026-04-01 | E11
            """,
            "placement": """
            child_id | started    | ended      | placement_type | carer_since
            Ben      | 2024-09-01 | 2024-10-01 | U6             | 2024-09-01
            Ben      | 2024-10-01 | 2026-03-31 | A4             | 2024-10-01
            Fay      | 2024-01-10 | 2025-01-10 | U6             | 2024-01-10
            Fay      | 2025-01-10 | 2026-03-10 | A5             | 2024-01-10
            """,
            "permanence_step": """
            child_id | date       | step
            Ada      | 2025-04-01 | placed_for_adoption
            Cai      | 2025-04-01 | placed_for_adoption
            Gus      | 2024-12-01 | placed_for_adoption
            Gus      | 2025-06-01 | placed_for_adoption
            Hal      | 2021-01-01 | placed_for_adoption
            Ivy      | 2025-04-01 | placed_for_adoption
            """,
        },
        expected="""
        child | counts       | because
        Ada   | 365          | came and moved in on 1 April of two years, adopted on the first of the month
        Ben   | 30           | no step is recorded: the placement for adoption tells the day; adopted today
        Cai   | left out     | adopted in February
        Dot   | left out     | went home
        Eve   | not recorded | nobody says when she moved in
        Fay   | 375          | her foster carers adopt her: from the day the placement became an adoptive one
        Gus   | 365          | the first adopters gave up: the second move counts
        Hal   | not recorded | the move that is recorded was in an earlier time in care
        Ivy   | left out     | to be adopted tomorrow
        """,
        numerator=1135,
        denominator=4,
    ),
    Example(
        "adoption_a10",
        "for foster carers who adopt, from the day the child came to live with them",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Ada      | 2024-04-01 | 2026-03-01 | E11
            Ben      | 2024-09-01 | 2026-03-31 | E12
            Cai      | 2024-04-01 | 2026-02-28 | E11
            Dot      | 2024-04-01 | 2026-03-10 | E11
            Eve      | 2024-04-01 | 2026-03-10 | E11
            Fay      | 2024-01-01 | 2026-03-10 | E11
            Hal      | 2025-01-01 | 2026-03-10 | E11
            """,
            "placement": """
            child_id | started    | ended      | placement_type | carer_since
            Ben      | 2024-09-01 | 2025-09-01 | U6             | 2024-09-01
            Ben      | 2025-09-01 | 2026-03-31 | A3             | 2024-09-01
            Cai      | 2024-04-01 | 2026-02-28 | A5             | 2024-04-01
            Dot      | 2025-01-01 | 2026-03-10 | A5             | -
            Fay      | 2024-01-10 | 2025-01-10 | U6             | 2024-01-10
            Fay      | 2025-01-10 | 2026-03-10 | A5             | 2024-01-10
            Hal      | 2025-01-01 | 2025-02-01 | U6             | 2025-01-01
            Hal      | 2025-02-01 | 2026-03-10 | A6             | 2025-02-01
            """,
            "permanence_step": """
            child_id | date       | step
            Ada      | 2025-04-01 | placed_for_adoption
            Fay      | 2025-01-10 | placed_for_adoption
            """,
        },
        expected="""
        child | counts       | because
        Ada   | 365          | adopted by others: as in A1
        Ben   | 0            | lived from the first day with those who adopt him
        Cai   | left out     | adopted in February
        Dot   | not recorded | by foster carers, and nobody says since when she lived with them
        Eve   | not recorded | nobody says when she moved in
        Fay   | 9            | came to her foster carers on the tenth of January
        Hal   | 31           | adopted by others, with whom he lived from February
        """,
        numerator=405,
        denominator=4,
    ),
    Example(
        "adoption_a2",
        "from order to match, and never below nothing",
        as_at="2026-03-31",
        tables={
            "permanence_step": """
            child_id | date       | step
            Ada      | 2025-12-01 | placement_order
            Ada      | 2026-03-01 | matched_for_adoption
            Ben      | 2026-03-31 | placement_order
            Ben      | 2026-03-31 | matched_for_adoption
            Cai      | 2026-03-10 | matched_for_adoption
            Cai      | 2026-03-20 | placement_order
            Dot      | 2026-03-10 | matched_for_adoption
            Eve      | 2025-12-01 | placement_order
            Eve      | 2026-02-28 | matched_for_adoption
            Fay      | 2026-03-10 | matched_for_adoption
            Fay      | 2026-04-01 | placement_order
            Gus      | 2026-02-03 | placement_order
            Gus      | 2026-03-02 | matched_for_adoption
            Gus      | 2026-03-05 | matched_for_adoption
            Hal      | 2023-01-01 | placement_order
            Hal      | 2026-03-01 | placement_order
            Hal      | 2026-03-11 | matched_for_adoption
            """,
        },
        expected="""
        child | counts   | because
        Ada   | 90       | from 1 December to 1 March
        Ben   | 0        | both today
        Cai   | 0        | matched before the order
        Dot   | left out | no order
        Eve   | left out | matched in February
        Fay   | left out | no order by the month's end
        Gus   | 30       | two returns give two days of the match: the later, once
        Hal   | 10       | from the newest order
        """,
        numerator=130,
        denominator=5,
    ),
    Example(
        "waiting_for_a_match",
        "six months from the order, in this time in care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2024-01-01 | -
            Eve      | 2022-06-01 | 2023-06-01
            Eve      | 2024-01-01 | -
            Fay      | 2024-01-01 | 2026-03-31
            Gus      | 2024-01-01 | -
            Hal      | 2024-01-01 | -
            Ivy      | 2024-01-01 | -
            Joy      | 2024-01-01 | -
            """,
            "permanence_step": """
            child_id | date       | step
            Ada      | 2025-09-30 | placement_order
            Ben      | 2025-10-01 | placement_order
            Cai      | 2025-06-01 | placement_order
            Cai      | 2026-03-31 | matched_for_adoption
            Dot      | 2025-06-01 | placement_order
            Dot      | 2026-01-01 | adoption_decision_reversed
            Eve      | 2023-01-01 | placement_order
            Fay      | 2025-06-01 | placement_order
            Gus      | 2025-06-01 | adoption_decision
            Hal      | 2025-01-01 | adoption_decision_reversed
            Hal      | 2025-06-01 | placement_order
            Ivy      | 2025-12-01 | placement_order
            Ivy      | 2026-04-01 | matched_for_adoption
            Joy      | 2026-04-01 | placement_order
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | six months yesterday
        Ben   | no       | six months tomorrow
        Cai   | left out | matched today
        Dot   | left out | the plan was changed
        Eve   | left out | the order was made in an earlier time in care
        Fay   | left out | left care today
        Gus   | left out | decided, and no order yet
        Hal   | yes      | the order came after the change of plan
        Ivy   | no       | to be matched tomorrow, and waits since December
        Joy   | left out | the order is made tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "waiting_for_placement_order",
        "six months from the decision that stands",
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
            "permanence_step": """
            child_id | date       | step
            Ada      | 2025-09-30 | adoption_decision
            Ben      | 2025-10-01 | adoption_decision
            Cai      | 2025-06-01 | adoption_decision
            Cai      | 2026-03-31 | placement_order
            Dot      | 2025-06-01 | adoption_decision
            Dot      | 2026-03-31 | adoption_decision_reversed
            Fay      | 2024-06-01 | adoption_decision
            Fay      | 2025-01-01 | adoption_decision_reversed
            Fay      | 2025-12-01 | adoption_decision
            Gus      | 2025-06-01 | adoption_decision
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | six months yesterday
        Ben   | no       | six months tomorrow
        Cai   | left out | the order was made today
        Dot   | left out | the decision was taken back today
        Eve   | left out | adoption was never decided
        Fay   | no       | decided anew in December
        Gus   | left out | left care today
        """,
        numerator=1,
        denominator=3,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
