"""Canonical tables handed on to a region or an analyst, and the measures worked out of them there.

A place is a folder, or a schema of PostgreSQL in an address as `jobs.in_place` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sightline.jobs import in_place
from sightline.jobs.authority import opened as opened_data
from sightline.jobs.runs import Run
from sightline.measures import catalogue, figures
from sightline.measures.view import View
from sightline.records import Records, exported, exporting, on_spark
from sightline.records.exported import ExportError

__all__ = ["ExportError", "export", "run"]


def export(data: Path, place: str, authority: str) -> int:
    """Write today's canonical tables to a place, as this authority's; returns how many rows.

    Raises NothingLoadedError, ExportError, and InPlaceError where a database cannot be opened.
    """
    with opened_data(data) as records:
        if not _is_address(place):
            return exporting.to_folder(records, Path(place), authority)
        address = _address(place)
        backend = in_place.connect(address)
        try:
            return exporting.to_database(records, backend, address.schema, authority)
        finally:
            backend.disconnect()


def run(place: str, *, spark: bool = False, as_at: date | None = None) -> Run:
    """Every figure of all authorities in a place together, up to a day (else the newest extract's).

    A folder is read by DuckDB, or with `spark` by Spark. A measure with no figure by that day is
    left out. Raises ExportError, InPlaceError.
    """
    with opened(place, spark=spark) as records:
        day = as_at or records.as_at
        found = figures.worked_out(records, catalogue(), View.of_history(records)).values()
        cut = (one.until(day) for one in found)
        return Run(day, records.load_id, tuple(one for one in cut if one is not None))


@contextmanager
def opened(place: str, *, spark: bool = False) -> Iterator[Records]:
    """The records of a place. Raises ExportError, InPlaceError."""
    if spark:
        with on_spark.opened(place) as records:
            yield records
    elif _is_address(place):
        address = _address(place)
        with exported.opened_database(in_place.connect(address), address.schema) as records:
            yield records
    else:
        with exported.opened_folder(place) as records:
            yield records


def _is_address(place: str) -> bool:
    return place.partition("://")[0] in ("postgresql", "postgres", "mssql")


def _address(place: str) -> in_place.Address:
    address = in_place.Address.read(place)
    if address.kind != "postgres":
        raise ExportError("Tables are exported to a folder or to PostgreSQL, and read from there.")
    return address
