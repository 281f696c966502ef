"""The extracts of one moment as Ibis tables: all periods of a table stacked, with `period`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from sightline.records.snapshots import Part


class Extracts:
    """Reads the parts it is given; a table or column that no extract holds is there, and empty."""

    def __init__(self, connection: Backend, parts: Mapping[Part, Path]) -> None:
        self._connection = connection
        self._parts = parts

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        """The named columns (name → Ibis type) of every extract's table, plus `period`."""
        wanted = {**columns, "period": "date"}
        paths = [
            path
            for part, path in self._parts.items()
            if (part.return_name, part.table) == (return_name, table)
        ]
        if not paths:
            return ibis.memtable(ibis.schema(wanted).to_pyarrow().empty_table())
        found = self._connection.read_parquet(
            [str(path) for path in paths],
            table_name=f"extract_{return_name}_{table}",
            union_by_name=True,
        )
        return found.select(
            **{
                name: (found[name] if name in found.columns else ibis.null()).cast(kind)
                for name, kind in wanted.items()
            }
        )

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
