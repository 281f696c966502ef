"""The start of a clock moved after the fact: what had been late is in time as it is told now.

5 January 2026 is a Monday; no bank holiday falls between it and Good Friday, 3 April.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asciitable import annex_a
from tests.rewritten_record import made_timely, monthly

CARE = "child_id | care_started\nZ | 2025-01-01"


@pytest.mark.parametrize(
    ("list_name", "start", "end", "now", "done", "due"),
    [
        # 45 working days after 5 January: 9 March; after 12 January: 16 March
        ("list_4", "assessment_start", "authorised", "2026-01-12", "2026-03-11", "2026-03-09"),
        # 15 working days after 5 January: 26 January; after 8 January: 29 January
        ("list_5", "strategy_discussion", "conference_date", "2026-01-08", "2026-01-28",
         "2026-01-26"),
    ],
)  # fmt: skip
def test_an_assessment_and_a_strategy_discussion(
    tmp_path: Path, list_name: str, start: str, end: str, now: str, done: str, due: str
) -> None:
    """B's start was moved too, but what followed is late all the same."""
    stack = monthly(
        f"""
        month      | child_id | {start}    | {end}
        2026-03-31 | A        | 2026-01-05 | {done}
        2026-03-31 | B        | 2026-01-05 | 2026-03-30
        2026-04-30 | A        | {now}      | {done}
        2026-04-30 | B        | {now}      | 2026-03-30
        """,
        list_name,
    )
    assert made_timely(tmp_path, stack, "done") == [("A", start, "2026-01-05", now, due, done)]


def test_a_referral(tmp_path: Path) -> None:
    """A's assessment was authorised on 11 March: late from a referral of 5 January, not from one of
    12 January. It began on the 13th, whichever is true. B's was in time before."""
    stack = [
        annex_a(
            month,
            list_3=f"child_id | referral_date\nC | 2025-12-01\nA | {referred}\nB | {referred}",
            list_4="child_id | assessment_start | authorised\n"
            "A | 2026-01-13 | 2026-03-11\nB | 2026-01-13 | 2026-03-06",
            list_8=CARE,
        )
        for month, referred in (("2026-03-31", "2026-01-05"), ("2026-04-30", "2026-01-12"))
    ]
    assert made_timely(tmp_path, stack, "done") == [
        ("A", "referral_date", "2026-01-05", "2026-01-12", "2026-03-09", "2026-03-11")
    ]


def test_the_day_she_came_into_care(tmp_path: Path) -> None:
    """A's first review of 4 February was due on 2 February, and is in time from 7 January on."""
    stack = monthly("""
        month      | child_id | care_started | last_review
        2026-02-28 | A        | 2026-01-05   | 2026-02-04
        2026-03-31 | A        | 2026-01-07   | 2026-02-04
    """)  # fmt: skip
    assert made_timely(tmp_path, stack, "done") == [
        ("A", "care_started", "2026-01-05", "2026-01-07", "2026-02-02", "2026-02-04")
    ]


def test_the_start_of_a_placement(tmp_path: Path) -> None:
    """First visited on 14 January; due on 12 January from the 5th. In February the same home, but
    from the 8th. B has moved to another home on the 8th, which is no change of the record."""
    stack = monthly("""
        month      | child_id | care_started | placement_started | placement_postcode | placement_type | last_visit
        2026-01-31 | A        | 2025-06-02   | 2026-01-05        | ZZ1 1ZZ            | U6             | 2026-01-14
        2026-01-31 | B        | 2025-06-02   | 2026-01-05        | ZZ1 1ZZ            | U6             | 2026-01-14
        2026-02-28 | A        | 2025-06-02   | 2026-01-08        | ZZ1 1ZZ            | U6             | 2026-01-14
        2026-02-28 | B        | 2025-06-02   | 2026-01-08        | ZZ2 2ZZ            | U6             | 2026-01-14
    """)  # fmt: skip
    assert made_timely(tmp_path, stack, "done") == [
        ("A", "placement_started", "2026-01-05", "2026-01-08", "2026-01-12", "2026-01-14")
    ]
