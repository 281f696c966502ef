"""Which row of one version is which of the version before.

By the child and the key. Where rows are numbered, some systems number them afresh in every extract:
there a row of the same child and the same day is the same row, whatever its number; what is left
is told by its number, as a row whose day was moved.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from sightline.records.rewritten.watched import Watched

ROW = ("number", "who", "key")
"""A row's place: the later version's number, the child and the key."""


def paired(watched: Watched, shown: pl.DataFrame) -> pl.DataFrame:
    """Rows of every version beside those of the one before, but for what says the same in both.

    In: `number`, `who`, `key`, `rest`, `began` and the columns watched. Out: ROW, `before` and
    `now` (whether the row is in each), `rest`, and of every other column `NAME_before`, `NAME_now`.
    """
    names = [name for name in shown.columns if name not in ROW]
    before = _side(shown.with_columns(pl.col("number") + 1), "before", names)
    now = _side(shown, "now", names)
    both = _numbered(before, now) if watched.numbered else _by_key(before, now)
    nothing = pl.lit(False)
    told = both.with_columns(
        pl.col("before", "now").fill_null(nothing), rest=pl.coalesce("rest_now", "rest_before")
    )
    otherwise = [pl.col(f"{name}_before").ne_missing(pl.col(f"{name}_now")) for name in names]
    return told.filter(pl.any_horizontal(pl.col("before") != pl.col("now"), *otherwise))


def _side(shown: pl.DataFrame, side: str, names: Sequence[str]) -> pl.DataFrame:
    return shown.select(
        *ROW, pl.lit(True).alias(side), *(pl.col(name).alias(f"{name}_{side}") for name in names)
    )


def _by_key(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    return now.join(before, on=ROW, how="full", coalesce=True)


def _numbered(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """First what kept its number and its day, then what kept its day, then what kept its number."""
    day_before, day_now = pl.col("began_before"), pl.col("began_now")
    same = now.join(before, on=ROW).filter(day_before == day_now)
    before, now = (side.join(same, on=ROW, how="anti") for side in (before, now))
    same_day = _placed(now, day_now).join(
        _placed(before, day_before), on=("number", "who", "day", "place"), suffix="_then"
    )
    then = same_day.select("number", "who", key="key_then")
    before, now = before.join(then, on=ROW, how="anti"), now.join(same_day, on=ROW, how="anti")
    moved = _by_key(before, now)
    return pl.concat([same, same_day.select(same.columns), moved.select(same.columns)])


def _placed(rows: pl.DataFrame, day: pl.Expr) -> pl.DataFrame:
    """Adds `day` and `place`, which numbers a child's rows of one day."""
    place = pl.col("key").rank("ordinal").over("number", "who", day)
    return rows.with_columns(day=day, place=place)
