"""Missing from care: who went, and whether somebody offered to listen when they came back.

Sources: Children who run away or go missing from home or care, statutory guidance (2014); Annex A,
list 8.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

INTERVIEWS = """
    child_id | returned   | accepted | date       | independent
    Ada      | 2026-03-05 | true     | 2026-03-08 | true
    Ben      | 2026-03-05 | true     | 2026-03-09 | -
    Cai      | 2026-03-05 | -        | -          | -
    Dot      | 2026-03-05 | false    | -          | -
    Eve      | 2026-02-27 | true     | 2026-03-01 | false
"""

EXAMPLES = (
    Example(
        "went_missing",
        "what the month's own extract says of children in care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2024-01-01 | -
            Eve      | 2024-01-01 | 2026-03-31
            Fay      | 2024-01-01 | -
            """,
            "missing_state": """
            child_id | as_at      | missing_12_months | absent_12_months
            Ada      | 2026-03-31 | 2                 | 0
            Ben      | 2026-03-31 | 0                 | 0
            Ben      | 2026-02-28 | 1                 | 0
            Cai      | 2026-03-31 | -                 | -
            Dot      | 2026-02-28 | 1                 | 0
            Eve      | 2026-03-31 | 1                 | 0
            Fay      | 2026-03-31 | 0                 | 3
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | missing twice in the year
        Ben   | no               | not in the year to March, whatever February's extract said
        Cai   | no, not recorded | blank
        Dot   | left out         | not in March's list
        Eve   | left out         | left care today
        Fay   | no               | away without leave, but her whereabouts were known
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "return_interview_offered",
        "an offer is what counts, not whether the child took it up",
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
            """,
            "missing_state": """
            child_id | as_at      | missing_12_months | return_interview_offered | return_interview_accepted
            Ada      | 2026-03-31 | 2                 | true                     | true
            Ben      | 2026-03-31 | 1                 | true                     | false
            Cai      | 2026-03-31 | 1                 | false                    | -
            Dot      | 2026-03-31 | 4                 | -                        | -
            Eve      | 2026-03-31 | 0                 | -                        | -
            Fay      | 2026-03-31 | -                 | true                     | true
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | offered and accepted
        Ben   | yes              | offered and refused
        Cai   | no               | not offered
        Dot   | no, not recorded | blank counts as not offered
        Eve   | left out         | was not missing
        Fay   | left out         | nobody says that he was missing
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "times_missing",
        "begun in the month; away without authorisation is another thing",
        as_at="2026-03-31",
        tables={
            "missing_episode": """
            child_id | started    | ended      | kind
            Ada      | 2026-03-01 | 2026-03-02 | M
            Ben      | 2026-03-31 | -          | M
            Cai      | 2026-03-10 | 2026-03-10 | A
            Dot      | 2026-02-28 | 2026-03-05 | M
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the first day
        Ben   | yes      | on the last, and still missing
        Cai   | left out | her whereabouts were known
        Dot   | left out | begun the month before
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "return_interviews_in_time",
        "by the third day after the return",
        as_at="2026-03-31",
        tables={"return_interview": INTERVIEWS},
        expected="""
        child | counts   | because
        Ada   | yes      | on the third day
        Ben   | no       | on the fourth
        Cai   | no       | never
        Dot   | left out | refused
        Eve   | left out | returned the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "return_interviews_independent",
        "of the interviews held",
        as_at="2026-03-31",
        tables={"return_interview": INTERVIEWS},
        expected="""
        child | counts           | because
        Ada   | yes              | independent
        Ben   | no, not recorded | nobody says
        Cai   | left out         | never held
        Dot   | left out         | refused
        Eve   | left out         | returned the month before
        """,
        numerator=1,
        denominator=2,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
