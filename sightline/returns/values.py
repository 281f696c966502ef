"""From the text of a cell to a value: dates, numbers, yes or no. Whole columns at a time.

Every reader takes a column of trimmed text and gives a column of the same length, null where the
text is blank or cannot be read; the caller tells the two apart.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

BLANKS = tuple(
    form
    for word in ("", "nan", "NaN", "nat", "NaT", "null", "#n/a", "n/a", "<na>")
    for form in {word, word.upper(), word.title()}
)
"""What exports write for nothing."""

_UNTIDY = r"^\s|\s$|[\u00a0\ufeff\u200b]|\.0+$"

_DAY_FIRST = r"^\d{1,2}/\d{1,2}/\d{4}$"
_TIME = r"[T ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\d{2}:?\d{2})?$"
_SERIAL = r"^\d{5}(\.\d+)?$"
_DAY_ZERO = pl.date(1899, 12, 30)  # of Excel's 1900 dates, for every day after February 1900
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

# The forms a date comes in, beside dd/mm/yyyy: what it looks like, and how it is read.
# A month-first date is never guessed: 03/25/2024 matches no form.
_FORMS: tuple[tuple[str, str], ...] = (
    (_DAY_FIRST, "%d/%m/%Y"),
    (r"^\d{1,2}/\d{1,2}/\d{2}$", "%d/%m/%y"),
    (r"^\d{4}/\d{1,2}/\d{1,2}$", "%Y/%m/%d"),
    (r"^(19|20)\d{6}$", "%Y%m%d"),
    (r"^\d{1,2}/[A-Za-z]{3}/\d{4}$", "%d/%b/%Y"),
    (r"^\d{1,2}/[A-Za-z]{3}/\d{2}$", "%d/%b/%y"),
    (r"^\d{1,2}/[A-Za-z]{4,9}/\d{4}$", "%d/%B/%Y"),
)

_YES = ("1", "TRUE", "YES", "Y", "T")
_NO = ("0", "FALSE", "NO", "N", "F")


def clean_text(column: pl.Series) -> pl.Series:
    """Cells trimmed, hard spaces made soft, a whole number's trailing .0 taken off, blanks null."""
    text = column
    if column.str.contains(_UNTIDY).any():
        text = text.str.replace_all("\u00a0", " ", literal=True)
        text = text.str.strip_chars(" \t\r\n\ufeff\u200b").str.replace(r"^(-?\d+)\.0+$", "$1")
    return text.set(text.is_in(BLANKS), None)


def by_distinct(column: pl.Series, read: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Apply `read` to the distinct values of a column only, and spread the answers back."""
    known = column.drop_nulls().unique(maintain_order=True)
    answers = read(known)
    if known.is_empty():
        return pl.Series(column.name, [None] * len(column), dtype=answers.dtype)
    return column.replace_strict(known, answers, default=None, return_dtype=answers.dtype)


def read_dates(column: pl.Series) -> pl.Series:
    """Dates (Polars Date): dd/mm/yyyy at full speed, then every other form the sector writes.

    Read: dd/mm/yy, dd-mm-yyyy, dd.mm.yyyy, yyyy-mm-dd, yyyymmdd, 5-Jan-2024, 5 January 2024, any of
    them with a time after it, and the five-digit day count of a spreadsheet. Years 1900 to 2100.
    """
    usual = column.set(~column.str.contains(_DAY_FIRST), None)
    dates = usual.str.to_date("%d/%m/%Y", strict=False, cache=True)
    rest = column.set(dates.is_not_null(), None)
    if rest.null_count() < len(rest):
        dates = dates.zip_with(dates.is_not_null(), by_distinct(rest, _read_other_dates))
    year = dates.dt.year()
    return dates.set((year < _FIRST_YEAR) | (year > _LAST_YEAR), None)


def _read_other_dates(column: pl.Series) -> pl.Series:
    text = pl.col("text").str.replace(_TIME, "").str.replace_all(r"[-. ]+", "/")
    forms = [
        pl.when(text.str.contains(shape)).then(text).str.to_date(form, strict=False)
        for shape, form in _FORMS
    ]
    days = pl.when(pl.col("text").str.contains(_SERIAL)).then(
        pl.col("text").cast(pl.Float64, strict=False)
    )
    serial = _DAY_ZERO + pl.duration(days=days.floor())
    frame = pl.DataFrame({"text": column})
    return frame.select(pl.coalesce(*forms, serial)).to_series()


def read_numbers(column: pl.Series) -> pl.Series:
    """Numbers (Float64); thousands' commas are allowed, infinities are not."""
    plain = column.str.replace_all(r"(\d),(\d{3})", "$1$2")
    numbers = plain.cast(pl.Float64, strict=False)
    return numbers.set(~numbers.is_finite(), None)


def read_integers(column: pl.Series) -> pl.Series:
    """Whole numbers (Int64); 12.5 is not one."""
    numbers = read_numbers(column)
    whole = numbers.set((numbers != numbers.floor()) | (numbers.abs() > 2**53), None)
    return whole.cast(pl.Int64)


def read_flags(column: pl.Series) -> pl.Series:
    """Yes or no (Boolean) from 1/0, true/false, yes/no."""
    upper = column.str.to_uppercase()
    flags = pl.Series(column.name, [None] * len(column), dtype=pl.Boolean)
    return flags.set(upper.is_in(_YES), True).set(upper.is_in(_NO), False)
