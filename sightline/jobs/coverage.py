"""Which critical elements of care planning are measured with what has been loaded."""

from __future__ import annotations

from pathlib import Path

from sightline.jobs.authority import NothingLoadedError, store
from sightline.measures import coverage as declared
from sightline.measures.coverage import Coverage


def coverage(data: Path) -> tuple[Coverage, ...]:
    """Each element, with the tables that tell of it. Raises NothingLoadedError."""
    parts = store(data).snapshots.current().values()
    if not parts:
        raise NothingLoadedError
    return declared.coverage((part.return_name, part.table) for part in parts if part.kept)
