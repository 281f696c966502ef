"""Dates moved after the fact: which of them turned late into timely.

A came into care on 5 January 2026 (a Monday), is fostered, and is visited every six weeks. The
extract of 31 March shows one day, that of 30 April another.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rewritten_record import made_timely, monthly

CARE = """
month      | child_id | care_started | placement_started | placement_type | legal_status | legal_status_started | last_visit
2026-01-31 | A        | 2026-01-05   | 2026-01-05        | U6             | V2           | 2026-01-05           | 2026-01-20
2026-02-28 | A        | 2026-01-05   | 2026-01-05        | U6             | V2           | 2026-01-05           | 2026-01-20
2026-03-31 | A        | 2026-01-05   | 2026-01-05        | U6             | V2           | 2026-01-05           | {then}
2026-04-30 | A        | 2026-01-05   | 2026-01-05        | U6             | V2           | 2026-01-05           | {now}
"""


@pytest.mark.parametrize(
    ("then", "now", "flagged"),
    [
        ("2026-03-09", "2026-03-03", True),  # six weeks after 20 January is 3 March
        ("2026-03-09", "2026-03-04", False),  # still late
        ("2026-03-03", "2026-03-02", False),  # in time before
        ("2026-03-03", "2026-03-09", False),  # a later visit, for all that an extract can say
    ],
)
def test_a_visit(tmp_path: Path, then: str, now: str, flagged: bool) -> None:
    found = made_timely(tmp_path, monthly(CARE.format(then=then, now=now)))
    assert found == ([("A", "last_visit", then, now, "2026-03-03")] if flagged else [])


def test_a_first_review(tmp_path: Path) -> None:
    """Due on the 20th working day after 5 January 2026: Monday 2 February."""
    stack = monthly("""
        month      | child_id | care_started | last_review
        2026-01-31 | A        | 2026-01-05   | -
        2026-02-28 | A        | 2026-01-05   | 2026-02-06
        2026-03-31 | A        | 2026-01-05   | 2026-02-02
    """)  # fmt: skip
    assert made_timely(tmp_path, stack) == [
        ("A", "last_review", "2026-02-06", "2026-02-02", "2026-02-02")
    ]


def test_an_initial_health_assessment(tmp_path: Path) -> None:
    stack = monthly("""
        month      | child_id | care_started | last_health_assessment | date_of_birth
        2026-01-31 | A        | 2026-01-05   | -                      | 2015-05-05
        2026-02-28 | A        | 2026-01-05   | 2026-02-03             | 2015-05-05
        2026-03-31 | A        | 2026-01-05   | 2026-01-30             | 2015-05-05
    """)  # fmt: skip
    assert made_timely(tmp_path, stack) == [
        ("A", "last_health_assessment", "2026-02-03", "2026-01-30", "2026-02-02")
    ]


@pytest.mark.parametrize(
    ("list_name", "began", "column", "late", "due"),
    [
        # 45 working days after Monday 5 January 2026: nine weeks on, no bank holiday between
        ("list_4", "assessment_start", "authorised", "2026-03-11", "2026-03-09"),
        # 15 working days: three weeks on
        ("list_5", "strategy_discussion", "conference_date", "2026-01-28", "2026-01-26"),
    ],
)
def test_an_assessment_and_a_conference(
    tmp_path: Path, list_name: str, began: str, column: str, late: str, due: str
) -> None:
    stack = monthly(
        f"""
        month      | child_id | {began}    | {column}
        2026-03-31 | A        | 2026-01-05 | {late}
        2026-04-30 | A        | 2026-01-05 | {due}
        """,
        list_name,
    )
    assert made_timely(tmp_path, stack) == [("A", column, late, due, due)]
