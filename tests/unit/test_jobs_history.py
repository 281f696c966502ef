"""How the record changed, counted by team; figures as said then and now; the commands for both."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sightline.cli import main
from sightline.jobs import bunches, history, said_then, waits_between
from sightline.jobs.authority import store
from sightline.jobs.loads import refresh
from sightline.measures.event_intervals import Event
from tests.asciitable import NOON
from tests.few_measures import few_measures
from tests.rewritten_record import Extract, monthly

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
HEAD = (
    "month | child_id | care_started | placement_started | placement_type | legal_status |"
    " legal_status_started | last_visit | team | worker"
)
# A's visit of 9 March becomes one of 3 March, the day it was due; B's of 20 March comes in April,
# C vanishes from the South.
STACK = """
2026-01-31 | A | 2026-01-20 | North | Ada Reed
2026-03-31 | A | 2026-03-09 | North | Ada Reed
2026-04-30 | A | 2026-03-03 | North | Ada Reed
2026-01-31 | B | 2026-01-20 | South | Bo Finch
2026-03-31 | B | 2026-01-20 | South | Bo Finch
2026-04-30 | B | 2026-03-20 | South | Bo Finch
2026-01-31 | C | 2026-01-20 | South | Bo Finch
2026-03-31 | C | 2026-03-02 | South | Bo Finch
"""


def stack(text: str = STACK) -> list[Extract]:
    lines = []
    for line in text.strip().splitlines():
        month, child, visit, team, worker = [cell.strip() for cell in line.split("|")]
        cells = (
            month,
            child,
            "2026-01-05",
            "2026-01-05",
            "U6",
            "V2",
            "2026-01-05",
            visit,
            team,
            worker,
        )
        lines.append(" | ".join(cells))
    return monthly("\n".join([HEAD, *lines]))


def load(data: Path, extracts: list[Extract]) -> None:
    held = store(data)
    periods = {file.path: day for file, day in extracts}
    assert held.commit([file for file, _ in extracts], periods, NOON)
    with few_measures():
        refresh(held)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January and March as one load, April as the next."""
    folder = tmp_path_factory.mktemp("history")
    *first, april = stack()
    load(folder, first)
    load(folder, [april])
    return folder


def test_counts_by_team(data: Path) -> None:
    found = history.changes(data)
    assert [(each.name, each.shown, each.late) for each in found.teams] == [
        ("South", 2, 1),
        ("North", 1, 0),
    ]
    south, north = found.teams
    assert (south.least, south.most, south.changed, south.vanished) == (11, 41, 0, 1)
    assert (north.least, north.changed, north.vanished, north.made_timely) == (None, 1, 0, 1)
    assert (found.total.shown, found.total.late, found.total.made_timely) == (3, 1, 1)
    assert [(m.as_at, m.shown, m.late) for m in found.months] == [
        (date(2026, 3, 31), 2, 0),
        (date(2026, 4, 30), 1, 1),
    ]


def test_counts_by_kind_of_event(data: Path) -> None:
    kinds = {each.name: each for each in history.changes(data).kinds}
    visits = kinds["Social worker’s visit"]
    assert (visits.shown, visits.late, visits.changed, visits.made_timely) == (3, 1, 1, 1)
    assert kinds["The whole row, under “Children in care”"].vanished == 1


def test_of_one_team(data: Path) -> None:
    found = history.changes(data, team="North")
    assert [each.name for each in found.teams] == ["North"]
    assert found.total.late == 0


def test_child_by_child(data: Path) -> None:
    rows = history.child_changes(data)
    assert [(row.child_id, row.what, row.was, row.now, row.days) for row in rows] == [
        ("A", "changed", "2026-03-09", "2026-03-03", -6),
        ("B", "late", None, "2026-03-20", 41),
        ("C", "vanished", "2026-01-05", None, None),
    ]
    assert [row.due for row in rows] == [date(2026, 3, 3), None, None]
    assert [(row.team_now, row.worker_now) for row in rows[:1]] == [("North", "Ada Reed")]
    assert [row.child_id for row in history.child_changes(data, child_id="B")] == ["B"]
    assert [row.child_id for row in history.child_changes(data, team="South")] == ["B", "C"]


def test_a_record_of_one_extract_has_no_changes(tmp_path: Path) -> None:
    load(tmp_path, stack("2026-01-31 | A | 2026-01-20 | North | Ada Reed"))
    found = history.changes(tmp_path)
    assert (found.total.shown, found.teams, found.months) == (0, (), ())
    assert history.child_changes(tmp_path) == ()


def test_the_figure_of_march_is_another_since_the_visit_was_moved(data: Path) -> None:
    """On 31 March: A was visited on 9 March, B on 20 January (due 3 March), C on 2 March. Two of
    three in time then. Now A's is 3 March and B's 20 March: three of three."""
    march, april = said_then.as_known_then(data, "visits_in_timescale")
    assert (march.load_id, march.as_at) == (1, date(2026, 3, 31))
    assert march.then == pytest.approx(2 / 3)
    assert march.now == 1.0
    assert march.differs
    assert (april.load_id, april.then, april.differs) == (2, april.now, False)
    loads = said_then.changed_since(data)
    assert [load_id for load_id, *_ in loads] == [1, 2]
    assert loads[0][3] >= 1
    assert loads[1][3] == 0


def test_loads_whose_figures_were_not_kept_are_worked_out_when_asked(
    data: Path, tmp_path: Path
) -> None:
    import shutil

    copy = Path(shutil.copytree(data, tmp_path / "copy"))
    before = said_then.as_known_then(copy, "visits_in_timescale")
    shutil.rmtree(copy / "records" / said_then.FOLDER)
    assert said_then.as_known_then(copy, "visits_in_timescale") == ()
    with few_measures():
        assert said_then.as_known_then(copy, "visits_in_timescale", work_out=1) == before[1:]
        assert said_then.as_known_then(copy, "visits_in_timescale", work_out=1) == before


def test_intervals_by_team(data: Path) -> None:
    """To A's of 3 March 42 days, in time; to C's of 2 March 41, in time; to B's of 20 March 59, due
    on the 3rd. Who had them on 20 January, before the first extract, nobody knows."""
    found = waits_between.intervals_of(data, Event.VISIT)
    told = {each.team: (each.intervals, each.in_time, each.judged) for each in found.teams}
    assert told == {"North": (1, 1, 1), "South": (2, 1, 2), "Not known": (3, 0, 3)}
    assert {each.team: each.at_most for each in found.teams} == {
        "North": 42,
        "South": 50,
        "Not known": 15,
    }
    assert found.total.intervals == 6
    assert waits_between.intervals_of(data, Event.VISIT, team="North").total.intervals == 1


def test_too_little_to_ask_about_is_said_to_be(data: Path) -> None:
    assert {each.sentence for each in bunches.questions(data)} == {"Too few to tell."}


def printed(*arguments: object) -> dict[str, Any]:
    result = CliRunner().invoke(main, [*map(str, arguments), "--json"])
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def documented(command: str) -> Any:
    section = PAGE.read_text(encoding="utf-8").split(f"### `{command}`")[1]
    block = re.search(r"```json\n(.*?)```", section, re.DOTALL)
    assert block
    return json.loads(block.group(1))


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("history changes --json", ("history", "changes")),
        ("history intervals --json", ("history", "intervals", "visit")),
        ("history then --json", ("history", "then", "visits_in_timescale")),
    ],
)
def test_the_documented_document_has_the_printed_keys(
    data: Path, command: str, arguments: tuple[str, ...]
) -> None:
    assert shape(documented(command)) == shape(printed(*arguments, "--data", data))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("changes", "--team", "South"), "South"),
        (("intervals", "visit"), "Social worker’s visits"),
        (("then", "visits_in_timescale"), "yes"),
    ],
)
def test_tables_for_people(data: Path, arguments: tuple[str, ...], words: str) -> None:
    result = CliRunner().invoke(main, ["history", *arguments, "--data", str(data)])
    assert result.exit_code == 0, result.output
    assert words in result.stdout


def test_usage_and_an_empty_folder(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(main, ["history", "intervals", "lunch"]).exit_code == 2
    assert run(main, ["history", "then", "no_such"]).exit_code == 2
    for arguments in (["changes"], ["intervals", "visit"], ["then", "visits_in_timescale"]):
        assert run(main, ["history", *arguments, "--data", str(tmp_path)]).exit_code == 1
