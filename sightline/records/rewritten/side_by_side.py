"""One table of a return, each version beside the one before: a row for each row that differs.

Columns: `who`, `key`, `number` (of the later version), `before` and `now` (whether the row is in
each), `began_before`, `began_now`, and of every watched column `NAME_before`, `NAME_now`; then
the days and loads of both versions, and the `team` and `worker` of the row at that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from sightline.records.rewritten.versions import Version, as_frame, told
from sightline.records.rewritten.watched import Watched

FEWEST_ROWS = 20  # in a table so long, a column with no answer at all was not given
ROW = ("number", "who", "key")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows side by side, and the versions that did not give a column: {column: numbers}."""

    watched: Watched
    rows: pl.DataFrame
    silent: dict[str, list[int]]


def side_by_side(watched: Watched, found: Sequence[Version]) -> Pairs:
    """Every version beside the one before."""
    shown = told(watched, found)
    rows = _with_team(watched, _placed(_joined(shown), shown, found))
    if watched.again_only:
        rows = rows.filter(pl.col("seen_now") == pl.col("seen_before"))
    return Pairs(watched, rows, _silent(watched, shown))


def _joined(shown: pl.DataFrame) -> pl.DataFrame:
    """Nearly every row says what it said a month ago, and is put aside at once."""
    names = [name for name in shown.columns if name not in ROW]
    before = shown.select(
        pl.col("number") + 1,
        "who",
        "key",
        pl.lit(True).alias("before"),
        *(pl.col(name).alias(f"{name}_before") for name in names),
    )
    now = shown.select(
        *ROW, pl.lit(True).alias("now"), *(pl.col(name).alias(f"{name}_now") for name in names)
    )
    both = now.join(before, on=ROW, how="full", coalesce=True).with_columns(
        pl.col("before", "now").fill_null(False)
    )
    told_otherwise = [pl.col(f"{name}_before").ne_missing(pl.col(f"{name}_now")) for name in names]
    return both.filter(pl.any_horizontal(pl.col("before") != pl.col("now"), *told_otherwise))


def _placed(rows: pl.DataFrame, shown: pl.DataFrame, found: Sequence[Version]) -> pl.DataFrame:
    """Adds which days and loads are compared, and the first day that each of them shows."""
    first = shown.group_by("number").agg(first_day=pl.col("began").min())
    versions = as_frame(found).join(first, on="number", how="left")
    before = versions.select(
        pl.col("number") + 1,
        seen_before="period",
        load_before="load_id",
        first_day_before="first_day",
    )
    now = versions.select("number", seen_now="period", load_id="load_id", first_day_now="first_day")
    return rows.join(now, on="number").join(before, on="number")


def _with_team(watched: Watched, rows: pl.DataFrame) -> pl.DataFrame:
    def told_of(name: str | None) -> pl.Expr:
        if name is None:
            return pl.lit(None, pl.String)
        return pl.coalesce(f"{name}_now", f"{name}_before")

    return rows.with_columns(team=told_of(watched.team), worker=told_of(watched.worker))


def _silent(watched: Watched, shown: pl.DataFrame) -> dict[str, list[int]]:
    names = [column.name for column in watched.columns]
    counted = shown.group_by("number").agg(pl.len().alias("rows"), pl.col(names).count())
    long = counted.filter(pl.col("rows") >= FEWEST_ROWS)
    return {name: long.filter(pl.col(name) == 0)["number"].to_list() for name in names}
