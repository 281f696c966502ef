"""One table of a return, each version beside the one before: a row for each row that differs.

Columns: those of `pairing.paired`; then the days and loads of both versions, and the `team` and
`worker` of the row at that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from sightline.records.rewritten.pairing import ROW, paired
from sightline.records.rewritten.versions import NOBODY_ELSE, Version, as_frame, told
from sightline.records.rewritten.watched import Watched

FEWEST_ROWS = 20  # in a table so long, a column with no answer at all was not given
REPEATED = 0.5  # a copy of a running list that repeats fewer of its rows is another list


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows side by side, and the versions that did not give a column: {column: numbers}."""

    watched: Watched
    rows: pl.DataFrame
    silent: dict[str, list[int]]


def side_by_side(
    watched: Watched, found: Sequence[Version], means: pl.DataFrame = NOBODY_ELSE
) -> Pairs:
    """Every version beside the one before; `means`, of identifiers that stand for other children.

    Its columns: `source_id`, `child_id`, `valid_from`, `valid_to`, as the table `identifier` has
    them for this return.
    """
    shown = told(watched, found, means)
    rows = _with_team(watched, _placed(paired(watched, shown), shown, found))
    if watched.again_only:
        rows = rows.filter(pl.col("seen_now") == pl.col("seen_before"))
    if watched.running:
        rows = rows.join(_other_lists(shown), on="number", how="anti")
    return Pairs(watched, rows, _silent(watched, shown))


def _other_lists(shown: pl.DataFrame) -> pl.DataFrame:
    """Versions that repeat too little of the one before, of the days that they go back to.

    Teams may send lists of their own, or only what is new; then nothing can be said of what is not
    there.
    """
    first = shown.group_by("number").agg(first_day=pl.col("began").min())
    before = shown.select(pl.col("number") + 1, "who", "key", "began").join(first, on="number")
    due = before.filter(pl.col("began") >= pl.col("first_day"))
    again = due.join(shown, on=ROW, how="left", suffix="_now").with_columns(
        again=pl.col("began_now").is_not_null()
    )
    counted = again.group_by("number").agg(pl.col("again").mean())
    numbers = shown.select("number").unique()
    told = numbers.join(counted, on="number", how="left")
    return told.filter(pl.col("again").fill_null(0) < REPEATED).select("number")


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
