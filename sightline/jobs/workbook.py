"""An Excel workbook, written sheet by sheet and each sheet from its top.

Every text is written as text, so that no cell of a return is ever run as a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any

import xlsxwriter


class Workbook:
    """A workbook being written. Closed, it is whole."""

    def __init__(self, to: Path | IO[bytes]) -> None:
        self._book = xlsxwriter.Workbook(to, {"constant_memory": True})
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self._share = self._book.add_format({"num_format": "0.0%"})

    def sheet(
        self, name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]
    ) -> int:
        """One sheet: a heading row that stays in sight and can be filtered, then the rows.

        Days are written as days, floats as shares, None as an empty cell. `widths` in characters.
        Gives how many rows there were.
        """
        sheet = self._book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.freeze_panes(1, 0)
        for at, head in enumerate(heads):
            sheet.write_string(0, at, head, self._head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                self._cell(sheet, last, at, cell)
        sheet.autofilter(0, 0, last, len(heads) - 1)
        return last

    def close(self) -> None:
        """Writes what is left to be written."""
        self._book.close()

    def _cell(self, sheet: Any, row: int, at: int, cell: Any) -> None:
        if cell is None:
            return
        if isinstance(cell, date):
            sheet.write_datetime(row, at, cell, self._day)
        elif isinstance(cell, float):
            sheet.write_number(row, at, cell, self._share)
        elif isinstance(cell, int):
            sheet.write_number(row, at, cell)
        else:
            sheet.write_string(row, at, str(cell))
