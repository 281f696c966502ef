"""The crosswalk: for each return and identifier, the child it means, and how we know."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.extracts import Extracts
from sightline.records.fed import is_fed
from sightline.records.identity import links, numbering, same_id
from sightline.records.identity.adoptions import adoptions
from sightline.records.identity.clashes import clashes
from sightline.records.identity.same_id import Kept
from sightline.records.identity.statements import statements
from sightline.records.precedence import SAME_DAY

HOW = {
    "same_id": "the identifier itself",
    "form": "the same identifier but for capitals, leading zeros or .0",
    "numbered_apart": "the return uses the others' numbers for other children",
    "kept_apart": "the identifier has been used for two children",
    "upn": "the same UPN and date of birth under another identifier",
    "former_upn": "a former UPN and the same date of birth under another identifier",
}
"""How an identifier was tied to its child → in words."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The canonical tables `identifier` and `identity_clash`."""

    identifier: Table
    clash: Table

    def renamed(self, kept: Kept) -> dict[str, Table]:
        """Return → its identifiers that do not stand for themselves (see `Extracts`)."""
        changed = kept("renamed", self.identifier.filter(_.child_id != _.source_id))
        if not is_fed(changed):
            return {}
        columns = ["source_id", "child_id", "valid_from", "valid_to"]
        of_each = {
            name: kept(f"renamed_{name}", changed.filter(_.source == name).select(columns))
            for name in SAME_DAY
        }
        return {name: renamed for name, renamed in of_each.items() if is_fed(renamed)}


def crosswalk(extracts: Extracts, kept: Kept) -> Crosswalk:
    """Tie the identifiers of all returns to children. The order of files and rows is no matter."""
    identifiers = kept("identifiers", extracts.identifiers())
    said = kept("said", statements(extracts))
    keyed = _keys(identifiers, said, kept)
    profiled = kept("profiles", same_id.profiles(said, keyed))
    clusters = kept("clusters", same_id.generations(profiled))
    named = kept("children", same_id.children(profiled, clusters))
    spanned = kept("spans", same_id.spans(profiled, clusters, named))
    found = kept("identified", same_id.identified(identifiers, keyed, named, spanned))
    return _linked(
        found,
        kept("said_of", as_entities(said, found)),
        kept(
            "presence",
            as_entities(_ranked(identifiers), found)
            .select("entity", "source", "rank", "period")
            .distinct(),
        ),
        as_entities(adoptions(extracts), found),
        kept,
    )


def _keys(identifiers: Table, said: Table, kept: Kept) -> Table:
    keyed = kept("keys", same_id.keys(identifiers, said))
    differ = kept("differing", numbering.differing(said))
    if not is_fed(differ):
        return keyed
    return kept("keys_apart", same_id.with_numbers_apart(keyed, numbering.named(differ)))


def as_entities(rows: Table, found: Table) -> Table:
    """Rows with source, source_id and period, plus the `entity` each means."""
    joined = rows.inner_join(
        found,
        (rows.source == found.source)
        & (rows.source_id == found.source_id)
        & (found.valid_from.isnull() | (rows.period >= found.valid_from))
        & (found.valid_to.isnull() | (rows.period < found.valid_to)),
    )
    return joined.select(rows, found.entity)


def _ranked(identifiers: Table) -> Table:
    order = ibis.cases(
        *((identifiers.source == name, at) for at, name in enumerate(SAME_DAY)),
        else_=len(SAME_DAY),
    )
    return identifiers.mutate(rank=order.cast("int64"))


def _linked(found: Table, said: Table, presence: Table, adopted: Table, kept: Kept) -> Crosswalk:
    known = kept("entities", links.entities(said, presence, adopted))
    paired = kept("pairs", links.pairs(said, known))
    edges = kept("edges", paired.filter(_.verdict == "link"))
    members = links.nobody()
    if is_fed(edges):
        members = kept("members", links.judged(links.groups(known, edges, kept), presence))
    joined = kept("linked", links.linked(members))
    children = kept(
        "children_of",
        known.left_join(joined, "entity").select(
            known.entity, child_id=ibis.coalesce(joined.child_id, known.entity)
        ),
    )
    doubts = clashes(
        said.inner_join(children, "entity"),
        kept_apart(found, said, children),
        _not_linked(paired, members, children),
        _after_adoption(paired, members, children),
    )
    identifier = _identifier(found, presence, edges, children)
    return Crosswalk(kept("identifier", identifier), kept("clash", doubts))


def _identifier(found: Table, presence: Table, edges: Table, children: Table) -> Table:
    """The canonical table `identifier`."""
    last = presence.group_by(["entity", "source"]).agg(period=_.period.max())
    ways = ibis.union(
        edges.select("former", entity=_.a), edges.select("former", entity=_.b), distinct=False
    )
    former = ways.group_by("entity").agg(former=_.former.min())
    who = found.inner_join(children, "entity")
    linked = who.left_join(former, "entity").select(who, former.former)
    dated = linked.left_join(last, ["entity", "source"]).select(linked, last.period)
    how = ibis.cases(
        (
            dated.child_id != dated.entity,
            ibis.ifelse(dated.former.fill_null(False), "former_upn", "upn"),
        ),
        (dated.entity == dated.source_id, "same_id"),
        ((dated.entity == dated.shown) & dated.numbered_apart, "numbered_apart"),
        (dated.entity == dated.shown, "form"),
        else_="kept_apart",
    )
    told = dated.mutate(how=how)
    reason = ibis.cases(*((told.how == kind, words) for kind, words in HOW.items()))
    return told.select(
        "child_id",
        "source_id",
        "how",
        "valid_from",
        "valid_to",
        "source",
        "period",
        reason=reason,
    )


def kept_apart(found: Table, said: Table, children: Table) -> Table:
    """Each child named apart from the one who keeps the identifier, with the births of both."""
    births = said.select("entity", "source", "period", "rank", birth=_.born).union(
        said.filter(_.born.isnull()).select("entity", "source", "period", "rank", birth=_.expected),
        distinct=True,
    )
    order = ibis.window(group_by="entity", order_by=[ibis.desc("period"), "rank", "birth"])
    newest = (
        births.filter(_.birth.notnull())
        .mutate(place=ibis.row_number().over(order))
        .filter(_.place == 0)
        .inner_join(children, "entity")
    )
    who = found.select("key", "entity", "shown").distinct()
    main = who.filter(_.entity == _.shown).select("key", main=_.entity)
    apart = who.filter(_.entity != _.shown).inner_join(main, "key")
    first, other = newest.view(), newest.view()
    with_main = apart.inner_join(first, apart.main == first.entity).select(
        apart.entity,
        child_id=first.child_id,
        value=first.birth.cast("string"),
        source=first.source,
        period=first.period,
    )
    return with_main.inner_join(other, "entity").select(
        with_main.child_id,
        with_main.value,
        with_main.source,
        with_main.period,
        other_child_id=other.child_id,
        other_value=other.birth.cast("string"),
        other_source=other.source,
        other_period=other.period,
    )


def _not_linked(paired: Table, members: Table, children: Table) -> Table:
    """Pairs that share a UPN and are not one child, adoptions apart."""
    first = members.select(a=_.entity, a_verdict=_.verdict)
    second = members.select(b=_.entity, b_verdict=_.verdict)
    judged = paired.left_join(first, "a").select(paired, first.a_verdict)
    both = judged.left_join(second, "b").select(judged, second.b_verdict)
    settled = both.mutate(
        verdict=ibis.cases(
            (both.verdict != "link", both.verdict),
            ((both.a_verdict == "adopted") | (both.b_verdict == "adopted"), "adopted"),
            else_=both.a_verdict,
        )
    )
    one = children.select(a=_.entity, child_id=_.child_id)
    other = children.select(b=_.entity, other_child_id=_.child_id)
    named = settled.inner_join(one, "a").inner_join(other, "b")
    return named.filter(named.child_id != named.other_child_id).select(
        "verdict",
        "child_id",
        "other_child_id",
        value=named.a_born.cast("string"),
        other_value=named.b_born.cast("string"),
    )


def _after_adoption(paired: Table, members: Table, children: Table) -> Table:
    """The children whose adopted identity something would link to a later one."""
    pair = paired.filter(_.verdict == "adopted")
    old = pair.select(entity=ibis.ifelse(pair.a_adopted.notnull(), pair.a, pair.b))
    late = members.filter(_.verdict == "adopted").select("label").distinct()
    grouped = members.semi_join(late, "label").filter(_.verdict != "adopted").select("entity")
    return (
        ibis.union(old, grouped, distinct=True)
        .inner_join(children, "entity")
        .select("child_id")
        .distinct()
    )
