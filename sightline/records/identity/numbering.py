"""Returns that use the same numbers for other children, as when two systems both count from one.

Were such a number one child's, every one of them would be a clash, and some would be joined by
chance: of children taken at random a few are of one sex and born within a year.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.identity.statements import plain
from sightline.returns.numbering import FEWEST_ALIKE, FEWEST_CHILDREN, SLIP_DAYS


def differing(said: Table) -> Table:
    """Each return (`source`) and one `before` it that uses the same numbers for other children.

    They share at least FEWEST_CHILDREN numbers, and fewer than FEWEST_ALIKE of these go with births
    no more than SLIP_DAYS apart. The return whose newest extract is newest comes first (`place` 1).
    `said`: `statements`.
    """
    dated = said.mutate(plain=plain(said.source_id), birth=ibis.coalesce(said.born, said.expected))
    births = (
        dated.filter(_.birth.notnull())
        .group_by(["source", "rank", "plain"])
        .agg(birth=_.birth.argmax(_.period), period=_.period.max())
    )
    last = births.group_by(["source", "rank"]).agg(period=_.period.max())
    order = ibis.window(order_by=[ibis.desc("period"), "rank"])
    placed = last.select("source", place=ibis.row_number().over(order) + 1)
    each = births.inner_join(placed, "source").select("source", "place", "plain", "birth")
    before = each.select("plain", before=_.source, before_place=_.place, before_birth=_.birth)
    both = each.inner_join(before, "plain").filter(_.before_place < _.place)
    slip = ibis.interval(days=SLIP_DAYS)
    near = (both.birth <= both.before_birth + slip) & (both.before_birth <= both.birth + slip)
    counted = both.group_by(["source", "place", "before"]).agg(
        shared=_.count(), alike=near.cast("int64").sum()
    )
    apart = (counted.shared >= FEWEST_CHILDREN) & (counted.alike < FEWEST_ALIKE * counted.shared)
    return counted.filter(apart).select("source", "place", "before")


def named(differ: Table) -> Table:
    """Each return that numbers apart (`source`), and the first of them that numbers as it does."""
    every = differ.select("source", "place").distinct()
    like = every.select(numbering=_.source, first=_.place)
    pairs = every.inner_join(like, every.place >= like["first"])
    agreeing = pairs.anti_join(
        differ, (pairs.source == differ.source) & (pairs.numbering == differ.before)
    )
    return agreeing.group_by("source").agg(numbering=_.numbering.argmin(_["first"]))
