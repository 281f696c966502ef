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

    Records built by an older version, or cut off while building, are built again first.
    """
    from sightline.jobs.loads import refresh

    held = store(data)
    if known_at is None and not held.is_current():
        refresh(held)
    with held.open(known_at=known_at) as records:
        yield records


__all__ = ["DATABASE", "LETTERS", "RECORDS", "NothingLoadedError", "opened", "store"]
