"""Any CSV, Excel or Parquet file as tables of text, each cell with the row a person sees it in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

ROW = "row in file"
"""The column of a `TextTable` that holds the row a person sees; no published file has one so."""
HEADING_WITHIN = 10  # rows that are looked at for the heading row
NAMED = 100  # issues of one column that are named one by one


class UnreadableFileError(Exception):
    """Why a file could not be read at all, for the person who must act."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong in a file. `row` is the row a person sees, 1 the heading; None: many rows."""

    file: str
    row: int | None
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class TextTable:
    """One table: every cell stripped text, and ROW. `issues` are of rows that were left out."""

    file: str
    frame: pl.DataFrame
    issues: tuple[Issue, ...] = field(default=())

    @property
    def columns(self) -> frozenset[str]:
        """The headings."""
        return frozenset(self.frame.columns) - {ROW}


def tables(path: Path) -> list[TextTable]:
    """Every table of a file, known by its first bytes. Raises UnreadableFileError, OSError."""
    content = path.read_bytes()
    if content.startswith(b"PAR1"):
        return [_from_parquet(path.name, content)]
    if content.startswith(b"PK\x03\x04"):
        return list(_from_workbook(path.name, content))
    return [_from_csv(path.name, content)]


def named(issues: Iterable[Issue], file: str, column: str, of: int) -> list[Issue]:
    """At most NAMED issues one by one, and one more that counts the rest of `of`."""
    first = list(issues)[:NAMED]
    if of > len(first):
        more = f"{file}: column {column} has {of - len(first):,} more such values."
        first.append(Issue(file, None, column, "", more))
    return first


def _from_parquet(name: str, content: bytes) -> TextTable:
    try:
        frame = pl.read_parquet(BytesIO(content))
        text = frame.select(
            pl.all().cast(pl.String, strict=False).str.strip_chars().fill_null("")
        ).with_row_index(ROW, offset=2)
    except (pl.exceptions.PolarsError, OSError) as problem:
        raise UnreadableFileError(f"{name} is not a Parquet file that can be read.") from problem
    return TextTable(name, text)


def _from_workbook(name: str, content: bytes) -> Iterator[TextTable]:
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [workbook.get_sheet_by_name(sheet).to_python() for sheet in workbook.sheet_names]
    except CalamineError as problem:
        raise UnreadableFileError(
            f"{name} is not an Excel file that can be read. A zip file must be unpacked first."
        ) from problem
    for sheet in sheets:
        rows = [[_said(cell) for cell in row] for row in sheet]
        if any(any(row) for row in rows):
            yield _table(name, rows, _heading_row(rows))


def _from_csv(name: str, content: bytes) -> TextTable:
    if b"\0" in content[:4096]:
        raise UnreadableFileError(f"{name} is neither CSV, Excel nor Parquet.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(StringIO(text, newline=""))]
    except csv.Error as problem:
        raise UnreadableFileError(f"{name} is not a CSV file that can be read: {problem}.") from (
            problem
        )
    if not rows:
        raise UnreadableFileError(f"{name} is empty.")
    return _table(name, rows, 0)


def _heading_row(rows: Sequence[Sequence[str]]) -> int:
    """The first of the fullest rows at the top of a sheet: titles and notes fill fewer cells."""
    top = rows[:HEADING_WITHIN]
    words = [sum(bool(cell) and not _is_number(cell) for cell in row) for row in top]
    return words.index(max(words))


def _table(name: str, rows: Sequence[Sequence[str]], heading: int) -> TextTable:
    heads = _apart(rows[heading])
    kept: list[Sequence[str]] = []
    at: list[int] = []
    wrong: list[Issue] = []
    for number, row in enumerate(rows[heading + 1 :], start=heading + 2):
        if not any(row):
            continue
        if len(row) == len(heads):
            kept.append(row)
            at.append(number)
        else:
            said = f"has {len(row)} cells where the heading row has {len(heads)}"
            first = row[0]
            message = f"Row {number} of {name} {said}: it begins '{first}'. The row is left out."
            wrong.append(Issue(name, number, "", first, message))
    frame = pl.DataFrame(kept, schema=dict.fromkeys(heads, pl.String), orient="row")
    frame = frame.insert_column(0, pl.Series(ROW, at, dtype=pl.UInt32))
    return TextTable(name, frame, tuple(named(wrong, name, "", len(wrong))))


def _apart(heads: Sequence[str]) -> list[str]:
    """The headings, each once: a second of the same name is numbered."""
    seen: dict[str, int] = {}
    found = []
    for place, head in enumerate(heads, start=1):
        name = head or f"column {place}"
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit()


def _said(cell: object) -> str:
    """A cell of a workbook as text; a whole number without its ".0"."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
