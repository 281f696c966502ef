"""The front door: contacts, referrals and early help, and children who come back.

Sources: LAIT, re-referrals within twelve months; Children in need, official statistics.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

MARCH = "2026-03-31"

EXAMPLES = (
    Example(
        "contacts",
        "those of the month, and no other",
        as_at=MARCH,
        tables={
            "contact": """
            child_id | date       | made_by
            Ada      | 2026-03-01 | school
            Ben      | 2026-03-31 | police
            Cai      | 2026-02-28 | school
            Dot      | 2026-04-01 | school
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the month's first day
        Ben   | yes      | the month's last day
        Cai   | left out | the day before the month
        Dot   | left out | the day after
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "contacts_repeated",
        "three or more in the 365 days before",
        as_at=MARCH,
        tables={
            "contact": """
            child_id | date       | made_by
            Ada      | 2026-03-10 | school
            Ada      | 2026-01-05 | school
            Ada      | 2025-09-01 | police
            Ada      | 2025-03-10 | police
            Ben      | 2026-03-10 | school
            Ben      | 2026-01-05 | school
            Ben      | 2025-09-01 | police
            Ben      | 2025-03-09 | police
            Cai      | 2026-03-10 | school
            """
        },
        expected="""
        child | counts | because
        Ada   | yes    | the third before lies 365 days back
        Ben   | no     | his third lies 366 days back
        Cai   | no     | nobody spoke of him before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "referrals",
        "those of the month",
        as_at=MARCH,
        tables={
            "referral": """
            child_id | date       | no_further_action
            Ada      | 2026-03-01 | false
            Ben      | 2026-03-31 | true
            Cai      | 2026-02-28 | false
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the month's first day
        Ben   | yes      | a referral, whatever was decided
        Cai   | left out | the month before
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "rereferrals",
        "another in the 365 days before, not the same one",
        as_at=MARCH,
        tables={
            "referral": """
            child_id | date       | no_further_action
            Ada      | 2026-03-10 | false
            Ada      | 2025-03-10 | true
            Ben      | 2026-03-10 | false
            Ben      | 2025-03-09 | false
            Cai      | 2026-03-10 | false
            Dot      | 2026-03-10 | false
            Dot      | 2026-04-02 | false
            """
        },
        expected="""
        child | counts | because
        Ada   | yes    | referred 365 days before, though nothing came of it
        Ben   | no     | 366 days before
        Cai   | no     | never before
        Dot   | no     | the other one came after
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "referrals_no_further_action",
        "what was decided, and where it is not recorded",
        as_at=MARCH,
        tables={
            "referral": """
            child_id | date       | no_further_action
            Ada      | 2026-03-10 | true
            Ben      | 2026-03-10 | false
            Cai      | 2026-03-10 | -
            Dot      | 2026-02-10 | true
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | no further action
        Ben   | no               | something was done
        Cai   | no, not recorded | nobody says
        Dot   | left out         | the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "early_help_stepped_up",
        "early help that ended in the month",
        as_at=MARCH,
        tables={
            "early_help": """
            child_id | started    | ended      | stepped_up
            Ada      | 2025-09-01 | 2026-03-31 | true
            Ben      | 2025-09-01 | 2026-03-01 | false
            Cai      | 2025-09-01 | 2026-03-15 | -
            Dot      | 2025-09-01 | -          | true
            Eve      | 2025-09-01 | 2026-02-28 | true
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | stepped up on the last day
        Ben   | no               | ended well
        Cai   | no, not recorded | nobody says how it ended
        Dot   | left out         | goes on
        Eve   | left out         | ended the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "referred_after_early_help",
        "early help that ended in the 365 days before the referral",
        as_at=MARCH,
        tables={
            "referral": """
            child_id | date
            Ada      | 2026-03-10
            Ben      | 2026-03-10
            Cai      | 2026-03-10
            Dot      | 2026-03-10
            """,
            "early_help": """
            child_id | started    | ended
            Ada      | 2024-09-01 | 2025-03-10
            Ben      | 2024-09-01 | 2025-03-09
            Cai      | 2025-09-01 | -
            """,
        },
        expected="""
        child | counts | because
        Ada   | yes    | it ended 365 days before
        Ben   | no     | it ended 366 days before
        Cai   | no     | it goes on
        Dot   | no     | had none
        """,
        numerator=1,
        denominator=4,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
