"""A sound table, written out in any of the forms authorities use, is read back as it was."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sightline.returns import ReadTable
from sightline.returns.fields import Field, Table
from sightline.returns.ssda903 import schema_for
from tests.costly_examples import costly
from tests.returns_files import csv_text, read_table, write_workbook

YEARS = st.integers(2017, 2027)
SEXES = {"1": "M", "2": "F"}

days = st.integers(0, 9000).map(lambda n: date(2002, 9, 1) + timedelta(days=n))
names = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789É/ -", min_size=1, max_size=12).map(
    lambda text: f"Q{text.strip()}"
)

DATE_FORMS: dict[str, Callable[[date], str]] = {
    "dd/mm/yyyy": lambda d: d.strftime("%d/%m/%Y"),
    "d/m/yyyy": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dd/mm/yy": lambda d: d.strftime("%d/%m/%y"),
    "dd-mm-yyyy": lambda d: d.strftime("%d-%m-%Y"),
    "dd-mmm-yyyy": lambda d: d.strftime("%d-%b-%Y"),
    "yyyy-mm-dd": lambda d: d.isoformat(),
    "with a time": lambda d: d.strftime("%d/%m/%Y 00:00:00"),
    "serial": lambda d: str((d - date(1899, 12, 30)).days),
}
FLAG_FORMS = (("1", "0"), ("1.0", "0.0"), ("TRUE", "FALSE"), ("Yes", "No"))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


def values(field: Field) -> st.SearchStrategy[Any]:
    """Sound values of a field, or nothing where it may be blank."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "date": days,
        "flag": st.booleans(),
        "integer": st.integers(0, 40),
        "code": st.sampled_from(field.codes or ("",)),
        "text": names,
    }
    sound = kinds[field.kind]
    return sound if field.key or field.required else st.none() | sound


@st.composite
def sound_tables(draw: st.DrawFn) -> tuple[int, Table, list[dict[str, Any]]]:
    year = draw(YEARS)
    table = draw(st.sampled_from(list(schema_for(year).values())))
    row = st.fixed_dictionaries({field.name: values(field) for field in table.fields})
    rows = draw(st.lists(row, min_size=1, max_size=6, unique_by=lambda r: tuple(r.values())))
    return year, table, rows


def expected(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """What a row is read as: as it was, sex as a letter in every year."""
    return {
        field.name: SEXES.get(row[field.name], row[field.name])
        if field.name == "SEX"
        else row[field.name]
        for field in table.fields
    }


def as_text(value: Any, form: str, flags: tuple[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return flags[0] if value else flags[1]
    if isinstance(value, date):
        return DATE_FORMS[form](value)
    return str(value)


def is_as_it_was(read: ReadTable, table: Table, rows: list[dict[str, Any]]) -> None:
    assert read.table == table.name
    assert (read.rows, read.kept) == (len(rows), len(rows))
    kept = [{k: v for k, v in row.items() if k != "source_row"} for row in read.data.to_pylist()]
    assert kept == [expected(table, row) for row in rows]
    assert read.data["source_row"].to_pylist() == list(range(2, len(rows) + 2))


@costly
@given(
    sound_tables(),
    st.sampled_from(ENCODINGS),
    st.sampled_from(list(DATE_FORMS)),
    st.sampled_from(FLAG_FORMS),
    st.sampled_from(",;\t|"),
    st.randoms(use_true_random=False),
)
def test_csv(
    sound: tuple[int, Table, list[dict[str, Any]]],
    encoding: str,
    form: str,
    flags: tuple[str, str],
    delimiter: str,
    shuffled: Any,
) -> None:
    year, table, rows = sound
    order = [field.name for field in table.fields]
    shuffled.shuffle(order)
    cells = [order, *([as_text(row[name], form, flags) for name in order] for row in rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.csv"
        path.write_bytes(csv_text(cells, delimiter).encode(encoding))
        is_as_it_was(read_table(path, year), table, rows)


@costly
@given(sound_tables())
def test_workbook(sound: tuple[int, Table, list[dict[str, Any]]]) -> None:
    year, table, rows = sound
    heading = [field.name for field in table.fields]
    with tempfile.TemporaryDirectory() as folder:
        sheets = {"Any name": [heading, *([row[name] for name in heading] for row in rows)]}
        path = write_workbook(Path(folder) / "given.xlsx", sheets)
        is_as_it_was(read_table(path, year), table, rows)
