"""Knowing a table by its heading row, wherever that row lies and in whatever order its columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sightline.returns.limits import MOST_COLUMNS


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is known: which headings are its columns, and which of them tell it from others.

    `column` gives the column that a heading names, or None. Without the columns it `needs`, a
    heading row is never this table's.
    """

    return_name: str
    table: str
    telling: frozenset[str]
    column: Callable[[str], str | None]
    needs: frozenset[str] = frozenset()

    def is_told_by(self, seen: int) -> bool:
        """Whether that many telling columns are enough."""
        return seen >= 3 or 2 * seen >= len(self.telling)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading row found: where it is, and at which position each column lies."""

    shape: Shape
    row: int  # 1 is the first row of the file or sheet
    width: int
    columns: dict[str, int]  # column → position, the first where it comes twice
    written: dict[str, str]  # column → heading as written
    repeated: tuple[tuple[str, str], ...]  # heading as written, column
    extra: tuple[str, ...]  # headings that name no column


def find_heading(top: Sequence[Sequence[str]], shapes: Iterable[Shape]) -> Heading | None:
    """The heading row among the first rows of a file; None where there is none of ours."""
    shapes = tuple(shapes)
    best: tuple[int, int] = (0, 0)
    found: Heading | None = None
    for at, every in enumerate(top):
        cells = [tidy(cell) for cell in every[:MOST_COLUMNS]]
        if sum(1 for cell in cells if cell) < 2:
            continue
        for shape in shapes:
            heading = _read(cells, at + 1, shape)
            seen = len(shape.telling & heading.columns.keys())
            score = (seen, len(heading.columns) - len(heading.extra))
            told = seen and shape.is_told_by(seen) and shape.needs <= heading.columns.keys()
            if told and score > best:
                best, found = score, heading
        if found is not None and found.shape.telling <= found.columns.keys():
            break
    return found


def _read(texts: Sequence[str], row: int, shape: Shape) -> Heading:
    columns: dict[str, int] = {}
    written: dict[str, str] = {}
    repeated: list[tuple[str, str]] = []
    extra: list[str] = []
    last = 0
    for at, text in enumerate(texts):
        if not text:
            continue
        last = at
        column = shape.column(text)
        if column is None:
            extra.append(text)
        elif column in columns:
            repeated.append((text, column))
        else:
            columns[column] = at
            written[column] = text
    return Heading(shape, row, last + 1, columns, written, tuple(repeated), tuple(extra))


@lru_cache(maxsize=4096)
def tidy(cell: str) -> str:
    """A heading without byte-order mark, quotes around it, line breaks and double spaces."""
    text = unicodedata.normalize(
        "NFKC", cell.replace("\ufeff", " ").replace("\u00e2\u20ac\u2122", "'")
    )
    return " ".join(text.split()).strip("\"'\u201c\u201d ")


@lru_cache(maxsize=4096)  # every shape asks it of the same cells
def bare(heading: str) -> str:
    """A heading in small letters and single spaces, without stops or a bracket at its end."""
    text = re.sub(r"\s*\([^()]*\)\)*\s*\??\s*$", "", heading.lower()) or heading.lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())
