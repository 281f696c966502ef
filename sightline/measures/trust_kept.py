"""How far each measure may be believed, from what the load found of its inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ibis import _

from sightline.insight.bounds import Bounds
from sightline.insight.intervals import wilson
from sightline.insight.trust import Column, Inputs, Recorded, Trust, trust
from sightline.measures.language import Kind, Measure, When
from sightline.measures.recorded_late import recorded_late
from sightline.records import Records

SURE = "quality_sure"
"""A row a measure: `doubts.count_sure`."""
BY_INPUT = "quality_by_input"
"""A row a measure and column that doubts it: `doubts.count_by_input`."""

MISSING = "information it needs"
_MONTH, _YEAR = 31, 366


def due_every_days(measure: Measure) -> int:
    """How old a measure's newest figure may be beside the newest extract.

    A year, because what a yearly return feeds is no older then, and because a month in which
    nothing happened has no figure; but what is read off a monthly list is as old as the list.
    """
    return _MONTH if measure.when is When.MONTHLY_FROM_LISTS else _YEAR


Row = dict[str, Any]


def levels(records: Records, measures: Mapping[str, Measure]) -> dict[str, Trust]:
    """How far each measure may be believed at its newest moment.

    A measure without rows is left out; so is every one where the load's checks were not kept.
    """
    if SURE not in records.connection.list_tables():
        return {}
    doubting: dict[str, list[Row]] = {}
    for row in records.ask(records.connection.table(BY_INPUT).filter(_.wrong + _.doubted > 0)):
        doubting.setdefault(row["measure_id"], []).append(row)
    late, newest = recorded_late(records, measures), records.as_at
    return {
        name: trust(
            replace(
                _inputs(measures[name], row, doubting.get(name, ()), newest),
                recorded=late.get(name, Recorded()),
            )
        )
        for row in records.ask(records.connection.table(SURE))
        if (name := row["measure_id"]) in measures
    }


def _inputs(measure: Measure, row: Row, doubting: Sequence[Row], newest: date) -> Inputs:
    children = row["children"]
    is_share = measure.kind is Kind.SHARE and children > 0
    return Inputs(
        children=children,
        columns=_columns(row, doubting),
        age_days=(newest - row["as_at"]).days,
        due_every_days=due_every_days(measure),
        bounds=Bounds(row["sure_met"], row["sure"], children) if is_share else None,
        chance=wilson(row["met"], row["counted"]) if is_share else None,
        counted=measure.counted,
        most_lost=1 - measure.enough_known,
    )


def _columns(row: Row, doubting: Sequence[Row]) -> tuple[Column, ...]:
    found = [
        Column(
            f"column “{each['column']}” of {each['table']}",
            wrong=each["wrong"],
            doubted=each["doubted"],
        )
        for each in doubting
    ]
    return (Column(MISSING, missing=row["unknown"]), *found)
