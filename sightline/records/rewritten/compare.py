"""What one version says otherwise than the one before: shown first, moved, changed, gone.

- A day is *recorded late* where it lies on or before the day of an extract that did not show it,
  though the row was there, or should have been: it was not yet on the system then.
- A row that goes while another of the same child comes for a past day is one row, *moved*: one
  that ends on the same day, or else the earliest with the earliest.
- What an extract no longer shows is *gone* only while it should be shown (`Stays`).
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

import polars as pl

from sightline.records.rewritten.pairing import ROW
from sightline.records.rewritten.side_by_side import Pairs
from sightline.records.rewritten.watched import Column, Kind, Stays, Watched

WHOLE_ROW = "row"
CHANGED, GONE = "changed", "vanished"
PROVENANCE = ("who", "team", "worker", "seen_before", "seen_now", "load_before", "load_id")
YES = pl.lit(True)


def first_shown(pairs: Pairs) -> pl.DataFrame:
    """Every day that a version shows and the one before did not: `column`, `day`, `late`."""
    rows = pairs.rows.join(_moved(pairs), on=ROW, how="anti")
    found = [_new_rows(pairs.watched, rows)]
    found += [_new_days(pairs, rows, column) for column in pairs.watched.columns if column.is_day]
    return pl.concat(found)


def rewritten(pairs: Pairs) -> pl.DataFrame:
    """What changed or is gone: `column`, `what`, `was`, `now`, `was_day`, `now_day`, `began`."""
    moved = _moved(pairs)
    found = [_moves(pairs, moved), _gone(pairs, moved)]
    found += [_changes(pairs, column) for column in pairs.watched.columns]
    if pairs.watched.began and not pairs.watched.moves:
        found.append(_changes(pairs, Column("began", Kind.ONCE), named=pairs.watched.began))
    return pl.concat(found)


def _new_rows(watched: Watched, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows that were not there, or had no day: late if they began by the day of the extract before.

    Where a list goes back a few months only, one from before the first day of the other is no news.
    """
    began = pl.col("began_now")
    dated_since = pl.col("began_before").is_null() & (watched.began is not None)
    new = ~pl.col("before") | dated_since
    fits = pl.col("now") & new & (began <= pl.col("seen_now"))
    if watched.stays.months is not None:
        fits &= began >= pl.col("first_day_before")
    return _shown(rows.filter(fits), watched.began or WHOLE_ROW, began)


def _new_days(pairs: Pairs, rows: pl.DataFrame, column: Column) -> pl.DataFrame:
    before, now = pl.col(f"{column.name}_before"), pl.col(f"{column.name}_now")
    new = before.is_null()
    if column.kind is Kind.LATEST:
        new |= (now > before) & ~_is_near(column)
    came_with_row = ~pl.col("before") & (now >= pl.col("began_now"))
    known = now.is_not_null() & (now <= pl.col("seen_now")) & _speak(pairs, column)
    return _shown(rows.filter(known & ((pl.col("before") & new) | came_with_row)), column.name, now)


def _shown(rows: pl.DataFrame, column: str, day: pl.Expr) -> pl.DataFrame:
    return rows.select(
        *PROVENANCE,
        pl.lit(column).alias("column"),
        day.alias("day"),
        (day <= pl.col("seen_before")).alias("late"),
    )


def _speak(pairs: Pairs, column: Column) -> pl.Expr:
    """Whether both versions gave the column at all."""
    silent = pairs.silent.get(column.name, [])
    return ~pl.col("number").is_in([*silent, *(number + 1 for number in silent)])


def _is_near(column: Column) -> pl.Expr:
    """A later past day that is the same event as the one shown before, moved."""
    before, now = pl.col(f"{column.name}_before"), pl.col(f"{column.name}_now")
    apart = (now - before).dt.total_days()
    one_event = apart <= column.apart
    if column.same:
        described = pl.col(f"{column.same[0]}_now").is_not_null()
        one_event |= described & reduce(and_, map(_same, column.same), YES)
    return ((apart > 0) & one_event & (now <= pl.col("seen_before"))).fill_null(False)


def _moved(pairs: Pairs) -> pl.DataFrame:
    """Rows that came for a past day where another of the child went: ROW, `was_day`, `gone_key`.

    First those that end on the same day, whether or not the one that went was still due; then, of
    the rows that should be there, the earliest with the earliest.
    """
    came = pairs.rows.filter(
        ~pl.col("before") & (pl.col("began_now") <= pl.col("seen_before")) & pairs.watched.moves
    )
    gone = pairs.rows.filter(~pl.col("now") & pairs.watched.moves)
    ended = _with_one_end(pairs, came, gone)
    went = ended.select("number", "who", key="gone_key")
    due = _should_be_there(pairs).filter(pl.lit(pairs.watched.moves))
    others = _ranked(came.join(ended, on=ROW, how="anti"), "began_now").join(
        _ranked(due.join(went, on=ROW, how="anti"), "began_before"),
        on=["number", "who", "rest", "place"],
        suffix="_gone",
    )
    return pl.concat([ended, others.select(*ROW, was_day="began_before_gone", gone_key="key_gone")])


def _with_one_end(pairs: Pairs, came: pl.DataFrame, gone: pl.DataFrame) -> pl.DataFrame:
    """Rows that came with the very end of one that went."""
    same = ["number", "who", "rest"]
    found = [
        came.join(
            gone,
            left_on=[*same, f"{column.name}_now"],
            right_on=[*same, f"{column.name}_before"],
            suffix="_gone",
        ).select(*ROW, was_day="began_before_gone", gone_key="key_gone")
        for column in pairs.watched.columns
        if column.kind is Kind.ONCE
    ]
    if not found:
        return came.clear().select(*ROW, was_day="began_before", gone_key="key")
    each = pl.concat(found).sort(*ROW, "gone_key")
    return each.unique(ROW, keep="first", maintain_order=True).unique(
        ["number", "who", "gone_key"], keep="first", maintain_order=True
    )


def _ranked(rows: pl.DataFrame, began: str) -> pl.DataFrame:
    """Numbers a child's rows of one kind by the day they began."""
    place = pl.struct(began, "key").rank("ordinal").over("number", "who", "rest")
    return rows.with_columns(place=place)


def _should_be_there(pairs: Pairs) -> pl.DataFrame:
    """Rows that a version does not show and should."""
    stays, began = pairs.watched.stays, pl.col("began_before")
    reasons = [pl.col("seen_now") == pl.col("seen_before")]
    if stays.months is not None:
        lasts = began.dt.offset_by(f"{stays.months}mo") > pl.col("seen_now")
        reasons.append(lasts & (began >= pl.col("first_day_now")))
    if stays.until:
        open_then = (pl.col(f"{name}_before").is_null() for name in stays.until)
        reasons.append(reduce(and_, open_then, YES) & ~_never_open(stays).fill_null(False))
    return pairs.rows.filter(~pl.col("now") & reduce(or_, reasons).fill_null(False))


def _never_open(stays: Stays) -> pl.Expr:
    """What was done with on the day it was written down."""
    return pl.lit(False) if stays.unless is None else pl.col(f"{stays.unless}_before") == "true"


def _moves(pairs: Pairs, moved: pl.DataFrame) -> pl.DataFrame:
    rows = pairs.rows.join(moved, on=ROW)
    column = pairs.watched.began or WHOLE_ROW
    return _said(rows, column, CHANGED, pl.col("was_day"), pl.col("began_now"))


def _gone(pairs: Pairs, moved: pl.DataFrame) -> pl.DataFrame:
    """Rows that went with no reason and did not move.

    A child listed anew for a later day has left and come back: some list the open row alone.
    """
    went = moved.select("number", "who", key="gone_key")
    gone = _should_be_there(pairs).join(went, on=ROW, how="anti")
    if pairs.watched.stays.until and pairs.watched.moves:
        anew = pairs.rows.filter(~pl.col("before") & (pl.col("began_now") > pl.col("seen_before")))
        gone = gone.join(anew, on=["number", "who"], how="anti")
    return _said(gone, WHOLE_ROW, GONE, pl.col("began_before"), pl.lit(None, pl.Date))


def _changes(pairs: Pairs, column: Column, named: str | None = None) -> pl.DataFrame:
    before, now = pl.col(f"{column.name}_before"), pl.col(f"{column.name}_now")
    in_both = pl.col("before") & pl.col("now") & before.is_not_null() & _speak(pairs, column)
    rows = pairs.rows.filter(in_both & (_is_blanked(pairs, column) | _is_rewritten(column)))
    what = pl.when(now.is_null()).then(pl.lit(GONE)).otherwise(pl.lit(CHANGED))
    return _said(rows, named or column.name, what, before, now)


def _is_blanked(pairs: Pairs, column: Column) -> pl.Expr:
    """Blank now, though the row is open still, or its day stands as before."""
    blank = pl.col(f"{column.name}_now").is_null()
    if column.with_day is not None:
        return blank & _same(column.with_day)
    return reduce(
        and_, (pl.col(f"{name}_now").is_null() for name in pairs.watched.stays.until), blank
    )


def _is_rewritten(column: Column) -> pl.Expr:
    before, now = pl.col(f"{column.name}_before"), pl.col(f"{column.name}_now")
    if column.kind is Kind.LATEST:
        return (now < before).fill_null(False) | _is_near(column)
    other = (now != before).fill_null(False)
    for old, new in column.renamed:
        other &= ~((before == old) & (now == new)).fill_null(False)
    return other & _same(column.with_day) if column.with_day else other


def _same(name: str) -> pl.Expr:
    return pl.col(f"{name}_before").eq_missing(pl.col(f"{name}_now"))


def _said(
    rows: pl.DataFrame, column: str, what: pl.Expr | str, was: pl.Expr, now: pl.Expr
) -> pl.DataFrame:
    told = rows.with_columns(was_told=was, now_told=now)
    days = told.schema["was_told"] == pl.Date
    nothing = pl.lit(None, pl.Date)
    return told.select(
        *PROVENANCE,
        pl.lit(column).alias("column"),
        (pl.lit(what) if isinstance(what, str) else what).alias("what"),
        pl.col("was_told").cast(pl.String).alias("was"),
        pl.col("now_told").cast(pl.String).alias("now"),
        (pl.col("was_told") if days else nothing).alias("was_day"),
        (pl.col("now_told") if days else nothing).cast(pl.Date).alias("now_day"),
        pl.coalesce("began_now", "began_before").alias("began"),
    )
