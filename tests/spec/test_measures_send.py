"""Education, health and care plans: how long families wait.

Sources: Special Educational Needs and Disability Regulations 2014, regs 5(1) and 13(2); as changed
for 1 May to 25 September 2020 by the coronavirus regulations of that year.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "ehc_plans_in_20_weeks",
        "140 days from the request to the plan, the last of them in time",
        as_at="2026-03-31",
        tables={
            "ehc_request": """
            child_id | date       | decided    | agreed_to_assess | plan_issued | exception
            Ada      | 2025-10-12 | 2025-11-01 | true             | 2026-03-01  | false
            Ben      | 2025-10-11 | 2025-11-01 | true             | 2026-03-01  | false
            Cai      | 2025-06-01 | 2025-07-01 | true             | 2026-03-01  | true
            Dot      | 2025-12-01 | 2025-12-20 | true             | 2026-02-28  | false
            Eve      | 2025-11-11 | 2025-12-20 | true             | 2026-03-31  | -
            Fay      | 2025-06-01 | 2025-07-01 | true             | -           | false
            Gus      | 2025-12-01 | 2025-12-20 | true             | 2026-04-01  | false
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | asked for on 12 October: the last day is 1 March
        Ben   | no       | a day earlier
        Cai   | left out | one of the exceptions
        Dot   | left out | issued in February
        Eve   | yes      | issued today, the last day; no exception is claimed
        Fay   | left out | none issued
        Gus   | left out | issued tomorrow
        """,
        numerator=2,
        denominator=3,
    ),
    Example(
        "ehc_plans_in_20_weeks",
        "a limit that ended while limits were relaxed could not be missed",
        as_at="2020-09-30",
        tables={
            "ehc_request": """
            child_id | date       | decided    | agreed_to_assess | plan_issued | exception
            Hal      | 2020-05-08 | 2020-06-01 | true             | 2020-09-30  | false
            Ivy      | 2020-05-09 | 2020-06-01 | true             | 2020-09-30  | false
            """,
        },
        expected="""
        child | counts | because
        Hal   | yes    | the limit ended on 25 September, the last day of relaxation
        Ivy   | no     | it ended on 26 September
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "ehc_decisions_in_six_weeks",
        "42 days from the request to the decision, whichever it was",
        as_at="2026-03-31",
        tables={
            "ehc_request": """
            child_id | date       | decided    | agreed_to_assess
            Ada      | 2026-02-17 | 2026-03-31 | true
            Ben      | 2026-02-16 | 2026-03-31 | true
            Cai      | 2026-02-01 | 2026-03-01 | false
            Dot      | 2026-02-01 | 2026-02-28 | true
            Eve      | 2026-01-01 | -          | -
            Fay      | 2026-01-01 | 2026-03-10 | -
            Gus      | 2026-03-01 | 2026-04-01 | true
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | today, on the last day
        Ben   | no       | asked for a day earlier
        Cai   | yes      | refused in time
        Dot   | left out | decided in February
        Eve   | left out | not decided
        Fay   | no       | decided late; nobody says how
        Gus   | left out | to be decided tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "ehc_decisions_in_six_weeks",
        "a limit that ended while limits were relaxed could not be missed",
        as_at="2020-09-30",
        tables={
            "ehc_request": """
            child_id | date       | decided    | agreed_to_assess
            Hal      | 2020-08-14 | 2020-09-30 | true
            Ivy      | 2020-08-15 | 2020-09-30 | true
            """,
        },
        expected="""
        child | counts | because
        Hal   | yes    | the limit ended on 25 September, the last day of relaxation
        Ivy   | no     | it ended on 26 September
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "ehc_waiting",
        "20 weeks to 31 March began on 11 November",
        as_at="2026-03-31",
        tables={
            "ehc_request": """
            child_id | date       | decided    | agreed_to_assess | plan_issued | exception
            Ada      | 2025-11-10 | 2025-12-01 | true             | -           | false
            Ben      | 2025-11-11 | 2025-12-01 | true             | -           | false
            Cai      | 2025-06-01 | 2025-07-01 | false            | -           | false
            Dot      | 2025-06-01 | -          | false            | -           | false
            Eve      | 2025-06-01 | 2026-04-01 | false            | -           | false
            Fay      | 2025-06-01 | 2025-07-01 | true             | 2026-03-31  | false
            Gus      | 2025-06-01 | 2025-07-01 | true             | 2026-04-01  | false
            Hal      | 2026-03-31 | -          | -                | -           | -
            Ivy      | 2025-06-01 | 2025-07-01 | true             | -           | true
            Joy      | 2026-04-01 | -          | -                | -           | -
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the twenty weeks ended yesterday
        Ben   | no       | they end today
        Cai   | left out | refused
        Dot   | left out | refused, on a day that nobody gives
        Eve   | yes      | to be refused tomorrow
        Fay   | left out | has the plan since today
        Gus   | yes      | will have it tomorrow
        Hal   | no       | asked for today
        Ivy   | yes      | an exception lifts the limit, and she waits all the same
        Joy   | left out | asked for tomorrow
        """,
        numerator=4,
        denominator=6,
    ),
    Example(
        "ehc_open_in_care_or_need",
        "in care, in need or on a plan at the month's end, not before or after",
        as_at="2026-03-31",
        tables={
            "ehc_request": """
            child_id | date       | decided    | agreed_to_assess | plan_issued | exception
            Ada      | 2026-01-10 | -          | -                | -           | -
            Ben      | 2026-01-10 | -          | -                | -           | -
            Cai      | 2026-01-10 | -          | -                | -           | -
            Dot      | 2026-01-10 | -          | -                | -           | -
            Eve      | 2026-01-10 | -          | -                | -           | -
            Fay      | 2026-01-10 | 2026-02-01 | false            | -           | -
            Gus      | 2026-01-10 | 2026-02-01 | true             | 2026-03-01  | -
            Hal      | 2026-01-10 | -          | -                | -           | -
            Ivy      | 2026-01-10 | -          | -                | -           | -
            Joy      | 2026-01-10 | -          | -                | -           | -
            """,
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-06-01 | -
            Dot      | 2025-06-01 | 2026-03-31
            Fay      | 2025-06-01 | -
            Hal      | 2025-06-01 | -
            Joy      | 2026-04-01 | -
            """,
            "legal_status": """
            child_id | started    | ended | legal_status
            Ada      | 2025-06-01 | -     | C1
            Hal      | 2025-06-01 | -     | V3
            """,
            "child_in_need": """
            child_id | started    | ended
            Ada      | 2025-05-01 | -
            Ben      | 2025-05-01 | -
            Gus      | 2025-05-01 | -
            """,
            "protection_plan": """
            child_id | started    | ended
            Cai      | 2026-03-31 | -
            Ivy      | 2025-05-01 | 2026-02-01
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | in care; that she is in need too makes her no second row
        Ben   | yes      | in need
        Cai   | yes      | on a child protection plan since today
        Dot   | no       | her time in care ended today
        Eve   | no       | not known to us
        Fay   | left out | refused
        Gus   | left out | has the plan
        Hal   | no       | short breaks are no time in care
        Ivy   | no       | her child protection plan has ended
        Joy   | no       | comes into care tomorrow
        """,
        numerator=3,
        denominator=8,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
