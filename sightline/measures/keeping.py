"""Every measure worked out and its rows kept: first the tables that measures share, then the rows.

One authority's records are too few for DuckDB to share a query out among threads: it would take
nearly twice the processor's time. So each query has one thread, and two are asked at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue

import duckdb
import ibis.expr.operations as ops
from ibis import _
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from sightline.measures.due_dates import Calendar
from sightline.measures.language import Measure
from sightline.measures.rows import ROWS, SCHEMA
from sightline.measures.view import View
from sightline.measures.written import WORKING, Named, Step, steps
from sightline.records import Records
from sightline.records.making import insert

SHARED_OUT_FROM_PEOPLE = 500_000
AT_A_TIME = 2

Cursor = duckdb.DuckDBPyConnection


def keep_rows(records: Records, measures: list[Measure]) -> None:
    """Work out every measure for every month-end, one query a measure, and keep the rows."""
    keep_rows_at(View.of_history(records), measures)


def keep_rows_at(view: View, measures: list[Measure]) -> None:
    """As `keep_rows`, at the moments of a view of records in DuckDB."""
    records, connection = view.records, view.records.connection
    moment, days = _named(view.moment), _named(Calendar.of(view).days)
    asked = steps(tuple(measures), moment, days, records.folder)
    connection.create_table(ROWS, schema=SCHEMA, overwrite=True)
    with _cursors(records) as cursors, _working(connection, moment, days):
        _make(cursors, [step for step in asked if step.name != ROWS])
        _add(cursors, [step for step in asked if step.name == ROWS])


def _named(kept: Table) -> Named:
    held = kept.op()
    assert isinstance(held, ops.DatabaseTable)
    return Named(held.name, held.schema)


@contextmanager
def _working(connection: Backend, *given: Named) -> Iterator[None]:
    """The database WORKING, with what the view worked out of the records."""
    connection.raw_sql(f"ATTACH ':memory:' AS {WORKING}")
    try:
        for named in given:
            connection.raw_sql(f'CREATE TABLE {_in_working(named.name)} AS FROM "{named.name}"')
        yield
    finally:
        connection.raw_sql(f"DETACH {WORKING}")


def _in_working(name: str) -> str:
    return f'{WORKING}.main."{name}"'


def _make(cursors: list[Cursor], made: list[Step]) -> None:
    """Make the tables of WORKING, each after those it needs."""
    done: dict[str, Future[None]] = {}

    def one(cursor: Cursor, step: Step) -> None:
        cursor.execute(f"CREATE TABLE {_in_working(step.name)} ({step.columns})")
        insert(cursor, _in_working(step.name), step.query)

    with _shared(cursors) as begin:
        for step in made:
            needed = [done[name] for name in step.needs]
            done[step.name] = begin(one, step, needed)
        for each in done.values():
            each.result()


def _add(cursors: list[Cursor], added: list[Step]) -> None:
    """Add the measures' rows, in one transaction a cursor: by measure it is twice the work."""

    def one(cursor: Cursor, step: Step) -> None:
        insert(cursor, ROWS, step.query)

    for cursor in cursors:
        cursor.begin()
    try:
        with _shared(cursors) as begin:
            for each in [begin(one, step, []) for step in added]:
                each.result()
    except BaseException:
        for cursor in cursors:
            cursor.rollback()
        raise
    for cursor in cursors:
        cursor.commit()


Begin = Callable[[Callable[[Cursor, Step], None], Step, list[Future[None]]], Future[None]]


@contextmanager
def _shared(cursors: list[Cursor]) -> Iterator[Begin]:
    """Begins work, in the order given, as cursors come free; what is left at an error is not."""
    free: SimpleQueue[Cursor] = SimpleQueue()
    for cursor in cursors:
        free.put(cursor)

    def work(do: Callable[[Cursor, Step], None], step: Step, needed: list[Future[None]]) -> None:
        for earlier in needed:
            earlier.result()
        cursor = free.get()
        try:
            do(cursor, step)
        finally:
            free.put(cursor)

    with ThreadPoolExecutor(len(cursors)) as pool:
        try:
            yield lambda do, step, needed: pool.submit(work, do, step, needed)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


@contextmanager
def _cursors(records: Records) -> Iterator[list[Cursor]]:
    """Two with a thread each for one authority's records; for many more, one that shares out."""
    connection = records.connection
    [asked] = records.ask(records.table("person").aggregate(people=_.count()))
    if asked["people"] > SHARED_OUT_FROM_PEOPLE:
        with connection.con.cursor() as cursor:
            yield [cursor]
        return
    [threads] = connection.raw_sql("SELECT current_setting('threads')").fetchone()
    connection.raw_sql("SET threads = 1")
    cursors = [connection.con.cursor() for number in range(AT_A_TIME)]
    try:
        yield cursors
    finally:
        for cursor in cursors:
            cursor.close()
        connection.raw_sql(f"SET threads = {threads}")
