"""Text that has suffered: a lost number, a paragraph cut in two, a sentence that stops.

The words are kept as they are, put together where they surely belong together, and marked, so that
nobody quotes half a sentence as a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sightline.letters.blocks import Block, BlockKind, ends_open, join_lines

SPLIT = "Was split by a blank line or a page; read as one paragraph."
STOPS = "Stops in the middle of a sentence."
NO_STOP = "Has no full stop at its end: it may stop in the middle of a sentence."
MAY_STOP = "May stop in the middle of a sentence: its last “that” has no verb after it."
_FEWEST_WORDS = 8
_DECIMAL = re.compile(r"(\d+)\.(\d+)$")
_ASIDE_AT_END = re.compile(r"(?<=[.?!])\s*\([^()]*\)\s*$|\s+$")  # "(Recommendation)"
_OPEN_END = re.compile(
    r"(?i)\b(?:and|or|the|a|an|of|to|in|for|with|by|from|that|which|its|their|our|into)$"
)
# "leaders recognise that previous work.": a clause of saying or knowing that has begun and has only
# a few words, of which none is a verb in one of its usual forms
_BARE_THAT = re.compile(
    r"(?i)\b(?:recognis|acknowledg|accept|report|state|stating|know|understand|agree|note|noting"
    r"|found|finds?|believ|conclud|explain|advis)\w*\s+that"
    r"((?:\s+(?:previous|earlier|past|new|some|many|most|these|those|the|their|its|further|more"
    r"|social|current|recent))+\s+\w+){1,2}\.$"
)


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with lost numbers found, cut paragraphs joined, and what is damaged marked."""
    return [_marked(block) for block in _numbered_again(_joined(blocks))]


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """A numbered paragraph that stops open takes in the bare paragraph after it."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and _cut_in_two(last, block):
            text = join_lines([last.text, block.text])
            joined[-1] = replace(last, text=text, damage=SPLIT)
        else:
            joined.append(block)
    return joined


def _cut_in_two(last: Block, block: Block) -> bool:
    both = last.kind is block.kind is BlockKind.PARAGRAPH
    return both and _decimal(last) is not None and block.number is None and ends_open(last.text)


def _numbered_again(blocks: Sequence[Block]) -> list[Block]:
    """A list item where the numbering skips exactly one gets the number that is missing."""
    found = list(blocks)
    places = [place for place, block in enumerate(blocks) if _decimal(block)]
    for before, after in pairwise(places):
        lost = _lost_number(blocks[before], blocks[after])
        between = [
            place
            for place in range(before + 1, after)
            if blocks[place].kind is not BlockKind.HEADING and blocks[place].number is None
        ]
        if lost and len(between) == 1 and not blocks[before].text.endswith(":"):
            place = between[0]
            damage = f"Has lost its number; read as {lost}."
            found[place] = replace(
                found[place], number=lost, kind=BlockKind.PARAGRAPH, damage=damage
            )
    return found


def _lost_number(before: Block, after: Block) -> str | None:
    """The number between two that differ by two: 2.4 between 2.3 and 2.5."""
    first, second = _decimal(before), _decimal(after)
    assert first is not None
    assert second is not None
    if first[0] != second[0] or second[1] != first[1] + 2:
        return None
    return f"{first[0]}.{first[1] + 1}"


def _decimal(block: Block) -> tuple[int, int] | None:
    found = _DECIMAL.fullmatch(block.number or "")
    return (int(found[1]), int(found[2])) if found else None


def _marked(block: Block) -> Block:
    if block.kind is BlockKind.HEADING or len(block.text.split()) < _FEWEST_WORDS:
        return block
    stops = _stops(block)
    return replace(block, damage=" ".join(filter(None, (block.damage, stops))))


def _stops(block: Block) -> str:
    """What to say of the paragraph's end: a list item may stand without a full stop."""
    text = _ASIDE_AT_END.sub("", block.text)
    if _OPEN_END.search(text):
        return STOPS
    if block.kind is BlockKind.PARAGRAPH and block.number and ends_open(text):
        return NO_STOP
    return MAY_STOP if _BARE_THAT.search(text) else ""
