"""Workbooks (xlsx, xlsm, xlsb, xls, ods): a grid for every sheet."""

from __future__ import annotations

import datetime as dt
import io

import python_calamine as calamine

from sightline.returns.grids import CellGrid
from sightline.returns.trouble import UnreadableError
from sightline.returns.workbook_limits import check_workbook

_CELLS = calamine.SheetTypeEnum.WorkSheet  # and not a sheet that is one chart


def read_sheets(data: bytes) -> list[tuple[str, CellGrid]]:
    """Every sheet that holds cells, in order, with its name.

    Raises UnreadableError where the workbook is locked, broken, or larger than we read.
    """
    check_workbook(data)
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
