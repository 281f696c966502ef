"""Where several extracts speak of one thing, the newest that says anything is believed."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import _
from ibis.expr.types import Column, Scalar, Table


def newest(table: Table, key: Sequence[str]) -> Table:
    """One row a key: the one from the newest extract, whole.

    Where that extract has several, the first by its other columns, so that it is always the same.
    """
    others = [name for name in table.columns if name not in (*key, "period")]
    order = ibis.window(group_by=list(key), order_by=[ibis.desc("period"), *others])
    return (
        table.mutate(newest_first=ibis.row_number().over(order))
        .filter(_.newest_first == 0)
        .drop("newest_first")
    )


def newest_known(table: Table, key: str, columns: Sequence[str]) -> Table:
    """One row a key: each column from the newest extract in which it is not blank.

    Where that extract says several things: yes before no, else the first of them in order.
    """
    known = table.group_by([key, "period"]).agg(**{name: _one(table[name]) for name in columns})
    newest_of_each = known.group_by(key).agg(
        **{name: known[name].argmax(known.period, where=known[name].notnull()) for name in columns}
    )
    provenance = table.group_by(key).agg(source=_.source.max(), period=_.period.max())
    return newest_of_each.join(provenance, key)


def _one(column: Column) -> Scalar:
    return column.max() if column.type().is_boolean() else column.min()
