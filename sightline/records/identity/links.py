"""Two identifiers that may be one child: linked by a UPN and a date of birth, or kept apart.

Linked: different identifiers, one real UPN (now or formerly), one date of birth, no clash of sex,
and no extract or stretch of one return in which both are used. Never linked: what one return names
side by side, as twins with a copied UPN are; and an identity that began after an adoption.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.fed import nothing
from sightline.records.identity.same_id import Kept

SHARED_BY_TOO_MANY = 8
"""A UPN that more identifiers than this share stands for nobody."""

ROUNDS = 4
"""How many changes of UPN in a row are followed from one identifier to the next."""


def latest(said: Table, column: str) -> Table:
    """One row an entity: the value of the newest extract that says any."""
    order = ibis.window(group_by="entity", order_by=[ibis.desc("period"), "rank", column])
    return (
        said.filter(said[column].notnull())
        .mutate(place=ibis.row_number().over(order))
        .filter(_.place == 0)
        .select("entity", column)
    )


def entities(said: Table, presence: Table, adoptions: Table) -> Table:
    """Each entity: born, sex, first and last seen, the best rank, and when she was adopted."""
    seen = presence.group_by("entity").agg(
        first_seen=_.period.min(), last_seen=_.period.max(), rank=_.rank.min()
    )
    adopted = adoptions.group_by("entity").agg(adopted=_.adopted.min())
    born, sex = latest(said, "born"), latest(said, "sex")
    with_birth = seen.left_join(born, "entity").select(seen, born.born)
    with_sex = with_birth.left_join(sex, "entity").select(with_birth, sex.sex)
    return with_sex.left_join(adopted, "entity").select(with_sex, adopted.adopted)


def pairs(said: Table, known: Table) -> Table:
    """Pairs of entities (`a` before `b`) that share a real UPN, and what keeps them apart, if any.

    `verdict`: link, adopted (one began after the other's adoption), upn_birth or upn_sex.
    """
    now = said.select("entity", upn=_.upn, former=ibis.literal(False))
    then = said.select("entity", upn=_.former_upn, former=ibis.literal(True))
    held = ibis.union(now, then, distinct=True).filter(_.upn.notnull())
    values = held.group_by(["entity", "upn"]).agg(former=_.former.min())
    few = (
        values.group_by("upn")
        .agg(holders=_.count())
        .filter((_.holders > 1) & (_.holders <= SHARED_BY_TOO_MANY))
    )
    shared = values.semi_join(few, "upn")
    left = shared.select("upn", a=_.entity, a_former=_.former)
    right = shared.select("upn", b=_.entity, b_former=_.former)
    both = left.inner_join(right, [left.upn == right.upn, left.a < right.b]).select(
        "a", "b", left.upn, former=_.a_former | _.b_former
    )
    once = both.group_by(["a", "b"]).agg(upn=_.upn.min(), former=_.former.min())
    first, second = _facts(known, "a"), _facts(known, "b")
    told = once.inner_join(first, "a").inner_join(second, "b")
    after_adoption = _began_after(told, "a", "b") | _began_after(told, "b", "a")
    return told.mutate(
        verdict=ibis.cases(
            (after_adoption, "adopted"),
            (~(told.a_born == told.b_born).fill_null(False), "upn_birth"),
            ((told.a_sex != told.b_sex).fill_null(False), "upn_sex"),
            else_="link",
        )
    )


def _facts(known: Table, side: str) -> Table:
    columns = ["born", "sex", "first_seen", "last_seen", "adopted"]
    return known.select(
        **{side: known.entity}, **{f"{side}_{name}": known[name] for name in columns}
    )


def _began_after(told: Table, old: str, new: str) -> ibis.expr.types.BooleanValue:
    """Whether one side was adopted and the other is first heard of after that day."""
    return (
        told[f"{old}_adopted"].notnull()
        & told[f"{new}_adopted"].isnull()
        & (told[f"{new}_first_seen"] > told[f"{old}_adopted"])
    )


def groups(known: Table, edges: Table, kept: Kept) -> Table:
    """Entities that links join, directly or through others: `entity`, and `label` of its group."""
    ways = ibis.union(
        edges.select(start=_.a, to=_.b), edges.select(start=_.b, to=_.a), distinct=True
    )
    ends = ways.select(entity=_.start).distinct()
    labelled = kept("label_0", ends.mutate(label=ends.entity))
    for number in range(ROUNDS):
        spread = ways.inner_join(labelled, ways.start == labelled.entity).select(
            entity=ways.to, label=labelled.label
        )
        both = ibis.union(labelled.select("entity", "label"), spread, distinct=False)
        labelled = kept(f"label_{number + 1}", both.group_by("entity").agg(label=_.label.min()))
    return labelled.inner_join(known, "entity")


def nobody() -> Table:
    """What `judged` gives where no two entities may be one child."""
    columns = {
        "entity": "string",
        "label": "string",
        "last_seen": "date",
        "rank": "int64",
        "verdict": "string",
    }
    return nothing(ibis.schema(columns))


def judged(grouped: Table, presence: Table) -> Table:
    """Each member of a group and its `verdict`: link, adopted or upn_together."""
    whole = ibis.window(group_by="label")
    dated = grouped.mutate(group_adopted=grouped.adopted.min().over(whole))
    late = dated.mutate(
        late=(dated.adopted.isnull() & (dated.first_seen > dated.group_adopted)).fill_null(False)
    )
    staying = late.filter(~late.late).select("entity", "label")
    stays = (
        presence.inner_join(staying, "entity")
        .group_by(["label", "source", "entity"])
        .agg(first=_.period.min(), last=_.period.max())
    )
    order = ibis.window(group_by=["label", "source"], order_by=["first", "entity"])
    overlapping = (
        stays.mutate(before=stays["last"].lag().over(order))
        .filter(_.before >= _["first"])
        .select("label")
        .distinct()
        .mutate(together=True)
    )
    return late.left_join(overlapping, "label").select(
        late.entity,
        late.label,
        late.last_seen,
        late["rank"],
        verdict=ibis.cases(
            (late.late, "adopted"),
            (overlapping.together.fill_null(False), "upn_together"),
            else_="link",
        ),
    )


def linked(members: Table) -> Table:
    """Each linked entity and the `child_id` of its group: the name the newest extract uses."""
    order = ibis.window(group_by="label", order_by=[ibis.desc("last_seen"), "rank", "entity"])
    together = members.filter(_.verdict == "link")
    return together.select("entity", child_id=together.entity.first().over(order))
