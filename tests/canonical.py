"""Canonical tables made by hand, for tests that start from the record and not from a return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import ibis
import pyarrow as pa

from sightline.records import Records
from sightline.records.making import make_empty
from sightline.records.tables import TABLES
from tests.asciitable import rows, typed

Rows = Sequence[Mapping[str, object]]


def records(covers_from: date, as_at: date, **tables: str | Rows) -> Records:
    """Records that hold the given rows (or ASCII tables) and are else empty.

    One Annex A extract is said to exist for every month-end from `covers_from` to `as_at`, and a
    903 for every 31 March between them.
    """
    connection = ibis.duckdb.connect()
    content = {name: _rows(table) for name, table in tables.items()}
    content.setdefault("extract", _extracts(covers_from, as_at))
    make_empty(connection, {name: table.schema for name, table in TABLES.items()})
    for name, given in content.items():
        schema = TABLES[name].schema.to_pyarrow()
        complete = [{column: row.get(column) for column in schema.names} for row in given]
        connection.con.register("given", pa.Table.from_pylist(complete, schema=schema))
        connection.raw_sql(f'INSERT INTO "{name}" SELECT * FROM given')
    return Records(connection, 1)


def _rows(table: str | Rows) -> Rows:
    if isinstance(table, str):
        return [{name: typed(cell) for name, cell in row.items()} for row in rows(table)]
    return table


def _extracts(covers_from: date, as_at: date) -> Rows:
    years = range(covers_from.year, as_at.year + 1)
    marches = [date(year, 3, 31) for year in years]
    yearly = [
        {
            "return_name": "ssda903",
            "covers_from": max(covers_from, date(day.year - 1, 4, 1)),
            "covers_to": day,
        }
        for day in marches
        if covers_from < day <= as_at
    ]
    listed = [
        {"return_name": "annex_a", "covers_from": day, "covers_to": day}
        for day in [covers_from, *_month_ends(covers_from, as_at), as_at]
    ]
    return [*yearly, *listed]


def _month_ends(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    starts = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [date.fromordinal(day.toordinal() - 1) for day in starts]
