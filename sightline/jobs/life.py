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


def spells(records: Records) -> dict[str, tuple[Spell, ...]]:
    """Every spell by child, lane by lane, oldest first, in one query."""
    stacked = ibis.union(*(_lane(records, lane) for lane in _TABLES), distinct=False)
    found: dict[str, list[Spell]] = {}
    for row in records.ask(stacked.order_by(["child_id", "place", "started"])):
        lane = Lane(row["lane"])
        code = row["code"]
        said_so = said(_TABLES[lane][2], code)
        spell = Spell(lane, row["started"], row["ended"], code, said_so)
        found.setdefault(row["child_id"], []).append(spell)
    return {child_id: tuple(hers) for child_id, hers in found.items()}


def _lane(records: Records, lane: Lane) -> Table:
    table, code, _words = _TABLES[lane]
    return records.table(table).select(
        "child_id",
        "started",
        "ended",
        code=_[code],
        lane=ibis.literal(lane.value),
        place=ibis.literal(list(Lane).index(lane)),
    )
