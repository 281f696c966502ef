"""The figures of an authority: all of them, one, its breakdown, and the children behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from sightline.jobs.authority import opened
from sightline.measures import (
    ChildRow,
    Group,
    MeasureFigures,
    catalogue,
    figures,
    rows,
)
from sightline.measures.keeping import keep_rows
from sightline.records import Records

Found = TypeVar("Found")


def latest(data: Path, *, known_at: int | None = None) -> tuple[MeasureFigures, ...]:
    """Every measure with its figures over time. `known_at`: as they were known after that load."""
    return with_rows(
        data,
        known_at,
        lambda records: tuple(figures.series(records, catalogue()).values()),
    )


def one(data: Path, measure_id: str, *, known_at: int | None = None) -> MeasureFigures | None:
    """One measure; None where the records cannot answer it. Raises KeyError for an unknown id."""
    wanted = {measure_id: catalogue()[measure_id]}
    return with_rows(
        data, known_at, lambda records: figures.series(records, wanted).get(measure_id)
    )


def by_team(data: Path) -> dict[tuple[str, str], MeasureFigures]:
    """Every measure with its figures over time, team by team: {(measure id, team): figures}."""
    with opened(data) as records:
        return figures.series_by(records, catalogue(), "team")


def breakdown(data: Path, measure_id: str, by: str, as_at: date) -> tuple[Group, ...]:
    """The figure of each group on a day. KeyError for an unknown id, ValueError for a group."""
    measure = catalogue()[measure_id]
    with opened(data) as records:
        return figures.breakdown(records, measure, by, as_at)


def children(
    data: Path, measure_id: str, as_at: date, *, team: str | None = None
) -> tuple[ChildRow, ...]:
    """The children behind a figure on a day, those in the numerator first."""
    measure = catalogue()[measure_id]
    with opened(data) as records:
        return rows.children(records, measure, as_at, team=team)


def with_rows(data: Path, known_at: int | None, ask: Callable[[Records], Found]) -> Found:
    """Ask today's kept rows, or rows worked out anew from what was known after an earlier load."""
    with opened(data, known_at=known_at) as records:
        if rows.ROWS not in records.connection.list_tables():
            keep_rows(records, list(catalogue().values()))
        return ask(records)
