"""One file of comparators read, whichever of the known shapes it has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import polars as pl

from sightline.peers.areas import is_areas, is_neighbours, read_areas, read_neighbours
from sightline.peers.dfe import is_dfe, is_lait, read_dfe, read_lait
from sightline.peers.text_tables import Issue, TextTable, UnreadableFileError, tables

Recognised = Callable[[TextTable], bool]
Reader = Callable[[TextTable], tuple[pl.DataFrame, list[Issue]]]


class Kind(StrEnum):
    """What a file tells."""

    LAIT = "LAIT figures"
    DFE = "DfE figures"
    NEIGHBOURS = "statistical neighbours"
    AREAS = "list of areas"

    @property
    def has_figures(self) -> bool:
        """Whether it is of figures, not of areas."""
        return self in {Kind.LAIT, Kind.DFE}


_SHAPES: tuple[tuple[Kind, Recognised, Reader], ...] = (
    (Kind.LAIT, is_lait, read_lait),
    (Kind.DFE, is_dfe, read_dfe),
    (Kind.NEIGHBOURS, is_neighbours, read_neighbours),
    (Kind.AREAS, is_areas, read_areas),
)


class NotBenchmarksError(Exception):
    """Why nothing of a file can be kept, for the person who must act."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file as read: never empty. `digest` is the SHA-256 of its bytes."""

    file: str
    kind: Kind
    digest: str
    frame: pl.DataFrame
    issues: tuple[Issue, ...]


def read(path: Path) -> Read:
    """Read a file of comparators. Raises NotBenchmarksError where nothing of it can be kept."""
    try:
        found = tables(path)
    except UnreadableFileError as problem:
        raise NotBenchmarksError(str(problem)) from problem
    except OSError as problem:
        reason = problem.strerror or problem
        raise NotBenchmarksError(f"{path} could not be read: {reason}.") from problem
    for table in found:
        for kind, recognised, reader in _SHAPES:
            if recognised(table):
                return _read(path, kind, table, reader)
    raise NotBenchmarksError(
        f"{path.name} is not a file that can stand beside our figures. Known by their headings "
        "are: the LAIT's long table (Short Desc, Years, LA and Regions, Values …), any of the "
        "department's underlying CSV files (time_period, geographic_level, old_la_code …), "
        "statistical neighbours (LA num, SN1 … SN10) and the list of areas (LA Number, LA Name, "
        "Region)."
    )


def _read(path: Path, kind: Kind, table: TextTable, reader: Reader) -> Read:
    frame, issues = reader(table)
    said = (*table.issues, *issues)
    if frame.is_empty():
        why = f" The first thing wrong: {said[0].message}" if said else ""
        raise NotBenchmarksError(f"No row of {path.name} can be kept.{why}")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Read(path.name, kind, digest, frame, said)
