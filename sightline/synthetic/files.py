"""Tables on their way to a file, and the deterministic ways to write them."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import xlsxwriter

Cell = str | int | None
EXCEL_EPOCH = 693_594  # the ordinal of day 0 of Excel's calendar
DATE, NUMBER, TEXT = "date", "number", "text"


@dataclass(slots=True)
class Sheet:
    """One table: its heading row, and rows of cells (dates as ordinals in a date column)."""

    name: str
    columns: list[str]
    headings: list[str]
    kinds: list[str]
    rows: list[list[Cell]] = field(default_factory=list)

    def at(self, column: str) -> int:
        """The position of a column."""
        return self.columns.index(column)


@dataclass(slots=True)
class Written:
    """How a CSV is written: its encoding, and columns that should not be there."""

    encoding: str = "utf-8"
    trailing_columns: int = 0


def write_csv(path: Path, sheet: Sheet, how: Written) -> int:
    """Write a sheet as CSV with Windows line ends; returns the data rows written."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    extra = [""] * how.trailing_columns
    writer.writerow(sheet.headings + extra)
    writer.writerows(["" if cell is None else cell for cell in row] + extra for row in sheet.rows)
    path.write_bytes(text.getvalue().encode(how.encoding))
    return len(sheet.rows)


def write_workbook(path: Path, sheets: list[Sheet]) -> int:
    """Write sheets as one workbook, row by row in constant memory; returns the data rows written.

    A text in a date or number column is written as text: that is how dirt gets in.
    """
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    book.set_properties(
        {"created": datetime(2020, 1, 1, tzinfo=UTC), "author": "Made-up authority"}
    )
    bold, dated = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for column, heading in enumerate(sheet.headings):
            page.write_string(0, column, heading, bold)
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                if cell is None or cell == "":
                    continue
                if isinstance(cell, str):
                    page.write_string(number, column, cell)
                elif sheet.kinds[column] == DATE:
                    page.write_number(number, column, cell - EXCEL_EPOCH, dated)
                else:
                    page.write_number(number, column, cell)
    book.close()
    return sum(len(sheet.rows) for sheet in sheets)
