"""The table of judgements, by the place of its cells.

A grade may run over several lines of its cell, and so may the judgement beside it. The grade's
lines are joined by its words; the lines of the judgements are then shared out among the grades so
that the two sides line up best: at the top, the middle or the bottom of their rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sightline.letters.judgements import grade_of, is_grade_piece, starts_grade
from sightline.letters.letter import Grade, Judgement
from sightline.letters.page_columns import Line

_HEAD = re.compile(r"(?i)^((key )?judgements?\s+(judgement )?grade|(key )?judgements?|grade)$")
_ROW_START = re.compile(r"^([A-Z]|\d+(\.\d+)?\.?\s)")
_ROW_NUMBER = re.compile(r"^\d+(\.\d+)?\.?\s+")
_SAME_PLACE = 6.0  # points: cells of one column start, or have their middle, this near each other
_FROM_LEFT = 100.0  # points: the column of grades stands at least this far into the text
_RIGHT_HALF = 280.0  # points from the left of the page
_APART = 90.0  # points: further apart than this, two grades are not of one table
_LOOSE = 1.4  # of the leading: further apart, two lines are not of one cell
_TIGHT = 0.9  # of the letter size: nearer than this, two lines are of one height
_USUAL_LEADING, _WIDEST_LEADING = 1.2, 1.5  # of the letter size
_MOST_LINES = 6  # of one cell
_MOST_GRADES = 20  # of one table
_LEFT_OUT = 12.0  # points of misfit that leaving a line out of every row costs
_ALIGNMENTS = (1.0, 0.5, 0.0)  # rows set to the top, the middle and the bottom


@dataclass(frozen=True, slots=True)
class JudgementTable:
    """The judgements, the lines they were read from (which are no part of the text), and the
    judgements beside which only a part of a grade stands."""

    judgements: tuple[Judgement, ...] = ()
    lines: frozenset[Line] = frozenset()
    ungraded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of one cell, from the top, and its first and last baselines."""

    text: str
    lines: tuple[Line, ...]
    top: float
    bottom: float

    def height(self, alignment: float) -> float:
        """The baseline at the top (1), the middle (0.5) or the bottom (0) of the cell."""
        return self.bottom + alignment * (self.top - self.bottom)


def read_table(lines: Sequence[Line]) -> JudgementTable:
    """The judgements of the first table of at least two grades."""
    for page in sorted({line.page for line in lines if is_grade_piece(line.cell_text)}):
        on_page = [line for line in lines if line.page == page]
        on_page.sort(key=lambda line: -line.baseline)
        for pieces in _clusters(_column(on_page)):
            table = _table(on_page, pieces)
            if len(table.judgements) >= 2:
                return table
    return JudgementTable()


def without_grades(lines: Sequence[Line]) -> list[Line]:
    """The lines without the grades that stand beside headings, as in a section's own table."""
    kept = []
    for line in lines:
        beside = line.bold and line.cell_left > _RIGHT_HALF and is_grade_piece(line.cell_text)
        if not beside:
            kept.append(line)
        elif line.cell_left > line.left:
            kept.append(replace(line, text=_label(line), cell_text=""))
    return kept


def _label(line: Line) -> str:
    """What a line says before its last cell."""
    return line.text[: len(line.text) - len(line.cell_text)].strip()


def _column(lines: Sequence[Line]) -> list[Line]:
    """The lines that end in words of a grade and share their place with another such line."""
    edge = min(line.left for line in lines) + _FROM_LEFT
    pieces = [line for line in lines if line.cell_left > edge and is_grade_piece(line.cell_text)]
    pieces.sort(key=lambda line: -line.cell_baseline)
    for first in pieces:
        column = [line for line in pieces if _one_column(line, first)]
        if len(column) > 1:
            return column
    return []


def _one_column(line: Line, other: Line) -> bool:
    lefts = abs(line.cell_left - other.cell_left)
    middles = abs((line.cell_left + line.right) - (other.cell_left + other.right)) / 2
    return min(lefts, middles) < _SAME_PLACE


def _clusters(pieces: Sequence[Line]) -> Iterator[list[Line]]:
    """The pieces of one table after another."""
    together: list[Line] = []
    for line in pieces:
        if together and together[-1].cell_baseline - line.cell_baseline > _APART:
            yield together
            together = []
        together.append(line)
    if together:
        yield together


def _table(lines: Sequence[Line], pieces: Sequence[Line]) -> JudgementTable:
    labels, leading = _label_lines(lines, pieces)
    strange = _strange(lines, pieces)
    grades = [_doubted(cell, strange, leading) for cell in _grades(pieces, leading)]
    rows = [(_judgement_name(row), row, grade) for row, grade in _rows(labels, grades, leading)]
    judgements, used, ungraded = [], set(), []
    for name, row, cell in rows:
        grade = grade_of(cell.text)
        if grade is None or not name:
            ungraded.append(name or cell.text)
            continue
        judgements.append(Judgement(name, grade, cell.lines[0].page))
        used |= {*row, *cell.lines}
    used |= {line for line in lines if _HEAD.match(line.text)}
    return JudgementTable(tuple(judgements), frozenset(used), tuple(ungraded))


def _grades(pieces: Sequence[Line], leading: float) -> list[_Cell]:
    """The grades, each with all the lines it runs over."""
    cells: list[_Cell] = []
    for line in pieces:
        joined = f"{cells[-1].text} {line.cell_text}" if cells else ""
        base = line.cell_baseline
        near = cells and cells[-1].bottom - base < _LOOSE * leading
        if near and starts_grade(joined):
            cells[-1] = _Cell(joined, (*cells[-1].lines, line), cells[-1].top, base)
        else:
            cells.append(_Cell(line.cell_text, (line,), base, base))
    return cells


def _strange(lines: Sequence[Line], pieces: Sequence[Line]) -> list[float]:
    """The baselines of what stands in the column of grades and is no part of a grade."""
    column = min(line.cell_left for line in pieces)
    bold = pieces[0].bold
    crossing = [line for line in lines if line.right > column + _SAME_PLACE and line.bold == bold]
    return [line.baseline for line in crossing if line not in pieces and not _HEAD.match(line.text)]


def _doubted(cell: _Cell, strange: Sequence[float], leading: float) -> _Cell:
    """The grade; marked as broken where it is the "good" under words that are not understood."""
    if grade_of(cell.text) is not Grade.GOOD:
        return cell
    under = any(0 < baseline - cell.top < _LOOSE * leading for baseline in strange)
    return replace(cell, text=f"… {cell.text}") if under else cell


def _label_lines(lines: Sequence[Line], pieces: Sequence[Line]) -> tuple[list[Line], float]:
    """The lines beside the grades, and those that run on above and below; and their leading."""
    column = min(line.cell_left for line in pieces)
    left = [line for line in lines if line.left < column - _SAME_PLACE]
    left = [line for line in left if line in pieces or line.right < column]
    top = max(max(line.baseline, line.cell_baseline) for line in pieces)
    bottom = min(min(line.baseline, line.cell_baseline) for line in pieces)
    inside = [line for line in left if bottom <= line.baseline <= top]
    leading = _leading(inside, pieces)
    above = [line for line in reversed(left) if line.baseline > top]
    below = [line for line in left if line.baseline < bottom]
    before = _running_on(above, top, pieces[0].size, leading)
    after = _running_on(below, bottom, pieces[-1].size, leading)
    labels = [*reversed(before), *inside, *after]
    return [line for line in labels if not _HEAD.match(line.text)], leading


def _running_on(lines: Sequence[Line], start: float, size: float, leading: float) -> list[Line]:
    """The lines that follow the table's edge, and one another, as the lines of one cell do."""
    run: list[Line] = []
    for line in lines:
        last = run[-1].baseline if run else start
        if abs(last - line.baseline) > _LOOSE * leading or abs(size - line.size) > 1:
            break
        if _HEAD.match(line.text):
            break
        run.append(line)
    return run


def _leading(labels: Sequence[Line], pieces: Sequence[Line]) -> float:
    """The distance between two lines of one cell, in points."""
    size = pieces[0].size
    baselines = ([line.baseline for line in labels], [line.cell_baseline for line in pieces])
    gaps = [above - below for side in baselines for above, below in pairwise(side)]
    usual = [_USUAL_LEADING * size] if not gaps else [_WIDEST_LEADING * size]
    return min([*usual, *(gap for gap in gaps if gap > _TIGHT * size)])


def _judgement_name(row: Sequence[Line]) -> str:
    words = " ".join(" ".join(_label(line) for line in row).split())
    return _ROW_NUMBER.sub("", words)


def _rows(
    labels: Sequence[Line], grades: Sequence[_Cell], leading: float
) -> list[tuple[Sequence[Line], _Cell]]:
    """Each grade with the lines of its judgement: the sharing out that lines up best."""
    if len(grades) > _MOST_GRADES:
        return []
    cells = _possible_cells(labels, leading)
    found = [_best_rows(cells, len(labels), grades, alignment) for alignment in _ALIGNMENTS]
    possible = [each for each in found if each is not None]
    if not possible:
        return []
    _, rows = min(possible, key=lambda each: each[0])
    return [(cell.lines, grade) for cell, grade in zip(rows, grades, strict=True)]


def _possible_cells(labels: Sequence[Line], leading: float) -> list[tuple[int, int, _Cell]]:
    """Every run of lines that may be one cell, with where it starts and ends among the lines."""
    cells = []
    for start, first in enumerate(labels):
        if start and not _ROW_START.match(first.text):
            continue
        for end in range(start + 1, min(start + _MOST_LINES, len(labels)) + 1):
            last = labels[end - 1]
            if end > start + 1 and labels[end - 2].baseline - last.baseline > _LOOSE * leading:
                break
            cell = _Cell("", tuple(labels[start:end]), first.baseline, last.baseline)
            cells.append((start, end, cell))
    return cells


def _best_rows(
    cells: Sequence[tuple[int, int, _Cell]], count: int, grades: Sequence[_Cell], alignment: float
) -> tuple[float, tuple[_Cell, ...]] | None:
    """The cells, one for each grade, whose misfit in points is least; None if they do not suffice.

    `best` holds, for each number of lines used so far, the least misfit and the cells that give it.
    """
    best: dict[int, tuple[float, tuple[_Cell, ...]]] = {0: (0.0, ())}
    for grade in grades:
        after: dict[int, tuple[float, tuple[_Cell, ...]]] = {}
        for start, end, cell in cells:
            misfit = abs(cell.height(alignment) - grade.height(alignment))
            for used, (so_far, rows) in best.items():
                if used > start:
                    continue
                total = so_far + misfit + _LEFT_OUT * (start - used)
                if end not in after or total < after[end][0]:
                    after[end] = (total, (*rows, cell))
        best = after
    ends = [(total + _LEFT_OUT * (count - used), rows) for used, (total, rows) in best.items()]
    return min(ends, key=lambda each: each[0], default=None)
