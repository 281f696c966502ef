"""The authority's records on disk: snapshots, and the DuckDB file made from them.

The file can always be made again from the snapshots. It is built beside the old one and renamed
over it, so a reader sees the whole of one build or of the next, and no reader waits for a load.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from sightline.records.build import build
from sightline.records.snapshots import Load, Snapshots
from sightline.records.tables import TABLES
from sightline.returns.tables import ReadFile

BUILT_FROM = "built_from"


class NothingLoadedError(Exception):
    """Nothing has been loaded yet into the folder that was asked for."""


@dataclass(frozen=True, slots=True)
class Records:
    """The canonical tables as an open connection gives them."""

    connection: Backend
    load_id: int  # the newest load they are made from

    def table(self, name: str) -> Table:
        """A canonical table of `records.tables.TABLES`; KeyError for any other name."""
        return self.connection.table(TABLES[name].name)

    @property
    def as_at(self) -> date:
        """The day the newest extract speaks of."""
        newest = self.table("extract").covers_to.max().execute()
        return date.fromisoformat(str(newest)[:10])


class Store:
    """Records of one authority in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.snapshots = Snapshots(folder)

    @property
    def database(self) -> Path:
        """The DuckDB file of today's records."""
        return self.folder / "records.duckdb"

    def commit(
        self, files: Sequence[ReadFile], periods: Mapping[str, date], loaded_at: datetime
    ) -> Load | None:
        """Keep a load (see `Snapshots.commit`). Call `refresh` to see it in the tables."""
        return self.snapshots.commit(files, periods, loaded_at)

    def refresh(self, then: Callable[[Records], None] = lambda records: None) -> None:
        """Build the DuckDB file from the newest snapshots; `then` may add to it, still unseen."""
        fresh = self.folder / f"building-{uuid.uuid4().hex[:8]}.duckdb"
        try:
            connection = ibis.duckdb.connect(fresh)
            records = self._build(connection, None)
            marker = ibis.memtable({"load_id": [records.load_id]})
            then(records)
            connection.create_table(BUILT_FROM, marker)
            connection.disconnect()
            os.replace(fresh, self.database)
        finally:
            fresh.unlink(missing_ok=True)

    @contextmanager
    def open(self, *, known_at: int | None = None) -> Iterator[Records]:
        """Today's records, or (`known_at` a load's number) as they were known after that load.

        Raises NothingLoadedError when nothing has been loaded, or nothing by then.
        """
        loads = self.snapshots.loads(known_at=known_at)
        if not loads:
            raise NothingLoadedError(f"Nothing has been loaded into {self.folder} yet.")
        if known_at is not None and loads[-1].id != self.snapshots.loads()[-1].id:
            connection = ibis.duckdb.connect()
            records = self._build(connection, known_at)
        else:
            connection, records = self._open_built(loads[-1].id)
        try:
            yield records
        finally:
            connection.disconnect()

    def _open_built(self, newest: int) -> tuple[Backend, Records]:
        connection = ibis.duckdb.connect(self.database, read_only=True)
        return connection, Records(connection, newest)

    def is_current(self) -> bool:
        """Whether the DuckDB file is there and made from the newest load (false after a crash)."""
        loads = self.snapshots.loads()
        if not loads or not self.database.exists():
            return not loads
        connection = ibis.duckdb.connect(self.database, read_only=True)
        try:
            built_from = connection.table(BUILT_FROM).load_id.max().execute()
        finally:
            connection.disconnect()
        return bool(built_from == loads[-1].id)

    def _build(self, connection: Backend, known_at: int | None) -> Records:
        parts = self.snapshots.current(known_at=known_at).values()
        build(connection, {part: self.snapshots.path(part) for part in parts})
        newest = max(load.id for load in self.snapshots.loads(known_at=known_at))
        return Records(connection, newest)
