"""`sightline quality` and `sightline quality rows`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from sightline.cli import main


def quality(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["quality", *map(str, arguments)])


def printed(*arguments: object) -> dict[str, Any]:
    result = quality(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def test_json_counts_each_way_and_they_add_up(faulty: Path) -> None:
    for by in ("return", "check", "team"):
        found = printed("--by", by, "--data", faulty)
        assert found["by"] == by
        for what in ("errors", "warnings"):
            assert sum(each[what] for each in found["counts"]) == found["total"][what]


def test_json_gives_each_share_with_its_bounds(faulty: Path) -> None:
    measures = {each["id"]: each for each in printed("--data", faulty)["measures"]}
    teeth = measures["dental_checks"]
    assert (teeth["numerator"], teeth["denominator"], teeth["doubted"]) == (12, 12, 1)
    assert teeth["bounds"] == [11 / 12, 1.0]


def test_people_get_a_table(faulty: Path) -> None:
    result = quality("--by", "measure", "--data", faulty)
    assert result.exit_code == 0
    assert "2 errors and 3 warnings to put right." in result.stdout


def test_rows_are_those_of_a_check_or_a_team(faulty: Path) -> None:
    every = printed("rows", "--data", faulty)["rows"]
    assert [row["severity"] for row in every] == ["error"] * 2 + ["warning"] * 3
    of_check = printed("rows", "--rule", "value_not_told", "--data", faulty)["rows"]
    assert [row["child_id"] for row in of_check] == ["S1"]
    of_team = printed("rows", "--team", "North team", "--data", faulty)["rows"]
    assert {row["child_id"] for row in of_team} == {"N1", "N2"}


def test_rows_are_a_table_for_people(faulty: Path) -> None:
    result = quality("rows", "--data", faulty)
    assert (result.exit_code, "5 to put right" in result.stdout) == (0, True)


def test_a_team_that_nobody_knows_is_told(faulty: Path) -> None:
    result = quality("rows", "--team", "East", "--data", faulty)
    assert "Nothing waits for a team called East" in result.stderr


def test_a_check_that_is_none_is_an_error(faulty: Path) -> None:
    result = quality("rows", "--rule", "nothing", "--data", faulty)
    assert (result.exit_code, "There is no check nothing" in result.stderr) == (1, True)


def test_rows_are_written_as_excel(faulty: Path, tmp_path: Path) -> None:
    file = tmp_path / "quality.xlsx"
    result = quality("rows", "--team", "South team", "--xlsx", file, "--data", faulty)
    assert result.exit_code == 0
    rows = CalamineWorkbook.from_path(file).get_sheet_by_name("Rows").to_python()
    assert len(rows) == 1 + 2


def test_nothing_loaded_is_told_and_no_traceback(tmp_path: Path) -> None:
    for command in ([], ["rows"], ["rows", "--xlsx", tmp_path / "a.xlsx"]):
        result = quality(*command, "--data", tmp_path / "empty")
        assert result.exit_code == 1
        assert "Nothing has been loaded" in result.stderr
