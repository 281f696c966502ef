"""Snapshots: every table of every load kept as it came, in Parquet, and never overwritten.

A folder `loads/000001.json` is the one moment at which a load comes to be: it is written last and
renamed into place, so a load that is cut off leaves nothing that anyone reads.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock

from sightline.returns.tables import ISSUE_SCHEMA, ReadFile, ReadTable

Key = tuple[str, date, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One table of one extract as one load brought it."""

    return_name: str
    period: date  # the day the table speaks of: a 903's 31 March, an Annex A's day of extract
    table: str
    rows: int
    kept: int
    rejected: int
    sha256: str  # of the files it came from
    files: tuple[str, ...]
    parquet: str  # relative to the snapshots folder

    @property
    def key(self) -> Key:
        """What a later part must share to take this one's place."""
        return (self.return_name, self.period, self.table)


@dataclass(frozen=True, slots=True)
class Load:
    """One load: when, by what files, which parts."""

    id: int
    loaded_at: datetime
    parts: tuple[Part, ...]
    issues: str | None  # Parquet of ISSUE_SCHEMA, relative; None when there were none

    @property
    def sha256(self) -> str:
        """A fingerprint of all that this load brought."""
        return _digest(f"{part.key}{part.sha256}" for part in self.parts)


class Snapshots:
    """The folder of loads. Safe with many readers and one writer at a time, in any process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def loads(self, *, known_at: int | None = None) -> tuple[Load, ...]:
        """All loads, oldest first; with `known_at`, those up to that load's number."""
        files = sorted((self.folder / "loads").glob("[0-9]*.json"))
        loads = (_read_load(file, file.stat().st_mtime_ns) for file in files)
        return tuple(load for load in loads if known_at is None or load.id <= known_at)

    def newest(self) -> str:
        """The name of the newest load's file, without reading it; nothing where there is none."""
        return max((file.name for file in (self.folder / "loads").glob("[0-9]*.json")), default="")

    def current(self, *, known_at: int | None = None) -> dict[Key, Part]:
        """The newest part for each return, period and table."""
        return newest_parts(self.loads(known_at=known_at))

    def path(self, part: Part) -> Path:
        """Where a part's rows lie."""
        return self.folder / part.parquet

    def files(self) -> tuple[Path, ...]:
        """All that the loads of this moment rest on, each load's own file last."""
        found: list[Path] = []
        for load in self.loads():
            names = [*(part.parquet for part in load.parts), *filter(None, [load.issues])]
            found += (self.folder / name for name in names)
            found.append(self._named(load.id))
        return tuple(found)

    def _named(self, number: int) -> Path:
        return self.folder / "loads" / f"{number:06d}.json"

    def issues(self, load: Load) -> pa.Table:
        """The data-quality issues a load came with, ISSUE_SCHEMA."""
        if load.issues is None:
            return ISSUE_SCHEMA.empty_table()
        return pq.read_table(self.folder / load.issues)

    def commit(
        self,
        files: Sequence[ReadFile],
        periods: Mapping[str, date],
        loaded_at: datetime,
    ) -> Load | None:
        """Keep what was read as one load, whole or not at all.

        `periods` gives the period of each file by its path, for tables that do not know their own.
        Parts that say just what is already held are left out; None when nothing is new.
        """
        groups = _group(files, periods)
        if not groups:
            return None
        with self._writing():
            self._clear()
            held = self.current()
            new = {
                key: tables
                for key, tables in groups.items()
                if key not in held or held[key].sha256 != _fingerprint(files, tables)
            }
            if not new:
                return None
            return self._write(files, new, loaded_at)

    def _write(
        self, files: Sequence[ReadFile], groups: Mapping[Key, list[ReadTable]], at: datetime
    ) -> Load:
        number = max((load.id for load in self.loads()), default=0) + 1
        name = f"parts/{number:06d}-{uuid.uuid4().hex[:8]}"
        staging = self.folder / name
        published = self._named(number)
        staging.mkdir(parents=True)
        try:
            parts = tuple(
                _write_part(self.folder, name, key, tables, _fingerprint(files, tables))
                for key, tables in groups.items()
            )
            load = Load(number, at, parts, _write_issues(self.folder, name, files))
            _to_disk(staging)
            _to_disk(staging.parent)
            _publish(published, load)
        except BaseException:
            if not published.exists():
                shutil.rmtree(staging, ignore_errors=True)
            raise
        return load

    def _clear(self) -> None:
        """Remove what loads that were cut off left; called by whoever writes alone."""
        loads = self.loads()
        named = {Path(part.parquet).parent.name for load in loads for part in load.parts}
        for folder in (self.folder / "parts").glob("*"):
            if folder.name not in named:
                shutil.rmtree(folder, ignore_errors=True)
        for unfinished in (self.folder / "loads").glob("*.part"):
            unfinished.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        (self.folder / "loads").mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / "writing.lock"):
            yield


def newest_parts(loads: Sequence[Load]) -> dict[Key, Part]:
    """The newest part for each return, period and table, of loads given oldest first."""
    return {part.key: part for load in loads for part in load.parts}


def _group(files: Sequence[ReadFile], periods: Mapping[str, date]) -> dict[Key, list[ReadTable]]:
    groups: dict[Key, list[ReadTable]] = {}
    for file in files:
        for table in file.tables:
            period = table.period or periods[file.path]
            groups.setdefault((table.return_name, period, table.table), []).append(table)
    return groups


def _fingerprint(files: Sequence[ReadFile], tables: Sequence[ReadTable]) -> str:
    wanted = {id(table) for table in tables}
    return _digest(
        sorted({file.sha256 for file in files if any(id(t) in wanted for t in file.tables)})
    )


def _write_part(
    root: Path, folder: str, key: Key, tables: Sequence[ReadTable], sha256: str
) -> Part:
    return_name, period, name = key
    relative = f"{folder}/{return_name}-{period.isoformat()}-{name}.parquet"
    data = pa.concat_tables([table.data for table in tables], promote_options="permissive")
    period_column = pa.array([period] * data.num_rows, pa.date32())
    _write_parquet(data.append_column("period", period_column), root / relative)
    return Part(
        return_name,
        period,
        name,
        rows=sum(table.rows for table in tables),
        kept=sum(table.kept for table in tables),
        rejected=sum(table.rejected for table in tables),
        sha256=sha256,
        files=tuple(table.path for table in tables),
        parquet=relative,
    )


def _write_issues(root: Path, folder: str, files: Sequence[ReadFile]) -> str | None:
    issues = pa.concat_tables([file.all_issues() for file in files])
    if not issues.num_rows:
        return None
    relative = f"{folder}/issues.parquet"
    _write_parquet(issues, root / relative)
    return relative


def _write_parquet(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _to_disk(folder: Path) -> None:
    """Make a folder's new names outlast a power cut. Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _publish(target: Path, load: Load) -> None:
    """Write, flush to disk, then rename: the load is there from this line on, or not at all."""
    unfinished = target.with_suffix(".part")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(asdict(load), file, default=str, indent=1)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    _to_disk(target.parent)


@lru_cache(maxsize=1024)
def _read_load(file: Path, changed: int) -> Load:
    """A load's own file, which is never written again; `changed` tells it from another's there."""
    return _load_from_json(json.loads(file.read_text("utf-8")))


def _load_from_json(saved: dict[str, object]) -> Load:
    parts = saved["parts"]
    assert isinstance(parts, list)
    return Load(
        id=int(str(saved["id"])),
        loaded_at=datetime.fromisoformat(str(saved["loaded_at"])),
        parts=tuple(
            Part(
                **{
                    **part,
                    "period": date.fromisoformat(part["period"]),
                    "files": tuple(part["files"]),
                }
            )
            for part in parts
        ),
        issues=str(saved["issues"]) if saved["issues"] else None,
    )


def _digest(texts: Iterator[str] | Sequence[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
