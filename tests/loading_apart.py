"""Loads done in a process of their own, so that a test can kill it or set two at once to work."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path

from sightline.records import Store
from sightline.returns.tables import ReadFile
from tests.asciitable import NOON, annex_a

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.loading_apart"])
FIRST_DAY = date(2025, 1, 31)
CHILDREN_A_LOAD = 3
TABLES_A_LOAD = 2


def extract(number: int) -> tuple[ReadFile, date]:
    """An extract of its own day, with as many children in list 8 and in list 7."""
    day = FIRST_DAY + timedelta(days=number)
    listed = "\n".join(f"{number}-{child} | 2024-05-01" for child in range(CHILDREN_A_LOAD))
    file, _ = annex_a(
        day.isoformat(),
        list_8="child_id | care_started\n" + listed,
        list_7="child_id | started\n" + listed,
    )
    return replace(file, sha256=f"{number}"), day


def keep(folder: Path, number: int) -> bool:
    """Load one extract, and leave the tables as they are; False where it was held already."""
    file, day = extract(number)
    return Store(folder).commit([file], {file.path: day}, NOON) is not None


def commit(folder: Path, number: int) -> bool:
    """Load one extract and build the tables; False where it was held already."""
    kept = keep(folder, number)
    Store(folder).refresh()
    return kept


def load_each(folder: Path, numbers: list[int]) -> None:
    """Load extracts one after another."""
    for number in numbers:
        commit(folder, number)


def begin(folder: Path, numbers: list[int]) -> BaseProcess:
    """A process that loads these extracts, one after another."""
    process = CONTEXT.Process(target=load_each, args=(folder, numbers))
    process.start()
    return process
