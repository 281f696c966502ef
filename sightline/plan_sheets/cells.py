"""A plan's file as grids of cells: what each says, what is merged, hidden, struck out, coloured."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

import python_calamine as calamine

from sightline.plan_sheets.marks import Marks, marks_of
from sightline.returns import text, workbooks
from sightline.returns.trouble import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_NO_TEXT = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"{\\rtf")
MOST_BYTES = 50_000_000
"""The most a plan's file may hold; the largest plan anybody prints is a hundredth of it."""

Span = tuple[int, int, int, int]
"""First row, first column, last row and last column of merged cells; the first are 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. Rows and columns count from 0 here and from 1 and A in what people are told."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Span, ...] = ()
    marks: Marks = field(default_factory=Marks)
    hidden: bool = False

    def said(self, row: int, column: int) -> str:
        """What a cell says, without blanks around it; "" beyond the edge."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return _trimmed(cells[column]) if column < len(cells) else ""

    def spoken_for(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """For each cell of a merged block but its first, the cell that speaks for it."""
        last = len(self.rows)
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merged
            for row in range(top, min(bottom + 1, last))
            for column in range(left, min(right + 1, left + _WIDEST))
            if (row, column) != (top, left)
        }


@dataclass(frozen=True, slots=True)
class Book:
    """A file with its sheets in their order."""

    name: str
    sheets: tuple[Grid, ...]


_WIDEST = 200  # columns of one merged block that are looked at


def read_book(name: str, data: bytes) -> Book:
    """The sheets of an .xlsx, .xlsm, .xlsb, .xls, .ods or CSV file. Formulas give their last value.

    Raises UnreadableError with words that follow the file's name: locked, damaged, empty, too
    large, or no workbook.
    """
    _check_size(data)
    if data.startswith(_OLE) and _LOCKED in data:
        raise UnreadableError("file_encrypted", "is protected by a password; save it without one")
    if data.startswith(_NO_TEXT):
        raise UnreadableError("file_unknown", "is not a workbook or a CSV file")
    if data.startswith((_OLE, _ZIP)):
        sheets = _of_workbook(data)
    else:
        sheets = (Grid(PurePath(name).stem, _of_text(data)),)
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableError("file_empty", "has nothing written in it")
    return Book(name, sheets)


def _check_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            "file_too_large", f"is larger than {MOST_BYTES // 1_000_000} MB; no plan is"
        )
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("file_empty", "is empty")


def _of_workbook(data: bytes) -> tuple[Grid, ...]:
    said = workbooks.read_sheets(data)  # refuses what would fill the memory
    marks = marks_of(data)
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    seen = {
        each.name: each.visible != calamine.SheetVisibleEnum.Visible
        for each in book.sheets_metadata
    }
    return tuple(
        Grid(
            name,
            _without_tail(tuple(tuple(row) for row in grid.rows)),
            _merged(book, name),
            marks.get(name, Marks()),
            seen.get(name, False),
        )
        for name, grid in said
    )


def _merged(book: calamine.CalamineWorkbook, name: str) -> tuple[Span, ...]:
    ranges = book.get_sheet_by_name(name).merged_cell_ranges or ()
    return tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges)


def _of_text(data: bytes) -> tuple[tuple[str, ...], ...]:
    read = text.decode(data)
    if not read.content.strip() or read.damage * 20 > len(data) or "\x00" in read.content:
        raise UnreadableError("file_unreadable", "is not a workbook or a CSV file")
    first = read.content[:20_000]
    delimiter = max(",;\t|", key=first.count)
    try:
        records = csv.reader(io.StringIO(read.content, newline=""), delimiter=delimiter)
        return _without_tail(tuple(tuple(each) for each in records))
    except csv.Error as error:
        raise UnreadableError("file_unreadable", f"cannot be read as CSV: {error}") from error


def _without_tail(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    last = max((at for at, row in enumerate(rows) if any(map(_trimmed, row))), default=-1)
    return rows[: last + 1]


def _trimmed(cell: str) -> str:
    return cell.strip(" \t\r\n\u00a0\ufeff")
