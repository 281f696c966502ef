"""A grid: the cells of one sheet or delimited file as text, before anyone knows what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from sightline.returns.tables import ROW_COLUMN

LOOKED_AT = 15
"""Rows, from the top, among which the heading row is looked for."""

BEYOND = "beyond"
"""Column of a body: the cells beyond the last heading, joined; null where there are none."""

SHORT = "short"
"""Column of a body: true where the row ends before the last heading."""


class Grid(Protocol):
    """Rows of cells. Row numbers are those a person sees: the first row of the file is 1."""

    @property
    def top(self) -> list[list[str]]:
        """The first rows, LOOKED_AT at most."""

    def body(self, heading_row: int, width: int) -> pl.DataFrame:
        """The rows below `heading_row` (1 is the first): text columns "0" … f"{width-1}" as they
        stand, BEYOND, SHORT, `source_row`. Blank rows are left out; they are not rows."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid and where it lies; `notes` are issues met while reading its text.

    `row_noun` is what a person calls a row of it; `said` is what the file says of itself, by name.
    """

    path: str
    grid: Grid
    name: str | None = None  # of the sheet in a workbook, or of the table in XML
    noun: str = "sheet"
    notes: tuple[tuple[str, str], ...] = ()  # rule, message
    broken_rows: frozenset[int] = field(default_factory=frozenset)  # rows with an unclosed quote
    row_noun: str = "Row"
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellGrid:
    """A grid held as lists of cells."""

    rows: Sequence[Sequence[str]]

    @property
    def top(self) -> list[list[str]]:
        """The first rows."""
        return [list(row) for row in self.rows[:LOOKED_AT]]

    def body(self, heading_row: int, width: int) -> pl.DataFrame:
        """The rows below the heading row."""
        below = self.rows[heading_row:]
        frame = frame_of(below, width).with_columns(
            pl.int_range(heading_row + 1, heading_row + 1 + len(below), dtype=pl.Int64).alias(
                ROW_COLUMN
            )
        )
        return without_blank_rows(frame, width)


@dataclass(frozen=True, slots=True)
class FrameGrid:
    """A grid held as a frame of text columns under their names, as XML and Parquet give them.

    `rows` are the row numbers a person would look for, in step with the frame.
    """

    frame: pl.DataFrame
    rows: pl.Series

    @property
    def top(self) -> list[list[str]]:
        """The names of the columns; they are the heading row."""
        return [list(self.frame.columns)]

    def body(self, heading_row: int, width: int) -> pl.DataFrame:
        """All rows of the frame; the heading row is none of them."""
        named = self.frame.rename({name: str(at) for at, name in enumerate(self.frame.columns)})
        frame = named.with_columns(
            pl.lit(None, dtype=pl.String).alias(BEYOND),
            pl.lit(False).alias(SHORT),
            self.rows.cast(pl.Int64).alias(ROW_COLUMN),
        )
        return without_blank_rows(frame, width)


def frame_of(rows: Sequence[Sequence[str]], width: int) -> pl.DataFrame:
    """Rows of cells as the columns of a body, but for `source_row`."""
    columns = {
        str(at): pl.Series([row[at] if at < len(row) else None for row in rows], dtype=pl.String)
        for at in range(width)
    }
    beyond = ["".join(row[width:]).strip() or None for row in rows]
    return pl.DataFrame(columns).with_columns(
        pl.Series(BEYOND, beyond, dtype=pl.String),
        pl.Series(SHORT, [len(row) < width for row in rows], dtype=pl.Boolean),
    )


def without_blank_rows(frame: pl.DataFrame, width: int) -> pl.DataFrame:
    """The rows in which at least one cell holds something."""
    cells = [
        pl.col(str(at)).str.strip_chars(" \t\u00a0\ufeff").fill_null("") != ""
        for at in range(width)
    ]
    return frame.filter(pl.any_horizontal(*cells, pl.col(BEYOND).is_not_null()))
