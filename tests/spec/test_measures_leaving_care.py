"""Young people who have left care, as the month's list has them.

Source: Children looked after in England, care leavers; Annex A, list 9.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

MARCH = "2026-03-31"
LISTED = {
    "care_leaver": """
    child_id | as_at      | in_touch | suitability  | activity
    Ada      | 2026-03-31 | YES      | SUITABLE     | F1
    Ben      | 2026-03-31 | NO       | NOT_SUITABLE | G5
    Cai      | 2026-03-31 | REFU     | UNKNOWN      | P2
    Dot      | 2026-03-31 | -        | -            | -
    Eve      | 2026-03-31 | RHOM     | SUITABLE     | F4
    Fay      | 2026-03-31 | DIED     | -            | -
    Gus      | 2026-02-28 | YES      | SUITABLE     | F1
    """
}

EXAMPLES = (
    Example(
        "care_leavers_in_touch",
        "the month's list, without those who need no help",
        as_at=MARCH,
        tables=LISTED,
        expected="""
        child | counts           | because
        Ada   | yes              | in touch
        Ben   | no               | not in touch
        Cai   | no               | refuses
        Dot   | no, not recorded | nobody says
        Eve   | left out         | returned home
        Fay   | left out         | died
        Gus   | left out         | not in March's list
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "care_leavers_housed",
        "not known counts as not suitable",
        as_at=MARCH,
        tables=LISTED,
        expected="""
        child | counts           | because
        Ada   | yes              | suitable
        Ben   | no               | not suitable
        Cai   | no, not recorded | nobody knows
        Dot   | no, not recorded | nobody says
        Eve   | left out         | returned home
        Fay   | left out         | died
        Gus   | left out         | not in March's list
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "care_leavers_active",
        "full or part time",
        as_at=MARCH,
        tables=LISTED,
        expected="""
        child | counts           | because
        Ada   | yes              | full time in higher education
        Ben   | no               | not in education or work
        Cai   | yes              | part time
        Dot   | no, not recorded | nobody says
        Eve   | left out         | returned home
        Fay   | left out         | died
        Gus   | left out         | not in March's list
        """,
        numerator=2,
        denominator=4,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
