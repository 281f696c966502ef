"""Strategy discussions, enquiries and conferences.

Sources: Working Together to Safeguard Children (a social worker, the police and a health
practitioner at least); LAIT, initial conferences within 15 working days. From Monday 2 March 2026
fifteen working days are three weeks: Monday 23 March.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

MARCH = "2026-03-31"
DISCUSSIONS = """
    child_id | date       | police_present | health_present | social_care_present | led_to_section47
    Ada      | 2026-03-01 | true           | true           | true                | true
    Ben      | 2026-03-31 | true           | false          | true                | false
    Cai      | 2026-03-10 | false          | true           | true                | true
    Dot      | 2026-03-10 | -              | true           | true                | -
    Eve      | 2026-02-28 | true           | true           | true                | true
    Fay      | 2026-03-10 | true           | true           | false               | true
"""

EXAMPLES = (
    Example(
        "strategy_with_police",
        "who took part in the month's discussions",
        as_at=MARCH,
        tables={"strategy_discussion": DISCUSSIONS},
        expected="""
        child | counts           | because
        Ada   | yes              | the police took part
        Ben   | yes              | the police took part
        Cai   | no               | they did not
        Dot   | no, not recorded | nobody says
        Eve   | left out         | the month before
        Fay   | yes              | the police took part
        """,
        numerator=3,
        denominator=5,
    ),
    Example(
        "strategy_with_health",
        "who took part in the month's discussions",
        as_at=MARCH,
        tables={"strategy_discussion": DISCUSSIONS},
        expected="""
        child | counts   | because
        Ada   | yes      | a health practitioner took part
        Ben   | no       | none did
        Cai   | yes      | a health practitioner took part
        Dot   | yes      | a health practitioner took part
        Eve   | left out | the month before
        Fay   | yes      | a health practitioner took part
        """,
        numerator=4,
        denominator=5,
    ),
    Example(
        "strategy_quorate",
        "all three, or it is not enough",
        as_at=MARCH,
        tables={"strategy_discussion": DISCUSSIONS},
        expected="""
        child | counts           | because
        Ada   | yes              | all three
        Ben   | no               | no health
        Cai   | no               | no police
        Dot   | no, not recorded | nobody says whether the police came
        Eve   | left out         | the month before
        Fay   | no               | no social worker
        """,
        numerator=1,
        denominator=5,
    ),
    Example(
        "strategy_led_to_enquiry",
        "what was decided",
        as_at=MARCH,
        tables={"strategy_discussion": DISCUSSIONS},
        expected="""
        child | counts           | because
        Ada   | yes              | an enquiry
        Ben   | no               | none
        Cai   | yes              | an enquiry
        Dot   | no, not recorded | nobody says
        Eve   | left out         | the month before
        Fay   | yes              | an enquiry
        """,
        numerator=3,
        denominator=5,
    ),
    Example(
        "section47_enquiries",
        "by the day of the strategy discussion",
        as_at=MARCH,
        tables={
            "section47": """
            child_id | strategy_discussion | conference
            Ada      | 2026-03-01          | -
            Ben      | 2026-03-31          | -
            Cai      | 2026-02-28          | 2026-03-10
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the first day
        Ben   | yes      | the last day
        Cai   | left out | begun the month before
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "enquiries_without_conference",
        "found unnecessary, held, or not yet said",
        as_at=MARCH,
        tables={
            "section47": """
            child_id | strategy_discussion | conference | conference_unnecessary
            Ada      | 2026-03-02          | -          | true
            Ben      | 2026-03-02          | 2026-03-20 | -
            Cai      | 2026-03-02          | -          | false
            Dot      | 2026-03-02          | -          | -
            Eve      | 2026-02-02          | -          | true
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | no conference was needed
        Ben   | no               | one was held
        Cai   | no               | one is needed
        Dot   | no, not recorded | nobody says
        Eve   | left out         | begun the month before
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "conferences_in_15_days",
        "the fifteenth working day is the last",
        as_at=MARCH,
        tables={
            "section47": """
            child_id | strategy_discussion | conference
            Ada      | 2026-03-02          | 2026-03-23
            Ben      | 2026-03-02          | 2026-03-24
            Cai      | -                   | 2026-03-24
            Dot      | 2026-02-02          | 2026-02-20
            Eve      | 2026-03-02          | -
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | on the fifteenth working day
        Ben   | no               | a day later
        Cai   | no, not recorded | nobody says when time began
        Dot   | left out         | held the month before
        Eve   | left out         | not held
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "conferences_led_to_plan",
        "what the month's conferences made",
        as_at=MARCH,
        tables={
            "conference": """
            child_id | date       | led_to_plan
            Ada      | 2026-03-02 | true
            Ben      | 2026-03-02 | false
            Cai      | 2026-03-02 | -
            Dot      | 2026-02-27 | true
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | a plan
        Ben   | no               | none
        Cai   | no, not recorded | nobody says
        Dot   | left out         | the month before
        """,
        numerator=1,
        denominator=3,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
