"""Loads done in a process of their own, so that a test can kill it or set two at once to work."""

from __future__ import annotations

import multiprocessing
import random
import time
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
LOADS_A_ROUND = 4


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


def assert_whole(folder: Path) -> int:
    """Every load that is named is there with all its rows; returns how many there are."""
    held = Store(folder)
    loads = held.snapshots.loads()
    for load in loads:
        assert len(load.parts) == TABLES_A_LOAD
        assert all(held.snapshots.path(part).is_file() for part in load.parts)
    if loads:
        with held.open() as records:
            rows = records.table("period_of_care").count().execute()
            assert rows == CHILDREN_A_LOAD * records.load_id
            assert records.load_id <= loads[-1].id
    return len(loads)


def left_over(folder: Path) -> list[str]:
    """The names of files and folders that no load names."""
    held = Store(folder)
    named = {Path(p.parquet).parent.name for one in held.snapshots.loads() for p in one.parts}
    parts = [path.name for path in (folder / "parts").glob("*") if path.name not in named]
    return [
        *parts,
        *(path.name for path in folder.glob("building-*")),
        *(path.name for path in (folder / "loads").glob("*.part")),
    ]


def wait_for_writing(folder: Path, process: BaseProcess) -> None:
    """Wait until the process has something half-written, or has ended."""
    while process.is_alive() and not left_over(folder):
        time.sleep(0.001)


def kill_at_random(folder: Path, rounds: int) -> int:
    """Kill a loading process again and again; returns how often it left something behind.

    Every other time it is killed soon after it begins to write: how long it takes to get there
    differs from machine to machine, and a moment drawn from the clock alone may always miss.
    """
    moments = random.Random(903)
    number = untidy = 0
    for round_ in range(rounds):
        process = begin(folder, list(range(number, number + LOADS_A_ROUND)))
        if round_ % 2:
            wait_for_writing(folder, process)
            time.sleep(moments.uniform(0, 0.1))
        else:
            time.sleep(moments.uniform(0, 1))
        process.kill()
        process.join()
        untidy += bool(left_over(folder))
        number = assert_whole(folder)
        assert keep(folder, number), "what was cut off, or comes next, loads at once"
        assert not keep(folder, number), "and again is nothing new"
        number += 1
    commit(folder, number)
    assert assert_whole(folder) == number + 1
    assert left_over(folder) == []
    return untidy
