"""What is kept for the page of a child is what the records say of her."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.jobs import children, figures
from sightline.jobs.authority import opened, store
from sightline.jobs.loads import refresh
from sightline.oversight import first_looks
from sightline.oversight.standing_now import rows_now
from sightline.records import chronology
from sightline.words import SUPPRESSED
from tests.asciitable import NOON, annex_a

LIST_8 = """
    child_id | care_started | placement_started | placement_type | legal_status | legal_status_started | last_visit | last_review | team  | worker
    A        | 2025-01-05   | 2025-01-05        | U6             | V2           | 2025-01-05           | 2026-03-09 | 2025-06-01  | North | Ada Reed
    B        | 2025-02-05   | 2025-02-07        | K2             | C2           | 2025-02-05           | 2026-03-20 | -           | South | Bo Finch
    """  # noqa: E501


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept-children")
    file, day = annex_a("2026-03-31", list_8=LIST_8)
    held = store(folder)
    assert held.commit([file], {file.path: day}, NOON)
    refresh(held)
    return folder


def test_the_kept_events_are_those_worked_out_for_one_child(data: Path) -> None:
    with opened(data) as records:
        for child_id in ("A", "B"):
            alone = chronology(records, child_id)
            told = children.view(data, child_id).events
            assert [(e.date, e.kind) for e in told] == [(e.date, e.kind) for e in alone][::-1]
            assert "care_started" in {event.kind for event in told}


def test_who_she_is_and_where_she_lives(data: Path) -> None:
    one, other = children.view(data, "A"), children.view(data, "B")
    assert (one.as_at, one.care_started) == (date(2026, 3, 31), date(2025, 1, 5))
    assert (one.placement_type, one.legal_status, one.worker) == ("U6", "V2", "Ada Reed")
    assert (other.placement_started, other.placement_type) == (date(2025, 2, 7), "K2")
    assert [(spell.lane.name, spell.code) for spell in other.spells] == [
        ("HOME", "K2"),
        ("ORDER", "C2"),
    ]


def test_whose_she_is(data: Path) -> None:
    assert children.teams(data) == ("North", "South")
    assert [children.team_of(data, child) for child in ("A", "B", "nobody")] == [
        "North",
        "South",
        None,
    ]
    mine = children.waiting(data, team="North")
    assert {child.child_id for child in mine} == {"A"}
    assert {child.child_id for child in children.waiting(data)} == {"A", "B"}


def test_after_the_first_looks_nobody_waits_for_the_records(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_looks.look_first(data)

    def refuse(*asked: object) -> None:
        raise AssertionError("the records were asked again")

    monkeypatch.setattr(figures, "with_rows", refuse)
    in_care = [one for one in figures.latest(data) if one.measure.id == "children_in_care"]
    assert [one.latest.value for one in in_care] == [2]


def test_what_is_remembered_for_those_inside_is_not_shown_to_those_outside(data: Path) -> None:
    now = {
        exact: {row.id: row.now for row in rows_now(data, exact=exact)} for exact in (True, False)
    }
    assert (now[True]["children_in_care"], now[False]["children_in_care"]) == ("2", SUPPRESSED)


def test_nothing_loaded_needs_no_first_looks(tmp_path: Path) -> None:
    first_looks.look_first(tmp_path)
    assert not list(tmp_path.iterdir())


def test_nobody_of_that_name(data: Path) -> None:
    with pytest.raises(children.ChildNotFoundError):
        children.view(data, "nobody")
