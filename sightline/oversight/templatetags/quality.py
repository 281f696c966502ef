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

register.filter("said_plainly", quality_words.said_plainly)


@register.filter
def without_place(message: str) -> str:
    """An issue's message without "Row 14 of episodes.csv: ", where the page says that beside it."""
    placed = _PLACE.match(message)
    return message[placed.end() :] if placed else message


@dataclass(frozen=True, slots=True)
class Group:
    """Issues of one child that stand together; of no child where `child_id` is None."""

    child_id: str | None
    owner: str
    worker: str | None
    rows: list[Row]


@register.filter
def by_child(rows: Sequence[Row]) -> list[Group]:
    """The rows as they stand, each child's in a group."""
    grouped = groupby(rows, key=lambda row: (row.child_id, row.owner, row.worker))
    return [Group(*whose, list(of_it)) for whose, of_it in grouped]


@register.filter
def row_word(file: str) -> str:
    """What a file has: an XML file has lines, any other has rows."""
    return "line" if file.lower().endswith(".xml") else "row"


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
