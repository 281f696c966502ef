"""One canonical table out of several returns: the same event told twice is one event."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import _
from ibis.expr.types import IntegerColumn, Table

from sightline.records.fed import union
from sightline.records.precedence import SAME_DAY
from sightline.records.spells import day_after
from sightline.records.tables import TABLES

KEYS: dict[str, tuple[str, ...]] = {
    "contact": ("child_id", "date", "made_by"),
    "early_help": ("child_id", "started"),
    "referral": ("child_id", "date"),
    "assessment": ("child_id", "started"),
    "section47": ("child_id", "strategy_discussion"),
    "conference": ("child_id", "date"),
    "permanence_step": ("child_id", "step", "date"),
    "strategy_discussion": ("child_id", "date"),
    "child_in_need_plan": ("child_id", "started"),
    "protection_review": ("child_id", "date"),
    "return_interview": ("child_id", "returned"),
    "disability": ("child_id", "disability"),
}
"""Tables of which one event may come from several returns → what makes it the same event."""

ONE_AT_A_TIME = ("child_in_need", "protection_plan")
"""Spells of which a child has one at a time: two that overlap are the same one, told twice."""


def merged(name: str, told: Sequence[Table]) -> Table:
    """What several returns tell for one canonical table, with its columns and provenance."""
    rows = stacked(name, told)
    if len(told) == 1:
        return rows
    if name in ONE_AT_A_TIME:
        return _one_at_a_time(rows)
    if name == "involvement":
        return _team_of_the_newest(rows)
    return _one_a_key(rows, KEYS[name]) if name in KEYS else rows


def stacked(name: str, told: Sequence[Table]) -> Table:
    """All rows that the returns tell for one canonical table."""
    return union(*(conformed(name, table) for table in told))


def conformed(name: str, table: Table) -> Table:
    """A table with exactly the columns of canonical table `name`; what it lacks is null."""
    return table.select(
        **{
            column: (table[column] if column in table.columns else ibis.null()).cast(kind)
            for column, kind in TABLES[name].schema.items()
        }
    )


def rank(table: Table) -> IntegerColumn:
    """Each row's place in the order of belief among extracts of one day; 0 is believed first."""
    return ibis.cases(
        *((table.source == name, at) for at, name in enumerate(SAME_DAY)), else_=len(SAME_DAY)
    )


def _one_a_key(rows: Table, key: Sequence[str]) -> Table:
    """Each column from the newest extract in which it is not blank; of one day, by rank."""
    others = [name for name in rows.columns if name not in (*key, "source", "period")]
    newness = rows.period.cast("string") + (len(SAME_DAY) - rank(rows)).cast("string")
    ordered = rows.mutate(newness=newness)
    return ordered.group_by(list(key)).agg(
        **{
            name: ordered[name].argmax(ordered.newness, where=ordered[name].notnull())
            for name in others
        },
        source=ordered.source.argmax(ordered.newness),
        period=ordered.period.max(),
    )


def _one_at_a_time(rows: Table) -> Table:
    """Of overlapping spells of several returns, those of the return that spoke of the child last.

    A spell that is open reaches to its extract's day. One that the return it came from left open
    ends, with no known end, where a spell of another begins.
    """
    spoke = rows.group_by(["child_id", "source"]).agg(last=_.period.max())
    order = ibis.window(group_by="child_id", order_by=[ibis.desc("last"), rank(spoke)])
    placed = rows.inner_join(
        spoke.mutate(place=ibis.row_number().over(order)).drop("last"), ["child_id", "source"]
    )
    reaching = placed.mutate(until=ibis.coalesce(_.ended, day_after(_.period)))
    better = reaching.select(
        "child_id", better=_.place, better_started=_.started, better_until=_.until
    )
    kept = reaching.anti_join(
        better,
        (reaching.child_id == better.child_id)
        & (better.better < reaching.place)
        & (better.better_started < reaching.until)
        & (reaching.started < better.better_until),
    )
    following = ibis.window(group_by="child_id", order_by="started")
    told = kept.mutate(
        next_start=kept.started.lead().over(following),
        next_source=kept.source.lead().over(following),
    )
    left_open = told.ended.isnull() & (told.next_source != told.source)
    return told.mutate(
        ended=ibis.ifelse(left_open.fill_null(False), told.next_start, told.ended),
        end_unknown=told.end_unknown | left_open,
    ).select(rows.columns)


def _team_of_the_newest(rows: Table) -> Table:
    """A child's teams as told by the return that spoke of them last, so that no two overlap."""
    with_team = rows.filter(_.team.notnull())
    last = with_team.group_by(["child_id", "source"]).agg(last=_.period.max())
    order = ibis.window(group_by="child_id", order_by=[ibis.desc("last"), rank(last)])
    newest = last.mutate(place=ibis.row_number().over(order)).filter(_.place == 0)
    believed = with_team.semi_join(newest, ["child_id", "source"])
    return ibis.union(rows.filter(_.team.isnull()), believed, distinct=False)
