"""Which year a census is of: its header says; without one, the dates in it tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sightline.returns.census_header import reference_date, stated_year
from sightline.returns.conform import Located
from sightline.returns.values import read_dates

_EVENTS = (
    ("cin_details", "CINreferralDate"),
    ("cin_details", "CINclosureDate"),
    ("assessments", "AssessmentActualStartDate"),
    ("section47", "S47ActualStartDate"),
    ("child_protection_plans", "CPPstartDate"),
)
"""Columns of what happened by the end of the year."""

_FEW = 0.01  # of the dates: less than this share after a year end are slips, not another year


@dataclass(frozen=True, slots=True)
class CensusYear:
    """The year a file is of, None where nothing tells; `words` warn where it had to be told."""

    year: int | None
    words: str | None = None


def census_year(
    said: Mapping[str, str], located: Iterable[Located], given: int | None
) -> CensusYear:
    """The calendar year of the 31 March that a census ends on.

    The header's reference date comes first, then its year, then the year a person gave, then the
    dates of what happened. A census dated within the months after 31 March is of that 31 March.
    """
    if (day := reference_date(said)) is not None:
        return _of_reference_date(day)
    year = stated_year(said) or given
    if year is not None:
        return CensusYear(year, f"gives no reference date; it is read as of 31 March {year}")
    year = _year_of_events(located)
    if year is None:
        return CensusYear(None)
    return CensusYear(
        year, f"gives no reference date; the dates in it say that it is of 31 March {year}"
    )


def _of_reference_date(day: date) -> CensusYear:
    if (day.month, day.day) == (3, 31):
        return CensusYear(day.year)
    year = day.year if day >= date(day.year, 3, 31) else day.year - 1
    said = f"{day:%d/%m/%Y}"
    return CensusYear(
        year, f"has the reference date {said}, not a 31 March; it is read as of 31 March {year}"
    )


def _year_of_events(located: Iterable[Located]) -> int | None:
    held = list(located)
    dates = [
        read_dates(cells)
        for table, column in _EVENTS
        for each in held
        if each.heading.shape.table == table and (cells := each.body().cells(column)) is not None
    ]
    if not dates:
        return None
    happened = pl.concat([each.alias("day") for each in dates]).drop_nulls()
    ends = happened.dt.year() + (happened.dt.month() >= 4).cast(pl.Int32)
    counts = ends.alias("year").value_counts().sort("year", descending=True)
    for year, count in counts.rows():
        if count >= _FEW * len(happened):
            return int(year)
    return None
