"""Which children in care a measure leaves out, and why."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.measures import catalogue
from sightline.measures.left_out import (
    NOT_ABOUT,
    SHORT_BREAK,
    START_UNKNOWN,
    is_of_children_in_care,
    left_out,
)
from sightline.records import Records
from tests.canonical import records
from tests.kept_rows import keep

NOW = date(2026, 3, 31)
MEASURE = catalogue()["health_assessments_in_timescale"]


@pytest.fixture(scope="module")
def held() -> Records:
    """Ada counts; Bo has short breaks, Cy came nobody knows when, Di is new, Ed left."""
    found = records(
        date(2025, 4, 1),
        NOW,
        period_of_care="""
        child_id | started    | ended      | start_unknown
        Ada      | 2024-05-01 | -          | false
        Bo       | 2024-05-01 | -          | false
        Cy       | 2025-04-01 | -          | true
        Di       | 2026-02-01 | -          | false
        Ed       | 2024-05-01 | 2026-03-01 | false
        """,
        legal_status="""
        child_id | started    | ended | legal_status
        Ada      | 2024-05-01 | -     | C2
        Bo       | 2024-05-01 | -     | V4
        Di       | 2026-02-01 | -     | C1
        """,
        involvement="""
        child_id | started    | ended | team  | worker
        Di       | 2026-02-01 | -     | North | Ada Reed
        """,
    )
    keep(found, [(MEASURE.id, "Ada", NOW, 1.0, "North")])
    return found


def test_each_child_left_out_has_the_reason_that_the_record_tells(held: Records) -> None:
    found = left_out(held, MEASURE, NOW)
    assert [(each.child_id, each.why) for each in found] == [
        ("Bo", SHORT_BREAK),
        ("Cy", START_UNKNOWN),
        ("Di", NOT_ABOUT),
    ]
    assert [(each.team, each.worker) for each in found][2] == ("North", "Ada Reed")


def test_with_those_counted_they_are_all_who_are_in_care(held: Records) -> None:
    assert {"Ada"} | {each.child_id for each in left_out(held, MEASURE, NOW)} == {
        "Ada",
        "Bo",
        "Cy",
        "Di",
    }


def test_a_measure_of_somebody_else_leaves_no_child_in_care_out(held: Records) -> None:
    assert left_out(held, catalogue()["referrals"], NOW) == ()
    assert not is_of_children_in_care(catalogue()["ceased_adoption"])
    assert is_of_children_in_care(catalogue()["children_in_care"])
