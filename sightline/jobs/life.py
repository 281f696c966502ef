"""A child's life in care as spells: where she lived, under what order, with which plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records import Records
from sightline.records.words import LEGAL_STATUS, PERMANENCE_PLAN, PLACEMENT, said


class Lane(StrEnum):
    """What a spell is about."""

    HOME = "Home"
    ORDER = "Legal status"
    PLAN = "Plan"


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch. `ended` is None while it lasts."""

    lane: Lane
    started: date
    ended: date | None
    code: str | None
    words: str


_TABLES = {
    Lane.HOME: ("placement", "placement_type", PLACEMENT),
    Lane.ORDER: ("legal_status", "legal_status", LEGAL_STATUS),
    Lane.PLAN: ("care_plan", "permanence_plan", PERMANENCE_PLAN),
}


def spells(records: Records, child_id: str) -> tuple[Spell, ...]:
    """Every spell of one child, lane by lane, oldest first, in one query."""
    stacked = ibis.union(*(_lane(records, lane, child_id) for lane in _TABLES), distinct=False)
    rows = records.connection.to_pyarrow(stacked.order_by("started")).to_pylist()
    found = [
        Spell(
            **{**row, "lane": Lane(row["lane"])}, words=said(_TABLES[row["lane"]][2], row["code"])
        )
        for row in rows
    ]
    order = list(Lane)
    return tuple(sorted(found, key=lambda spell: order.index(spell.lane)))


def _lane(records: Records, lane: Lane, child_id: str) -> Table:
    table, code, _words = _TABLES[lane]
    return (
        records.table(table)
        .filter(_.child_id == child_id)
        .select("started", "ended", code=code, lane=ibis.literal(lane.value))
    )
