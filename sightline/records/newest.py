"""Where several extracts speak of one thing, the newest that says anything is believed."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import _
from ibis.expr.types import IntegerColumn, Scalar, Table


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


def newest_known(
    table: Table, key: str, columns: Sequence[str], rank: IntegerColumn | None = None
) -> Table:
    """One row a key: each column from the newest extract in which it is not blank.

    Where extracts of that day say several things: yes before no; else, with `rank`, what the row of
    the lowest says; else the first of them in order.
    """
    ranked = table.mutate(rank=ibis.literal(0) if rank is None else rank)
    known = ranked.group_by([key, "period"]).agg(
        **{name: _one(ranked, name, by_rank=rank is not None) for name in columns}
    )
    newest_of_each = known.group_by(key).agg(
        **{name: known[name].argmax(known.period, where=known[name].notnull()) for name in columns}
    )
    provenance = table.group_by(key).agg(source=_.source.max(), period=_.period.max())
    return newest_of_each.join(provenance, key)


def _one(table: Table, name: str, *, by_rank: bool) -> Scalar:
    column = table[name]
    if column.type().is_boolean():
        return column.max()
    if by_rank:
        return column.argmin(table["rank"], where=column.notnull())
    return column.min()
