"""`sightline plan check-sheet`: what a sheet says, and files that are none, refused in words."""

import json
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from sightline.cli import main
from tests.hostile_files import workbook as by_hand
from tests.hostile_files import zipped
from tests.plan_workbooks import A_SHEET_A_PRIORITY, ONE_TABLE, workbook

HEADS = ("Action", "Owner", "Due")
LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
)


def check(folder: Path, name: str, data: bytes, *options: str) -> Result:
    path = folder / name
    path.write_bytes(data)
    result = CliRunner().invoke(main, ["plan", "check-sheet", str(path), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_says_what_the_columns_mean_and_what_could_not_be_taken(tmp_path: Path) -> None:
    said = check(tmp_path, "plan.xlsx", workbook(ONE_TABLE))
    assert said.exit_code == 1
    assert "plan.xlsx: 4 rows of actions, 4 kept, 0 rejected; 1 further lines" in said.output
    assert "row 7, Due date: There is no day 31/09/2025." in said.output


def test_nothing_to_look_at_ends_well(tmp_path: Path) -> None:
    said = check(tmp_path, "plan.xlsx", workbook(*A_SHEET_A_PRIORITY))
    assert said.exit_code == 0
    assert "The sheet “Glossary” is passed over" in said.output


def test_as_json(tmp_path: Path) -> None:
    said = json.loads(check(tmp_path, "plan.xlsx", workbook(ONE_TABLE), "--json").output)
    assert (said["rows"], said["kept"], said["rejected"], said["said_done"]) == (4, 4, 0, 1)
    (sheet,) = said["sheets"]
    assert sheet["headings_row"] == 4
    assert sheet["columns"]["Owner"] == "Lead officer"
    assert [each["row"] for each in said["issues"]] == [6, 7, 7]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("locked.xlsx", LOCKED, "is protected by a password"),
        ("empty.xlsx", b"", "is empty"),
        ("letter.xlsx", b"%PDF-1.7 and more", "is not a workbook"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "is not a workbook"),
        ("cut.xlsx", workbook(ONE_TABLE)[:900], "cannot be opened as a workbook"),
        ("other.xlsx", zipped({"readme.txt": "words"}), "cannot be opened as a workbook"),
        ("blank.xlsx", workbook(("Sheet1", ())), "has nothing written in it"),
        ("far.xlsx", by_hand('<row r="1"><c r="A1"/><c r="XFD1048576"/></row>'), "runs too far"),
    ],
)
def test_is_refused_in_words(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    said = check(tmp_path, name, data)
    assert said.exit_code != 0
    assert name in said.output
    assert why in said.output
    assert "Traceback" not in said.output


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["plan", "check-sheet", str(tmp_path / "none.xlsx")])
    assert "none.xlsx cannot be opened" in said.output


def test_all_of_excels_columns_are_read_and_kept(tmp_path: Path) -> None:
    heads = (*HEADS, *(f"Column {n}" for n in range(16_384 - len(HEADS))))
    cells = ("Read every plan", "Petra", "31/03/2026", *[None] * 16_380, "the last")
    said = check(tmp_path, "wide.xlsx", workbook(("Plan", (heads, cells))), "--json")
    assert json.loads(said.output)["kept"] == 1


def test_links_to_other_files_and_broken_formulas_are_told_and_not_followed(
    tmp_path: Path,
) -> None:
    to = BytesIO()
    book = xlsxwriter.Workbook(to)
    sheet = book.add_worksheet("Plan")
    sheet.write_row(0, 0, (*HEADS, "Progress"))
    sheet.write_row(1, 0, ("Read every plan", "Petra"))
    sheet.write_formula(1, 2, "='[other.xlsx]Sheet1'!A1", None, "31/03/2026")
    sheet.write_formula(1, 3, "=Gone!A1", None, "#REF!")
    book.close()
    said = json.loads(check(tmp_path, "plan.xlsm", to.getvalue(), "--json").output)
    assert said["kept"] == 1
    assert [each["column"] for each in said["issues"]] == ["Progress"]
    assert said["issues"][0]["value"] == "#REF!"
