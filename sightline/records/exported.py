"""Records over exported tables: of one authority or of many, on the engine that reads them.

`exporting` writes them. In a folder they lie as `TABLE/exported_by=NAME/records.parquet`, which
DuckDB, Spark and Polars read as one table with a column `exported_by`; in a database that column
stands in the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
from ibis.backends.sql import SQLBackend
from ibis.common.exceptions import TableNotFound
from ibis.expr.types import Table

from sightline.records.connecting import in_duckdb
from sightline.records.merging import conformed
from sightline.records.session import Session
from sightline.records.store import Records
from sightline.records.tables import TABLES

STAYS = ("identifier", "identity_clash", "disagreement")
"""Who is who, and where two returns differ, stays with the authority: no measure reads it."""

HANDED_ON = tuple(name for name in TABLES if name not in STAYS)
OF = "exported_by"
"""The column that says whose each row is; not one of the canonical tables' own."""


class ExportError(Exception):
    """Why tables cannot be exported, or what was exported cannot be measured."""


@dataclass(frozen=True, slots=True)
class Exported(Records):
    """The exported tables where `connection` finds them: in `place`, a schema, if one is named."""

    place: str | None = None

    def table(self, name: str) -> Table:
        """A canonical table that is handed on; KeyError for any other name."""
        if name not in HANDED_ON:
            raise KeyError(name)
        return conformed(name, self.connection.table(name, database=self.place))

    def check(self) -> None:
        """Raises ExportError unless every authority's tables rest on returns of the same days.

        A figure of all of them would otherwise be one of some, from one month to the next.
        """
        extract = self.connection.table("extract", database=self.place)
        told = extract.select(
            "return_name", "covers_from", "covers_to", authority=extract[OF].cast("string")
        ).distinct()
        of: dict[str, set[tuple[str, date, date]]] = {}
        for row in self.ask(told):
            covered = (row["return_name"], row["covers_from"], row["covers_to"])
            of.setdefault(row["authority"], set()).add(covered)
        every = {covered for each in of.values() for covered in each}
        for authority, mine in sorted(of.items()):
            if lacking := sorted(every - mine):
                name, first, last = lacking[0]
                raise ExportError(
                    f"Authority {authority} has no {name} from {first} to {last}, which others "
                    "have: their figures cannot be added up. Export from the same returns, or "
                    f"leave {authority} out."
                )
        if not of:
            raise ExportError("The exported tables hold no extract of any return.")


@dataclass(frozen=True, slots=True, kw_only=True)
class InDatabase(Exported):
    """As `Exported`, through a session with PostgreSQL."""

    session: Session

    def ask(self, question: Table) -> list[dict[str, Any]]:
        """The rows of an expression."""
        return self.session.ask(question)

    def kept(self, name: str, expression: Table) -> Table:
        """The rows of an expression, in a temporary table of the session."""
        return self.session.kept(name, expression)


@contextmanager
def opened_folder(folder: str) -> Iterator[Records]:
    """Records over a folder of exports, read by DuckDB. Raises ExportError."""
    connection = in_duckdb()
    try:
        for name in HANDED_ON:
            files = f"{folder}/{name}/*/*.parquet"
            connection.read_parquet(files, table_name=name, hive_partitioning=True)
        records = Exported(connection, load_id=0)
        records.check()
        yield records
    except duckdb.IOException as problem:
        first = str(problem).splitlines()[0]
        raise ExportError(f"{folder} is no folder of exports: {first}") from problem
    finally:
        connection.disconnect()


@contextmanager
def opened_database(backend: SQLBackend, schema: str | None = None) -> Iterator[Records]:
    """Records over exports in a schema of a database. Raises ExportError."""
    session = Session(backend)
    try:
        records = InDatabase(backend, load_id=0, place=schema, session=session)
        records.check()
        yield records
    except TableNotFound as problem:
        raise ExportError(f"The schema holds no exported table {problem}.") from problem
    finally:
        session.close()
