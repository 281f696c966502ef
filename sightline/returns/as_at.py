"""The day an extract speaks of: the file does not say, but the dates of the events in it do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from sightline.returns.registry import RETURNS
from sightline.returns.tables import ReadFile, ReadTable

COMPANY = timedelta(days=31)
ENOUGH = 3
_EVENTS = {
    (known.name, table): columns for known in RETURNS for table, columns in known.events.items()
}
_RUNNING = {known.name for known in RETURNS if known.running}
_FOLDERS = {known.name for known in RETURNS if known.folder}
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class UndatedExtractError(Exception):
    """Nothing in a file says what day it speaks of."""


def extract_date(file: ReadFile, seen_on: date) -> date:
    """The day a file speaks of, from the dates of the events in it (`Return.events`).

    A date in the file's name (2026-10-31) is believed where the events end in the month before it.
    A running list goes as far as its newest event, and no further than `seen_on`, the day it was
    given to us. Raises UndatedExtractError where the file holds no date at all.
    """
    return _day_of([file], [Path(file.path).name], seen_on)


def extract_dates(files: Sequence[ReadFile], seen_on: date) -> dict[str, date]:
    """The day of each file, by its path, as `extract_date` gives it for one.

    Where a return comes as a folder of files (`Return.folder`), those of one folder share the day
    that all of them tell; it may stand in the folder's name too.
    """
    together: dict[tuple[str, ...], list[ReadFile]] = {}
    for file in files:
        of = sorted({table.return_name for table in file.tables} & _FOLDERS)
        key = (str(Path(file.path).parent), *of) if of else (file.path,)
        together.setdefault(key, []).append(file)
    days: dict[str, date] = {}
    for key, group in together.items():
        names = [Path(path).name for path in (*(file.path for file in group), key[0])]
        days |= dict.fromkeys((file.path for file in group), _day_of(group, names, seen_on))
    return days


def says_nothing(file: ReadFile) -> bool:
    """Whether a file holds not a row, of running lists at that, or no table at all."""
    return all(table.return_name in _RUNNING and not table.rows for table in file.tables)


def newest_event(dates: Mapping[date, int]) -> date | None:
    """The latest of some dates, each with how often it comes; a slip stands alone.

    It must have at least two others in the month before it. None where there is no date.
    """
    for day in sorted(dates, reverse=True):
        if sum(n for other, n in dates.items() if day - COMPANY <= other <= day) >= ENOUGH:
            return day
    return max(dates, default=None)


def _day_of(files: Sequence[ReadFile], names: Iterable[str], seen_on: date) -> date:
    tables = [table for file in files for table in file.tables]
    latest = newest_event(_event_dates(t for t in tables if t.return_name not in _RUNNING))
    listed = _event_dates(t for t in tables if t.return_name in _RUNNING)
    if latest is None and listed:
        latest = min(max(listed), seen_on)
    if latest is None:
        raise UndatedExtractError(
            f"{files[0].path}: no date in it says what day it speaks of. Give the day it is as at."
        )
    for name in names:
        if named := ISO_DATE.search(name):
            day = _date(named.group())
            if day is not None and latest <= day <= latest + COMPANY:
                return day
    return latest


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _event_dates(tables: Iterable[ReadTable]) -> Counter[date]:
    dates: Counter[date] = Counter()
    for table in tables:
        for column in _EVENTS.get((table.return_name, table.table), ()):
            if column in table.data.column_names and pa.types.is_date(table.data[column].type):
                counted = pc.value_counts(table.data[column].drop_null()).to_pylist()
                dates.update({row["values"]: row["counts"] for row in counted})
    return dates
