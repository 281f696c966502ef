"""Extracts loaded into a folder, and what the canonical tables then show, line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sightline.records import Store
from sightline.returns.tables import ReadFile
from tests.asciitable import NOON

Extract = ReadFile | tuple[ReadFile, date]


def load(folder: Path, *extracts: Extract) -> Store:
    """One load of these extracts into `folder`, and the tables built from it."""
    store = Store(folder)
    files = [extract if isinstance(extract, ReadFile) else extract[0] for extract in extracts]
    periods = {e[0].path: e[1] for e in extracts if not isinstance(e, ReadFile)}
    store.commit(files, periods, NOON)
    store.refresh()
    return store


def shown(store: Store, table: str, columns: str, *, known_at: int | None = None) -> list[str]:
    """Each row's named columns in one line, in order; `-` is null."""
    names = columns.split()
    with store.open(known_at=known_at) as records:
        found = records.table(table).select(names).order_by(names)
        content = records.connection.to_pyarrow(found).to_pylist()
    return [" ".join("-" if row[n] is None else str(row[n]) for n in names) for row in content]
