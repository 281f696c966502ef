"""Assessments: in time, seen, and to some end.

Source: LAIT, continuous assessments within 45 working days. From Monday 26 January 2026 to the end
of March no weekday is a bank holiday, so that 45 working days are nine weeks: Monday 30 March.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

MARCH = "2026-03-31"
SEEN = """
    child_id | started    | ended      | child_seen | needs_support
    Ada      | 2026-02-02 | 2026-03-31 | true       | false
    Ben      | 2026-02-02 | 2026-03-01 | false      | true
    Cai      | 2026-02-02 | 2026-03-10 | -          | -
    Dot      | 2026-02-02 | 2026-02-27 | true       | false
    Eve      | 2026-02-02 | -          | true       | -
"""

EXAMPLES = (
    Example(
        "assessments_in_45_days",
        "the forty-fifth working day is the last",
        as_at=MARCH,
        tables={
            "assessment": """
            child_id | started    | ended
            Ada      | 2026-01-26 | 2026-03-30
            Ben      | 2026-01-26 | 2026-03-31
            Cai      | 2026-03-02 | 2026-03-02
            Dot      | 2026-01-26 | 2026-02-27
            Eve      | 2026-01-26 | -
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the forty-fifth working day
        Ben   | no       | a day later
        Cai   | yes      | the same day
        Dot   | left out | ended the month before
        Eve   | left out | goes on
        """,
        numerator=2,
        denominator=3,
    ),
    Example(
        "assessments_overdue",
        "open at the month's end, and past the forty-fifth working day",
        as_at=MARCH,
        tables={
            "assessment": """
            child_id | started    | ended
            Ada      | 2026-01-26 | -
            Ben      | 2026-01-27 | -
            Cai      | 2026-01-05 | 2026-03-31
            Dot      | 2026-01-05 | 2026-04-01
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | it was due the day before
        Ben   | no       | it is due today
        Cai   | left out | it ended today
        Dot   | yes      | it was open at the month's end
        """,
        numerator=2,
        denominator=3,
    ),
    Example(
        "seen_in_assessment",
        "assessments ended in the month",
        as_at=MARCH,
        tables={"assessment": SEEN},
        expected="""
        child | counts           | because
        Ada   | yes              | seen
        Ben   | no               | not seen
        Cai   | no, not recorded | nobody says
        Dot   | left out         | ended the month before
        Eve   | left out         | goes on
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "assessed_no_support",
        "what the assessment found",
        as_at=MARCH,
        tables={"assessment": SEEN},
        expected="""
        child | counts           | because
        Ada   | yes              | no need of support
        Ben   | no               | support is needed
        Cai   | no, not recorded | nobody says
        Dot   | left out         | ended the month before
        Eve   | left out         | goes on
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "assessed_again",
        "another begun in the 365 days before",
        as_at=MARCH,
        tables={
            "assessment": """
            child_id | started    | ended
            Ada      | 2026-03-10 | -
            Ada      | 2025-03-10 | 2025-05-01
            Ben      | 2026-03-10 | -
            Ben      | 2025-03-09 | 2025-05-01
            Cai      | 2026-03-10 | -
            Dot      | 2026-02-10 | 2026-03-10
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | another began 365 days before
        Ben   | no       | 366 days before
        Cai   | no       | the first
        Dot   | left out | begun the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "assessment_working_days",
        "working days after the start, up to the end",
        as_at=MARCH,
        tables={
            "assessment": """
            child_id | started    | ended
            Ada      | 2026-01-26 | 2026-03-30
            Ben      | 2026-03-06 | 2026-03-09
            Cai      | 2026-03-02 | 2026-03-02
            Dot      | 2026-01-26 | 2026-02-27
            """
        },
        expected="""
        child | counts   | because
        Ada   | 45       | nine weeks
        Ben   | 1        | Friday to Monday
        Cai   | 0        | the same day
        Dot   | left out | ended the month before
        """,
        numerator=46,
        denominator=3,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
