"""One column of cleaned cells to typed values, and what was wrong with the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from sightline.returns.fields import UNSTATED, Field, Kind
from sightline.returns.ticks import read_ticks
from sightline.returns.values import (
    by_distinct,
    read_dates,
    read_flags,
    read_integers,
    read_numbers,
)

POLARS_TYPES: dict[Kind, type[pl.DataType]] = {
    "text": pl.String,
    "code": pl.String,
    "date": pl.Date,
    "number": pl.Float64,
    "integer": pl.Int64,
    "flag": pl.Boolean,
    "ticks": pl.String,
}
_DAMAGED_ID = r"^\d(\.\d+)?[Ee]\+\d+$"
_CODES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Bad:
    """Cells with one thing wrong. `words` follow "Row 14 of episodes.csv: LS 'C9' "."""

    rule: str
    where: pl.Series  # true at the cells
    words: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A column's values, and its bad cells."""

    values: pl.Series
    bad: tuple[Bad, ...]


def blank_column(field: Field, height: int) -> pl.Series:
    """A column of nulls of the field's type."""
    return pl.Series(field.name, [None] * height, dtype=POLARS_TYPES[field.kind])


def type_column(field: Field, cells: pl.Series, year: str | None) -> Typed:
    """The typed column of a field. `year` is the return's year in words, for messages."""
    cells = cells.alias(field.name)
    if field.told is not None:
        return _told(field, field.told, cells)
    if field.kind == "code":
        return _codes(field, cells, year)
    if field.kind == "text":
        return _text(field, cells)
    if field.kind == "ticks":
        return _ticks(field, cells)
    return _READERS[field.kind](field, cells)


def _unread(cells: pl.Series, values: pl.Series) -> pl.Series:
    return cells.is_not_null() & values.is_null()


def _text(field: Field, cells: pl.Series) -> Typed:
    if not field.key:
        return Typed(cells, ())
    words = "looks like a number that a spreadsheet has rounded; format the column as text"
    damaged = cells.str.contains(_DAMAGED_ID).fill_null(False)
    return Typed(cells, (Bad("id_damaged", damaged, words),))


def _date(field: Field, cells: pl.Series) -> Typed:
    values = read_dates(cells)
    words = "is not a date that can be read, day first, such as 31/01/2024"
    return Typed(values, (Bad("date_unreadable", _unread(cells, values), words),))


def _flag(field: Field, cells: pl.Series) -> Typed:
    values = read_flags(cells)
    words = "is neither yes nor no (1 or 0)"
    return Typed(values, (Bad("flag_unreadable", _unread(cells, values), words),))


def _number(field: Field, cells: pl.Series) -> Typed:
    whole = field.kind == "integer"
    values = read_integers(cells) if whole else read_numbers(cells)
    words = "is not a whole number" if whole else "is not a number"
    unread = Bad("number_unreadable", _unread(cells, values), words)
    outside = pl.Series([False] * len(values), dtype=pl.Boolean)
    if field.low is not None:
        outside = outside | (values < field.low).fill_null(False)
    if field.high is not None:
        outside = outside | (values > field.high).fill_null(False)
    limits = f"is not from {field.low:g}" if field.low is not None else "is not"
    limits += f" to {field.high:g}" if field.high is not None else " up"
    return Typed(values.set(outside, None), (unread, Bad("number_out_of_range", outside, limits)))


_READERS: dict[Kind, Callable[[Field, pl.Series], Typed]] = {
    "date": _date,
    "flag": _flag,
    "number": _number,
    "integer": _number,
}


def _ticks(field: Field, cells: pl.Series) -> Typed:
    read = read_ticks(cells, field.codes, field.other_codes)
    broken = "is not a list of options in JSON; it is read as blank"
    strange = f"holds an option that is none of {_expected(field)}; the others are read"
    return Typed(
        read["ticked"].alias(field.name),
        (
            Bad("json_unreadable", read["broken"], broken),
            Bad("option_unknown", read["strange"], strange),
        ),
    )


def _expected(field: Field) -> str:
    expected = ", ".join(field.codes[:_CODES_SHOWN])
    more = len(field.codes) - _CODES_SHOWN
    return f"{expected} and {more} more" if more > 0 else expected


def _codes(field: Field, cells: pl.Series, year: str | None) -> Typed:
    codes = cells.str.to_uppercase()
    now = codes.is_in(field.codes).fill_null(False)
    other = codes.is_in(field.other_codes).fill_null(False)
    expected = _expected(field)
    when = f"of {year}" if year else "of any year"
    unknown = Bad(
        "code_unknown",
        codes.is_not_null() & ~now & ~other,
        f"is not one of the codes {when}: {expected}",
    )
    elsewhere = Bad(
        "code_not_this_year",
        other,
        f"is a code of other years, not {when}; it is kept. Codes {when}: {expected}",
    )
    values = codes.set(~now & ~other, None)
    if field.same:
        values = values.replace(field.same)
    return Typed(values, (unknown, elsewhere))


def _told(field: Field, told: Callable[[str], str | bool | None], cells: pl.Series) -> Typed:
    """Words read one distinct value at a time: a few hundred at most, however many the rows."""

    def read(distinct: pl.Series) -> pl.Series:
        answers = [told(text) for text in distinct.to_list()]
        unstated = ["?" if answer == UNSTATED else None for answer in answers]
        said = [None if answer == UNSTATED else answer for answer in answers]
        return pl.DataFrame(
            {
                "said": pl.Series(said, dtype=POLARS_TYPES[field.kind]),
                "unstated": pl.Series(unstated, dtype=pl.String),
            }
        ).to_struct("both")

    both = by_distinct(cells, read)
    values = both.struct.field("said").alias(field.name)
    untold = cells.is_not_null() & values.is_null() & both.struct.field("unstated").is_null()
    if field.codes:
        words = f"is not one of the codes: {_expected(field)}; it is read as blank"
        return Typed(values, (Bad("code_unknown", untold, words),))
    words = "says neither yes nor no" if field.kind == "flag" else "cannot be understood"
    return Typed(values, (Bad("value_not_told", untold, f"{words}; it is read as blank"),))
