"""A yearly return's tables year by year: those of a base year, and what each later year changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from sightline.returns.fields import Field, Table
from sightline.returns.headings import Shape


def financial_year(year: int) -> str:
    """The year ending on 31 March in words: 2025 → 2024/25."""
    return f"{year - 1}/{year % 100:02d}"


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one column: those that ceased, those that came."""

    year: int
    table: str
    column: str
    without: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewTable:
    """A table collected for the first time."""

    year: int
    table: str
    fields: tuple[Field, ...]


Change = Codes | NewTable


@dataclass(frozen=True, slots=True)
class Schemas:
    """The schemas of a return. `who` is the column naming the child, in every table that has it."""

    return_name: str
    title: str
    years: range
    base: tuple[Table, ...]
    changes: tuple[Change, ...]
    label: Callable[[int], str]
    who: str | None = None

    def nearest(self, year: int) -> int:
        """The year we hold code sets for that lies nearest."""
        return min(max(year, self.years[0]), self.years[-1])

    def of(self, year: int) -> dict[str, Table]:
        """The tables collected in a year, by name; each column with other years' codes beside.

        Raises ValueError for a year outside `years`.
        """
        if year not in self.years:
            held = f"{self.years[0]} to {self.years[-1]}"
            raise ValueError(f"no {self.title} schema for {year}: {held} are held")
        return _of(self, year)

    def of_any_year(self) -> dict[str, Table]:
        """Every table ever collected, each column with the codes of all years."""
        return _of_any_year(self)

    def first_year_of(self, table: str) -> int:
        """The first year a table was collected."""
        return next(year for year in self.years if table in _plain(self, year))

    def __hash__(self) -> int:
        return hash(self.return_name)


@cache
def _of(schemas: Schemas, year: int) -> dict[str, Table]:
    every = _codes_of_all_years(schemas)
    return {
        name: replace(
            table, fields=tuple(_with_other_codes(each, every[name]) for each in table.fields)
        )
        for name, table in _plain(schemas, year).items()
    }


@cache
def _of_any_year(schemas: Schemas) -> dict[str, Table]:
    every = _codes_of_all_years(schemas)
    return {
        name: replace(
            table,
            fields=tuple(replace(each, codes=every[name][each.name]) for each in table.fields),
        )
        for name, table in _plain(schemas, schemas.years[-1]).items()
    }


@cache
def _plain(schemas: Schemas, year: int) -> dict[str, Table]:
    tables = {table.name: _with_who(schemas, table) for table in schemas.base}
    for change in schemas.changes:
        if change.year > year:
            continue
        if isinstance(change, NewTable):
            new = Table(schemas.return_name, change.table, change.fields)
            tables[change.table] = _with_who(schemas, new)
        else:
            tables[change.table] = _changed(tables[change.table], change)
    return tables


def _with_who(schemas: Schemas, table: Table) -> Table:
    known = any(each.name == schemas.who for each in table.fields)
    return replace(table, who=schemas.who if known else None)


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
def _codes_of_all_years(schemas: Schemas) -> dict[str, dict[str, tuple[str, ...]]]:
    every: dict[str, dict[str, dict[str, None]]] = {}
    for year in schemas.years:
        for name, table in _plain(schemas, year).items():
            columns = every.setdefault(name, {})
            for each in table.fields:
                columns.setdefault(each.name, {}).update(dict.fromkeys(each.codes))
    return {
        name: {column: tuple(codes) for column, codes in columns.items()}
        for name, columns in every.items()
    }


def _with_other_codes(each: Field, every: dict[str, tuple[str, ...]]) -> Field:
    return replace(each, other_codes=tuple(c for c in every[each.name] if c not in each.codes))


def shapes_of(tables: Iterable[Table]) -> tuple[Shape, ...]:
    """A shape for each table: headings are its columns, and those that only it has tell it.

    A heading row must have the key columns, so that no other list is taken for the table.
    """
    held = tuple(tables)
    seen = Counter(each.name for table in held for each in table.fields)
    return tuple(_shape(table, seen) for table in held)


def _shape(table: Table, seen: Counter[str]) -> Shape:
    columns = {each.name.lower(): each.name for each in table.fields}
    return Shape(
        table.return_name,
        table.name,
        frozenset(each.name for each in table.fields if seen[each.name] == 1),
        lambda heading: columns.get(heading.lower()),
        needs=frozenset(each.name for each in table.fields if each.key),
    )
