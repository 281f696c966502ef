"""What files given together say of each other: the checks across tables, years and returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import polars as pl
import pyarrow as pa

from sightline.returns import (
    ISSUE_SCHEMA,
    Part,
    ReadFile,
    ReadTable,
    UndatedExtractError,
    columns_read,
    cross_check,
    extract_date,
)


def issues_beyond_tables(
    files: Sequence[ReadFile], days: Mapping[str, date] | None = None
) -> pa.Table:
    """The issues of all cross checks on what was read, ISSUE_SCHEMA.

    `days` gives the day that a file speaks of, by its path, where its tables do not say; without
    it the file's own dates tell, and a file of no date is held against no other day.
    """
    found = cross_check(list(_parts(files, days)))
    return found.select(ISSUE_SCHEMA.names).cast(ISSUE_SCHEMA)


def _parts(files: Sequence[ReadFile], days: Mapping[str, date] | None) -> Iterator[Part]:
    for file in files:
        undated = any(table.period is None for table in file.tables)
        day = (days.get(file.path) if days else _told_by(file)) if undated else None
        for table in file.tables:
            yield _part(table, table.period or day)


def _part(table: ReadTable, period: date | None) -> Part:
    read = columns_read(f"{table.return_name}.{table.table}")
    held = [name for name in table.data.column_names if name in read]
    rows = pl.DataFrame(table.data.select(held)).lazy()
    return Part(table.return_name, period, table.table, (table.path,), rows)


def _told_by(file: ReadFile) -> date | None:
    try:
        return extract_date(file, date.max)
    except UndatedExtractError:
        return None
