"""Where several extracts speak of one thing, the newest that says anything is believed."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import _
from ibis.expr.types import Table


def newest(table: Table, key: Sequence[str]) -> Table:
    """One row a key: the one from the newest extract, whole."""
    order = ibis.window(group_by=list(key), order_by=ibis.desc("period"))
    return (
        table.mutate(newest_first=ibis.row_number().over(order))
        .filter(_.newest_first == 0)
        .drop("newest_first")
    )


def newest_known(table: Table, key: str, columns: Sequence[str]) -> Table:
    """One row a key: each column from the newest extract in which it is not blank."""
    return table.group_by(key).agg(
        **{name: table[name].argmax(table.period, where=table[name].notnull()) for name in columns},
        source=_.source.max(),
        period=_.period.max(),
    )
