"""Every measure worked out and its rows kept, by queries that are written once for all records.

To write the queries takes longer than to answer them for one authority. But they only name tables,
so what one set of measures asks of any records is written down the first time (`_steps`), and
asked again of the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

import ibis.expr.operations as ops
from ibis import _
from ibis.backends.duckdb import Backend
from ibis.expr.schema import Schema
from ibis.expr.types import Table

from sightline.measures.due_dates import Calendar
from sightline.measures.language import Measure
from sightline.measures.rows import ROWS, SCHEMA, rows
from sightline.measures.view import View
from sightline.records import TABLES, Records
from sightline.records.making import add, made, make

SHARED_OUT_FROM_PEOPLE = 500_000


@dataclass(frozen=True, slots=True)
class _Named(Records):
    """Records of which the tables are named and nothing is asked; `steps` are what was kept."""

    steps: list[tuple[str, Table]] = field(default_factory=list)

    def table(self, name: str) -> Table:
        """A canonical table of whichever records are asked."""
        return made(name, TABLES[name].schema)

    def kept(self, name: str, expression: Table) -> Table:
        """The table of that name, which a step makes."""
        self.steps.append((name, expression))
        return made(name, expression.schema())


def keep_rows(records: Records, measures: list[Measure]) -> None:
    """Work out every measure for every month-end, one query a measure, and keep the rows."""
    keep_rows_at(View.of_history(records), measures)


def keep_rows_at(view: View, measures: list[Measure]) -> None:
    """As `keep_rows`, at the moments of a view of records in DuckDB."""
    connection = view.records.connection
    steps = _steps(tuple(measures), _name(view.moment), _name(Calendar.of(view).days))
    connection.create_table(ROWS, schema=SCHEMA, overwrite=True)
    with _on_few_threads(view.records), _all_or_nothing(connection):
        for name, expression in steps:
            if name == ROWS:
                add(connection, ROWS, expression)
            else:
                make(connection, name, expression, temporary=True)


def _name(kept: Table) -> tuple[str, Schema]:
    """What a table is called, and its columns."""
    held = kept.op()
    assert isinstance(held, ops.DatabaseTable)
    return held.name, held.schema


@cache
def _steps(
    measures: tuple[Measure, ...], moment: tuple[str, Schema], days: tuple[str, Schema]
) -> tuple[tuple[str, Table], ...]:
    """What must be worked out, in order: the table's name and its rows; ROWS once a measure.

    `moment` and `days` name the two tables that are worked out of the records themselves.
    """
    named = _Named(Backend(), load_id=0)
    view = View(named, made(*moment), populations={"working_days": made(*days)})
    for measure in measures:
        found = rows(measure, view)
        named.steps.append((ROWS, found))
    return tuple(named.steps)


@contextmanager
def _on_few_threads(records: Records) -> Iterator[None]:
    """On one thread, where the records are one authority's: they are too few to share out.

    With a second thread DuckDB takes nearly twice the processor's time for them.
    """
    [asked] = records.ask(records.table("person").aggregate(people=_.count()))
    if asked["people"] > SHARED_OUT_FROM_PEOPLE:
        yield
        return
    connection = records.connection
    [threads] = connection.raw_sql("SELECT current_setting('threads')").fetchone()
    connection.raw_sql("SET threads = 1")
    try:
        yield
    finally:
        connection.raw_sql(f"SET threads = {threads}")


@contextmanager
def _all_or_nothing(connection: Backend) -> Iterator[None]:
    """In one transaction: to write the rows measure by measure is twice the work."""
    connection.raw_sql("BEGIN")
    try:
        yield
    except BaseException:
        connection.raw_sql("ROLLBACK")
        raise
    connection.raw_sql("COMMIT")
