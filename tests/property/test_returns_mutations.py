"""Whatever happened to a file on its way, reading it never fails and never miscounts a row."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sightline.returns import ReadFile, read_files
from tests.returns_files import (
    A_REVIEW,
    AN_EPISODE,
    EPISODES,
    HEADER,
    REVIEWS,
    csv_text,
    write_workbook,
    write_zip,
)

A_CSV = "\n".join(
    [
        EPISODES,
        AN_EPISODE,
        AN_EPISODE.replace("1,05", "2,06", 1),
        "",
        AN_EPISODE.replace(",C2", ",X9"),
    ]
)
QUOTED = "\n".join(
    [
        ",".join(f'"{name}"' for name in HEADER.split(",")),
        '"1","1","02/03/2010","WBRI","UN1","0",""',
    ]
)
ANOTHER = "\n".join([REVIEWS, A_REVIEW, "2,12/02/2011,06/06/2024,PN0"])


def _workbook() -> bytes:
    rows: list[list[object]] = [
        ["Children's services", "", "", ""],
        ["Child Unique ID", "Gender", "Date of Contact", "Contact Source"],
        ["101", "a) Male", "05/06/2024", "6: Police"],
        ["102", "Female", 45000, "Aunt"],
    ]
    with tempfile.TemporaryDirectory() as folder:
        return write_workbook(Path(folder) / "a.xlsx", {"Any": rows, "Else": [["x"]]}).read_bytes()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("episodes.csv", A_CSV)
        archive.writestr("in/reviews.csv", ANOTHER)
    return out.getvalue()


def _parquet(compression: str, dictionary: bool) -> bytes:
    visits = {
        "clav_cla_visit_id": ["v1", "v2", "v3"],
        "clav_person_id": ["1", "2", None],
        "clav_cla_visit_date": [date(2024, 6, 5), None, date(2024, 7, 1)],
        "clav_cla_visit_seen": ["Y", "N", "Y"],
    }
    out = io.BytesIO()
    pq.write_table(pa.table(visits), out, compression=compression, use_dictionary=dictionary)
    return out.getvalue()


XML = (
    "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><UPN>UN1</UPN><DOB>01/02/2010</DOB><AREVIEW>"
    "<REVIEW>05/06/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER><EPISODE>"
    "<DECOM>01/04/2024</DECOM><PL>U6</PL></EPISODE></CHILD></EXPSSDA903>"
)
WHOLE: tuple[bytes, ...] = (
    A_CSV.encode(),
    A_CSV.encode("utf-16"),
    QUOTED.encode("utf-8-sig"),
    ANOTHER.replace(",", ";").encode("cp1252"),
    XML.encode(),
    _workbook(),
    _zip(),
    _parquet("snappy", dictionary=True),
    _parquet("none", dictionary=False),
)

Mutation = Callable[[bytes], bytes]


def _flip(at: float, byte: int) -> Mutation:
    def change(data: bytes) -> bytes:
        place = int(at * len(data))
        return data[:place] + bytes([byte]) + data[place + 1 :]

    return change


def _cut(at: float) -> Mutation:
    return lambda data: data[: int(at * len(data))]


def _insert(at: float, junk: bytes) -> Mutation:
    def change(data: bytes) -> bytes:
        place = int(at * len(data))
        return data[:place] + junk + data[place:]

    return change


def _drop_line(at: float) -> Mutation:
    def change(data: bytes) -> bytes:
        lines = data.split(b"\n")
        del lines[int(at * len(lines))]
        return b"\n".join(lines)

    return change


def _double_line(at: float) -> Mutation:
    def change(data: bytes) -> bytes:
        lines = data.split(b"\n")
        lines.insert(int(at * len(lines)), lines[int(at * len(lines))])
        return b"\n".join(lines)

    return change


def _swap_columns(first: int, second: int) -> Mutation:
    def swapped(line: bytes) -> bytes:
        cells = line.split(b",")
        a, b = first % len(cells), second % len(cells)
        cells[a], cells[b] = cells[b], cells[a]
        return b",".join(cells)

    return lambda data: b"\n".join(swapped(line) for line in data.split(b"\n"))


def _replace(old: bytes, new: bytes) -> Mutation:
    return lambda data: data.replace(old, new)


somewhere = st.floats(0, 1, exclude_max=True)
junk = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        [
            b'"',
            b'""',
            b"\x00",
            b",,,,",
            b"\r\n\r\n",
            b"\xff\xfe",
            b"1E+11",
            b"31/02/2024",
            b"'",
            b"\xe9",
        ]
    ),
    st.sampled_from(
        [b"99999", b"-1", b"1e400", b"inf", b"NaN", b"0001-01-01", b"12/31/9999", b"{}"]
    ),
)
mutation = st.one_of(
    st.builds(_flip, somewhere, st.integers(0, 255)),
    st.builds(_cut, somewhere),
    st.builds(_insert, somewhere, junk),
    st.builds(_drop_line, somewhere),
    st.builds(_double_line, somewhere),
    st.builds(_swap_columns, st.integers(0, 12), st.integers(0, 12)),
    st.builds(_replace, st.sampled_from([b",", b"\n", b"/", b"CHILD", b"05", b"DECOM"]), junk),
)


def _counts_hold(read: ReadFile) -> None:
    for table in read.tables:
        assert table.rows == table.kept + table.rejected
        assert table.kept >= 0
        assert table.rejected >= 0
        severities = table.issues["severity"].to_pylist()
        assert table.rejected == 0 or "error" in severities
        rows = table.data["source_row"].to_pylist()
        assert rows == sorted(set(rows))
    for issue in read.all_issues().to_pylist():
        assert issue["message"]
        assert issue["path"].startswith(read.path)


@pytest.mark.filterwarnings("error")
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(WHOLE), st.lists(mutation, min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_explained_and_its_rows_are_counted(
    whole: bytes, mutations: list[Mutation]
) -> None:
    data = whole
    for change in mutations:
        data = change(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.csv"
        path.write_bytes(data)
        (read,) = read_files([path])
    assert read.tables or read.issues.num_rows, "a file that gives nothing must say why"
    _counts_hold(read)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(WHOLE[:5]), st.lists(mutation, min_size=1, max_size=3))
def test_a_damaged_file_in_a_sound_zip(whole: bytes, mutations: list[Mutation]) -> None:
    data = whole
    for change in mutations:
        data = change(data)
    with tempfile.TemporaryDirectory() as folder:
        path = write_zip(Path(folder) / "given.zip", {"sound.csv": ANOTHER.encode(), "x": data})
        (read,) = read_files([path])
    assert any(table.table == "reviews" and table.kept == 2 for table in read.tables)
    _counts_hold(read)


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(
    st.sampled_from([HEADER, EPISODES, REVIEWS]),
    st.lists(st.lists(cells, min_size=1, max_size=14), max_size=8),
)
def test_every_row_that_holds_anything_is_counted(heading: str, rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.csv"
        text = csv_text([heading.split(","), *rows])
        path.write_text(text, encoding="utf-8")
        (read,) = read_files([path])
    (table,) = read.tables
    blank = set(" \u00a0\ufeff")
    assert table.rows == sum(any(set(cell) - blank for cell in row) for row in rows)
    _counts_hold(read)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_read_or_explained(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.csv"
        path.write_bytes(data)
        (read,) = read_files([path])
    assert read.tables or read.issues.num_rows
    _counts_hold(read)
