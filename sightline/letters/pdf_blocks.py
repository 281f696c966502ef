"""From lines of print to headings, paragraphs and list items, by place, size and weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sightline.letters.blocks import (
    Block,
    BlockKind,
    Growing,
    ends_open,
    joined_across_breaks,
    list_mark,
    starts_inside,
)
from sightline.letters.page_columns import Line

_LARGE = 1.08  # of the body size: a heading even without bold
_PARAGRAPH_GAP = 1.28  # of the leading
_HEADING_GAP = 1.9  # of its own size, between the lines of one heading
_INDENT = 6.0  # points
_BOLD_RANK = 0.5


def blocks_of_lines(lines: Sequence[Line], body: float) -> list[Block]:
    """The blocks of a document whose furniture is already gone; `body` is its letter size."""
    return _Builder(body, _leading(lines, body)).build(lines)


def is_heading(line: Line, body: float) -> bool:
    """Whether the line looks like a heading: bold, or larger than the text."""
    if not any(letter.isalpha() for letter in line.text):
        return False
    return line.bold or line.size > _LARGE * body


def _leading(lines: Sequence[Line], body: float) -> float:
    """The usual distance between two lines of one paragraph, in points."""
    gaps = Counter(
        round(above.baseline - below.baseline)
        for above, below in pairwise(lines)
        if above.page == below.page and 0.9 * body < above.baseline - below.baseline < 2 * body
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 1.2 * body


class _Builder:
    """Grows blocks line by line."""

    def __init__(self, body: float, leading: float) -> None:
        self.body = body
        self.leading = leading
        self.grown: list[Growing] = []
        self.last: Line | None = None
        self.hang: float | None = None  # where the second line of the present block starts
        self.number = 0  # the last printed paragraph number

    def build(self, lines: Sequence[Line]) -> list[Block]:
        for line in lines:
            self._add(line)
            self.last = line
        return joined_across_breaks([growing.block() for growing in self.grown])

    def _add(self, line: Line) -> None:
        if is_heading(line, self.body) and not self._runs_on(line):
            self._add_heading(line)
            return
        text, number, bullet = self._mark(line)
        if bullet or number is not None:
            self._start(line, text, number, BlockKind.BULLET if bullet else BlockKind.PARAGRAPH)
        elif self._new_paragraph(line):
            self._start(line, line.text, None, BlockKind.PARAGRAPH)
        else:
            self.grown[-1].lines.append(line.text)
            self.hang = line.left if self.hang is None else self.hang

    def _runs_on(self, line: Line) -> bool:
        """A line of bold words within a paragraph is not a heading."""
        open_text = self.grown and self.grown[-1].kind is not BlockKind.HEADING
        if not open_text or self._gap(line) > _PARAGRAPH_GAP * self.leading:
            return False
        near = line.size <= _LARGE * self.body
        return near and ends_open(self.grown[-1].lines[-1]) and starts_inside(line.text)

    def _add_heading(self, line: Line) -> None:
        rank = round(line.size) + (_BOLD_RANK if line.bold else 0.0)
        open_heading = self.grown and self.grown[-1].kind is BlockKind.HEADING
        if open_heading and self.grown[-1].rank == rank and self._same_heading(line):
            self.grown[-1].lines.append(line.text)
            return
        self.grown.append(
            Growing(BlockKind.HEADING, line.page, [line.text], rank=rank, left=line.left)
        )
        self.hang = None

    def _same_heading(self, line: Line) -> bool:
        assert self.last is not None
        close = self.last.page == line.page and self._gap(line) < _HEADING_GAP * line.size
        return close and (ends_open(self.last.text) or starts_inside(line.text))

    def _start(self, line: Line, text: str, number: str | None, kind: BlockKind) -> None:
        self.grown.append(Growing(kind, line.page, [text], number=number, left=line.left))
        self.hang = None

    def _gap(self, line: Line) -> float:
        """Distance to the line above; a page break counts as none."""
        if self.last is None or self.last.page != line.page:
            return 0.0
        return abs(self.last.baseline - line.baseline)

    def _mark(self, line: Line) -> tuple[str, str | None, bool]:
        """The list mark of a line, unless its number is only a number at the start of a line."""
        text, number, bullet = list_mark(line.text)
        if number is None:
            return text, None, bullet
        whole = int(number.split(".")[0])
        expected = "." in number or whole in (1, self.number + 1) or not self.number
        if not (expected or self._starts_outside(line)):
            return line.text, None, False
        self.number = whole
        return text, number, bullet

    def _starts_outside(self, line: Line) -> bool:
        """Whether the line starts further left than the text above, with a gap before it."""
        if self.hang is None:
            return self._gap(line) > _PARAGRAPH_GAP * self.leading
        return line.left < self.hang - _INDENT

    def _new_paragraph(self, line: Line) -> bool:
        if not self.grown or self.grown[-1].kind is BlockKind.HEADING or self.last is None:
            return True
        if self.last.page != line.page:
            return self._new_after_page_break(line)
        if self._gap(line) > _PARAGRAPH_GAP * self.leading:
            return True
        return self.hang is not None and line.left < self.hang - _INDENT

    def _new_after_page_break(self, line: Line) -> bool:
        """A list item goes on where its lines keep their indent; prose where a sentence is open."""
        open_block = self.grown[-1]
        hangs = self.hang is not None and self.hang > open_block.left + _INDENT
        if hangs and self.hang is not None:
            return abs(line.left - self.hang) > _INDENT
        return not (ends_open(open_block.lines[-1]) or starts_inside(line.text))
