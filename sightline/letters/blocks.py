"""Headings, paragraphs and list items: what both a PDF and a plain text become before reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

BULLETS = "•◼▪●○■□◆➢\uf0b7\uf06e\uf0a7\uf02d\uf0d8\uf0fc"
BULLET = re.compile(rf"^[{BULLETS}]\s*|^[–\-*o]\s+(?=\S)")
NUMBER = re.compile(r"^(?:(\d{1,3})[.)]\s*|(\d{1,3}(?:\.\d{1,2}){1,2})\.?\s+)(?=[^\d\s%.,])")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
SENTENCE_END = re.compile(r"[.?!:;][’”'\")\]\d]*$")


class BlockKind(StrEnum):
    """What a stretch of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item. `number` is the printed number; `depth` counts indents.

    `rank` orders headings: the higher the rank, the more the heading covers. `damage` says in
    plain words how the text has suffered, if it has.
    """

    kind: BlockKind
    text: str
    page: int
    number: str | None = None
    rank: float = 0.0
    left: float = 0.0
    damage: str = ""


@dataclass(slots=True)
class Growing:
    """A block while its lines are still being added."""

    kind: BlockKind
    page: int
    lines: list[str] = field(default_factory=list)
    number: str | None = None
    rank: float = 0.0
    left: float = 0.0

    def block(self) -> Block:
        """The finished block."""
        text = join_lines(self.lines)
        return Block(self.kind, text, self.page, self.number, self.rank, self.left)


def join_lines(lines: Sequence[str]) -> str:
    """Lines of print as one run of text; a hyphen at a line's end holds its word together.

    Not so the hyphen of "16- and 17-year-olds".
    """
    text = ""
    for line in lines:
        words = " ".join(line.split())
        holds = not text or (re.search(r"\w-$", text) and not _SUSPENDED.match(words))
        text = text + words if holds else f"{text} {words}"
    return text.strip()


def ends_open(text: str) -> bool:
    """Whether the text stops in the middle of a sentence."""
    return not SENTENCE_END.search(text.rstrip())


def starts_inside(text: str) -> bool:
    """Whether the text starts in the middle of a sentence."""
    return bool(re.match(r"[a-z(]", text))


def list_mark(text: str) -> tuple[str, str | None, bool]:
    """The text without its bullet or number, the number, and whether it had a bullet."""
    bare = BULLET.sub("", text, count=1)
    had_bullet = bare != text
    number = NUMBER.match(bare)
    if number:
        return bare[number.end() :], number.group(1) or number.group(2), had_bullet
    return bare, None, had_bullet


def joined_across_breaks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with paragraphs that a page or a stray blank line has cut in two made whole."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _continues(joined[-1], block):
            last = joined[-1]
            joined[-1] = replace(last, text=join_lines([last.text, block.text]))
        else:
            joined.append(block)
    return joined


def _continues(last: Block, block: Block) -> bool:
    if BlockKind.HEADING in (last.kind, block.kind) or block.kind is BlockKind.BULLET:
        return False
    if block.number is not None:
        return False
    return ends_open(last.text) and starts_inside(block.text)
