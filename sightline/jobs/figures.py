"""The figures of an authority: all of them, one, its breakdown, and the children behind it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sightline.jobs.authority import opened
from sightline.measures import (
    ChildRow,
    Figure,
    Group,
    Measure,
    MeasureFigures,
    catalogue,
    figures,
    rows,
)
from sightline.records import Records

Found = TypeVar("Found")


def latest(data: Path, *, known_at: int | None = None) -> tuple[MeasureFigures, ...]:
    """Every measure with its figures over time. `known_at`: as they were known after that load."""
    return _with_rows(
        data,
        known_at,
        lambda records: tuple(figures.series(records, catalogue()).values()),
    )


def one(data: Path, measure_id: str, *, known_at: int | None = None) -> MeasureFigures | None:
    """One measure; None where the records cannot answer it. Raises KeyError for an unknown id."""
    wanted = {measure_id: catalogue()[measure_id]}
    return _with_rows(
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


def _with_rows(data: Path, known_at: int | None, ask: Callable[[Records], Found]) -> Found:
    """Ask today's kept rows, or rows worked out anew from what was known after an earlier load."""
    with opened(data, known_at=known_at) as records:
        if rows.ROWS not in records.connection.list_tables():
            rows.keep_rows(records, list(catalogue().values()))
        return ask(records)


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of one moment, and the load they rest on: what is needed to make them again."""

    as_at: date
    load_id: int
    measures: tuple[MeasureFigures, ...]

    def as_json(self) -> dict[str, object]:
        """The contract of `measures run --json`, version 1."""
        listed = [_measure_as_json(one) for one in self.measures]
        return {
            "version": 1,
            "as_at": self.as_at.isoformat(),
            "load": self.load_id,
            "measures": listed,
            "fingerprint": _fingerprint(listed),
        }


def run(data: Path, *, as_at: date | None = None, known_at: int | None = None) -> Run:
    """Every figure up to a day (the newest extract's, if none is given), as known at a load.

    Raises NothingLoadedError. A measure with no figure by that day is left out.
    """

    def ask(records: Records) -> Run:
        day = as_at or records.as_at
        found = figures.series(records, catalogue()).values()
        cut = (one.until(day) for one in found)
        return Run(day, records.load_id, tuple(one for one in cut if one is not None))

    return _with_rows(data, known_at, ask)


def differences(saved: Mapping[str, Any], again: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of measures that two runs (as JSON) do not give alike, digit for digit."""
    before = {one["id"]: one for one in saved["measures"]}
    after = {one["id"]: one for one in again["measures"]}
    return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def _fingerprint(listed: list[dict[str, object]]) -> str:
    """The same for the same figures, whenever they are worked out."""
    return hashlib.sha256(json.dumps(listed, sort_keys=True).encode()).hexdigest()


def _measure_as_json(found: MeasureFigures) -> dict[str, object]:
    return {
        "id": found.measure.id,
        "title": found.measure.title,
        "unit": found.measure.unit,
        **_figure_as_json(found.measure, found.latest),
        "series": [_figure_as_json(found.measure, figure) for figure in found.series],
    }


def _figure_as_json(measure: Measure, figure: Figure) -> dict[str, object]:
    return {
        "as_at": figure.as_at.isoformat(),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "interval": [figure.low, figure.high],
        "suppressed": False,
        "trusted": figure.trusted,
    }
