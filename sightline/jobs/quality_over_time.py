"""Data quality over time: issues for every thousand rows, so that a bigger return is not worse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.jobs.quality import PER, parts
from sightline.jobs.remembered import remembered


@dataclass(frozen=True, slots=True)
class Rate:
    """What was found in reading files, and in how many rows: after a load, or of one day.

    `load` is None where it is of a day. `day`: when it was loaded, or of which the files speak.
    """

    load: int | None
    day: date
    rows: int
    errors: int
    warnings: int

    @property
    def per_thousand(self) -> float | None:
        """Issues for every thousand rows; None where there is no row."""
        return (self.errors + self.warnings) / self.rows * PER if self.rows else None


@remembered
def by_load(data: Path) -> tuple[Rate, ...]:
    """After each load, what stood in all that was then the newest, oldest first."""
    with parts(data) as (records, every):
        loads = every.select(load="load_id", day="loaded_on").distinct()
        held = loads.join(
            every,
            (every.load_id <= loads.load)
            & (every.until_load.isnull() | (every.until_load > loads.load)),
        )
        return _rates(records.connection.to_pyarrow(_summed(held, ["load", "day"])).to_pylist())


@remembered
def by_day(data: Path, return_name: str) -> tuple[Rate, ...]:
    """Of each day that a return's files speak of, the newest of them, oldest first."""
    with parts(data) as (records, every):
        held = every.filter(_.current & (_.return_name == return_name)).mutate(
            load=ibis.null().cast("int64"), day=_.period
        )
        return _rates(records.connection.to_pyarrow(_summed(held, ["load", "day"])).to_pylist())


@remembered
def returns_held(data: Path) -> dict[str, int]:
    """The returns of which something was loaded, with the rows of their newest files."""
    with parts(data) as (records, every):
        newest = every.group_by("return_name").agg(
            rows=_.rows.sum(where=_.newest).fill_null(0).cast("int64")
        )
        found = records.connection.to_pyarrow(newest.order_by("return_name")).to_pylist()
        return {row["return_name"]: row["rows"] for row in found}


def _summed(held: Table, keys: list[str]) -> Table:
    return (
        held.group_by(keys)
        .agg(
            rows=_.rows.sum().cast("int64"),
            errors=_.errors.sum().cast("int64"),
            warnings=_.warnings.sum().cast("int64"),
        )
        .order_by(keys)
    )


def _rates(found: list[dict[str, object]]) -> tuple[Rate, ...]:
    return tuple(Rate(**row) for row in found)  # type: ignore[arg-type]
