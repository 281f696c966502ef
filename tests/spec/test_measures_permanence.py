"""Permanence: how children leave care, and who waits for a match.

Sources: LAIT, children who ceased to be looked after ("only the last occasion in the year"); Care
Planning Regulations 2010, reg 22B.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "ceased_special_guardianship",
        "of children who left care from 1 April to 31 March, each once, for the last time",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased | end_unknown
            Ada      | 2024-01-01 | 2026-03-31 | E45           | false
            Ben      | 2024-01-01 | 2025-04-01 | E48           | false
            Cai      | 2024-01-01 | 2025-03-31 | E46           | false
            Dot      | 2024-01-01 | 2025-07-01 | E43           | false
            Eve      | 2024-01-01 | 2025-07-01 | E4A           | false
            Fay      | 2024-01-01 | 2025-12-31 | -             | true
            Gus      | 2025-01-01 | 2025-07-01 | E8            | false
            Hal      | 2024-01-01 | 2025-05-01 | E45           | false
            Hal      | 2025-08-01 | 2026-01-01 | E4B           | false
            Ivy      | 2024-01-01 | 2025-05-01 | E4A           | false
            Ivy      | 2025-08-01 | 2026-02-01 | E47           | false
            Joy      | 2024-01-01 | -          | -             | false
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Gus      | 2025-01-01 | 2025-07-01 | V4
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | left today
        Ben   | yes              | left on the year's first day
        Cai   | left out         | left the day before
        Dot   | yes              | a code of before 2019
        Eve   | no               | went home
        Fay   | no, not recorded | vanished from the extracts: she left, nobody says how
        Gus   | left out         | short breaks
        Hal   | no               | the guardianship of May broke down; in January he went home
        Ivy   | yes              | home in May, to a special guardian in February: the last time counts
        Joy   | left out         | still in care
        """,
        numerator=4,
        denominator=7,
    ),
    Example(
        "ceased_adoption",
        "of children who left care in the year",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Ada      | 2023-01-01 | 2026-03-31 | E11
            Ben      | 2023-01-01 | 2025-06-01 | E12
            Cai      | 2023-01-01 | 2025-06-01 | E45
            Dot      | 2023-01-01 | 2025-06-01 | E17
            Eve      | 2023-01-01 | 2025-03-31 | E11
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | adopted today, application unopposed
        Ben   | yes      | adopted, consent dispensed with
        Cai   | no       | to a special guardian
        Dot   | no       | reached 18
        Eve   | left out | adopted before the year began
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "long_term_fostering_unmatched",
        "a plan of long-term fostering, and no placement coded as such",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-11-30 | -
            Gus      | 2025-12-01 | -
            Hal      | 2025-01-01 | -
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-01-01 | -          | U6
            Ben      | 2025-01-01 | -          | U4
            Cai      | 2025-01-01 | -          | U1
            Dot      | 2025-01-01 | 2026-03-31 | U6
            Dot      | 2026-03-31 | -          | U4
            Eve      | 2025-01-01 | -          | U6
            Fay      | 2025-11-30 | -          | U6
            Gus      | 2025-12-01 | -          | U6
            """,
            "care_plan": """
            child_id | started    | ended      | permanence_plan
            Ada      | 2025-05-31 | -          | LONG_TERM_FOSTERING
            Ben      | 2025-05-31 | -          | LONG_TERM_FOSTERING
            Cai      | 2025-05-31 | -          | LONG_TERM_FOSTERING
            Dot      | 2025-05-31 | -          | LONG_TERM_FOSTERING
            Eve      | 2025-05-31 | 2026-03-31 | LONG_TERM_FOSTERING
            Eve      | 2026-03-31 | -          | ADOPTION
            Hal      | 2025-05-31 | -          | LONG_TERM_FOSTERING
            """,
        },
        expected="""
        child | counts       | because
        Ada   | yes          | the plan, and an ordinary foster placement
        Ben   | no           | matched
        Cai   | no           | matched with family or friends
        Dot   | no           | the placement was recoded today
        Eve   | left out     | the plan changed today
        Fay   | not recorded | four months in care today and the plan is blank: it might be this one
        Gus   | left out     | a day short of four months: no plan is owed yet
        Hal   | yes          | the plan, and nobody says where he lives
        """,
        numerator=2,
        denominator=5,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
