"""Who waits, for what, since when, and whom to act for first."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.measures.view import View
from sightline.records import Records
from sightline.trackers.clocks import keep_clocks
from sightline.trackers.waiting import Kind, Reason, WaitingChild, keep_reasons, waiting
from tests.asciitable import rows, typed
from tests.canonical import records

TODAY = date(2026, 10, 31)

# QUIET has all that is owed. Each of the others lacks one thing, and is else as QUIET.
# All came into care on 2 June 2025 but PLANLESS; `visited` is the social worker's last visit,
# `reviewed` the last review, `assessed` the last health assessment, `seen` the first extract
# that showed the plan.
CHILDREN = """
child        | came       | placed     | home | urn     | order | since      | plan                | seen       | visited    | reviewed   | assessed   | team
QUIET        | 2025-06-02 | 2025-06-02 | U4   | -       | C2    | 2025-09-01 | LONG_TERM_FOSTERING | 2025-09-30 | 2026-10-01 | 2026-09-18 | 2026-06-20 | North
UNVISITED    | 2025-06-02 | 2025-06-02 | U6   | -       | C2    | 2025-09-01 | SGO_CAO             | 2025-09-30 | 2026-09-01 | 2026-09-18 | 2026-06-20 | North
UNREVIEWED   | 2025-06-02 | 2025-06-02 | U6   | -       | C2    | 2025-09-01 | SGO_CAO             | 2025-09-30 | 2026-10-01 | 2026-03-20 | 2026-06-20 | South
UNASSESSED   | 2025-06-02 | 2025-06-02 | U6   | -       | C2    | 2025-09-01 | SGO_CAO             | 2025-09-30 | 2026-10-01 | 2026-09-18 | 2025-06-25 | South
PLANLESS     | 2026-05-01 | 2026-05-01 | U6   | -       | C1    | 2026-05-01 | -                   | -          | 2026-10-01 | 2026-08-14 | 2026-05-20 | South
UNMATCHED    | 2025-06-02 | 2025-06-02 | U6   | -       | C2    | 2025-09-01 | LONG_TERM_FOSTERING | 2026-01-31 | 2026-10-01 | 2026-09-18 | 2026-06-20 | South
AT_HOME      | 2025-06-02 | 2025-06-02 | P1   | -       | C2    | 2025-09-01 | RETURN_HOME         | 2025-09-30 | 2026-10-01 | 2026-09-18 | 2026-06-20 | South
UNREGISTERED | 2025-06-02 | 2026-10-11 | K2   | -       | C2    | 2025-09-01 | SGO_CAO             | 2025-09-30 | 2026-10-14 | 2026-09-18 | 2026-06-20 | South
REGISTERED   | 2025-06-02 | 2026-10-11 | K2   | 1234567 | C2    | 2025-09-01 | SGO_CAO             | 2025-09-30 | 2026-10-14 | 2026-09-18 | 2026-06-20 | South
"""
EARLIER_REVIEWS = {
    "2025-06-02": ("2025-06-27", "2025-09-26", "2026-03-20"),
    "2026-05-01": ("2026-05-22",),
}

# In the order to act. `too long` is the wait over the days that one might reasonably last.
WAITING = """
child        | why                  | since      | days | too long
UNREGISTERED | unregistered_home    | 2026-10-11 |  20  | 20 over 1
GONE         | vanished             | 2026-08-31 |  61  | 61 over 7
UNASSESSED   | health_assessment    | 2026-06-25 | 128  | 128 over 28
UNREVIEWED   | review               | 2026-09-20 |  41  | 41 over 14
UNVISITED    | visit                | 2026-10-13 |  18  | 18 over 7
PLANLESS     | no_permanence_plan   | 2026-09-01 |  60  | 60 over 28
UNMATCHED    | long_term_match      | 2026-01-31 | 273  | 273 over 182
AT_HOME      | care_order_at_home   | 2025-09-01 | 425  | 425 over 365
"""


def authority(children: str = CHILDREN, *, gone: bool = True) -> Records:
    """The children above; with `gone`, one more whom the extracts stopped naming after August."""
    tables: dict[str, list[dict[str, object]]] = {}

    def add(table: str, child: object, **columns: object) -> None:
        days = {
            name: typed(value) if isinstance(value, str) and len(value) == 10 else value
            for name, value in columns.items()
        }
        tables.setdefault(table, []).append({"child_id": child, **days})

    for row in rows(children):
        child = row["child"]
        add("person", child, sex="F", date_of_birth="2015-04-03")
        add("period_of_care", child, started=row["came"], end_unknown=False)
        add(
            "placement", child, started=row["placed"], placement_type=row["home"],
            urn=row["urn"], carer_since=row["placed"],
        )  # fmt: skip
        add("legal_status", child, started=row["since"], legal_status=row["order"])
        if row["plan"]:
            add("care_plan", child, started=row["seen"], permanence_plan=row["plan"])
        add("visit", child, date=row["visited"], kind="social_work")
        for day in {*EARLIER_REVIEWS[str(row["came"])], row["reviewed"]}:
            add("review", child, date=day)
        add("health_check", child, date=row["assessed"], kind="health_assessment")
        add("involvement", child, started=row["came"], team=row["team"], worker="Ada Reed")
    if gone:
        add("person", "GONE", sex="M", date_of_birth="2011-12-25")
        add(
            "period_of_care", "GONE", started="2026-02-01", ended="2026-08-31", end_unknown=True
        )  # fmt: skip
        add("involvement", "GONE", started="2026-02-28", team="North", worker="Bo Finch")
    made = records(date(2025, 4, 30), TODAY, **tables)
    view = View.at(made, [TODAY])
    keep_clocks(made, view)
    keep_reasons(made, view)
    return made


def shown(found: tuple[WaitingChild, ...]) -> list[tuple[str, str, str, int]]:
    return [
        (child.child_id, reason.kind.value, reason.since.isoformat(), reason.days)
        for child in found
        for reason in child.reasons
    ]


@pytest.fixture(scope="module")
def everyone() -> Records:
    return authority()


def test_each_child_waits_for_what_is_lacking_and_comes_in_the_order_to_act(
    everyone: Records,
) -> None:
    assert shown(waiting(everyone)) == [
        (str(row["child"]), str(row["why"]), str(row["since"]), int(str(row["days"])))
        for row in rows(WAITING)
    ]


def test_how_many_times_too_long_a_wait_is(everyone: Records) -> None:
    for child, row in zip(waiting(everyone), rows(WAITING), strict=True):
        days, reasonable = str(row["too long"]).split(" over ")
        assert child.reasons[0].times_too_long == int(days) / int(reasonable)


def test_the_reasons_are_said_as_a_manager_would(everyone: Records) -> None:
    said = {child.child_id: child.reasons[0].sentence for child in waiting(everyone)}
    assert said["UNVISITED"] == "Visit was due on 13 October 2026: 18 days late."
    assert said["UNREGISTERED"] == (
        "In a home with no sign of registration since 11 October 2026: 20 days."
    )
    assert said["GONE"].startswith("In no extract since 31 August 2026")


def test_a_team_has_its_own_children_in_the_same_order(everyone: Records) -> None:
    norths = [child.child_id for child in waiting(everyone) if child.team == "North"]
    assert norths == ["GONE", "UNVISITED"]


def test_a_child_who_came_to_an_unregistered_home_today_waits_already() -> None:
    """No day there is lawful, so the first counts as one: before a match waited for five months."""
    today = Reason(Kind.UNREGISTERED, date(2026, 10, 31), 0)
    match = Reason(Kind.UNMATCHED, date(2026, 6, 1), 152)
    assert today.times_too_long > match.times_too_long


def test_a_vanished_child_is_the_team_s_that_last_had_her(everyone: Records) -> None:
    """Nobody else would know where to look."""
    [gone] = [child for child in waiting(everyone) if child.child_id == "GONE"]
    assert (gone.team, gone.worker, gone.age) == ("North", "Bo Finch", 14)


def test_of_two_children_equally_long_overdue_the_one_who_waits_for_more_comes_first() -> None:
    both = """
    child | came       | placed     | home | urn | order | since      | plan    | seen       | visited    | reviewed   | assessed   | team
    ONE   | 2025-06-02 | 2025-06-02 | U6   | -   | C2    | 2025-09-01 | SGO_CAO | 2025-09-30 | 2026-09-01 | 2026-09-18 | 2026-06-20 | North
    TWO   | 2025-06-02 | 2025-06-02 | U6   | -   | C2    | 2025-09-01 | SGO_CAO | 2025-09-30 | 2026-09-01 | 2026-09-18 | 2025-10-20 | North
    """
    found = waiting(authority(both, gone=False))
    assert shown(found) == [
        ("TWO", "visit", "2026-10-13", 18),
        ("TWO", "health_assessment", "2026-10-20", 11),
        ("ONE", "visit", "2026-10-13", 18),
    ]


def test_nobody_waits_who_has_all_that_is_owed() -> None:
    head, *lines = CHILDREN.strip().splitlines()
    quiet = "\n".join([head, *(line for line in lines if line.startswith(("QUIET", "REGIS")))])
    assert waiting(authority(quiet, gone=False)) == ()
