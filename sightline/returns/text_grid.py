"""A grid held as the text of a delimited file, split into cells only when asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from sightline.returns.grids import BEYOND, LOOKED_AT, SHORT, frame_of, without_blank_rows
from sightline.returns.tables import ROW_COLUMN

_PIECE = 1 << 20
"""Characters split at a time, so that splitting takes little memory however large the file."""


@dataclass(frozen=True, slots=True)
class TextGrid:
    """A record for each line of `text`; with `quoted`, a cell may stand in quotation marks.

    The text is the smallest form there is of it: as cells it takes several times the memory.
    """

    text: str
    delimiter: str
    quoted: bool

    @property
    def top(self) -> list[list[str]]:
        """The first rows."""
        lines = first_lines(self.text)
        if self.quoted:
            return records_of(lines, self.delimiter)
        return [line.split(self.delimiter) for line in lines]

    def body(self, heading_row: int, width: int) -> pl.DataFrame:
        """The rows below the heading row."""
        split = self._records if self.quoted else self._cells
        row, frames = heading_row + 1, []
        for lines in pieces(self.text, heading_row):
            frame = split(lines, width).with_columns(
                pl.int_range(row, row + len(lines), dtype=pl.Int64).alias(ROW_COLUMN)
            )
            frames.append(without_blank_rows(frame, width))
            row += len(lines)
        return pl.concat(frames)

    def _records(self, lines: list[str], width: int) -> pl.DataFrame:
        return frame_of(records_of(lines, self.delimiter), width)

    def _cells(self, lines: list[str], width: int) -> pl.DataFrame:
        parts = pl.col("line").str.splitn(self.delimiter, width + 1)
        names = [*(str(at) for at in range(width)), BEYOND]
        rest = pl.col(BEYOND).str.strip_chars(self.delimiter + " \t")
        return (
            pl.DataFrame({"line": pl.Series(lines, dtype=pl.String)})
            .select(parts.struct.rename_fields(names).alias("parts"))
            .unnest("parts")
            .with_columns(
                pl.when(rest != "").then(rest).alias(BEYOND),
                pl.col(str(width - 1)).is_null().alias(SHORT),
            )
        )


def first_lines(text: str) -> list[str]:
    """The lines among which the heading row is looked for."""
    return text.split("\n", LOOKED_AT)[:LOOKED_AT]


def pieces(text: str, after: int = 0) -> Iterator[list[str]]:
    """The lines after the first `after`, so many at a time; once at least, if with none."""
    start = 0
    for _ in range(after):
        start = text.find("\n", start) + 1
        if not start:
            yield []
            return
    while (end := text.find("\n", start + _PIECE)) >= 0:
        yield text[start:end].split("\n")
        start = end + 1
    yield text[start:].split("\n")


def records_of(lines: list[str], delimiter: str) -> list[list[str]]:
    """A record for each line, no more and no fewer."""
    try:
        records = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        records = []
    if len(records) == len(lines):
        return records
    return [_record(line, delimiter) for line in lines]


def _record(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)
