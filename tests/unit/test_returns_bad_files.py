"""Files that are no return, or no longer whole: each gets a message, and none stops the others."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from sightline.returns import limits, read_files
from tests.returns_files import (
    A_REVIEW,
    REVIEWS,
    messages,
    read_file,
    read_table,
    rules,
    write_csv,
    write_workbook,
    write_zip,
)

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
REVIEWS_CSV = f"{REVIEWS}\n{A_REVIEW}\n".encode()


def _given(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n  \r\n", b"\x00\x00"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    read = read_file(_given(tmp_path, "episodes.csv", data))
    assert rules(read) == ["file_empty"]
    assert messages(read) == ["episodes.csv is empty."]


@pytest.mark.parametrize(
    ("start", "words"),
    [(b"%PDF-1.7", "PDF"), (b"\xff\xd8\xff\xe0", "picture"), (b"\x1f\x8b\x08", "gzip")],
)
def test_another_kind_of_file_under_a_csv_name(tmp_path: Path, start: bytes, words: str) -> None:
    read = read_file(_given(tmp_path, "header.csv", start + os.urandom(99)))
    assert rules(read) == ["file_unknown"]
    assert words in messages(read)[0]


def test_a_workbook_behind_a_password(tmp_path: Path) -> None:
    locked = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    read = read_file(_given(tmp_path, "annex a.xlsx", locked))
    assert rules(read) == ["file_encrypted"]
    assert messages(read) == ["annex a.xlsx is protected by a password; save it without one."]


def test_an_old_workbook_that_is_broken(tmp_path: Path) -> None:
    assert rules(read_file(_given(tmp_path, "a.xls", OLE + os.urandom(600)))) == ["file_unreadable"]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_workbook_or_zip_that_breaks_off(tmp_path: Path, share: float) -> None:
    for name, whole in (
        ("a.xlsx", write_workbook(tmp_path / "w.xlsx", {"S": [["a", "b"]]})),
        ("a.zip", write_zip(tmp_path / "w.zip", {"reviews.csv": REVIEWS_CSV * 50})),
    ):
        data = whole.read_bytes()
        read = read_file(_given(tmp_path, name, data[: int(share * len(data))]))
        assert rules(read) == ["file_truncated"]
        assert "breaks off" in messages(read)[0]


def test_bytes_that_mean_nothing(tmp_path: Path) -> None:
    read = read_file(_given(tmp_path, "a.csv", bytes(range(256)) * 20))
    assert rules(read) == ["file_unreadable"]


def test_text_that_is_no_return(tmp_path: Path) -> None:
    read = read_file(_given(tmp_path, "a.csv", b"Dear colleague,\nplease find our return\n"))
    assert rules(read) == ["file_unknown"]


def test_a_workbook_without_a_known_sheet(tmp_path: Path) -> None:
    read = read_file(write_workbook(tmp_path / "a.xlsx", {"Budget": [["Item", "Cost"], ["x", 1]]}))
    assert rules(read) == ["file_unknown"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    read = read_file(tmp_path / "gone.csv")
    assert rules(read) == ["file_unreadable"]
    assert messages(read) == ["gone.csv is not there."]


def test_a_bad_file_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    good = write_csv(tmp_path / "a.csv", REVIEWS, A_REVIEW)
    bad = _given(tmp_path, "b.csv", b"")
    first, second = read_files([bad, good])
    assert rules(first) == ["file_empty"]
    assert [table.kept for table in second.tables] == [1]


def test_a_zip_tells_which_of_its_files_it_could_not_read(tmp_path: Path) -> None:
    members = {"in/reviews.csv": REVIEWS_CSV, "notes.pdf": b"%PDF-1.7", "__MACOSX/._r": b"x"}
    read = read_file(write_zip(tmp_path / "x.zip", members))
    assert [Path(table.path).as_posix() for table in read.tables] == [
        (tmp_path / "x.zip").as_posix() + "/in/reviews.csv"
    ]
    assert messages(read) == ["notes.pdf is a PDF document, not a return."]


def test_a_path_in_a_zip_cannot_climb_out(tmp_path: Path) -> None:
    read = read_file(write_zip(tmp_path / "x.zip", {"../../reviews.csv": REVIEWS_CSV}))
    assert [table.path for table in read.tables] == [str(tmp_path / "x.zip") + "/reviews.csv"]


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BYTES", 1000)
    read = read_file(write_zip(tmp_path / "x.zip", {"reviews.csv": REVIEWS_CSV * 50}))
    assert rules(read) == ["file_too_large"]


def test_a_sheet_with_a_stray_cell_in_its_last_corner(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"S": [REVIEWS.split(",")]})
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, REVIEWS.split(","))
        sheet.write(1048575, 16383, "x")
    assert rules(read_file(path)) == ["file_too_large"]


def test_xml_that_breaks_off(tmp_path: Path) -> None:
    read = read_file(_given(tmp_path, "a.xml", b"<EXPSSDA903>\n<CHILD><HEADER>"))
    assert rules(read) == ["file_truncated"]
    assert "line 2" in messages(read)[0]


def test_xml_with_entities_of_its_own(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><EXPSSDA903>&b;</EXPSSDA903>'
    assert rules(read_file(_given(tmp_path, "a.xml", bomb))) == ["file_unreadable"]


def test_a_heading_row_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS))
    assert (table.table, table.rows, table.kept) == ("reviews", 0, 0)


def test_a_folder_is_walked_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    write_csv(tmp_path / "in" / "a.csv", REVIEWS, A_REVIEW)
    write_csv(tmp_path / ".cache" / "b.csv", REVIEWS, A_REVIEW)
    assert [Path(read.path).name for read in read_files([tmp_path])] == ["a.csv"]


def test_the_same_bytes_have_the_same_sha256(tmp_path: Path) -> None:
    # sha256 of nothing, as published with the standard
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert read_file(_given(tmp_path, "a.csv", io.BytesIO().getvalue())).sha256 == nothing


def test_the_same_table_twice_in_one_workbook(tmp_path: Path) -> None:
    rows = [REVIEWS.split(","), A_REVIEW.split(",")]
    read = read_file(write_workbook(tmp_path / "a.xlsx", {"one": rows, "two": rows}))
    assert [table.kept for table in read.tables] == [1, 1]
    assert messages(read) == ["a.xlsx holds the table reviews 2 times; all of them are read."]


def test_a_sheet_that_is_a_chart_is_passed_over(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        chart = book.add_chart({"type": "line"})
        sheet = book.add_worksheet("data")
        sheet.write_row(0, 0, REVIEWS.split(","))
        sheet.write_row(1, 0, A_REVIEW.split(","))
        chart.add_series({"values": "=data!$A$1:$A$2"})
        book.add_chartsheet("picture").set_chart(chart)
    assert [table.kept for table in read_file(path).tables] == [1]
