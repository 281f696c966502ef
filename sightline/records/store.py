"""The authority's records on disk: snapshots, and the DuckDB file made from them.

The file can always be made again from the snapshots. It is built beside the old one and renamed
over it, so a reader sees the whole of one build or of the next, and no reader waits for a load.
Only one process builds at a time, and the first thing it does is clear away what dead ones left.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from filelock import FileLock, Timeout
from ibis.backends.duckdb import Backend
from ibis.common.exceptions import IbisError
from ibis.expr.types import DateScalar, Table

from sightline.records import held_open
from sightline.records.build import SAYS_WHO_IS_IN_CARE, build
from sightline.records.connecting import in_duckdb
from sightline.records.held_open import Build, build_at
from sightline.records.snapshots import Load, Snapshots, newest_parts
from sightline.records.software import software
from sightline.records.tables import TABLES
from sightline.returns.tables import ReadFile

BUILT_FROM = "built_from"
UNFINISHED = "building-"
Addition = Callable[["Records"], None]


class NothingLoadedError(Exception):
    """Nothing has been loaded yet into the folder that was asked for."""


@dataclass(frozen=True, slots=True)
class Records:
    """The canonical tables as an open connection gives them."""

    connection: Backend
    load_id: int  # the newest load they are made from
    build: Build | None = field(default=None, kw_only=True)  # the build on disk, if it is one
    folder: Path | None = field(default=None, kw_only=True)  # where the snapshots lie

    def table(self, name: str) -> Table:
        """A canonical table of `records.tables.TABLES`; KeyError for any other name."""
        return self.connection.table(TABLES[name].name)

    @property
    def as_at(self) -> date:
        """The day the newest extract speaks of."""
        return self.one_day(self.table("extract").covers_to.max())

    def ask(self, question: Table) -> list[dict[str, Any]]:
        """The rows of an expression."""
        found: list[dict[str, Any]] = self.connection.to_pyarrow(question).to_pylist()
        return found

    def one_day(self, day: DateScalar) -> date:
        """The one day that an expression comes to."""
        [row] = self.ask(day.name("day").as_table())
        return date.fromisoformat(str(row["day"])[:10])

    def kept(self, name: str, expression: Table) -> Table:
        """The rows of an expression, worked out once and kept for as long as this is open."""
        return self.connection.create_table(name, expression, temp=True, overwrite=True)


class Store:
    """Records of one authority in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.snapshots = Snapshots(folder)

    @property
    def database(self) -> Path:
        """The DuckDB file of today's records."""
        return self.folder / "records.duckdb"

    def build(self) -> Build | None:
        """Which build of the records lies in the folder now; None where there is none."""
        return build_at(self.database)

    def commit(
        self, files: Sequence[ReadFile], periods: Mapping[str, date], loaded_at: datetime
    ) -> Load | None:
        """Keep a load (see `Snapshots.commit`). Call `refresh` to see it in the tables."""
        return self.snapshots.commit(files, periods, loaded_at)

    def refresh(self, then: Addition = lambda records: None) -> None:
        """Build the DuckDB file from the newest snapshots; `then` may add to it, still unseen.

        Waits for another process that builds; what that one built from the newest load is kept.
        """
        with self._building():
            if not self.is_current():
                self._rebuild(then)

    def keep_current(self, then: Addition) -> None:
        """As `refresh`, but nobody waits who can read the load before while another builds."""
        if self.is_current():
            return
        try:
            with self._building(timeout=-1 if self.built_from() is None else 0):
                if not self.is_current():
                    self._rebuild(then)
        except Timeout:
            return

    @contextmanager
    def open(self, *, known_at: int | None = None) -> Iterator[Records]:
        """Today's records, or (`known_at` a load's number) as they were known after that load.

        Raises NothingLoadedError when nothing has been loaded, or nothing that says who is in care,
        or there is no load of that number.
        """
        loads = self.snapshots.loads()
        if not loads:
            raise NothingLoadedError(f"Nothing has been loaded into {self.folder} yet.")
        known = [load for load in loads if known_at is None or load.id <= known_at]
        if known_at is not None and (not known or known[-1].id != known_at):
            raise NothingLoadedError(
                f"There is no load {known_at} in {self.folder}: the newest is {loads[-1].id}."
            )
        if not any(key[2] in SAYS_WHO_IS_IN_CARE for key in newest_parts(known)):
            raise NothingLoadedError(
                f"What has been loaded into {self.folder} does not say who is in care: load the "
                "903's episodes, an Annex A with list 8, or an SSD with ssd_cla_episodes."
            )
        records = self._built() if len(known) == len(loads) else None
        if records is None:
            records = _in_memory(self.snapshots, known)
        try:
            yield records
        finally:
            records.connection.disconnect()

    def is_current(self) -> bool:
        """Whether the DuckDB file is made from the newest load (false after a crash)."""
        loads = self.snapshots.loads()
        return not loads or self.built_from() == loads[-1].id

    def built_from(self) -> int | None:
        """The newest load in the DuckDB file; None where it is not there or not to be used.

        It is not to be used where it cannot be read, or was built by another version of ours.
        """
        if (records := self._built()) is None:
            return None
        records.connection.disconnect()
        return records.load_id

    def _built(self) -> Records | None:
        """The DuckDB file as it is now, open; None where it is not to be used."""
        if (build := self.build()) is None:
            return None
        connection, made = None, {}
        try:
            connection = held_open.connect(build)
            marker = connection.con.execute(f"SELECT * FROM {BUILT_FROM}")
            [made] = marker.to_arrow_table().to_pylist()
        except (duckdb.Error, IbisError):
            pass
        if made.get("software") == software() and connection is not None:
            return Records(connection, made["load_id"], build=build)
        if connection is not None:
            connection.disconnect()
        held_open.let_go(self.database)
        return None

    @contextmanager
    def _building(self, timeout: float = -1) -> Iterator[None]:
        """Alone among processes and threads. Raises filelock.Timeout, where one is given."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / "building.lock", timeout=timeout):
            yield

    def _rebuild(self, then: Addition) -> None:
        self._clear()
        fresh = self.folder / f"{UNFINISHED}{uuid.uuid4().hex[:8]}.duckdb"
        try:
            connection = in_duckdb(fresh)
            try:
                records = _build(self.snapshots, connection, self.snapshots.loads())
                then(records)
                marker = {"load_id": [records.load_id], "software": [software()]}
                connection.create_table(BUILT_FROM, pa.table(marker))
                connection.raw_sql("CHECKPOINT")  # closing would pass over a full disk in silence
            finally:
                connection.disconnect()
            held_open.let_go(self.database)
            os.replace(fresh, self.database)
        finally:
            self._clear()

    def _clear(self) -> None:
        """Remove unfinished builds; called by whoever builds alone, so they are nobody's."""
        for left in self.folder.glob(f"{UNFINISHED}*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def _in_memory(snapshots: Snapshots, loads: Sequence[Load]) -> Records:
    connection = in_duckdb()
    try:
        return _build(snapshots, connection, loads)
    except BaseException:
        connection.disconnect()
        raise


def _build(snapshots: Snapshots, connection: Backend, loads: Sequence[Load]) -> Records:
    """Canonical tables from these loads and no others, whatever is loaded meanwhile."""
    parts = newest_parts(loads).values()
    build(connection, {part: snapshots.path(part) for part in parts})
    return Records(connection, loads[-1].id, folder=snapshots.folder)
