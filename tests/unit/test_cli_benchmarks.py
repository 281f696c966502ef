"""`sightline benchmarks`: load, list, area, compare."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from tests import peers_files as made
from tests.oversight_data import share
from tests.peers_data import moved, ours, stability_2025


def benchmarks(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["benchmarks", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_loading_says_what_each_file_is_and_what_to_do_next(data: Path, tmp_path: Path) -> None:
    result = benchmarks("load", stability_2025(tmp_path), "--data", data)
    assert result.exit_code == 0
    assert "stability.csv" in result.stdout
    assert "DfE figures" in result.stdout
    assert "sightline benchmarks area" in result.stderr


def test_loading_again_says_that_it_is_held(data: Path, tmp_path: Path) -> None:
    file = stability_2025(tmp_path)
    benchmarks("load", file, "--data", data)
    result = benchmarks("load", file, "--data", data)
    assert result.exit_code == 0
    assert "Held already" in result.stdout


def test_a_bad_value_is_named_and_is_exit_1_with_the_rest_kept(data: Path, tmp_path: Path) -> None:
    counts = {"England": ("10", "100"), "951": ("ten", "100")}
    result = benchmarks("load", made.stability(tmp_path / "a.csv", counts), "--data", data)
    assert result.exit_code == 1
    assert "Row 4 of a.csv: children_count 'ten' is not a number" in result.stderr
    listed = json.loads(benchmarks("list", "--data", data, "--json").stdout)
    assert [(file["file"], file["rows"]) for file in listed["files"]] == [("a.csv", 4)]


def test_a_file_of_something_else_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    result = benchmarks("load", tmp_path / "a.csv", "--data", data, "--json")
    assert result.exit_code == 1
    (file,) = json.loads(result.stdout)["files"]
    assert file["kind"] is None
    assert "is not a file that can stand beside our figures" in file["refused"]


def test_which_authority_we_are_is_said_once(data: Path, tmp_path: Path) -> None:
    assert benchmarks("area", "Thornmere", "--data", data).exit_code == 1
    benchmarks("load", stability_2025(tmp_path), "--data", data)
    unsaid = benchmarks("area", "--data", data)
    assert unsaid.exit_code == 1
    assert "Nobody has said" in unsaid.stderr
    said = benchmarks("area", "E99000901", "--data", data)
    assert said.stdout == "Thornmere (901)\n"
    assert json.loads(benchmarks("area", "--data", data, "--json").stdout) == {
        "version": 1,
        "area": {"number": "901", "name": "Thornmere"},
    }
    wrong = benchmarks("area", "Thornmeer", "--data", data)
    assert wrong.exit_code == 1
    assert "Did you mean Thornmere?" in wrong.stderr


def test_comparing_prints_ours_beside_theirs(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, three_or_more_placements=moved())
    sn = made.neighbours(tmp_path / "sn.xlsx", {"901": ["951", "952", *["953"] * 8]})
    benchmarks("load", stability_2025(tmp_path), sn, "--data", data)
    benchmarks("area", "Thornmere", "--data", data)
    line = next(
        line
        for line in benchmarks("compare", "--data", data).stdout.splitlines()
        if "Three or more placements" in line
    )
    expected = ["2025", "20%", "10%", "12%", "10%", "3", "of", "3", "higher"]
    assert line.split()[-9:] == expected
    document = json.loads(benchmarks("compare", "--data", data, "--json").stdout)
    (measure,) = document["measures"]
    assert measure["value"] == pytest.approx(0.2)
    assert measure["as_at"] == "2025-03-31"
    assert measure["neighbours"]["given"] == 2
    assert measure["england"] == {"value": pytest.approx(0.1), "beside": "higher"}


def test_a_figure_that_is_not_to_be_used_has_no_score(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, three_or_more_placements=[share(date(2025, 3, 31), 40, 200, known=0.5)])
    benchmarks("load", stability_2025(tmp_path), "--data", data)
    benchmarks("area", "Thornmere", "--data", data)
    printed = benchmarks("compare", "--data", data).stdout
    assert "no score" in printed
    assert "higher" not in printed
    document = json.loads(benchmarks("compare", "--data", data, "--json").stdout)
    assert document["measures"][0]["trusted"] is False


def test_nothing_loaded_says_what_to_load(data: Path) -> None:
    result = benchmarks("compare", "--data", data)
    assert result.exit_code == 1
    assert "sightline benchmarks load" in result.stderr


def test_figures_of_others_without_records_of_our_own_say_so(data: Path, tmp_path: Path) -> None:
    benchmarks("load", stability_2025(tmp_path), "--data", data)
    result = benchmarks("compare", "--data", data)
    assert result.exit_code == 1
    assert "oaded" in result.stderr


def test_a_file_that_is_not_there_is_wrong_usage(data: Path, tmp_path: Path) -> None:
    assert benchmarks("load", tmp_path / "no.csv", "--data", data).exit_code == 2
