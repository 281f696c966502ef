"""What is in doubt about who is who, and what was done about it: rows of `identity_clash`."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.fed import union
from sightline.records.identity.links import latest
from sightline.records.tables import TABLES

ONE_CHILD, KEPT_APART, NOT_LINKED = "one child", "kept apart", "not linked"

REASONS = {
    "birth_date": "Dates of birth within a year under one identifier are taken for a slip in one "
    "child's record.",
    "sex": "Two sexes under one identifier and one date of birth are one child's record.",
    "kept_apart": "The births under this identifier lie more than a year apart, or differ together "
    "with the sex: it has been used for two children.",
    "upn_birth": "They share a UPN but not a date of birth; a UPN alone makes nobody one child.",
    "upn_sex": "They share a UPN and a date of birth, but one is a girl and the other a boy.",
    "upn_together": "They share a UPN and a date of birth, but one return uses both identifiers: "
    "twins with a copied UPN look like this.",
    "adopted": "An identity that began after this child's adoption has the same UPN. They are not "
    "linked, and the new identity is not named here. Ask the records team to see to the UPN.",
}


def clashes(said: Table, born_again: Table, paired: Table, adopted: Table) -> Table:
    """All kinds of clash, as columns of `identity_clash`, under the final `child_id`s.

    `said`: statements with entity and child_id; `born_again`: children kept apart from the one who
    keeps the identifier; `paired`: pairs that share a UPN, with the final verdict; `adopted`: the
    children whose adopted identity a link would have tied to a later one.
    """
    return union(
        _within(said, "born", "birth_date"),
        _within(said, "sex", "sex"),
        _apart(born_again),
        _not_linked(paired),
        _after_adoption(adopted),
        distinct=True,
    )


def _rows(table: Table, **values: ibis.expr.types.Value | str) -> Table:
    """Rows of `identity_clash`: what is given by name, else the table's own column, else null."""
    given = {**{name: table[name] for name in table.columns}, **values}
    return table.select(
        **{
            name: ibis.literal(value).cast(kind) if isinstance(value, str) else value.cast(kind)
            for name, kind in TABLES["identity_clash"].schema.items()
            for value in (given.get(name, ibis.null()),)
        }
    )


def _within(said: Table, column: str, kind: str) -> Table:
    """Under one child: each other value, by the newest extract of each return that says it."""
    used = latest(said, column).rename(used=column)
    others = said.filter(said[column].notnull()).inner_join(used, "entity")
    differing = others.filter(others[column] != others.used)
    order = ibis.window(group_by="entity", order_by=[ibis.desc("period"), "rank"])
    who = (
        said.filter(said[column].notnull())
        .mutate(place=ibis.row_number().over(order))
        .filter(_.place == 0)
        .select("entity", used_source=_.source, used_period=_.period)
    )
    once = (
        differing.group_by(["child_id", "entity", "used", "source", column])
        .agg(period=_.period.max())
        .inner_join(who, "entity")
    )
    return _rows(
        once,
        kind=kind,
        outcome=ONE_CHILD,
        reason=REASONS[kind],
        value=once.used,
        source=once.used_source,
        period=once.used_period,
        other_value=once[column],
        other_source=once.source,
        other_period=once.period,
    )


def _apart(born_again: Table) -> Table:
    return _rows(born_again, kind="kept_apart", outcome=KEPT_APART, reason=REASONS["kept_apart"])


def _not_linked(paired: Table) -> Table:
    kinds = ("upn_birth", "upn_sex", "upn_together")
    differ = paired.filter(paired.verdict.isin(kinds))
    told = ibis.cases(*((differ.verdict == kind, REASONS[kind]) for kind in kinds))
    return _rows(differ, kind=differ.verdict, outcome=NOT_LINKED, reason=told)


def _after_adoption(adopted: Table) -> Table:
    """Only the identity that was adopted is named: to name the other would itself link the two."""
    return _rows(adopted, kind="adopted", outcome=NOT_LINKED, reason=REASONS["adopted"])
