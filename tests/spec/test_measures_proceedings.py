"""Pre-proceedings and care proceedings.

Sources: Children Act 1989, s 32(1)(a)(ii): 26 weeks beginning with the day of issue, so that the
last of them is 181 days after it; sixteen weeks of pre-proceedings are 112 days [unverified].
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

MARCH = "2026-03-31"
BEFORE_COURT = """
    child_id | started    | ended      | family_group_offered
    Ada      | 2025-12-08 | -          | true
    Ben      | 2025-12-09 | -          | false
    Cai      | 2026-03-01 | -          | true
    Dot      | 2026-03-31 | -          | -
    Eve      | 2025-11-01 | 2026-03-31 | true
"""

EXAMPLES = (
    Example(
        "in_pre_proceedings",
        "open at the month's end",
        as_at=MARCH,
        tables={"pre_proceedings": BEFORE_COURT},
        expected="""
        child | counts   | because
        Ada   | yes      | open
        Ben   | yes      | open
        Cai   | yes      | open
        Dot   | yes      | begun today
        Eve   | left out | ended today
        """,
        numerator=4,
        denominator=None,
    ),
    Example(
        "pre_proceedings_overdue",
        "past sixteen weeks",
        as_at=MARCH,
        tables={"pre_proceedings": BEFORE_COURT},
        expected="""
        child | counts   | because
        Ada   | yes      | 113 days
        Ben   | no       | sixteen weeks today
        Cai   | no       | a month
        Dot   | no       | begun today
        Eve   | left out | ended today
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "family_group_offered",
        "pre-proceedings begun in the month",
        as_at=MARCH,
        tables={"pre_proceedings": BEFORE_COURT},
        expected="""
        child | counts           | because
        Ada   | left out         | begun before
        Ben   | left out         | begun before
        Cai   | yes              | offered
        Dot   | no, not recorded | nobody says
        Eve   | left out         | begun before
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "proceedings_overdue",
        "under an interim order for longer than 26 weeks",
        as_at=MARCH,
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-09-01 | -
            Ben      | 2025-09-01 | -
            Cai      | 2025-09-01 | -
            """,
            "legal_status": """
            child_id | started    | ended | legal_status
            Ada      | 2025-09-30 | -     | C1
            Ben      | 2025-10-01 | -     | C1
            Cai      | 2025-09-01 | -     | C2
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the last day was 30 March
        Ben   | no       | today is the last day
        Cai   | left out | the full order is made
        """,
        numerator=1,
        denominator=2,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
