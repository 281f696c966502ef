"""What the tables of a Word document hold: judgements, labels with values, recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sightline.letters.blocks import Block, BlockKind
from sightline.letters.judgements import grade_of
from sightline.letters.letter import Judgement
from sightline.letters.sections import is_improvement_heading
from sightline.letters.word_blocks import WordTable

_FEWEST_WORDS = 8  # of a cell that is prose rather than a label
_NUMBER = re.compile(r"(?:(?:R|Rec\.?|No\.?)\s*)?(\d{1,3}(?:\.\d{1,2})?)[.)]?$")
_LOWEST_RANK = 0.1


def judgements_of(table: WordTable) -> tuple[Judgement, ...]:
    """The judgements of a table in which at least two rows end in a grade; else none."""
    found = []
    for row in table.rows:
        cells = [cell for cell in row if cell]
        grade = grade_of(cells[-1]) if len(cells) == 2 else None
        if grade:
            found.append(Judgement(cells[0], grade, table.page))
    return tuple(found) if len(found) > 1 else ()


def labels_of(table: WordTable) -> Iterator[str]:
    """Each label with the value beside it, as "Report to: Cabinet"; other cells as they are."""
    for row in table.rows:
        cells = [cell for cell in row if cell]
        for cell, after in pairwise([*cells, ""]):
            yield f"{cell} {after}" if cell.endswith(":") else cell
        if len(cells) == 2 and not cells[0].endswith(":"):
            yield f"{cells[0]}: {cells[1]}"


def blocks_of(table: WordTable, above: Block | None) -> Iterator[Block]:
    """The prose of a table: its recommendations under their column's heading, other cells before.

    `above` is the heading that the table stands under; it is given again at the end, so that what
    follows the table stands under it too.
    """
    if not table.rows:
        return
    head = table.rows[0]
    column = next((n for n, cell in enumerate(head) if is_improvement_heading(cell)), None)
    if column is None:
        yield from _prose(table.rows, table.page, skip=None)
        return
    yield from _prose(table.rows[1:], table.page, skip=column)
    yield Block(BlockKind.HEADING, head[column], table.page, rank=_LOWEST_RANK)
    for row in table.rows[1:]:
        if column < len(row) and row[column]:
            number = _number(row)
            kind = BlockKind.PARAGRAPH if number else BlockKind.BULLET
            yield Block(kind, row[column], table.page, number)
    if above:
        yield above


def _prose(rows: Sequence[Sequence[str]], page: int, skip: int | None) -> Iterator[Block]:
    for row in rows:
        for place, cell in enumerate(row):
            if place != skip and len(cell.split()) >= _FEWEST_WORDS:
                number = _number(row) if place == 1 else None
                yield Block(BlockKind.PARAGRAPH, cell, page, number)


def _number(row: Sequence[str]) -> str | None:
    found = _NUMBER.match(row[0]) if row else None
    return found[1] if found else None
