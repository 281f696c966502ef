"""Spells of the SSD made so that no two of one child overlap, as the measures need them."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table


def one_after_another(spells: Table) -> Table:
    """Each spell cut at the start of the child's next; empty ones are left out.

    `spells` must have one row for each child and start.
    """
    order = ibis.window(group_by="child_id", order_by="started")
    following = spells.started.lead().over(order)
    return spells.mutate(ended=ibis.least(spells.ended, following)).filter(
        _.ended.isnull() | (_.ended > _.started)
    )
