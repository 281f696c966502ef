"""The SSDA903 tables year by year: the tables of 2016/17, and what each later year changed.

A year is named by the calendar year in which it ends on 31 March: 2025 is 2024/25. Code sets are
those of the Department for Education's guide to the return of each year.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sightline.returns.fields import Field, Table
from sightline.returns.ssda903.changes import BASE_YEAR, CHANGES, LAST_YEAR, Codes, NewTable
from sightline.returns.ssda903.tables_2017 import CHILD, RETURN_NAME, TABLES_2017

YEARS = range(BASE_YEAR, LAST_YEAR + 1)


def year_label(year: int) -> str:
    """2025 → 2024/25."""
    return f"{year - 1}/{year % 100:02d}"


def nearest_year(year: int) -> int:
    """The year we hold code sets for that lies nearest."""
    return min(max(year, BASE_YEAR), LAST_YEAR)


@cache
def schema_for(year: int) -> dict[str, Table]:
    """The tables collected in a year, by name; each column with the codes of other years beside.

    Raises ValueError for a year outside YEARS.
    """
    if year not in YEARS:
        raise ValueError(f"no SSDA903 schema for {year}: {BASE_YEAR} to {LAST_YEAR} are held")
    tables = _plain(year)
    every = _codes_of_all_years()
    return {
        name: replace(
            table, fields=tuple(_with_other_codes(each, every[name]) for each in table.fields)
        )
        for name, table in tables.items()
    }


@cache
def schema_of_any_year() -> dict[str, Table]:
    """Every table ever collected, each column with the codes of all years; for a year unknown."""
    every = _codes_of_all_years()
    return {
        name: replace(
            table,
            fields=tuple(replace(each, codes=every[name][each.name]) for each in table.fields),
        )
        for name, table in _plain(LAST_YEAR).items()
    }


@cache
def first_year_of(table: str) -> int:
    """The first year a table was collected."""
    return next(year for year in YEARS if table in _plain(year))


@cache
def _plain(year: int) -> dict[str, Table]:
    tables = {table.name: replace(table, who=CHILD.name) for table in TABLES_2017}
    for change in CHANGES:
        if change.year > year:
            continue
        if isinstance(change, NewTable):
            tables[change.table] = Table(RETURN_NAME, change.table, change.fields, CHILD.name)
        else:
            tables[change.table] = _changed(tables[change.table], change)
    return tables


def _changed(table: Table, change: Codes) -> Table:
    def codes(each: Field) -> tuple[str, ...]:
        kept = tuple(code for code in each.codes if code not in change.without)
        return (*kept, *change.more)

    fields = tuple(
        replace(each, codes=codes(each)) if each.name == change.column else each
        for each in table.fields
    )
    return replace(table, fields=fields)


@cache
def _codes_of_all_years() -> dict[str, dict[str, tuple[str, ...]]]:
    every: dict[str, dict[str, dict[str, None]]] = {}
    for year in YEARS:
        for name, table in _plain(year).items():
            columns = every.setdefault(name, {})
            for each in table.fields:
                columns.setdefault(each.name, {}).update(dict.fromkeys(each.codes))
    return {
        name: {column: tuple(codes) for column, codes in columns.items()}
        for name, columns in every.items()
    }


def _with_other_codes(each: Field, every: dict[str, tuple[str, ...]]) -> Field:
    return replace(each, other_codes=tuple(c for c in every[each.name] if c not in each.codes))
