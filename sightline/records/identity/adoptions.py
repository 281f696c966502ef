"""Adoptions that the returns tell of: after one, a child's old identity ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import ibis
from ibis.expr.types import Table

from sightline.records.extracts import Extracts
from sightline.records.fed import nothing


@dataclass(frozen=True, slots=True)
class TellsOfAdoptions:
    """A table that does: its child, the day, and the codes of a column that say it was one."""

    return_name: str
    table: str
    child: str
    day: str
    reason: str | None = None
    codes: tuple[str, ...] = ()


SOURCES = (
    TellsOfAdoptions("ssda903", "episodes", "CHILD", "DEC", "REC", ("E11", "E12")),
    TellsOfAdoptions(
        "annex_a", "list_8", "child_id", "care_ended", "reason_ceased", ("E11", "E12")
    ),
    TellsOfAdoptions("annex_a", "list_10", "child_id", "adoption_order"),
    TellsOfAdoptions(
        "cin_census", "cin_details", "LAchildID", "CINclosureDate", "ReasonForClosure", ("RC1",)
    ),
    TellsOfAdoptions(
        "ssd",
        "ssd_cla_episodes",
        "clae_person_id",
        "clae_cla_episode_ceased_date",
        "clae_cla_episode_ceased_reason",
        ("E11", "E12"),
    ),
)

COLUMNS = {"source": "string", "source_id": "string", "period": "date", "adopted": "date"}


def adoptions(extracts: Extracts) -> Table:
    """Every adoption an extract tells of: source, source_id, period, adopted."""
    found = [_of(extracts, each) for each in SOURCES if extracts.has(each.return_name, each.table)]
    if not found:
        return nothing(ibis.schema(COLUMNS))
    return reduce(lambda first, second: ibis.union(first, second, distinct=True), found)


def _of(extracts: Extracts, told: TellsOfAdoptions) -> Table:
    columns = {told.child: "string", told.day: "date"}
    if told.reason:
        columns[told.reason] = "string"
    held = extracts.table(told.return_name, told.table, columns)
    dated = held.filter(held[told.day].notnull() & held[told.child].notnull())
    says_so = dated.filter(dated[told.reason].isin(told.codes)) if told.reason else dated
    return says_so.select(
        source=ibis.literal(told.return_name),
        source_id=says_so[told.child],
        period=says_so.period,
        adopted=says_so[told.day],
    )
