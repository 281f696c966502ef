"""When a child's wait began, how long it was watched, and how it ended."""

from collections.abc import Callable
from datetime import date

from ibis.expr.types import Table

from sightline.measures.waits import for_ehc_plan, for_first_help, for_permanence
from sightline.records import Records
from tests.canonical import records

COVERED, TODAY = date(2025, 4, 1), date(2026, 3, 31)


def asked(
    held: Records, ask: Callable[[Records], Table]
) -> dict[str, tuple[int, int, str | None, bool]]:
    """{child: (days waited when the records begin, days, route, whether she waits)}."""
    rows = held.ask(ask(held))
    return {
        row["child_id"]: (row["entry"], row["days"], row["route"], row["waits"]) for row in rows
    }


def test_permanence_ends_by_a_match_or_by_leaving_care() -> None:
    held = records(
        COVERED,
        TODAY,
        period_of_care="""
        child_id | started    | ended      | reason_ceased | end_unknown
        Ada      | 2025-06-01 | 2025-12-01 | E11           | false
        Ben      | 2025-06-01 | 2025-12-01 | E45           | false
        Cai      | 2025-06-01 | 2025-12-01 | E41           | false
        Dot      | 2025-06-01 | 2025-12-01 | E4A           | false
        Eve      | 2025-06-01 | 2025-12-01 | E4B           | false
        Fay      | 2026-03-01 | -          | -             | false
        Gus      | 2024-04-01 | -          | -             | false
        Hal      | 2025-06-01 | 2025-07-01 | -             | true
        """,
    )
    assert asked(held, for_permanence) == {
        "Ada": (0, 183, "Adopted", False),
        "Ben": (0, 183, "Special guardianship or child arrangements order", False),
        "Cai": (0, 183, "Special guardianship or child arrangements order", False),
        "Dot": (0, 183, "Went home as planned", False),
        "Eve": (0, 183, "Left otherwise, or turned 18", False),
        "Fay": (0, 30, None, True),  # waits still
        "Gus": (365, 729, None, True),  # had waited a year when the records begin
        "Hal": (0, 30, None, False),  # vanished from the lists: watched until last seen
    }


def test_a_match_is_its_date_or_the_first_day_in_a_placement_coded_so() -> None:
    held = records(
        COVERED,
        TODAY,
        period_of_care="""
        child_id | started    | ended      | reason_ceased | end_unknown
        Ada      | 2025-06-01 | -          | -             | false
        Ben      | 2025-06-01 | -          | -             | false
        Cai      | 2025-06-01 | 2025-09-01 | E4A           | false
        Cai      | 2025-11-01 | -          | -             | false
        Dot      | 2025-06-01 | -          | -             | false
        """,
        permanence_step="""
        child_id | date       | step
        Ada      | 2025-08-01 | matched_for_long_term_fostering
        Cai      | 2025-12-01 | matched_for_long_term_fostering
        Dot      | 2025-08-01 | matched_for_adoption
        """,
        placement="""
        child_id | started    | ended | placement_type
        Ada      | 2025-10-01 | -     | U4
        Ben      | 2025-06-11 | -     | U1
        Dot      | 2025-06-01 | -     | U6
        """,
    )
    rows = held.ask(for_permanence(held).order_by("child_id", "began"))
    assert [(row["child_id"], row["days"], row["route"]) for row in rows] == [
        ("Ada", 61, "Matched for long-term fostering"),
        ("Ben", 10, "Matched for long-term fostering"),
        ("Cai", 92, "Went home as planned"),
        ("Cai", 30, "Matched for long-term fostering"),
        ("Dot", 303, None),  # a match for adoption is not yet an adoption
    ]


def test_short_breaks_are_no_wait_and_what_ended_before_the_records_is_not_watched() -> None:
    held = records(
        COVERED,
        TODAY,
        period_of_care="""
        child_id | started    | ended      | reason_ceased | end_unknown
        Ada      | 2025-06-01 | -          | -             | false
        Ben      | 2024-06-01 | 2025-01-01 | E4A           | false
        """,
        legal_status="""
        child_id | started    | ended | legal_status
        Ada      | 2025-06-01 | -     | V4
        """,
    )
    assert asked(held, for_permanence) == {}


def test_the_year_of_a_wait_begins_in_april() -> None:
    held = records(
        COVERED,
        TODAY,
        period_of_care="""
        child_id | started    | ended | reason_ceased | end_unknown
        Ada      | 2025-04-01 | -     | -             | false
        Ben      | 2026-03-31 | -     | -             | false
        Cai      | 2025-03-31 | -     | -             | false
        """,
    )
    rows = held.ask(for_permanence(held))
    years = {row["child_id"]: row["year_ending"] for row in rows}
    assert years == {"Ada": 2026, "Ben": 2026, "Cai": 2025}


def test_only_help_ends_the_wait_for_help_well() -> None:
    held = records(
        COVERED,
        TODAY,
        mental_health_referral="""
        child_id | started    | ended      | referred_to | accepted | first_help
        Ada      | 2025-06-01 | 2025-12-01 | CAMHS       | true     | 2025-07-01
        Ben      | 2025-06-01 | -          | CAMHS       | false    | -
        Cai      | 2025-06-01 | 2025-06-15 | CAMHS       | false    | -
        Dot      | 2025-06-01 | 2025-09-01 | CAMHS       | true     | -
        Eve      | 2026-03-01 | -          | CAMHS       | -        | -
        """,
    )
    assert asked(held, for_first_help) == {
        "Ada": (0, 30, "Had first help", False),
        "Ben": (0, 0, "Not accepted", False),
        "Cai": (0, 14, "Not accepted", False),
        "Dot": (0, 92, "Ended without help", False),
        "Eve": (0, 30, None, True),
    }


def test_only_a_plan_ends_the_wait_for_one_well_and_a_refusal_counts_for_itself() -> None:
    held = records(
        COVERED,
        TODAY,
        ehc_request="""
        child_id | date       | decided    | agreed_to_assess | plan_issued | exception
        Ada      | 2025-06-01 | 2025-07-01 | true             | 2025-10-19  | false
        Ben      | 2025-06-01 | 2025-07-13 | false            | -           | false
        Cai      | 2025-06-01 | -          | false            | -           | false
        Dot      | 2025-06-01 | 2025-07-01 | true             | -           | true
        Eve      | 2026-03-01 | -          | -                | -           | -
        Fay      | 2025-06-01 | 2025-07-01 | false            | 2026-01-01  | false
        """,
    )
    assert asked(held, for_ehc_plan) == {
        "Ada": (0, 140, "Had the plan", False),
        "Ben": (0, 42, "Refused an assessment", False),
        "Cai": (0, 0, "Refused an assessment", False),  # on a day that nobody gives
        "Dot": (0, 303, None, True),  # agreed, and no plan: waits still, exception or not
        "Eve": (0, 30, None, True),
        "Fay": (0, 214, "Had the plan", False),  # in the end, after an appeal perhaps
    }
