"""The SSD's tables in a database as `records.from_ssd` reads them: typed, coded, one extract.

A column that the database types as we do is read as it is. One of codes, words or options is
understood as a file's would be: its different values are fetched, read by the rules of
`returns.ssd`, and what each means goes back into the query.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import count

import ibis
import polars as pl
from ibis import _
from ibis.expr.types import Column, Table, Value

from sightline.records.session import Session
from sightline.returns.fields import Field
from sightline.returns.ssd import EVENTS, RETURN_NAME, TABLES
from sightline.returns.typing_cells import type_column
from sightline.returns.values import clean_text

MOST_VALUES = 5000
KEPT_AS_READ = ("ssd_cla_episodes", "ssd_cla_placement", "ssd_legal_status")
"""Tables that are joined with each other by days: kept for the session once understood, so that
the database knows how many rows they have when it plans those joins."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
_KEY_TYPES = {"text": "string", "date": "date"}


class InPlaceError(Exception):
    """The database cannot be measured where it lies; the message says what stands in the way."""


class DatabaseExtract:
    """One extract: the tables as they now are. `schema` is where they lie, if not the default."""

    def __init__(self, session: Session, schema: str | None, as_at: date | None = None) -> None:
        self._session = session
        self._schema = schema
        self._number = count(1)
        found = session.backend.list_tables(database=schema)
        self._names = {name.lower(): name for name in found if name.lower() in TABLES}
        if "ssd_cla_episodes" not in self._names:
            where = f"schema {schema}" if schema else "default schema"
            raise InPlaceError(
                f"The {where} of the database has no table ssd_cla_episodes, so nothing says who "
                "is in care. Name the schema in which the SSD lies, as in …/database?schema=ssd."
            )
        self.as_at = as_at or self._newest_event()

    def has(self, table: str) -> bool:
        """Whether the database has the table."""
        return table in self._names

    def periods(self, return_name: str, table: str) -> list[date]:
        """The day of the extract, where the table is there."""
        return [self.as_at] if return_name == RETURN_NAME and self.has(table) else []

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        """The named columns (name → Ibis type) of a table, and `period`; empty if it is absent."""
        wanted = {**columns, "period": "date"}
        if not self.periods(return_name, table):
            return ibis.memtable(ibis.schema(wanted).to_pyarrow().empty_table())
        found = self._found(table)
        keys = {f.name: _KEY_TYPES[f.kind] for f in TABLES[table].fields if f.key}
        typed = found.select(
            **{
                name: self._read(found, TABLES[table][name]).cast(kind)
                for name, kind in {**keys, **columns}.items()
            }
        )
        placed = typed.filter([typed[key].notnull() for key in keys]) if keys else typed
        read = placed.select(*columns, period=ibis.literal(self.as_at, "date"))
        if table not in KEPT_AS_READ:
            return read
        return self._session.kept(f"{table}_{next(self._number)}", read)

    def _found(self, table: str) -> Table:
        """The database's table, its columns under small names."""
        found = self._session.backend.table(self._names[table], database=self._schema)
        return found.rename({name.lower(): name for name in found.columns})

    def _read(self, found: Table, field: Field) -> Value:
        if field.name not in found.columns:
            return ibis.null()
        column = found[field.name]
        kind = column.type()
        if field.kind == "text" and field.told is None:
            return column.cast("string").strip().nullif("")
        if field.kind == "date" and (kind.is_date() or kind.is_timestamp()):
            day = column.cast("date")
            return ibis.ifelse(day.year().between(FIRST_YEAR, LAST_YEAR), day, ibis.null())
        if field.kind == "flag" and kind.is_boolean():
            return column
        return self._understood(found, field)

    def _understood(self, found: Table, field: Field) -> Value:
        """A column by what each of its different values means."""
        text = found[field.name].cast("string")
        different = found.select(value=text).filter(_.value.notnull()).distinct()
        values = [row["value"] for row in self._session.ask(different.limit(MOST_VALUES + 1))]
        if len(values) > MOST_VALUES:
            raise InPlaceError(
                f"{field.name} is held as text and has more than {MOST_VALUES:,} different "
                f"values: make it a {field.kind} column in a view, or load the SSD from files."
            )
        means = type_column(field, clean_text(pl.Series(field.name, values, pl.String)), None)
        known = {
            value: meaning
            for value, meaning in zip(values, means.values.to_list(), strict=True)
            if meaning is not None
        }
        return _looked_up(text, known)

    def _newest_event(self) -> date:
        """The day the extract speaks of, told by its events as a file's is."""
        from sightline.returns.as_at import newest_event

        days: Counter[date] = Counter()
        for table, columns in EVENTS.items():
            if not self.has(table):
                continue
            found = self._found(table)
            for name in columns:
                if name in found.columns:
                    days.update(self._counted(self._read(found, TABLES[table][name]), found))
        if (newest := newest_event(days)) is None:
            raise InPlaceError("No date in the SSD says what day it speaks of: give --as-at.")
        return newest

    def _counted(self, day: Value, found: Table) -> dict[date, int]:
        counted = found.select(day=day.cast("date")).group_by("day").agg(times=_.count())
        return {row["day"]: row["times"] for row in self._session.ask(counted) if row["day"]}


def _looked_up(text: Column, means: Mapping[str, object]) -> Value:
    if not means:
        return ibis.null()
    return ibis.cases(*((text == value, said) for value, said in means.items()), else_=ibis.null())
