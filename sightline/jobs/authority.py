"""The data folder of one authority, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sightline.records import Build, NothingLoadedError, Records, Store

RECORDS = "records"
LETTERS = "letters"
DATABASE = "sightline.sqlite3"


def store(data: Path) -> Store:
    """The child-level records of the authority whose data folder this is."""
    return Store(data / RECORDS)


@contextmanager
def opened(data: Path, *, known_at: int | None = None) -> Iterator[Records]:
    """Today's records, or as known after an earlier load. Raises NothingLoadedError.

    Records built by another version, damaged, or cut off while building, are built again first;
    while another process does so, the records of the load before are given, where there are any.
    """
    build_now(data)
    with store(data).open(known_at=known_at) as records:
        yield records


def build_now(data: Path) -> Build | None:
    """The build of today's records, made first where it is not there, as for `opened`; or None.

    To know that the newest load is in it the build must be opened, which is done once for each.
    """
    from sightline.jobs.loads import keep_current

    held = store(data)
    seen = (held.build(), held.snapshots.newest())
    if seen[0] is None or _KNOWN_CURRENT.get(data) != seen:
        keep_current(held)
        seen = (held.build(), held.snapshots.newest())
        if seen[0] is not None and held.is_current():
            _KNOWN_CURRENT[data] = seen
    return seen[0]


_KNOWN_CURRENT: dict[Path, tuple[Build | None, str]] = {}
"""By data folder: the build last found to be of the newest load, and the name of that load."""


__all__ = ["DATABASE", "LETTERS", "RECORDS", "NothingLoadedError", "build_now", "opened", "store"]
