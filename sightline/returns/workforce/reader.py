"""Located tables of the workforce census, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sightline.returns.census_header import reference_date, stated_year
from sightline.returns.checks import run_checks
from sightline.returns.conform import Located, each_in_turn
from sightline.returns.conform_year import conform_of_year
from sightline.returns.issues import one_issue
from sightline.returns.tables import ReadTable
from sightline.returns.workforce.checks import CHECKS
from sightline.returns.workforce.schema import SCHEMAS


def read(located: list[Located], year: int | None) -> list[ReadTable]:
    """Every table typed by the schema of its census's year and checked, in the order given."""
    return [_read(each, year) for each in each_in_turn(located)]


def _read(located: Located, given: int | None) -> ReadTable:
    year, words = census_year(located.sheet.said, given)
    period = None if year is None else date(year, 9, 30)
    read = conform_of_year(located, SCHEMAS, year, period)
    if words:
        message = f"{located.place.words} {words}."
        read.issues.append(one_issue(located.place, "reference_date_unusual", message))
    read.issues.extend(
        run_checks(read.frame, read.table, CHECKS, located.place, year_end=read.period)
    )
    return read.read_table()


def census_year(said: Mapping[str, str], given: int | None) -> tuple[int | None, str | None]:
    """The year of the 30 September a census is taken on, and a warning where it had to be told.

    The header's reference date comes first, then its year, then the year a person gave.
    """
    day = reference_date(said)
    if day is None:
        told = stated_year(said) or given
        words = f"gives no reference date; it is read as of 30 September {told}"
        return told, words if told else None
    if (day.month, day.day) == (9, 30):
        return day.year, None
    year = day.year if day.month >= 9 else day.year - 1
    return year, (
        f"has the reference date {day:%d/%m/%Y}, not a 30 September; "
        f"it is read as of 30 September {year}"
    )
