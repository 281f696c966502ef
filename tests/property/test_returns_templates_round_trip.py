"""Any sound list, written out as people write it, is read back as it was; damage is explained."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sightline.returns import ReadTable, read_files
from sightline.returns.templates import TEMPLATES, Column, Template
from tests.returns_files import csv_text, read_table, write_workbook
from tests.returns_templates import day_first, filled, in_words

Rows = list[dict[str, Any]]

days = st.integers(0, 9000).map(lambda n: date(2002, 9, 1) + timedelta(days=n))
texts = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789É/ ,;\"'-", min_size=1, max_size=12).map(
    lambda text: f"Q{text.strip()}"
)


@pytest.fixture(autouse=True, scope="module")
def no_checks() -> Iterator[None]:
    """How files are read; what the checks doubt in them is proven example by example elsewhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sightline.returns.templates.reader.CHECKS", ())
        yield


def values(column: Column) -> st.SearchStrategy[Any]:
    """Sound values of a column, or nothing where it may be blank."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "date": days,
        "flag": st.booleans(),
        "integer": st.integers(int(column.low or 0), int(column.high or 0)),
        "number": st.integers(0, 96).map(lambda n: n / 4),
        "code": st.sampled_from([choice.value for choice in column.choices] or [""]),
        "text": texts,
    }
    sound = kinds[column.kind]
    return sound if column.key or column.required else st.none() | sound


@st.composite
def lists(draw: st.DrawFn) -> tuple[Template, Rows]:
    template = draw(st.sampled_from(list(TEMPLATES.values())))
    row = st.fixed_dictionaries({column.name: values(column) for column in template.columns})
    rows = draw(st.lists(row, min_size=1, max_size=6, unique_by=lambda r: tuple(r.values())))
    return template, rows


def is_as_it_was(read: ReadTable, template: Template, rows: Rows) -> None:
    assert read.table == template.name
    assert (read.rows, read.kept, read.issues.num_rows) == (len(rows), len(rows), 0)
    kept = read.data.drop_columns("source_row").to_pylist()
    assert kept == rows


@given(lists(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(",;\t"))
def test_csv(given_list: tuple[Template, Rows], encoding: str, delimiter: str) -> None:
    template, rows = given_list
    cells = [
        [day_first(cell) for cell in row]
        for row in filled(template, *(in_words(template, row) for row in rows))
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.csv"
        path.write_bytes(csv_text(cells, delimiter).encode(encoding))
        is_as_it_was(read_table(path), template, rows)


@given(lists(), st.randoms(use_true_random=False))
def test_workbook_with_its_columns_in_any_order(
    given_list: tuple[Template, Rows], chance: Any
) -> None:
    template, rows = given_list
    heading, *cells = filled(template, *(in_words(template, row) for row in rows))
    order = list(range(len(heading)))
    chance.shuffle(order)
    sheet = [[row[at] for at in order] for row in (heading, *cells)]
    with tempfile.TemporaryDirectory() as folder:
        path = write_workbook(Path(folder) / "given.xlsx", {"Any name": sheet})
        is_as_it_was(read_table(path), template, rows)


Mutation = Callable[[bytes], bytes]


def _put(at: float, junk: bytes, over: int) -> Mutation:
    def change(data: bytes) -> bytes:
        place = int(at * len(data))
        return data[:place] + junk + data[place + over :]

    return change


mutation = st.builds(
    _put,
    st.floats(0, 1, exclude_max=True),
    st.binary(max_size=8) | st.sampled_from([b'"', b",,", b"\r\n", b"\n", b"31/02/2026", b"1E+11"]),
    st.integers(0, 20),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(lists(), st.booleans(), st.lists(mutation, min_size=1, max_size=4))
def test_a_damaged_list_is_read_or_explained_and_its_rows_are_counted(
    given_list: tuple[Template, Rows], in_workbook: bool, mutations: list[Mutation]
) -> None:
    template, rows = given_list
    cells = filled(template, *(in_words(template, row) for row in rows))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given"
        if in_workbook:
            data = write_workbook(Path(folder) / "sound.xlsx", {"A": cells}).read_bytes()
        else:
            data = csv_text([[day_first(cell) for cell in row] for row in cells]).encode()
        for change in mutations:
            data = change(data)
        path.write_bytes(data)
        (read,) = read_files([path])
    assert read.tables or read.issues.num_rows, "a file that gives nothing must say why"
    for table in read.tables:
        assert table.rows == table.kept + table.rejected
        assert min(table.kept, table.rejected) >= 0
        assert table.rejected == 0 or "error" in table.issues["severity"].to_pylist()
        numbers = table.data["source_row"].to_pylist()
        assert numbers == sorted(set(numbers))
    assert all(read.all_issues()["message"].to_pylist())
