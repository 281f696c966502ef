"""Everything of an authority into one file, and back: whole, or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from contextlib import closing, suppress
from pathlib import Path, PurePosixPath

from sightline.jobs.authority import DATABASE, RECORDS, store

PIECE = 1 << 20


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
    except (OSError, sqlite3.Error) as problem:
        raise BackupError(f"{file} could not be written: {_why(problem)}.") from problem
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return written


def _add_all(archive: tarfile.TarFile, data: Path) -> int:
    kept = store(data).snapshots.files()  # asked first: what a load adds meanwhile is left out
    outside = (
        path
        for path in sorted(data.rglob("*"))
        if path.is_file()
        and data / RECORDS not in path.parents
        and path.suffix != ".part"
        and not path.name.startswith(f"{DATABASE}-")
    )
    written = 0
    for path in (*kept, *outside):
        name = path.relative_to(data).as_posix()
        if name == DATABASE:
            _add_database(archive, path)
        else:
            archive.add(path, name)
        written += 1
    return written


def _why(problem: Exception) -> str:
    if isinstance(problem, OSError) and problem.strerror:
        return f"{problem.strerror}: {problem.filename}" if problem.filename else problem.strerror
    return str(problem)


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
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=data.parent) as beside:
            folder = Path(beside) / "data"
            restored = _unpack(file, folder)
            if data.exists():
                data.rmdir()
            folder.replace(data)
    except OSError as problem:
        raise BackupError(f"{data} could not be written: {_why(problem)}.") from problem
    _rebuild(data)
    return restored


def _unpack(file: Path, folder: Path) -> int:
    """Unpack all of a backup; returns how many files. Raises BackupError."""
    try:
        with tarfile.open(file, "r:gz") as archive:
            unpacked = sum(_unpack_file(archive, member, folder) for member in archive)
            _read_to_the_end(archive)
    except (tarfile.TarError, EOFError, OSError, zlib.error) as problem:
        raise BackupError(f"{file} is not a whole backup of Sightline.") from problem
    whole = (folder / RECORDS).is_dir() or (folder / DATABASE).is_file()
    if not whole or any(not part.is_file() for part in store(folder).snapshots.files()):
        raise BackupError(f"{file} is not a backup of Sightline.")
    return unpacked


def _unpack_file(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> bool:
    """Write one file, readable by its owner alone; whether there was one to write.

    A backup holds folders and files. Anything else, or a name that leads out of the folder, is not
    from us: raises TarError. (`extractall` has a filter for this only from Python 3.11.4.)
    """
    name = PurePosixPath(member.name.lstrip("/"))
    content = archive.extractfile(member) if member.isfile() else None
    if ".." in name.parts or (content is None and not member.isdir()):
        raise tarfile.TarError(f"{member.name} does not belong in a backup")
    if content is None:
        return False
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "wb", opener=_owner_only) as file:
        shutil.copyfileobj(content, file, PIECE)
    return True


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _read_to_the_end(archive: tarfile.TarFile) -> None:
    """The checksum of all that was packed comes last; reading it is what finds a changed byte."""
    assert archive.fileobj is not None
    while archive.fileobj.read(PIECE):
        pass


def _rebuild(data: Path) -> None:
    from sightline.jobs.loads import refresh

    held = store(data)
    if held.snapshots.loads():
        refresh(held)
