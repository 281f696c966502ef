"""From plain text or Markdown to headings, paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sightline.letters.blocks import (
    SENTENCE_END,
    Block,
    BlockKind,
    Growing,
    ends_open,
    joined_across_breaks,
    list_mark,
)
from sightline.letters.letter import LetterError

_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_EMPHASIS = re.compile(r"^(\*\*|__)(.+?)\1:?$")
_SALUTATION = re.compile(r"(?i)(dear|yours) ")
_ANSWER = re.compile(r"(?i)(not applicable|n/?a|none|nil|yes|no)\W*$")  # of a form
_NEW_SENTENCE = re.compile(r"[a-z][.?!]\s+[A-Z]")
_TITLE_WORDS = 6  # of a numbered title
_LONGEST_HEADING = 100  # letters
_FULL_LINE = 60  # letters
_WRAPPED = 100  # letters: text whose lines are all shorter is wrapped by hand
_BOTTOM_RANK = 10.0


def text_of(data: bytes, name: str) -> str:
    """The text of a file in UTF-8 (with or without mark) or cp1252."""
    if b"\x00" in data:
        message = f"{name} is not a text file. Letters can be read as PDF, plain text or Markdown."
        raise LetterError(message)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def read_text(path: Path, data: bytes) -> tuple[str, ...]:
    """The pages of a text file: a form feed starts a new one."""
    text = text_of(data, path.name)
    if not text.strip():
        raise LetterError(f"{path.name} is empty. Save the letter again and load the new copy.")
    return tuple(text.split("\f"))


def blocks_of_text(pages: Sequence[str]) -> list[Block]:
    """The blocks of a plain text, page by page."""
    wrapped = _wrapped([line for page in pages for line in page.splitlines()])
    blocks: list[Block] = []
    for number, page in enumerate(pages, start=1):
        blocks.extend(growing.block() for growing in _grow(page.splitlines(), number, wrapped))
    return joined_across_breaks(blocks)


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether paragraphs run over several short lines."""
    filled = [line for line in lines if line.strip()]
    prose = [line for line in filled if len(line) > 50]
    return len(prose) * 3 > len(filled) and all(len(line) <= _WRAPPED for line in filled)


def _grow(lines: Sequence[str], page: int, wrapped: bool) -> Iterator[Growing]:
    open_block: Growing | None = None
    for place, raw in enumerate(lines):
        line = raw.strip()
        if not line or "\t" in line:
            if open_block:
                yield open_block
            open_block = None
            continue
        started = _started(raw, page, _alone(lines, place))
        if started is None and open_block and _runs_on(open_block, wrapped):
            open_block.lines.append(line)
            continue
        if open_block:
            yield open_block
        open_block = started or Growing(BlockKind.PARAGRAPH, page, [line])
    if open_block:
        yield open_block


def _runs_on(open_block: Growing, wrapped: bool) -> bool:
    """Whether the next line of text belongs to the open block."""
    if open_block.kind is BlockKind.HEADING:
        return False
    last = open_block.lines[-1]
    return wrapped or (len(last) >= _FULL_LINE and ends_open(last))


def _alone(lines: Sequence[str], place: int) -> bool:
    """Whether nothing stands above this line, nor below it unless it ends in a colon."""
    bare_above = place == 0 or not lines[place - 1].strip()
    bare_below = place + 1 == len(lines) or not lines[place + 1].strip()
    return bare_above and (bare_below or lines[place].rstrip().endswith(":"))


def _started(raw: str, page: int, alone: bool) -> Growing | None:
    """The block that this line surely starts: a heading or a list item."""
    line = raw.strip()
    heading = _heading(line, page, alone)
    if heading:
        return heading
    text, number, bullet = list_mark(line)
    if number is not None:
        return Growing(BlockKind.PARAGRAPH, page, [text], number=number, left=_indent(raw))
    if bullet:
        return Growing(BlockKind.BULLET, page, [text], left=_indent(raw))
    return None


def _indent(raw: str) -> float:
    return float(len(raw) - len(raw.lstrip()))


def _heading(line: str, page: int, alone: bool) -> Growing | None:
    marked = _MARKDOWN_HEADING.match(line)
    if marked:
        title = marked.group(2).strip().strip("*_").strip()
        return Growing(BlockKind.HEADING, page, [title], rank=_BOTTOM_RANK + 6 - len(marked[1]))
    strong = _EMPHASIS.match(line)
    if strong:
        return Growing(BlockKind.HEADING, page, [strong.group(2)], rank=_BOTTOM_RANK)
    if alone and _titles(line):
        return Growing(BlockKind.HEADING, page, [line], rank=_BOTTOM_RANK)
    return None


def _titles(line: str) -> bool:
    """Whether a line that stands alone reads like a title rather than prose or a list item."""
    text, number, bullet = list_mark(line)
    if bullet or _SALUTATION.match(line) or _NEW_SENTENCE.search(text) or _ANSWER.match(line):
        return False
    if len(line) > _LONGEST_HEADING or not text[:1].isupper() or line.endswith((",", "’", "”")):
        return False
    if number is not None and len(text.split()) > _TITLE_WORDS:
        return False
    return line.endswith((":", "?")) or not SENTENCE_END.search(line)
