"""Intervals between visits, reviews and checks, from what a stack of extracts can show."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.measures.event_intervals import Event, intervals
from sightline.records import Records
from tests.canonical import records

CARE = """
child_id | started    | ended
A        | 2026-01-05 | -
"""
PLACED = """
child_id | started    | placement_type | carer_since
A        | 2026-01-05 | U6             | 2026-01-05
"""
ORDER = """
child_id | started    | legal_status
A        | 2026-01-05 | V2
"""


def told(found: Records, event: Event) -> list[tuple[Any, ...]]:
    """(previous, date, at least, at most, due, days late)"""
    names = ("previous", "date", "at_least", "at_most", "due", "days_late")
    table = intervals(found, event).order_by("date")
    rows = found.connection.to_pyarrow(table).to_pylist()
    return [
        tuple(
            value.isoformat() if isinstance(value, date) else value for value in map(row.get, names)
        )
        for row in rows
    ]


def in_care(**tables: str) -> Records:
    return records(
        date(2025, 12, 31),
        date(2026, 6, 30),
        period_of_care=CARE,
        placement=PLACED,
        legal_status=ORDER,
        **tables,
    )


def test_between_two_visits_another_may_lie_hidden() -> None:
    """20 January to 10 March is 49 days at the most. The extract of 28 February still showed
    20 January, so the next visit was on 1 March at the earliest: 40 days. Six weeks after
    20 January is 3 March. The first visit was due within a week of moving in."""
    found = in_care(visit="""
        child_id | date       | kind        | source
        A        | 2026-01-20 | social_work | annex_a
        A        | 2026-03-10 | social_work | annex_a
        A        | 2026-02-02 | iro         | annex_a
    """)  # fmt: skip
    assert told(found, Event.VISIT) == [
        (None, "2026-01-20", 1, 15, "2026-01-12", 8),
        ("2026-01-20", "2026-03-10", 40, 49, "2026-03-03", 7),
    ]


def test_the_903_lists_every_review() -> None:
    """The first within 20 working days (2 February), the second within three months of it."""
    found = in_care(review="""
        child_id | date       | source
        A        | 2026-01-30 | ssda903
        A        | 2026-05-04 | ssda903
    """)  # fmt: skip
    assert told(found, Event.REVIEW) == [
        (None, "2026-01-30", 25, 25, "2026-02-02", -3),
        ("2026-01-30", "2026-05-04", 94, 94, "2026-04-30", 4),
    ]


def test_no_law_sets_an_interval_between_dental_checks() -> None:
    found = in_care(health_check="""
        child_id | date       | kind         | source
        A        | 2025-12-01 | dental_check | annex_a
        A        | 2026-02-10 | dental_check | annex_a
        A        | 2026-04-15 | dental_check | annex_a
    """)  # fmt: skip
    assert told(found, Event.DENTAL_CHECK) == [
        (None, "2026-02-10", 27, 36, None, None),
        ("2026-02-10", "2026-04-15", 50, 64, None, None),
    ]


def test_nothing_happened_yet() -> None:
    assert told(in_care(), Event.HEALTH_ASSESSMENT) == []
