"""What is kept of other areas: a folder of Parquet files and one list of them.

The list is written last and replaced whole, so a load cut off leaves what was there before. Files
are named by their content: the same file loaded twice changes nothing.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polars as pl
from filelock import FileLock

from sightline.peers.areas import NEIGHBOUR, PLACE
from sightline.peers.dfe import CODE, NAME, NUMBER, REGION, YEAR
from sightline.peers.reading import Kind, Read

VERSION = 1
_LIST = "benchmarks.json"


class AreaNotFoundError(Exception):
    """No loaded file knows such an area; the message says what to do."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was loaded: `loaded` in ISO 8601, years of its figures where it has any."""

    name: str
    kind: Kind
    digest: str
    loaded: str
    rows: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Area:
    """An authority: its three-figure number, and its name as the newest file spells it."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The folder in which comparators of one authority are kept."""

    folder: Path

    def files(self) -> tuple[KeptFile, ...]:
        """What was loaded, oldest first."""
        return tuple(
            KeptFile(**{**each, "kind": Kind(each["kind"])}) for each in self._list()["files"]
        )

    def frame(self, file: KeptFile) -> pl.LazyFrame:
        """The table of a kept file."""
        return pl.scan_parquet(self._path(file.digest))

    def add(self, read: Read, loaded: datetime) -> bool:
        """Keep a file; False where the very same one is kept already."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._lock():
            if any(file.digest == read.digest for file in self.files()):
                return False
            written = self.folder / f"{read.digest}.part"
            read.frame.write_parquet(written)
            os.replace(written, self._path(read.digest))
            listed = self._list()
            listed["files"].append(asdict(_kept(read, loaded)))
            self._write(listed)
        return True

    def area(self) -> Area | None:
        """Which authority we are; None before anyone has said."""
        said = self._list()["area"]
        return Area(**said) if said else None

    def be(self, which: str) -> Area:
        """Say which authority we are, by code, number or name. Raises AreaNotFoundError."""
        area = self._find(which)
        with self._lock():
            self._write({**self._list(), "area": asdict(area)})
        return area

    def region_of(self, number: str) -> str:
        """The region an authority lies in, from the list of areas, else the newest file; or ""."""
        listed = [file for file in self.files() if file.kind is Kind.AREAS]
        others = [file for file in self.files() if file.kind is not Kind.AREAS]
        for file in (*reversed(listed), *reversed(others)):
            own = self.frame(file).filter(
                (pl.col(NUMBER) == number) & ~pl.col(REGION).is_in(["", "NA"])
            )
            found = own.select(REGION).unique().sort(REGION).head(1).collect()
            if found.height:
                return str(found.item())
        return ""

    def neighbours_of(self, number: str) -> tuple[str, tuple[str, ...]]:
        """The file loaded last that names an authority's neighbours, and their numbers."""
        for file in reversed(self.files()):
            if file.kind is Kind.NEIGHBOURS:
                own = (
                    self.frame(file)
                    .filter((pl.col(NUMBER) == number) & (pl.col(NEIGHBOUR) != number))
                    .sort(PLACE)
                    .collect()
                )
                if own.height:
                    return file.name, tuple(own[NEIGHBOUR].to_list())
        return "", ()

    def _find(self, which: str) -> Area:
        """Newest file first, so that a name is as it is spelt now."""
        wanted = which.strip().casefold()
        names: list[str] = []
        for file in reversed(self.files()):
            for number, code, name in self._areas_in(file):
                if wanted in {number.casefold(), code.casefold(), name.casefold()}:
                    return Area(number, name)
                names.append(name)
        if not names:
            raise AreaNotFoundError(
                "Nothing that is loaded names an authority. First load the department's files or "
                "the LAIT: sightline benchmarks load FILE"
            )
        near = get_close_matches(which, sorted(set(names)), n=3)
        or_else = f" Did you mean {' or '.join(near)}?" if near else ""
        raise AreaNotFoundError(
            f"No authority in what is loaded has the code, number or name '{which}'.{or_else}"
        )

    def _areas_in(self, file: KeptFile) -> list[tuple[str, str, str]]:
        frame = self.frame(file)
        columns = frame.collect_schema().names()
        code = pl.col(CODE) if CODE in columns else pl.lit("").alias(CODE)
        areas = frame.filter((pl.col(NUMBER) != "") & (pl.col(NAME) != ""))
        if YEAR in columns:
            areas = areas.sort(YEAR, descending=True)
        return list(areas.select(NUMBER, code, NAME).unique(maintain_order=True).collect().rows())

    def _path(self, digest: str) -> Path:
        return self.folder / f"{digest}.parquet"

    def _lock(self) -> FileLock:
        return FileLock(self.folder / "lock")

    def _list(self) -> dict[str, Any]:
        try:
            listed: dict[str, Any] = json.loads((self.folder / _LIST).read_text("utf-8"))
        except FileNotFoundError:
            return {"version": VERSION, "area": None, "files": []}
        return listed

    def _write(self, listed: dict[str, Any]) -> None:
        written = self.folder / f"{_LIST}.part"
        written.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", "utf-8")
        os.replace(written, self.folder / _LIST)


def _kept(read: Read, loaded: datetime) -> KeptFile:
    kept = KeptFile(
        read.file, read.kind, read.digest, loaded.isoformat(), read.frame.height, None, None
    )
    if not read.kind.has_figures:
        return kept
    years = read.frame[YEAR]
    return replace(kept, first_year=int(years.min()), last_year=int(years.max()))  # type: ignore[arg-type]
