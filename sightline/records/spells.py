"""Runs of rows of one child made into one spell: where each begins, and how rows join up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

import ibis
from ibis import _
from ibis.expr.types import BooleanColumn, BooleanValue, DateValue, IntegerColumn, Table

_NEVER_ENDED = date(9999, 12, 31)


def lasts_past(ended: DateValue, day: DateValue) -> BooleanValue:
    """Whether a spell that ended on a day (null while it lasts) is not over on another day.

    A comparison and no OR: where joins ask it, an engine can look each child up instead of
    comparing every row with every other. `day` is there: where it is null, so is the answer.
    """
    return ibis.coalesce(ended, ibis.literal(_NEVER_ENDED)) > day


def run_number(begins: BooleanColumn, order_by: str) -> IntegerColumn:
    """Numbers the runs of each child's rows in order: a row where `begins` (or null) opens one."""
    so_far = ibis.cumulative_window(group_by="child_id", order_by=order_by)
    return cast("IntegerColumn", ibis.ifelse(begins.fill_null(True), 1, 0).sum().over(so_far))


def only_last(numbered: Table, columns: Sequence[str], first: bool = False) -> Table:
    """Each column left blank but in the last row of a child's run; `first`: in the first instead.

    The maximum of the column over the run is then what that row says: unlike an argmax, that can be
    asked of every engine.
    """
    run = ibis.window(group_by=["child_id", "number"])
    there = (numbered.started.min() if first else numbered.started.max()).over(run)
    return numbered.mutate(
        **{
            name: ibis.ifelse(
                numbered.started == there,
                numbered[name],
                ibis.null().cast(numbered[name].type()),
            )
            for name in columns
        }
    )


def day_after(day: DateValue) -> DateValue:
    """The day after: where a spell ends whose last day is `day`."""
    return (day + ibis.interval(days=1)).cast("date")


def joined(numbered: Table, **kept: ibis.Deferred) -> Table:
    """One row for each child and `number`: first start, last end, null end if any row is open."""
    return cast(
        "Table",
        numbered.group_by(["child_id", "number"])
        .agg(
            first_started=_.started.min(),
            last_ended=_.ended.max(),
            still=_.ended.isnull().any(),
            source=_.source.max(),
            period=_.period.max(),
            **kept,
        )
        .mutate(
            started=_.first_started,
            ended=ibis.ifelse(_.still, ibis.null().cast("date"), _.last_ended),
        )
        .drop("number", "still", "first_started", "last_ended"),
    )
