"""Workbooks (xlsx, xlsm, xlsb, xls, ods): a grid for every sheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import python_calamine as calamine

from sightline.returns.grids import CellGrid
from sightline.returns.trouble import UnreadableError

_CELLS = calamine.SheetTypeEnum.WorkSheet  # and not a sheet that is one chart
_MOST_CELLS = 20_000_000
_CELL = re.compile(rb'<c[^>]*? r="([A-Z]{1,3})(\d{1,7})"')


def read_sheets(data: bytes) -> list[tuple[str, CellGrid]]:
    """Every sheet that holds cells, in order, with its name.

    Raises UnreadableError where the workbook is locked, broken, or larger than we read.
    """
    _check_extent(data)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError as error:
        raise UnreadableError("file_encrypted", "is protected by a password") from error
    except Exception as error:
        raise UnreadableError("file_unreadable", "cannot be opened as a workbook") from error
    sheets = []
    for name in (s.name for s in book.sheets_metadata if s.typ == _CELLS):
        grid = _read_sheet(book, name)
        if grid is not None:
            sheets.append((name, grid))
    return sheets


def _read_sheet(book: calamine.CalamineWorkbook, name: str) -> CellGrid | None:
    try:
        sheet = book.get_sheet_by_name(name)
        if sheet.height == 0 or sheet.start is None:
            return None
        rows = sheet.to_python(skip_empty_area=True)
        above, left = sheet.start
    except Exception as error:
        raise UnreadableError(
            "file_unreadable", f"cannot be read: its sheet '{name}' is damaged"
        ) from error
    lead = [""] * left
    cells = [[*lead, *map(_text, row)] for row in rows]
    return CellGrid([[""]] * above + cells)


def _text(value: object) -> str:
    """A cell as text: a date as yyyy-mm-dd, a whole number without .0, true and false as 1, 0."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value)


def _check_extent(data: bytes) -> None:
    """Refuse an xlsx whose cells lie so far apart that its sheets would fill the memory."""
    try:
        book = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return
    with book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _check_sheet_extent(book, name)


def _check_sheet_extent(book: zipfile.ZipFile, name: str) -> None:
    try:
        with book.open(name) as stream:
            tail, width, height = b"", 1, 1
            while chunk := stream.read(1 << 20):
                for letters, row in _CELL.findall(tail + chunk):
                    width, height = max(width, _column_number(letters)), max(height, int(row))
                tail = chunk[-80:]
    except Exception:
        return
    if width * height > _MOST_CELLS:
        raise UnreadableError(
            "file_too_large",
            "has a sheet that runs too far to the right or down; delete the empty rows and columns "
            "that hold a stray cell and save it again",
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
