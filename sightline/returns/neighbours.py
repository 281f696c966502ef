"""A child's row before or after, by date: named in a check, fetched once for all of a table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import polars as pl

from sightline.returns.tables import ROW_COLUMN

_SIGN = "»"
"""Stands in no heading of a return, so the name of a neighbour's value is nobody else's."""


def after(column: str, within: str, order: str) -> pl.Expr:
    """The value of a column in the next row of the same `within` (a child, say), by `order`."""
    return pl.col(_SIGN.join((within, order, "-1", column)))


def before(column: str, within: str, order: str) -> pl.Expr:
    """The value of a column in the row before of the same `within`, by `order`."""
    return pl.col(_SIGN.join((within, order, "1", column)))


def columns_named(name: str) -> tuple[str, ...]:
    """The columns of the table that a name stands for: itself, or those of a neighbour's value."""
    within, *rest = name.split(_SIGN)
    return (within, rest[0], rest[2]) if rest else (within,)


def with_neighbours(frame: pl.DataFrame, names: Iterable[str]) -> pl.DataFrame:
    """The frame, its rows as they lie, with those of `names` that are a neighbour's value.

    Rows of one day keep their order in the file. It costs one sort a pair of `within` and `order`,
    where Polars's `over(..., order_by=...)` sorts within every child for every column.
    """
    wanted = sorted({name for name in names if _SIGN in name})
    for (within, order), of_pair in groupby(wanted, lambda name: tuple(name.split(_SIGN)[:2])):
        frame = frame.hstack(_fetched(frame, within, order, list(of_pair)).get_columns())
    return frame


def _fetched(frame: pl.DataFrame, within: str, order: str, names: list[str]) -> pl.DataFrame:
    places = frame.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias(ROW_COLUMN), within, order)
    sorted_ = places.sort(within, order, ROW_COLUMN)
    at, whose = sorted_[ROW_COLUMN], sorted_[within]
    back = at.arg_sort()
    found = {}
    for step in {int(name.split(_SIGN)[2]) for name in names}:
        neighbour = pl.select(
            pl.when(whose.eq_missing(whose.shift(step))).then(at.shift(step))
        ).to_series()
        found[step] = neighbour.gather(back)
    return pl.DataFrame(
        [
            frame[column].gather(found[int(step)]).alias(name)
            for name in names
            for _within, _order, step, column in (name.split(_SIGN),)
        ]
    )
