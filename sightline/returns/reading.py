"""Reading what an authority gives: files, folders, workbooks and zips, known by content."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sightline.returns import files
from sightline.returns.conform import Located
from sightline.returns.grids import Sheet
from sightline.returns.headings import Shape, find_heading
from sightline.returns.issues import Place, issue_table, one_issue
from sightline.returns.registry import RETURNS
from sightline.returns.tables import ReadFile
from sightline.returns.trouble import UnreadableError

_SHAPES = tuple(shape for known in RETURNS for shape in known.shapes)
_UNKNOWN = UnreadableError(
    "file_unknown",
    f"holds no table of {', '.join(known.title for known in RETURNS[:-1])} or "
    f"{RETURNS[-1].title}: no heading row of theirs was found",
)


@dataclass(slots=True)
class _Opened:
    """A file whose tables are known but not yet typed. `shapes` are those of its tables."""

    path: str
    sha256: str
    shapes: list[Shape] = field(default_factory=list)
    issues: list[pl.DataFrame] = field(default_factory=list)


def read_files(paths: Sequence[Path], *, year: int | None = None) -> tuple[ReadFile, ...]:
    """Read files of any return we know: one ReadFile for each file, in the order given.

    A folder is walked; a zip's tables carry the path "x.zip/episodes.csv". A file is known by its
    heading rows, never by its name. `year` is the SSDA903 year by the calendar year it ends in
    (2025 is 2024/25); without it, it is told from the dates of the files that lie together. Never
    raises for what a file holds: what cannot be read is an issue.
    """
    located: dict[str, list[Located]] = {known.name: [] for known in RETURNS}
    opened = [_open(path, located) for path in files.walk(paths)]
    read = {known.name: iter(known.read(located[known.name], year)) for known in RETURNS}
    return tuple(
        ReadFile(
            path=each.path,
            sha256=each.sha256,
            tables=tuple(next(read[shape.return_name]) for shape in each.shapes),
            issues=issue_table(each.issues),
        )
        for each in opened
    )


def _open(path: Path, located: dict[str, list[Located]]) -> _Opened:
    """Open a file; each of its tables is added to those of its return."""
    opened = _Opened(str(path), hashlib.sha256(b"").hexdigest())
    try:
        opened.sha256 = files.digest(path)
        for sheet in files.open_sheets(path, _columns_known):
            if isinstance(sheet, files.UnreadableMember):
                opened.issues.append(_file_issue(sheet.path, sheet.reason))
            else:
                _locate(sheet, opened, located)
    except UnreadableError as reason:
        opened.issues.append(_file_issue(opened.path, reason))
    opened.issues += _repeated_tables(opened)
    if not opened.shapes and not opened.issues:
        opened.issues.append(_file_issue(opened.path, _UNKNOWN))
    return opened


def _repeated_tables(opened: _Opened) -> list[pl.DataFrame]:
    """A warning for each table that comes twice in one file; both are read."""
    times = Counter((shape.return_name, shape.table) for shape in opened.shapes)
    place = Place(opened.path)
    return [
        one_issue(
            place,
            "table_repeated",
            f"{place.words} holds the table {table} {count} times; all of them are read.",
        )
        for (_, table), count in times.items()
        if count > 1
    ]


def _locate(sheet: Sheet, opened: _Opened, located: dict[str, list[Located]]) -> None:
    heading = find_heading(sheet.grid.top, _SHAPES)
    if heading is not None:
        opened.shapes.append(heading.shape)
        located[heading.shape.return_name].append(Located(sheet, heading))
    elif sheet.path != opened.path:
        opened.issues.append(_file_issue(sheet.path, _UNKNOWN))


def _columns_known(top: list[list[str]]) -> int:
    heading = find_heading(top, _SHAPES)
    return 0 if heading is None else len(heading.columns)


def _file_issue(path: str, reason: UnreadableError) -> pl.DataFrame:
    place = Place(path)
    return one_issue(place, reason.rule, f"{place.words} {reason.words}.")
