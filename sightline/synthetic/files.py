"""Tables on their way to a file, and the deterministic way to write a CSV."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

Cell = str | int | float | None
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
