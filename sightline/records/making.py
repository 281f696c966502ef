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

import ibis
import ibis.expr.operations as ops
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
    asked = _query(rows.op())
    for brought in asked.brings:
        connection.con.register(brought.name, brought.data.to_pyarrow(brought.schema))
    [count] = connection.raw_sql(f"INSERT INTO {_quoted(name)} {asked.sql}").fetchone()
    return int(count)


def made(name: str, schema: Schema) -> Table:
    """The table of this name and these columns, of whichever connection it is asked."""
    return ibis.table(schema, name=name)


class _Query(NamedTuple):
    sql: str
    brings: tuple[ops.InMemoryTable, ...]  # small tables of ours that it names


@lru_cache(maxsize=1024)
def _query(rows: ops.Relation) -> _Query:
    sql = str(Backend.compiler.to_sqlglot(rows.to_expr()).sql("duckdb", copy=False))
    return _Query(sql, tuple(rows.find(ops.InMemoryTable)))


@cache
def _declared(name: str, schema: Schema, *, temporary: bool = False) -> str:
    columns = ", ".join(column.sql("duckdb") for column in schema.to_sqlglot_column_defs("duckdb"))
    return f"CREATE {'OR REPLACE TEMPORARY ' if temporary else ''}TABLE {_quoted(name)} ({columns})"


def _quoted(name: str) -> str:
    return sge.to_identifier(name, quoted=True).sql("duckdb")
