"""Children in need and children on child protection plans.

Sources: LAIT, plans of two years (over 729 days), second or later plans, reviews in time (first
within three months, then six); Children in need, official statistics.
"""

from __future__ import annotations

from datetime import date

import pytest

from sightline.measures import catalogue
from sightline.measures.figures import series
from tests.canonical import records
from tests.measures_worked import Example, check, keep_at

MARCH = "2026-03-31"
IN_NEED = {
    "child_in_need": """
    child_id | started    | ended
    Ada      | 2024-03-30 | -
    Ben      | 2024-03-31 | -
    Cai      | 2025-01-01 | 2026-04-01
    Dot      | 2025-01-01 | 2026-03-31
    Eve      | 2025-01-01 | -
    Fay      | 2025-01-01 | -
    Gus      | 2026-03-31 | -
    """,
    "protection_plan": """
    child_id | started    | ended
    Eve      | 2025-06-01 | -
    Gus      | 2025-06-01 | 2025-12-01
    """,
    "period_of_care": """
    child_id | started    | ended
    Fay      | 2025-06-01 | -
    """,
    "child_in_need_plan": """
    child_id | started    | ended      | period
    Ada      | 2024-05-01 | -          | 2026-03-31
    Ben      | 2024-05-01 | 2026-03-31 | 2026-03-31
    Cai      | 2026-03-31 | -          | 2026-03-31
    Eve      | 2025-02-01 | -          | 2026-03-31
    """,
}
ENDED = """
    child_id | started    | ended
    Ada      | 2024-03-31 | 2026-03-31
    Ben      | 2024-04-01 | 2026-03-31
    Cai      | 2025-12-31 | 2026-03-31
    Dot      | 2025-12-30 | 2026-03-31
    Eve      | 2025-01-01 | 2026-02-28
    Fay      | 2025-01-01 | -
"""

EXAMPLES = (
    Example(
        "children_in_need",
        "open, and neither on a plan nor in care",
        as_at=MARCH,
        tables=IN_NEED,
        expected="""
        child | counts   | because
        Ada   | yes      | open
        Ben   | yes      | open
        Cai   | yes      | ends tomorrow
        Dot   | left out | ended today
        Eve   | left out | on a child protection plan
        Fay   | left out | in care
        Gus   | yes      | began today; the plan ended before
        """,
        numerator=4,
        denominator=None,
    ),
    Example(
        "in_need_over_two_years",
        "more than two years, to the day",
        as_at=MARCH,
        tables=IN_NEED,
        expected="""
        child | counts   | because
        Ada   | yes      | two years and a day
        Ben   | no       | two years today
        Cai   | no       | over a year
        Dot   | left out | ended today
        Eve   | left out | on a child protection plan
        Fay   | left out | in care
        Gus   | no       | began today
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "in_need_without_plan",
        "no plan open at the month's end",
        as_at=MARCH,
        tables=IN_NEED,
        expected="""
        child | counts   | because
        Ada   | no       | a plan is open
        Ben   | yes      | the plan ended today
        Cai   | no       | the plan began today
        Dot   | left out | ended today
        Eve   | left out | on a child protection plan
        Fay   | left out | in care
        Gus   | yes      | none
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "on_protection_plan",
        "plans open at the month's end",
        as_at=MARCH,
        tables={
            "protection_plan": """
            child_id | started    | ended
            Ada      | 2025-06-01 | -
            Ben      | 2026-03-31 | -
            Cai      | 2025-06-01 | 2026-03-31
            Dot      | 2026-04-01 | -
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | open
        Ben   | yes      | begun today
        Cai   | left out | ended today
        Dot   | left out | begins tomorrow
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "plans_over_two_years",
        "more than 729 days, as LAIT has it",
        as_at=MARCH,
        tables={
            "protection_plan": """
            child_id | started    | ended
            Ada      | 2024-03-31 | -
            Ben      | 2024-04-01 | -
            Cai      | 2025-04-01 | -
            Dot      | 2023-01-01 | 2026-03-31
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | 730 days
        Ben   | no       | 729 days
        Cai   | no       | a year
        Dot   | left out | ended today
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "plans_ended_after_two_years",
        "how long the plans had lasted that ended in the month",
        as_at=MARCH,
        tables={"protection_plan": ENDED},
        expected="""
        child | counts   | because
        Ada   | yes      | 730 days
        Ben   | no       | 729 days
        Cai   | no       | three months
        Dot   | no       | three months and a day
        Eve   | left out | ended the month before
        Fay   | left out | goes on
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "plans_ended_soon",
        "three months or less",
        as_at=MARCH,
        tables={"protection_plan": ENDED},
        expected="""
        child | counts   | because
        Ada   | no       | two years
        Ben   | no       | two years
        Cai   | yes      | three months today
        Dot   | no       | three months and a day
        Eve   | left out | ended the month before
        Fay   | left out | goes on
        """,
        numerator=1,
        denominator=4,
    ),
    Example(
        "repeat_plans",
        "what the return says of plans before",
        as_at=MARCH,
        tables={
            "protection_plan": """
            child_id | started    | ended | previous_plans
            Ada      | 2026-03-01 | -     | 1
            Ben      | 2026-03-01 | -     | 0
            Cai      | 2026-03-01 | -     | -
            Dot      | 2026-02-28 | -     | 2
            """
        },
        expected="""
        child | counts           | because
        Ada   | yes              | the second plan
        Ben   | no               | the first
        Cai   | no, not recorded | nobody says
        Dot   | left out         | begun the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "repeat_plans_within_two_years",
        "since the last plan's end",
        as_at=MARCH,
        tables={
            "protection_plan": """
            child_id | started    | ended
            Ada      | 2026-03-10 | -
            Ada      | 2023-01-01 | 2024-03-10
            Ben      | 2026-03-10 | -
            Ben      | 2023-01-01 | 2024-03-09
            Cai      | 2026-03-10 | -
            Dot      | 2026-02-10 | -
            Dot      | 2025-01-01 | 2025-06-01
            """
        },
        expected="""
        child | counts   | because
        Ada   | yes      | it ended 24 months before
        Ben   | no       | a day longer ago
        Cai   | no       | the first plan
        Dot   | left out | begun the month before
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "protection_reviews_in_time",
        "first within three months, then six, and the next not overdue",
        as_at=MARCH,
        tables={
            "protection_plan": """
            child_id | started    | ended
            Ada      | 2025-06-30 | -
            Ben      | 2025-06-30 | -
            Cai      | 2025-06-30 | -
            Dot      | 2025-12-31 | -
            Eve      | 2026-01-01 | -
            Fay      | 2025-12-31 | -
            """,
            "protection_review": """
            child_id | date
            Ada      | 2025-09-30
            Ada      | 2026-03-30
            Ben      | 2025-10-01
            Ben      | 2026-03-30
            Cai      | 2025-09-29
            Fay      | 2026-03-31
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | on the last day of three months, then of six
        Ben   | no       | the first was a day late
        Cai   | no       | the second was due on 29 March
        Dot   | yes      | the first is due today
        Eve   | left out | open for less than three months
        Fay   | yes      | held today, the last day
        """,
        numerator=3,
        denominator=5,
    ),
    Example(
        "protection_visits_in_time",
        "seen in the 28 days to the month's end",
        as_at=MARCH,
        tables={
            "protection_plan": """
            child_id | started    | ended
            Ada      | 2025-06-30 | -
            Ben      | 2025-06-30 | -
            Cai      | 2025-06-30 | -
            Dot      | 2026-03-03 | -
            Eve      | 2026-03-04 | -
            """,
            "visit": """
            child_id | date       | kind
            Ada      | 2026-03-04 | protection
            Ben      | 2026-03-03 | protection
            Cai      | 2026-03-20 | social_work
            Dot      | 2026-03-31 | protection
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | seen 27 days ago
        Ben   | no       | seen 28 days ago
        Cai   | no       | that was another kind of visit
        Dot   | yes      | seen today
        Eve   | left out | on the plan for less than 28 days
        """,
        numerator=2,
        denominator=4,
    ),
)


def test_after_the_newest_return_that_names_plans_nobody_is_said_to_have_none() -> None:
    """Two months after the census, Annex A still names who is in need, and names no plan."""
    found = records(date(2022, 3, 1), date(2026, 5, 31), **IN_NEED)
    keep_at(found, [catalogue()["in_need_without_plan"]], date(2026, 3, 31), date(2026, 5, 31))
    figures = series(found, catalogue())["in_need_without_plan"].series
    assert [figure.as_at for figure in figures] == [date(2026, 3, 31)]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
