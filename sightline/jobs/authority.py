"""The data folder of one authority, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sightline.records import NothingLoadedError, Records, Store

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
    from sightline.jobs.loads import keep_current

    held = store(data)
    keep_current(held)
    with held.open(known_at=known_at) as records:
        yield records


__all__ = ["DATABASE", "LETTERS", "RECORDS", "NothingLoadedError", "opened", "store"]
