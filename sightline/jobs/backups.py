"""Everything of an authority into one file, and back: whole, or not at all."""

from __future__ import annotations

import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from sightline.jobs.authority import DATABASE, RECORDS, store

REBUILT = ("records.duckdb", "writing.lock")


class BackupError(Exception):
    """Why a backup could not be made or brought back, for the person who must act."""


def backup(data: Path, file: Path) -> int:
    """Write a compressed tar of the folder; returns how many files. Raises BackupError.

    The database is copied by SQLite itself, so a running site is no danger to it. Snapshots never
    change, and the DuckDB file made from them is left out: restoring makes it again.
    """
    if not data.is_dir():
        raise BackupError(f"There is no data folder {data}.")
    if file.exists():
        raise BackupError(f"{file} is there already; a backup is never overwritten.")
    unfinished = file.with_name(file.name + ".part")
    try:
        with tarfile.open(unfinished, "w:gz") as archive:
            written = _add_all(archive, data)
        unfinished.chmod(0o600)
        unfinished.replace(file)
    except OSError as problem:
        raise BackupError(f"{file} could not be written: {problem.strerror}.") from problem
    finally:
        unfinished.unlink(missing_ok=True)
    return written


def _add_all(archive: tarfile.TarFile, data: Path) -> int:
    written = 0
    for path in sorted(data.rglob("*")):
        name = path.relative_to(data).as_posix()
        if not path.is_file() or _left_out(path):
            continue
        if name == DATABASE:
            _add_database(archive, path)
        else:
            archive.add(path, name)
        written += 1
    return written


def _left_out(path: Path) -> bool:
    return (
        path.name in REBUILT
        or path.name.startswith(("building-", f"{DATABASE}-"))
        or path.suffix == ".part"
    )


def _add_database(archive: tarfile.TarFile, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        archive.add(copy, DATABASE)


def restore(file: Path, data: Path) -> int:
    """Unpack a backup into a folder that is empty or not there; returns how many files.

    Raises BackupError where the folder holds something, or the file is no backup or is cut short:
    then the folder is as it was.
    """
    if data.exists() and any(data.iterdir()):
        raise BackupError(f"{data} is not empty; restore into a new folder.")
    data.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data.parent) as unpacked:
        folder = Path(unpacked) / "data"
        try:
            with tarfile.open(file, "r:gz") as archive:
                members = archive.getmembers()
                archive.extractall(folder, filter="data")
        except (tarfile.TarError, EOFError, OSError) as problem:
            raise BackupError(f"{file} is not a whole backup of Sightline.") from problem
        if not (folder / RECORDS).is_dir() and not (folder / DATABASE).is_file():
            raise BackupError(f"{file} is not a backup of Sightline.")
        if data.exists():
            data.rmdir()
        folder.replace(data)
    _rebuild(data)
    return sum(member.isfile() for member in members)


def _rebuild(data: Path) -> None:
    from sightline.jobs.loads import refresh

    held = store(data)
    if held.snapshots.loads():
        refresh(held)
