"""A session with an authority's own database: questions asked, and tables kept until it ends.

What is kept lies in the session's own temporary tables: nobody else sees them, and the database
drops them when the session ends. Ibis would make SQL Server's visible to everyone (##) and put
small tables of ours among the authority's, so both are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import ibis.expr.operations as ops
import sqlglot
import sqlglot.expressions as sge
from ibis.backends.sql import SQLBackend
from ibis.expr.types import Table

_ROWS_AT_ONCE = 500  # SQL Server takes 1,000 in one INSERT


class Session:
    """One connection of Ibis to PostgreSQL or SQL Server."""

    def __init__(self, backend: SQLBackend) -> None:
        self._backend = backend
        self._given: dict[str, ops.DatabaseTable] = {}

    @property
    def backend(self) -> SQLBackend:
        """The connection."""
        return self._backend

    def ask(self, question: Table) -> list[dict[str, Any]]:
        """The rows of an expression: they, and nothing else, leave the database."""
        rows: list[dict[str, Any]] = self._backend.to_pyarrow(self.bound(question)).to_pylist()
        return rows

    def kept(self, name: str, expression: Table) -> Table:
        """A temporary table of the session with the rows of an expression."""
        made = self._named(f"sightline_{name}", expression.schema())
        self._run(keep_statements(self._dialect, made.name, self._sql(expression)))
        return made.to_expr()

    def bound(self, expression: Table) -> Table:
        """The expression with the small tables it brings along put into the session first."""
        brought = expression.op().find(ops.InMemoryTable)
        for each in brought:
            if each.name not in self._given:
                self._given[each.name] = self._put(each)
        mapping = {each: self._given[each.name] for each in brought}
        return expression.op().replace(mapping).to_expr() if mapping else expression

    def close(self) -> None:
        """End the session; its temporary tables go with it."""
        self._backend.disconnect()

    @property
    def _dialect(self) -> str:
        return "tsql" if self._backend.name == "mssql" else self._backend.name

    def _sql(self, expression: Table) -> str:
        return str(self._backend.compile(self.bound(expression)))

    def _put(self, brought: ops.InMemoryTable) -> ops.DatabaseTable:
        made = self._named(f"sightline_{brought.name}", brought.schema)
        columns = brought.schema.to_sqlglot_column_defs(self._backend.dialect)
        rows = [tuple(row.values()) for row in brought.data.to_pyarrow(brought.schema).to_pylist()]
        self._run(put_statements(self._dialect, made.name, columns, rows))
        return made

    def _named(self, name: str, schema: Any) -> ops.DatabaseTable:
        prefix = "#" if self._dialect == "tsql" else ""
        return ops.DatabaseTable(
            name=prefix + name, schema=schema, source=self._backend, namespace=ops.Namespace()
        )

    def _run(self, statements: Iterable[str]) -> None:
        with self._backend.begin() as cursor:
            for statement in statements:
                cursor.execute(statement)


def keep_statements(dialect: str, name: str, query: str) -> list[str]:
    """The SQL that keeps a query's rows in a temporary table of the session."""
    table = sge.to_identifier(name, quoted=True).sql(dialect)
    if dialect == "tsql":
        shared, rest = _apart(query)
        kept = f"{shared}SELECT * INTO {table} FROM ({rest}) AS kept"
        return [f"DROP TABLE IF EXISTS {table}", kept]
    return [
        f"DROP TABLE IF EXISTS {table}",
        f"CREATE TEMPORARY TABLE {table} AS {query}",
        f"ANALYZE {table}",
    ]


def _apart(query: str) -> tuple[str, str]:
    """A query's WITH, which in T-SQL must come before all else, and what follows it."""
    tree = sqlglot.parse_one(query, read="tsql")
    shared = tree.args.get("with_") or tree.args.get("with")
    if shared is None:
        return "", query
    shared.pop()
    return f"{shared.sql('tsql')} ", tree.sql("tsql")


def put_statements(
    dialect: str, name: str, columns: Sequence[sge.ColumnDef], rows: Sequence[tuple[object, ...]]
) -> list[str]:
    """The SQL that makes a small temporary table and fills it, value by value."""
    table = sge.to_identifier(name, quoted=True).sql(dialect)
    typed = ", ".join(column.sql(dialect) for column in columns)
    temporary = "" if dialect == "tsql" else "TEMPORARY "
    written = [
        "(" + ", ".join(sge.convert(value).sql(dialect) for value in row) + ")" for row in rows
    ]
    return [
        f"CREATE {temporary}TABLE {table} ({typed})",
        *(
            f"INSERT INTO {table} VALUES {', '.join(written[at : at + _ROWS_AT_ONCE])}"
            for at in range(0, len(written), _ROWS_AT_ONCE)
        ),
    ]
