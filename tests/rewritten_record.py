"""Extracts as little tables, compared: what the tests of the rewritten record start from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sightline.measures.made_timely import MADE_TIMELY, keep_made_timely
from sightline.records import Records, Store
from sightline.records.rewritten import FIRST_SHOWN, LATE, REWRITTEN, keep_changes
from sightline.returns.tables import ReadFile
from tests.asciitable import NOON, annex_a, rows

Extract = tuple[ReadFile, date]
NOBODY_ELSE = "child_id | care_started\nZ | 2025-01-01"


def monthly(text: str, list_name: str = "list_8") -> list[Extract]:
    """One extract a month from a table whose first column, `month`, names its day.

    Where the table is not list 8, list 8 holds one child of whom nothing changes.
    """
    listed = rows(text)
    heading = [name for name in listed[0] if name != "month"]
    found = []
    for month in dict.fromkeys(str(row["month"]) for row in listed):
        lines = [
            " | ".join(row[name] or "-" for name in heading)
            for row in listed
            if row["month"] == month and row[heading[0]]
        ]
        lists = {"list_8": NOBODY_ELSE, list_name: "\n".join([" | ".join(heading), *lines])}
        found.append(annex_a(month, **lists))
    return found


def loaded(folder: Path, *loads: Sequence[Extract]) -> Store:
    """A store into which each group of extracts came as one load, with what changed kept."""
    store = Store(folder)
    for files in loads:
        periods = {file.path: day for file, day in files}
        assert store.commit([file for file, _ in files], periods, NOON) is not None
    store.refresh(lambda records: keep_changes(records, store.snapshots))
    return store


def made_timely(folder: Path, stack: Sequence[Extract], *more: str) -> list[tuple[str, ...]]:
    """(child, column, was, now, due) of what a change made timely, and what more is asked for."""
    store = Store(folder)
    files = [file for file, _ in stack]
    assert store.commit(files, {file.path: day for file, day in stack}, NOON) is not None

    def work_out(records: Records) -> None:
        keep_changes(records, store.snapshots)
        keep_made_timely(records)

    store.refresh(work_out)
    names = ("child_id", "column", "was_day", "now_day", "due", *more)
    return [tuple(str(row[name]) for name in names) for row in kept(store, MADE_TIMELY)]


def kept(store: Store, table: str) -> list[dict[str, Any]]:
    """The rows of one of the three tables."""
    with store.open() as records:
        return list(records.connection.to_pyarrow(records.connection.table(table)).to_pylist())


def late(store: Store) -> list[tuple[Any, ...]]:
    """(child, column, day, seen_now, at least, at most)"""
    names = ("child_id", "column", "day", "seen_now", "days_at_least", "days_at_most")
    return [tuple(_said(row[name]) for name in names) for row in kept(store, LATE)]


def changed(store: Store) -> list[tuple[Any, ...]]:
    """(child, column, what, was, now, seen_before, seen_now)"""
    names = ("child_id", "column", "what", "was", "now", "seen_before", "seen_now")
    return [tuple(_said(row[name]) for name in names) for row in kept(store, REWRITTEN)]


def shown(store: Store) -> dict[str, tuple[int, int]]:
    """Column → (days first shown, those of them late)."""
    counted: dict[str, tuple[int, int]] = {}
    for row in kept(store, FIRST_SHOWN):
        events, so_late = counted.get(row["column"], (0, 0))
        counted[row["column"]] = (events + row["events"], so_late + row["late"])
    return counted


def _said(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
