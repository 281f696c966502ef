"""The extracts of one moment as Ibis tables: all periods of a table stacked, with `period`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import ibis
from ibis import _
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from sightline.records.fed import nothing
from sightline.records.making import made
from sightline.records.snapshots import Part

CHILD_COLUMN = {
    "ssda903": "CHILD",
    "annex_a": "child_id",
    "cin_census": "LAchildID",
    "templates": "child_id",
}
"""Return → its column that names the child. The SSD names its people in columns of many names."""


def names_a_child(return_name: str, column: str) -> bool:
    """Whether a column of a return holds identifiers of children."""
    if return_name == "ssd":
        return column.endswith("_person_id")
    return CHILD_COLUMN.get(return_name) == column


class Extracts:
    """Reads the parts it is given; a table or column that no extract holds is there, and empty."""

    def __init__(
        self,
        connection: Backend,
        parts: Mapping[Part, Path],
        renamed: Mapping[str, Table] | None = None,
    ) -> None:
        """`renamed`: of each return, the identifiers that do not stand for themselves.

        One row an identifier (`source_id`) and the child it means (`child_id`) in the extracts from
        `valid_from` until before `valid_to`; null is without bound.
        """
        self._connection = connection
        self._parts = parts
        self._renamed = renamed or {}
        self._stacked: dict[tuple[str, str], Table] = {}

    def known_as(self, renamed: Mapping[str, Table]) -> Extracts:
        """The same extracts, each identifier replaced by the child it means."""
        same = Extracts(self._connection, self._parts, renamed)
        same._stacked = self._stacked
        return same

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        """The named columns (name → Ibis type) of every extract's table, plus `period`."""
        wanted = {**columns, "period": "date"}
        if not self.has(return_name, table):
            return nothing(ibis.schema(wanted))
        found = self._stack(return_name, table)
        chosen = found.select(
            **{
                name: (found[name] if name in found.columns else ibis.null()).cast(kind)
                for name, kind in wanted.items()
            }
        )
        renamed = self._renamed.get(return_name)
        if renamed is None:
            return chosen
        for column in filter(lambda name: names_a_child(return_name, name), columns):
            chosen = _renamed(chosen, column, renamed)
        return chosen

    def has(self, return_name: str, table: str) -> bool:
        """Whether any extract holds this table."""
        return bool(self.periods(return_name, table))

    def identifiers(self) -> Table:
        """Every identifier of a child that any table holds: `source`, `source_id`, `period`."""
        found = [
            stacked.filter(stacked[column].notnull()).select(
                "period",
                source=ibis.literal(return_name),
                source_id=stacked[column].cast("string"),
            )
            for return_name, table in sorted({(p.return_name, p.table) for p in self._parts})
            for stacked in (self._stack(return_name, table),)
            for column in stacked.columns
            if names_a_child(return_name, column)
        ]
        if not found:
            columns = {"period": "date", "source": "string", "source_id": "string"}
            return nothing(ibis.schema(columns))
        return ibis.union(*(each.distinct() for each in found), distinct=True)

    def periods(self, return_name: str, table: str) -> list[date]:
        """The periods for which this table was given, oldest first."""
        return sorted(
            part.period
            for part in self._parts
            if (part.return_name, part.table) == (return_name, table)
        )

    def parts(self) -> Iterable[Part]:
        """The parts behind these tables."""
        return self._parts.keys()

    def _stack(self, return_name: str, table: str) -> Table:
        key = (return_name, table)
        if key not in self._stacked:
            paths = [
                str(path)
                for part, path in self._parts.items()
                if (part.return_name, part.table) == key
            ]
            name = f"extract_{return_name}_{table}"
            read = self._connection.read_parquet(paths, table_name=name, union_by_name=True)
            self._stacked[key] = made(name, read.schema())
        return self._stacked[key]


def _renamed(table: Table, column: str, renamed: Table) -> Table:
    """Each identifier in `column` replaced by the child it means on the extract's day."""
    known = renamed.select("source_id", "valid_from", "valid_to", means=_.child_id)
    joined = table.left_join(
        known,
        (table[column] == known.source_id)
        & (known.valid_from.isnull() | (table.period >= known.valid_from))
        & (known.valid_to.isnull() | (table.period < known.valid_to)),
    )
    return joined.select(
        **{
            name: ibis.coalesce(known.means, table[name]) if name == column else table[name]
            for name in table.columns
        }
    )
