"""The figures of an authority: all of them, one, its breakdown, and the children behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from sightline.insight.trust import Trust
from sightline.jobs.authority import opened, store
from sightline.jobs.quality_kept import keep_quality
from sightline.jobs.remembered import remembered
from sightline.measures import (
    ChildRow,
    Group,
    Measure,
    MeasureFigures,
    catalogue,
    figures,
    rows,
    trust_kept,
)
from sightline.measures.keeping import keep_rows
from sightline.measures.left_out import LeftOut
from sightline.measures.left_out import left_out as left_out_of
from sightline.records import Records

Found = TypeVar("Found")


def latest(data: Path, *, known_at: int | None = None) -> tuple[MeasureFigures, ...]:
    """Every measure with its figures over time. `known_at`: as they were known after that load."""
    return tuple(_every(data, known_at).values())


def one(data: Path, measure_id: str, *, known_at: int | None = None) -> MeasureFigures | None:
    """One measure; None where the records cannot answer it. Raises KeyError for an unknown id."""
    wanted = catalogue()[measure_id]
    return _every(data, known_at).get(wanted.id)


@remembered
def _every(data: Path, known_at: int | None) -> dict[str, MeasureFigures]:
    return with_rows(data, known_at, lambda records: believed(records, catalogue()))


def believed(records: Records, measures: Mapping[str, Measure]) -> dict[str, MeasureFigures]:
    """The figures of each measure, the newest with what the load's checks say of it."""
    trusts = trust_kept.levels(records, measures)
    found = figures.series(records, measures)
    return {name: each.believed(trusts.get(name)) for name, each in found.items()}


@remembered
def by_team(data: Path) -> dict[tuple[str, str], MeasureFigures]:
    """Every measure with its figures over time, team by team: {(measure id, team): figures}."""
    whole = _every(data, None)
    with opened(data) as records:
        found = figures.series_by(records, catalogue(), "team")
    return {key: each.believed(_unusable(whole[key[0]])) for key, each in found.items()}


def breakdown(data: Path, measure_id: str, by: str, as_at: date) -> tuple[Group, ...]:
    """The figure of each group on a day. KeyError for an unknown id, ValueError for a group."""
    measure, whole = catalogue()[measure_id], one(data, measure_id)
    with opened(data) as records:
        groups = figures.breakdown(records, measure, by, as_at)
    why = _unusable(whole) if whole and whole.latest.as_at == as_at else None
    if why is None:
        return groups
    return tuple(replace(each, figure=replace(each.figure, trust=why)) for each in groups)


def _unusable(whole: MeasureFigures) -> Trust | None:
    """Why the newest figure is not to be used, and no group's is either; None where it is."""
    return None if whole.latest.trusted else whole.latest.trust


def children(
    data: Path, measure_id: str, as_at: date, *, team: str | None = None
) -> tuple[ChildRow, ...]:
    """The children behind a figure on a day, those in the numerator first."""
    measure = catalogue()[measure_id]
    with opened(data) as records:
        return rows.children(records, measure, as_at, team=team)


def left_out(data: Path, measure_id: str, as_at: date) -> tuple[LeftOut, ...]:
    """The children in care on a day whom a measure leaves out, and why. KeyError as `one`."""
    measure = catalogue()[measure_id]
    with opened(data) as records:
        return left_out_of(records, measure, as_at)


def with_rows(data: Path, known_at: int | None, ask: Callable[[Records], Found]) -> Found:
    """Ask today's kept rows, or rows worked out anew from what was known after an earlier load.

    Then too what the checks say of them, so that a figure is believed as far as it was then.
    """
    with opened(data, known_at=known_at) as records:
        if rows.ROWS not in records.connection.list_tables():
            keep_rows(records, list(catalogue().values()))
            keep_quality(records, store(data).snapshots, catalogue())
        return ask(records)
