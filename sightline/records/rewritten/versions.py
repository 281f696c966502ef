"""The versions of one table, in the order of the days they speak of, those since replaced too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from sightline.records.rewritten.watched import Watched
from sightline.records.snapshots import Load, Snapshots


@dataclass(frozen=True, slots=True)
class Version:
    """One part: what one load brought of a table for one day."""

    number: int  # from 1, by day and then by load
    period: date
    load_id: int
    path: Path


def versions(watched: Watched, snapshots: Snapshots, loads: Sequence[Load]) -> tuple[Version, ...]:
    """Every version of a table in the loads given, first by day, then by load."""
    parts = sorted(
        (part.period, load.id, part.parquet, part)
        for load in loads
        for part in load.parts
        if (part.return_name, part.table) == (watched.return_name, watched.table)
    )
    return tuple(
        Version(number, period, load_id, snapshots.path(part))
        for number, (period, load_id, _, part) in enumerate(parts, start=1)
    )


def as_frame(found: Sequence[Version]) -> pl.DataFrame:
    """One row a version: number, period, load_id."""
    return pl.DataFrame(
        {
            "number": [each.number for each in found],
            "period": [each.period for each in found],
            "load_id": [each.load_id for each in found],
        },
        schema={"number": pl.Int64, "period": pl.Date, "load_id": pl.Int64},
    )


def told(watched: Watched, found: Sequence[Version]) -> pl.DataFrame:
    """All versions stacked: `number`, `who`, `key`, `began`, and the columns watched, typed.

    A row that a version lists twice is one: its latest days, the last of its words in their order.
    """
    stacked = pl.concat([_one(watched, version) for version in found])
    keys = ["number", "who", "key"]
    others = pl.exclude(keys).max()
    return stacked.filter(pl.col("who").is_not_null()).group_by(keys).agg(others).collect()


def _one(watched: Watched, version: Version) -> pl.LazyFrame:
    rows = pl.scan_parquet(version.path)
    given = set(rows.collect_schema().names())

    def typed(name: str, kind: type[pl.DataType]) -> pl.Expr:
        column = pl.col(name) if name in given else pl.lit(None)
        return column.cast(kind).alias(name)

    dates = [typed(name, pl.Date) for name in watched.dates]
    words = [typed(name, pl.String) for name in watched.words]
    key = [typed(name, pl.String).fill_null("") for name in watched.key]
    began = typed(watched.began, pl.Date) if watched.began else pl.lit(None, pl.Date)
    return rows.select(
        pl.lit(version.number, pl.Int64).alias("number"),
        typed(watched.who, pl.String).alias("who"),
        (pl.concat_str(key, separator="|") if key else pl.lit("")).alias("key"),
        began.alias("began"),
        *(column for column in (*dates, *words)),
    )
