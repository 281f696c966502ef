"""`sightline templates`: what there is, files to fill in, and loading them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from sightline.jobs.authority import store
from sightline.returns.templates import TEMPLATES


def sightline(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sightline.jobs.loads._work_out", lambda held, records: None)


def add(path: Path, *rows: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows)


def kept(data: Path) -> dict[str, date]:
    parts = store(data).snapshots.current().values()
    return {part.table: part.period for part in parts if part.return_name == "templates"}


class TestList:
    def test_names_every_template(self) -> None:
        said = " ".join(sightline("templates", "list").output.split())
        found = json.loads(sightline("templates", "list", "--json").stdout)
        assert [each["name"] for each in found["templates"]] == list(TEMPLATES)
        assert "supervision" in said

    def test_json_tells_the_words_to_pick_from(self) -> None:
        found = json.loads(sightline("templates", "list", "--json").stdout)
        (matches,) = [each for each in found["templates"] if each["name"] == "match_decisions"]
        words = {column["name"]: column["words"] for column in matches["columns"]}
        assert words["kind"] == ["long-term fostering", "adoption"]
        assert words["decision"] == ["agreed", "not agreed", "deferred"]


class TestWrite:
    @pytest.mark.parametrize(
        ("asked", "endings"),
        [
            ((), {".xlsx"}),
            (("--format", "csv"), {".csv"}),
            (("--format", "both"), {".csv", ".xlsx"}),
        ],
        ids=["as it stands", "csv", "both"],
    )
    def test_the_forms_asked_for(
        self, tmp_path: Path, asked: tuple[str, ...], endings: set[str]
    ) -> None:
        result = sightline("templates", "write", tmp_path / "out", *asked, "--json")
        files = [Path(name) for name in json.loads(result.stdout)["files"]]
        assert {file.suffix for file in files} == endings
        assert len(files) == len(TEMPLATES) * len(endings)
        assert all(file.exists() for file in files)

    def test_what_is_there_stays_and_is_named(self, tmp_path: Path) -> None:
        add(tmp_path / "training.csv", "somebody's work")
        result = sightline("templates", "write", tmp_path, "--format", "csv")
        assert result.exit_code == 1
        assert "training.csv is there already" in result.output
        assert (tmp_path / "training.csv").read_text() == "somebody's work\n"


class TestLoad:
    @pytest.fixture
    def lists(self, tmp_path: Path) -> Path:
        sightline("templates", "write", tmp_path / "lists", "--format", "csv")
        return tmp_path / "lists"

    def test_empty_lists_are_no_fault_and_nothing_is_kept(
        self, lists: Path, tmp_path: Path
    ) -> None:
        result = sightline("load", lists, "--data", tmp_path / "data")
        assert result.exit_code == 0
        assert "there is not a row in what was given" in result.output
        assert kept(tmp_path / "data") == {}

    def test_each_list_speaks_of_its_newest_event(self, lists: Path, tmp_path: Path) -> None:
        add(lists / "placement_plans.csv", "1,01/09/2026,04/09/2026", "2,03/08/2026,")
        add(lists / "training.csv", "W1,Permanence planning,15/09/2026,Yes,6")
        result = sightline("load", lists, "--data", tmp_path / "data")
        assert result.exit_code == 0, result.output
        assert kept(tmp_path / "data") == {
            "placement_plans": date(2026, 9, 4),
            "training": date(2026, 9, 15),
        }

    def test_the_day_given_is_the_day_of_all(self, lists: Path, tmp_path: Path) -> None:
        add(lists / "placement_plans.csv", "1,01/09/2026,04/09/2026")
        sightline("load", lists, "--data", tmp_path / "data", "--as-at", "2026-10-31")
        assert kept(tmp_path / "data") == {"placement_plans": date(2026, 10, 31)}

    def test_the_day_in_the_name_of_a_copy_is_believed(self, lists: Path, tmp_path: Path) -> None:
        add(lists / "placement_plans.csv", "1,01/09/2026,04/09/2026")
        copy = (lists / "placement_plans.csv").rename(tmp_path / "plans 2026-09-30.csv")
        sightline("load", copy, "--data", tmp_path / "data")
        assert kept(tmp_path / "data") == {"placement_plans": date(2026, 9, 30)}
