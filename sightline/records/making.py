"""Tables made in DuckDB out of expressions, asking no more of it and of Ibis than must be asked.

A build makes some seventy, the measures two hundred, and the SQL is most of the work where the
extracts are small. Ibis's own `create_table` asks the engine after each what was made; and what one
build asked, the next asks again, so SQL is kept by its expression, which names tables (`made`) and
not a connection.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import duckdb
import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import sqlglot.expressions as sge
from ibis.backends.duckdb import Backend
from ibis.expr.schema import Schema
from ibis.expr.types import Table


def make_empty(connection: Backend, schemas: Mapping[str, Schema]) -> None:
    """Make tables without rows: name → its columns."""
    connection.raw_sql(";".join(_declared(name, schemas[name]) for name in schemas) or "SELECT 1")


def make(connection: Backend, name: str, rows: Table, *, temporary: bool = False) -> int:
    """Make a table of the rows of an expression; returns how many there are.

    A temporary one is the connection's own, found by its name alone, and takes the place of an
    earlier one of that name.
    """
    connection.raw_sql(_declared(name, rows.schema(), temporary=temporary))
    return add(connection, name, rows)


def add(connection: Backend, name: str, rows: Table) -> int:
    """Add the rows of an expression, its columns in the table's order; returns how many."""
    return insert(connection.con, _quoted(name), query_of(rows))


def insert(connection: duckdb.DuckDBPyConnection, into: str, query: Query) -> int:
    """Add the rows of a query to a table, by its name as SQL has it; returns how many."""
    for name, brought in query.brings.items():
        connection.register(name, brought)
    [count] = connection.execute(f"INSERT INTO {into} {query.sql}").fetchall()[0]
    return int(count)


def made(name: str, schema: Schema) -> Table:
    """The table of this name and these columns, of whichever connection it is asked."""
    return ibis.table(schema, name=name)


class Query(NamedTuple):
    """An expression as DuckDB's SQL, and by their names the small tables of ours in it."""

    sql: str
    brings: Mapping[str, pa.Table]


def query_of(rows: Table) -> Query:
    """The query of an expression, written once in a process."""
    return _query(rows.op())


@lru_cache(maxsize=1024)
def _query(rows: ops.Relation) -> Query:
    sql = str(Backend.compiler.to_sqlglot(rows.to_expr()).sql("duckdb", copy=False))
    brings = {held.name: held.data.to_pyarrow(held.schema) for held in rows.find(ops.InMemoryTable)}
    return Query(sql, brings)


@cache
def _declared(name: str, schema: Schema, *, temporary: bool = False) -> str:
    kind = "OR REPLACE TEMPORARY TABLE" if temporary else "TABLE"
    return f"CREATE {kind} {_quoted(name)} ({columns_of(schema)})"


def columns_of(schema: Schema) -> str:
    """A table's columns, as its declaration in DuckDB lists them."""
    return ", ".join(column.sql("duckdb") for column in schema.to_sqlglot_column_defs("duckdb"))


def _quoted(name: str) -> str:
    return sge.to_identifier(name, quoted=True).sql("duckdb")
