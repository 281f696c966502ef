"""Which year a set of SSDA903 files is of, told from the dates in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

import polars as pl

from sightline.returns.conform import Located
from sightline.returns.ssda903.changes import BASE_YEAR, LAST_YEAR
from sightline.returns.values import read_dates

# Columns that hold what happened in the year. Reviews may be planned ahead in a poor extract, and
# dates of birth, turning 18 or matching lie years away, so episodes are asked first.
_EVENTS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("episodes", "DECOM"), ("episodes", "DEC")),
    (
        ("missing", "MIS_START"),
        ("missing", "MIS_END"),
        ("sw_episodes", "SW_DECOM"),
        ("sw_episodes", "SW_DEC"),
    ),
    (("reviews", "REVIEW"), ("dolo", "DOLO_START")),
    (("placed_for_adoption", "DATE_PLACED"), ("placed_for_adoption", "DATE_PLACED_CEASED")),
    (("ad1", "DATE_MATCH"),),
)
_FEW = 0.01  # of the dates: less than this share after a year end are slips, not another year
_LONELY = 2  # years of silence before a single latest date that make it a slip
_MANY = 20  # dates: with fewer, a single latest date is as good as any


def group_key(path: str) -> tuple[str, tuple[str, ...]]:
    """Files of one return share a folder and the numbers in their names (2017-episodes.csv)."""
    pure = PurePath(path)
    numbers = re.findall(r"\d{2,}", pure.name.replace("903", ""))
    return str(pure.parent), tuple(numbers)


def year_of(tables: Iterable[Located]) -> int | None:
    """The year ending on or after the latest date that is no slip; None where no date tells."""
    held = list(tables)
    for group in _EVENTS:
        dates = list(_dates(held, group))
        year = _latest_year(pl.concat(dates)) if dates else None
        if year is not None:
            return year
    return None


def _dates(held: Iterable[Located], columns: Iterable[tuple[str, str]]) -> Iterator[pl.Series]:
    """The dates of some columns of some tables; each table is split into cells once."""
    for each in held:
        of_it = [column for table, column in columns if table == each.heading.shape.table]
        body = each.body() if of_it else None
        for column in of_it:
            if body is not None and (cells := body.cells(column)) is not None:
                yield read_dates(cells).alias("day")


def year_ending(dates: pl.Series) -> pl.Series:
    """For each date, the calendar year of the 31 March on or after it."""
    after_march = (dates.dt.month() >= 4).cast(pl.Int32)
    return dates.dt.year() + after_march


def _latest_year(dates: pl.Series) -> int | None:
    counts = (
        year_ending(dates.drop_nulls()).alias("year").value_counts().sort("year", descending=True)
    )
    found: list[tuple[int, int]] = [(int(year), int(count)) for year, count in counts.rows()]
    total = sum(count for _, count in found)
    within = [each for each in found if BASE_YEAR <= each[0] <= LAST_YEAR]
    for at, (year, count) in enumerate(within):
        before = within[at + 1][0] if at + 1 < len(within) else None
        lonely = count == 1 and before is not None and year - before > _LONELY and total >= _MANY
        if count >= _FEW * total and not lonely:
            return year
    return max(found, key=lambda each: each[1])[0] if found else None
