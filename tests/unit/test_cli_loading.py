"""`sightline check` and `sightline load`: what they say of good files, poor files and no files."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from sightline.cli import main
from sightline.jobs.authority import store
from sightline.synthetic import Made

HEAD = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
    "HOME_POST,PL_POST,URN\n"
)
GOOD = HEAD + "1,01/05/2024,S,C1,N1,U6,PR1,,,,AB1 2CD,EF3 4GH,1111111\n"
POOR = GOOD + "2,31/02/2025,S,C1,N1,U6,PR1,,,,AB1 2CD,EF3 4GH,1111111\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")

CHECKED = {"version", "files", "issues"}
FILE = {"path", "return", "year", "table", "rows", "kept", "rejected", "issues"}
ISSUE = {"path", "table", "row", "column", "value", "child_id", "rule", "severity", "message"}


def sightline(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def document(result: Result) -> dict[str, Any]:
    return dict(json.loads(result.stdout))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path / "episodes.csv", GOOD)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture(autouse=True)
def no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked out from a load is proven elsewhere; here it takes too long."""
    monkeypatch.setattr("sightline.jobs.loads._work_out", lambda *given: None)


class TestCheck:
    def test_json_keeps_its_contract(self, made_up: Made) -> None:
        found = document(
            sightline("check", made_up.out / "ssda903", made_up.workbooks[-1], "--json")
        )
        assert found.keys() == CHECKED
        assert found["version"] == 1
        assert {file["return"] for file in found["files"]} == {"ssda903", "annex_a"}
        for file in found["files"]:
            assert file.keys() == FILE
            assert file["rows"] == file["kept"] + file["rejected"]
        assert found["issues"]
        for issue in found["issues"]:
            assert issue.keys() == ISSUE
            assert issue["severity"] in ("error", "warning")
        counted = sum(sum(file["issues"].values()) for file in found["files"])
        assert counted == len(found["issues"])

    def test_rows_in_the_file_are_all_accounted_for(self, tmp_path: Path) -> None:
        poor = written(tmp_path / "episodes.csv", POOR)
        result = sightline("check", poor, "--json")
        [file] = document(result)["files"]
        [issue] = document(result)["issues"]
        assert result.exit_code == 1, "a row was lost"
        assert (file["rows"], file["kept"], file["rejected"]) == (2, 1, 1)
        assert (issue["row"], issue["column"], issue["value"]) == (3, "DECOM", "31/02/2025")
        assert file["issues"] == {issue["rule"]: 1}

    def test_without_fault_is_exit_0(self, good: Path) -> None:
        result = sightline("check", good)
        assert result.exit_code == 0
        assert "No issues." in result.stdout

    def test_stores_nothing(self, good: Path, tmp_path: Path) -> None:
        sightline("check", good)
        assert list(tmp_path.iterdir()) == [good]

    def test_a_year_that_is_given_is_believed(self, good: Path) -> None:
        [file] = document(sightline("check", good, "--year", 2024, "--json"))["files"]
        assert file["year"] == 2024

    @pytest.mark.parametrize(
        "wrong",
        [["check"], ["check", "nowhere.csv"], ["load"], ["check", ".", "--year", "1066"],
         ["load", ".", "--as-at", "31/03/2026"], ["check", ".", "--data", "x"], ["load", "--json"]],
    )  # fmt: skip
    def test_wrong_usage_is_exit_2(self, wrong: list[str]) -> None:
        result = sightline(*wrong)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Usage:" in result.stderr


class TestFilesThatCannotBeRead:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("locked.xlsx", LOCKED, "password"),
            ("cut.zip", b"PK\x03\x04" + bytes(40), "zip"),
            ("report.csv", b"%PDF-1.7\n", "PDF"),
            ("empty.csv", b"", "empty"),
            ("holiday.csv", b"day,place\n1,Paris\n", "holds no table of"),
            ("noise.xlsx", bytes(range(256)) * 8, "noise.xlsx"),
        ],
    )
    def test_are_named_with_the_reason_and_leave_nothing(
        self, tmp_path: Path, name: str, content: bytes, words: str
    ) -> None:
        file = written(tmp_path / name, content)
        result = sightline("load", file, "--data", tmp_path / "data", "--json")
        assert result.exit_code == 1
        found = document(result)
        [issue] = found["issues"]
        assert name in issue["message"]
        assert words in issue["message"]
        assert found["load"] is None
        assert not (tmp_path / "data").exists()
        told = sightline("load", file, "--data", tmp_path / "data")
        assert name in told.stdout

    def test_a_zip_cut_short(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "whole.zip", "w") as packed:
            packed.writestr("episodes.csv", GOOD * 50)
        whole = (tmp_path / "whole.zip").read_bytes()
        cut = written(tmp_path / "cut.zip", whole[: len(whole) // 2])
        result = sightline("load", cut, "--data", tmp_path / "data")
        assert result.exit_code == 1
        assert "cut.zip" in result.stdout
        assert not (tmp_path / "data").exists()

    def test_beside_a_good_one_the_good_one_is_kept(self, good: Path, tmp_path: Path) -> None:
        bad = written(tmp_path / "report.csv", b"%PDF-1.7\n")
        result = sightline("load", good, bad, "--data", tmp_path / "data", "--json")
        assert result.exit_code == 1
        assert document(result)["load"] == 1

    def test_a_903_table_whose_year_nothing_tells(self, tmp_path: Path) -> None:
        header = written(tmp_path / "header.csv", HEADER)
        result = sightline("load", header, "--data", tmp_path / "data")
        assert result.exit_code == 1
        assert "header.csv" in result.stderr
        assert "year" in result.stderr
        assert not (tmp_path / "data").exists()

    def test_what_does_not_say_who_is_in_care_is_kept_and_waits(
        self, tmp_path: Path, good: Path
    ) -> None:
        """A header alone, before that year's episodes."""
        apart = tmp_path / "header"
        apart.mkdir()
        header = written(apart / "header.csv", HEADER)
        data = tmp_path / "data"
        first = sightline("load", header, "--data", data, "--year", 2025, "--json")
        assert (first.exit_code, document(first)["load"]) == (0, 1)
        assert "nothing in it says who is in care" in first.stderr
        asked = sightline("measures", "run", "--data", data)
        assert asked.exit_code == 1
        assert "load the 903's episodes" in asked.stderr
        then = sightline("load", good, "--data", data)
        assert "The data now speaks of 2025-03-31" in then.stderr

    def test_an_annex_a_without_a_date(self, tmp_path: Path, made_up: Made) -> None:
        like = CalamineWorkbook.from_path(str(made_up.workbooks[-1]))
        with xlsxwriter.Workbook(tmp_path / "undated.xlsx") as book:
            sheet = book.add_worksheet("List 2")
            sheet.write_row(0, 0, like.get_sheet_by_index(1).to_python()[0])
            sheet.write_row(1, 0, ["1"])
        result = sightline("load", tmp_path / "undated.xlsx", "--data", tmp_path / "data")
        assert result.exit_code == 1
        assert "undated.xlsx: no date in it says what day it speaks of" in result.stderr
        assert store(tmp_path / "data").snapshots.loads() == ()

    def test_a_folder_with_no_file(self, tmp_path: Path) -> None:
        for command in ("check", "load"):
            result = sightline(command, tmp_path)
            assert result.exit_code == 1
            assert f"There is no file in {tmp_path}" in result.stderr


class TestLoad:
    def test_json_is_the_check_s_and_the_number_of_the_load(
        self, good: Path, tmp_path: Path
    ) -> None:
        result = sightline("load", good, "--data", tmp_path / "data", "--json")
        found = document(result)
        assert found.keys() == CHECKED | {"load"}
        assert (result.exit_code, found["load"]) == (0, 1)
        assert "Load 1 is kept. The data now speaks of 2025-03-31." in result.stderr

    def test_again_is_nothing_new(self, good: Path, tmp_path: Path) -> None:
        sightline("load", good, "--data", tmp_path / "data")
        again = sightline("load", good, "--data", tmp_path / "data", "--json")
        assert (again.exit_code, document(again)["load"]) == (0, None)
        assert "Nothing new" in again.stderr

    def test_rows_that_cannot_be_read_are_left_and_told(self, tmp_path: Path) -> None:
        poor = written(tmp_path / "episodes.csv", POOR)
        result = sightline("load", poor, "--data", tmp_path / "data", "--json")
        assert (result.exit_code, document(result)["load"]) == (1, 1)
        [part] = store(tmp_path / "data").snapshots.current().values()
        assert (part.rows, part.kept, part.rejected) == (2, 1, 1)

    def test_into_a_folder_that_cannot_be_written(self, good: Path, tmp_path: Path) -> None:
        file = written(tmp_path / "file", b"")
        result = sightline("load", good, "--data", file / "data")
        assert result.exit_code == 1
        assert f"{file / 'data'}" in result.stderr
        assert "Not a directory" in result.stderr

    def test_where_the_disk_refuses(
        self, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*arguments: object, **options: object) -> None:
            raise PermissionError(13, "Permission denied", "data/records")

        monkeypatch.setattr(Path, "mkdir", refuse)
        result = sightline("load", good, "--data", tmp_path / "data")
        assert result.exit_code == 1
        assert "data/records: Permission denied." in result.stderr
