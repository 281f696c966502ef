"""One identifier in several extracts: one child, unless the births say that there are two.

Two statements under one identifier are of two children where the dates of birth lie more than a
year apart, or where both the date of birth and the sex differ. Anything less is a slip of one
child's record, and is reported. Nothing is guessed about which digit slipped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import ibis
from ibis import _
from ibis.expr.types import BooleanColumn, StringColumn, Table

from sightline.records.identity.statements import most_said, plain

Kept = Callable[[str, Table], Table]
"""Works an expression out once, under a name, for the several that are made from it.

What comes to no row is not fed (`records.fed`)."""

EXTRACT = ["source", "rank", "period", "key"]


def keys(identifiers: Table, said: Table) -> Table:
    """Each identifier as written (`source`, `source_id`), its `key`, and how that is `shown`.

    What differs only in case, leading zeros or `.0` has one key, unless one table of one extract
    names two of them: then they are two identifiers. It is shown in its fullest form.
    """
    written = identifiers.select("source", "source_id").distinct()
    plainly = written.mutate(plain=plain(written.source_id))
    together = (
        said.mutate(plain=plain(said.source_id))
        .group_by(["source", "table", "period", "plain"])
        .agg(forms=_.source_id.nunique())
        .filter(_.forms > 1)
        .select("plain")
        .distinct()
        .mutate(told_apart=True)
    )
    keyed = plainly.left_join(together, "plain").select(
        plainly.source,
        plainly.source_id,
        key=ibis.ifelse(together.told_apart.notnull(), plainly.source_id, plainly.plain),
    )
    fullest = ibis.window(
        group_by="key",
        order_by=[
            keyed.source_id.endswith(".0"),
            ibis.desc(keyed.source_id.length()),
            keyed.source_id != keyed.source_id.upper(),
            keyed.source_id,
        ],
    )
    return keyed.mutate(
        shown=keyed.source_id.first().over(fullest), numbered_apart=ibis.literal(False)
    )


def with_numbers_apart(keyed: Table, apart: Table) -> Table:
    """`keys`, those of another numbering under its name: `apart` has each `source` of one."""
    marked = keyed.left_join(apart, "source").select(keyed, apart.numbering)
    own = marked.numbering.notnull()
    return marked.mutate(
        **{
            name: ibis.ifelse(own, marked.numbering + ":" + marked[name], marked[name])
            for name in ("key", "shown")
        },
        numbered_apart=own,
    ).drop("numbering")


def profiles(said: Table, keyed: Table) -> Table:
    """One row an extract and key: what most of its rows say of the birth and the sex."""
    under_key = said.inner_join(keyed, ["source", "source_id"])
    known = under_key.select(*EXTRACT, "shown", "source_id").distinct()
    one_each = known.group_by(EXTRACT).agg(shown=_.shown.min())
    found = one_each
    for column in ("born", "expected", "sex"):
        most = most_said(under_key, EXTRACT, column)
        found = found.left_join(most, EXTRACT).select(found, most[column])
    return found.mutate(birth=ibis.coalesce(found.born, found.expected))


def generations(profiled: Table) -> Table:
    """Each key's births, numbered by child (`cluster`, from 0): what the module's rule says."""
    dated = profiled.filter(_.birth.notnull())
    births = dated.group_by(["key", "birth"]).agg(low=_.sex.min(), high=_.sex.max())
    in_order = ibis.window(group_by="key", order_by="birth")
    so_far = ibis.cumulative_window(group_by="key", order_by="birth")
    apart = births.mutate(
        apart=births.birth > births.birth.lag().over(in_order) + ibis.interval(years=1)
    )
    close = apart.mutate(generation=_whole(apart.apart.fill_null(False)).sum().over(so_far))
    together = ibis.window(group_by=["key", "generation"])
    sexes = close.mutate(
        split=(close.low.min().over(together) == "F")
        & (close.high.max().over(together) == "M")
        & (_whole((close.low != close.high).fill_null(False)).max().over(together) == 0)
    )
    parts = sexes.mutate(part=ibis.ifelse(sexes.split.fill_null(False), sexes.low, ""))
    parted = parts.mutate(part=parts.part.fill_null("F"))
    numbered = ibis.window(group_by="key", order_by=["generation", "part"])
    return parted.mutate(cluster=ibis.dense_rank().over(numbered)).select("key", "birth", "cluster")


def _whole(condition: BooleanColumn) -> ibis.expr.types.IntegerColumn:
    return cast("ibis.expr.types.IntegerColumn", condition.cast("int64"))


def children(profiled: Table, clusters: Table) -> Table:
    """Each key and cluster, the name of its child (`entity`), and whether it is the `main` one.

    The child of whom the newest extract speaks keeps the identifier; any other is named after the
    return that speaks of her, as `ssda903:1234`.
    """
    placed = profiled.inner_join(clusters, ["key", "birth"])
    last = ibis.window(group_by="key", order_by=[ibis.desc("period"), "rank", "cluster"])
    main = (
        placed.mutate(place=ibis.row_number().over(last))
        .filter(_.place == 0)
        .select("key", main_cluster=_.cluster)
    )
    best = ibis.window(group_by=["key", "cluster"], order_by=["rank", ibis.desc("period")])
    named = (
        placed.mutate(place=ibis.row_number().over(best))
        .filter(_.place == 0)
        .select("key", "cluster", "shown", "source")
        .inner_join(main, "key")
    )
    apart = named.mutate(main=named.cluster == named.main_cluster)
    nth = ibis.window(group_by=["key", "main", "source"], order_by="cluster")
    numbered = apart.mutate(nth=ibis.row_number().over(nth) + 1)
    return numbered.select("key", "cluster", "main", entity=_entity(numbered))


def _entity(numbered: Table) -> StringColumn:
    again = ibis.ifelse(numbered.nth > 1, ibis.literal(":") + numbered.nth.cast("string"), "")
    derived = numbered.source + ibis.literal(":") + numbered.shown + again
    return cast("StringColumn", ibis.ifelse(numbered.main, numbered.shown, derived))


def spans(profiled: Table, clusters: Table, named: Table) -> Table:
    """For each key that means several children, which of them each return means, and when."""
    several = named.filter(~_.main).select("key").distinct()
    placed = (
        profiled.inner_join(clusters, ["key", "birth"])
        .semi_join(several, "key")
        .inner_join(named, ["key", "cluster"])
    )
    order = ibis.window(group_by=["source", "key"], order_by="period")
    before = placed.mutate(before=placed.entity.lag().over(order))
    begins = before.filter(before.before.isnull() | (before.before != before.entity))
    return begins.select(
        "source",
        "key",
        "entity",
        valid_from=ibis.ifelse(begins.before.isnull(), ibis.null().cast("date"), begins.period),
        valid_to=begins.period.lead().over(order),
    )


def identified(identifiers: Table, keyed: Table, named: Table, spanned: Table) -> Table:
    """Each return's identifiers, and the child (`entity`) each means, when."""
    used = (
        identifiers.select("source", "source_id")
        .distinct()
        .inner_join(keyed, ["source", "source_id"])
    )
    main = named.filter(_.main).select("key", main_entity=_.entity)
    with_main = used.left_join(main, "key").select(used, main.main_entity)
    joined = with_main.left_join(spanned, ["source", "key"])
    return joined.select(
        with_main.source,
        with_main.source_id,
        with_main.key,
        with_main.shown,
        with_main.numbered_apart,
        entity=ibis.coalesce(spanned.entity, with_main.main_entity, with_main.shown),
        valid_from=spanned.valid_from,
        valid_to=spanned.valid_to,
    )
