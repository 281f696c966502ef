"""How an issue is put on a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django import template

from sightline.jobs.quality import Row
from sightline.oversight import quality_words
from sightline.oversight.quality_lines import CountLine

register = template.Library()

_PLACE = re.compile(r"(?:Row|Line|Row or line) [\d,]+ of .*?: ")


@dataclass(frozen=True, slots=True)
class Item:
    """The same said of rows of one file that stand together: the first of them, and the rest."""

    first: Row
    message: str
    rows: list[int]

    @property
    def places(self) -> str:
        """ "row 14", "rows 14, 209 and 1,310", "line 7" of an XML file; nothing of a whole file."""
        if not self.rows:
            return ""
        word = "line" if self.first.file.lower().endswith(".xml") else "row"
        *before, last = [f"{row:,}" for row in self.rows]
        return f"{word}s {', '.join(before)} and {last}" if before else f"{word} {last}"


@dataclass(frozen=True, slots=True)
class Group:
    """Issues of one child that stand together; of no child where `child_id` is None."""

    child_id: str | None
    owner: str
    worker: str | None
    items: list[Item]


@register.filter
def by_child(rows: Sequence[Row]) -> list[Group]:
    """The rows as they stand, each child's in a group, and those that say the same as one item."""
    grouped = groupby(rows, key=lambda row: (row.child_id, row.owner, row.worker))
    return [Group(*whose, _items(list(of_it))) for whose, of_it in grouped]


def _items(rows: list[Row]) -> list[Item]:
    found = []
    for _same, of_it in groupby(rows, key=_said):
        same = list(of_it)
        found.append(Item(same[0], _message(same[0]), [row.row for row in same if row.row]))
    return found


def _said(row: Row) -> tuple[object, ...]:
    """What must be the same for two rows to be one item."""
    return (_message(row), row.file, row.table, row.period, row.severity, row.new, row.first_seen)


@register.filter
def longest(lines: Sequence[CountLine]) -> int:
    """The most issues that a line has: the length of the longest bar; 0 where all is withheld."""
    return max((line.issues or 0 for line in lines), default=0)


@register.filter
def compared(lines: Sequence[CountLine]) -> bool:
    """Whether any line has a file before it to compare with."""
    return any(line.new is not None or line.gone is not None for line in lines)


@register.filter
def of_scale(value: float | None, scale: float) -> str:
    """How far along a scale from 0 a value lies, from 0 to 100, as a drawing needs it."""
    return f"{(value or 0) / scale * 100:.1f}" if scale else "0"


def _message(row: Row) -> str:
    """What is wrong, without the place that the page says beside it."""
    placed = _PLACE.match(row.message)
    return quality_words.said_plainly(row.message[placed.end() :] if placed else row.message)
