"""The sums behind every figure, kept once a load: figures are then read, not summed from millions
of rows at each question."""

from __future__ import annotations

from collections.abc import Iterable

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.measures.rows import ROWS
from sightline.measures.view import GROUPS
from sightline.records import Records

SUMS = "measure_figure"
WHOLE = "whole"
"""The cut of what is not broken down."""
NOT_KNOWN = "Not known"


def summed(rows: Table, keys: Iterable[str]) -> Table:
    """The sums of measure rows: numerator, its squares, denominator, known_share."""
    return rows.group_by(list(keys)).agg(
        numerator=_.up.sum(),
        squares=(_.up * _.up).sum(),
        denominator=_.down.sum(),
        known_share=ibis.cases((_.known, 1), (~_.known, 0)).cast("float64").mean(),
    )


def keep_sums(records: Records) -> None:
    """Keep the sums of the rows that `rows.keep_rows` kept: of all, and cut each way of GROUPS.

    One row a measure_id, cut (WHOLE or one of GROUPS), name (of the group; NOT_KNOWN where it is
    not known, WHOLE of all) and as_at.
    """
    cuts = [_cut(records, cut) for cut in (WHOLE, *GROUPS)]
    ordered = ibis.union(*cuts, distinct=False).order_by(["cut", "measure_id", "name", "as_at"])
    records.connection.create_table(SUMS, ordered, overwrite=True)


def sums(records: Records, cut: str) -> Table:
    """The sums of a cut, kept or, from records worked out for one question, summed now."""
    if SUMS in records.connection.list_tables():
        return records.connection.table(SUMS).filter(_.cut == cut).drop("cut")
    return _cut(records, cut).drop("cut")


def _cut(records: Records, cut: str) -> Table:
    rows = records.connection.table(ROWS)
    name = ibis.literal(WHOLE) if cut == WHOLE else rows[cut].fill_null(NOT_KNOWN)
    named = rows.mutate(name=name, cut=ibis.literal(cut))
    keys = ["measure_id", "cut", "name", "as_at"]
    found = summed(named, keys)
    return found.select(*keys, "numerator", "squares", "denominator", "known_share")
