"""Located tables of the children in need census, read and checked: those of one file together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sightline.returns.checks import run_checks
from sightline.returns.cin_census.checks import CHECKS
from sightline.returns.cin_census.schema import SCHEMAS
from sightline.returns.cin_census.year import CensusYear, census_year
from sightline.returns.conform import Located, each_in_turn
from sightline.returns.conform_year import conform_of_year
from sightline.returns.issues import one_issue
from sightline.returns.tables import ReadTable


def read(located: list[Located], year: int | None) -> list[ReadTable]:
    """Every table typed by the schema of its census's year and checked, in the order given."""
    years = _years(located, year)
    warned: set[str] = set()
    read = []
    for each in each_in_turn(located):
        path = each.sheet.path
        read.append(_read(each, years[path], warn=path not in warned))
        warned.add(path)
    return read


def _years(located: Sequence[Located], given: int | None) -> dict[str, CensusYear]:
    """The year of each file, by its path."""
    files: dict[str, list[Located]] = defaultdict(list)
    for each in located:
        files[each.sheet.path].append(each)
    return {
        path: census_year(tables[0].sheet.said, tables, given) for path, tables in files.items()
    }


def _read(located: Located, told: CensusYear, *, warn: bool) -> ReadTable:
    period = None if told.year is None else date(told.year, 3, 31)
    read = conform_of_year(located, SCHEMAS, told.year, period)
    if warn and told.words:
        words = f"{located.place.file} {told.words}."
        read.issues.append(one_issue(located.place, "reference_date_unusual", words))
    read.issues.extend(
        run_checks(read.frame, read.table, CHECKS, located.place, year_end=read.period)
    )
    return read.read_table()
