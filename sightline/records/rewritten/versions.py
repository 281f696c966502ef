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
    named_in: Path | None = None  # the table that names the child, where another does


def versions(watched: Watched, snapshots: Snapshots, loads: Sequence[Load]) -> tuple[Version, ...]:
    """Every version of a table in the loads given, first by day, then by load.

    Left out is one of whose rows nothing held by then names the children.
    """
    held = _held(watched.return_name, watched.table, snapshots, loads)
    if watched.through is None:
        return tuple(
            Version(number, period, load_id, path)
            for number, (period, load_id, path) in enumerate(held, start=1)
        )
    names = _held(watched.return_name, watched.through.table, snapshots, loads)
    named = (
        (period, load_id, path, beside[-1])
        for period, load_id, path in held
        if (beside := [own for day, load, own in names if day == period and load <= load_id])
    )
    return tuple(Version(number, *each) for number, each in enumerate(named, start=1))


def _held(
    return_name: str, table: str, snapshots: Snapshots, loads: Sequence[Load]
) -> list[tuple[date, int, Path]]:
    return sorted(
        (part.period, load.id, snapshots.path(part))
        for load in loads
        for part in load.parts
        if (part.return_name, part.table) == (return_name, table)
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


NOBODY_ELSE = pl.DataFrame(
    schema={
        "source_id": pl.String,
        "child_id": pl.String,
        "valid_from": pl.Date,
        "valid_to": pl.Date,
    }
)
"""Every identifier stands for itself."""


def told(
    watched: Watched, found: Sequence[Version], means: pl.DataFrame = NOBODY_ELSE
) -> pl.DataFrame:
    """All versions stacked: `number`, `who`, `key`, `rest` (the key but for the day it began),
    `began`, and the columns watched, typed.

    `who` is the child that the identifier means (`side_by_side` says how `means` tells).
    A row that a version lists twice is one: its latest days, the last of its words in their order.
    """
    stacked = pl.concat([_one(watched, version) for version in found])
    known = stacked.filter(pl.col("who").is_not_null())
    named = _as_children(known, means) if means.height else known
    keys = ["number", "who", "key"]
    return named.drop("period").group_by(keys).agg(pl.exclude(keys).max()).collect()


def _as_children(rows: pl.LazyFrame, means: pl.DataFrame) -> pl.LazyFrame:
    """Each identifier replaced by the child it means on the version's day."""
    period, first, end = pl.col("period"), pl.col("valid_from"), pl.col("valid_to")
    days = rows.select("period").unique()
    in_force = days.join(means.lazy(), how="cross").filter(
        (first.is_null() | (period >= first)) & (end.is_null() | (period < end))
    )
    joined = rows.join(
        in_force.select("period", "source_id", "child_id"),
        left_on=["period", "who"],
        right_on=["period", "source_id"],
        how="left",
    )
    return joined.with_columns(who=pl.coalesce("child_id", "who")).drop("child_id")


def _one(watched: Watched, version: Version) -> pl.LazyFrame:
    rows = _naming_children(watched, version)
    given = set(rows.collect_schema().names())

    def typed(name: str, kind: type[pl.DataType]) -> pl.Expr:
        column = pl.col(name) if name in given else pl.lit(None)
        return column.cast(kind).alias(name)

    def joined(names: Sequence[str]) -> pl.Expr:
        cells = [typed(name, pl.String).fill_null("") for name in names]
        return pl.concat_str(cells, separator="|") if cells else pl.lit("")

    dates = [typed(name, pl.Date) for name in watched.dates]
    words = [typed(name, pl.String) for name in watched.words]
    began = typed(watched.began, pl.Date) if watched.began else pl.lit(None, pl.Date)
    return rows.select(
        pl.lit(version.number, pl.Int64).alias("number"),
        pl.lit(version.period, pl.Date).alias("period"),
        typed(watched.who, pl.String).alias("who"),
        joined(watched.key).alias("key"),
        joined([name for name in watched.key if name != watched.began]).alias("rest"),
        began.alias("began"),
        *(column for column in (*dates, *words)),
    )


def _naming_children(watched: Watched, version: Version) -> pl.LazyFrame:
    """The rows of a version; where another table names the children, `who` is that name."""
    rows, through = pl.scan_parquet(version.path), watched.through
    if through is None or version.named_in is None:
        return rows
    names = pl.scan_parquet(version.named_in).select(
        pl.col(through.key).cast(pl.String), pl.col(through.child).cast(pl.String).alias("child:")
    )
    once = names.drop_nulls().unique(through.key, keep="first", maintain_order=True)
    joined = rows.with_columns(pl.col(watched.who).cast(pl.String)).join(
        once, left_on=watched.who, right_on=through.key
    )
    return joined.with_columns(pl.col("child:").alias(watched.who)).drop("child:")
