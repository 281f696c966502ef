"""What the authority was told to improve: bullets, priority actions and recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sightline.letters.blocks import BlockKind
from sightline.letters.letter import Improvement
from sightline.letters.parts import parts_of
from sightline.letters.sections import Placed, SectionKind

_TABLE_HEAD = re.compile(
    r"(?i)^(?:(?:no|ref|number|#)\.?\s+)?(?:recommendations?|areas? for improvement|actions?)\s+"
    r"(?:lead|owner|who|by whom|responsib\w+|date|due|deadline|timescales?|by when|response|status)"
    r"(?:\s+\w+){0,4}$"
)
_TITLE_WORDS = 16  # a numbered line as short as this, without a full stop, is a title


def read_improvements(placed: Sequence[Placed]) -> tuple[Improvement, ...]:
    """The improvements in the order of print, each whole.

    Items of a list are improvements; prose is one only where the document has no such list (a
    letter that says its earlier areas for improvement still stand).
    """
    inside = [
        each
        for each in placed
        if each.kind is SectionKind.IMPROVEMENTS and not is_table_head(each.block.text)
    ]
    listed = tuple(_listed(inside))
    found = listed or tuple(_improvement(each) for each in inside)
    return tuple(replace(each, parts=parts_of(each.text)) for each in found)


def is_table_head(text: str) -> bool:
    """Whether a line is the head of a table of recommendations: "No. Recommendation Lead"."""
    return bool(_TABLE_HEAD.match(text))


def _listed(inside: Sequence[Placed]) -> Iterator[Improvement]:
    open_item: Improvement | None = None
    lead = False  # whether the open item ends in a colon and takes in the bullets that follow
    for place, each in enumerate(inside):
        block = each.block
        bullet_follows = place + 1 < len(inside) and _bullet(inside[place + 1])
        if open_item and lead and _bullet(each):
            open_item = replace(open_item, text=f"{open_item.text}\n{block.text}")
            continue
        if open_item:
            yield open_item
        open_item, lead = None, False
        if _bullet(each):
            open_item = _improvement(each)
        elif block.number is not None and not (bullet_follows and _heads_a_list(block.text)):
            open_item, lead = _improvement(each), block.text.endswith(":")
    if open_item:
        yield open_item


def _bullet(each: Placed) -> bool:
    return each.block.kind is BlockKind.BULLET and each.block.number is None


def _heads_a_list(text: str) -> bool:
    """A numbered title, or a numbered sentence that only announces the list."""
    short = len(text.split()) <= _TITLE_WORDS and not text.endswith((".", ":"))
    return short or text.endswith(("following action.", "following actions."))


def _improvement(each: Placed) -> Improvement:
    block = each.block
    return Improvement(block.text, block.page, each.improvement, block.number, each.section)
