"""The day an extract speaks of: the file does not say, but the dates of the events in it do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
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
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class UndatedExtractError(Exception):
    """Nothing in a file says what day it speaks of."""


def extract_date(file: ReadFile) -> date:
    """The day a file speaks of, from the dates of the events in it (`Return.events`).

    A date in the file's name (2026-10-31) is believed where the events end in the month before it.
    Raises UndatedExtractError where the file holds no date at all.
    """
    latest = _latest_event(file)
    if named := ISO_DATE.search(Path(file.path).name):
        day = _date(named.group())
        if day is not None and latest <= day <= latest + COMPANY:
            return day
    return latest


def _latest_event(file: ReadFile) -> date:
    """The latest date with at least two others in the month before it: a slip stands alone."""
    dates = _event_dates(file.tables)
    if not dates:
        raise UndatedExtractError(
            f"{file.path}: no date in it says what day it speaks of. Give the day it is as at."
        )
    for day in sorted(dates, reverse=True):
        if sum(n for other, n in dates.items() if day - COMPANY <= other <= day) >= ENOUGH:
            return day
    return max(dates)


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
