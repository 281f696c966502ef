"""The DuckDB file of a build kept open between questions: opening it costs more than most of them.

A build is never changed, only replaced by renaming another over it, so whoever asks of one gets a
connection of their own to the file as it was when it was opened. The file is attached, not
connected to: within one process DuckDB gives whoever connects to a path the file that others there
have open, even when a newer one has been renamed over it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import ibis
from ibis.backends.duckdb import Backend

from sightline.records.connecting import in_duckdb

NAME = "records"
MOST = 4  # authorities in one process; each holds a file open and what it has read of it


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the records, told from every other by what the file system says of its file."""

    path: Path
    inode: int
    changed: int  # nanoseconds since 1970
    size: int


def build_at(database: Path) -> Build | None:
    """The build that lies there now; None where there is none."""
    try:
        found = database.stat()
    except OSError:
        return None
    return Build(database.resolve(), found.st_ino, found.st_mtime_ns, found.st_size)


_lock = threading.Lock()
_held: OrderedDict[Path, tuple[Build, Backend]] = OrderedDict()


def connect(build: Build) -> Backend:
    """A connection of one's own to a build, to be disconnected after use.

    Raises duckdb.Error where the file cannot be read as a database.
    """
    with _lock:
        held = _held.get(build.path)
        if held is None or held[0] != build:
            _drop(build.path)
            shared = _attached(build.path)
            if build_at(build.path) != build:  # replaced meanwhile: the next asks for the new one
                return shared
            _held[build.path] = held = (build, shared)
            while len(_held) > MOST:
                _drop(next(iter(_held)))
        _held.move_to_end(build.path)
        own = ibis.duckdb.from_connection(held[1].con.cursor())
    own.raw_sql(f"USE {NAME}")
    return own


def let_go(database: Path) -> None:
    """Hold the file open no longer; connections in use stay good until they are disconnected."""
    with _lock:
        _drop(database.resolve())


def _attached(path: Path) -> Backend:
    connection = in_duckdb()
    try:
        connection.attach(path, name=NAME, read_only=True)
        connection.raw_sql(f"USE {NAME}")
    except BaseException:
        connection.disconnect()
        raise
    return connection


def _drop(path: Path) -> None:
    """Forgotten, not closed: to close it would close the connections that others still use."""
    _held.pop(path, None)
