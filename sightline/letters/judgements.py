"""The table of judgements, by the place of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sightline.letters.letter import Grade, Judgement
from sightline.letters.lines import Line

_GRADES = {
    "outstanding": Grade.OUTSTANDING,
    "good": Grade.GOOD,
    "requires improvement": Grade.REQUIRES_IMPROVEMENT,
    "requires improvement to be good": Grade.REQUIRES_IMPROVEMENT,
    "require improvement to be good": Grade.REQUIRES_IMPROVEMENT,
    "require improvement": Grade.REQUIRES_IMPROVEMENT,
    "adequate": Grade.ADEQUATE,
    "inadequate": Grade.INADEQUATE,
}
_GRADE_PIECE = re.compile(
    r"(?i)^(outstanding|good|adequate|inadequate|requires?( improvement)?( to( be good)?)?"
    r"|improvement( to( be good)?)?|to be good|be good)\.?( grade \d)?$"
)
_HEAD = re.compile(r"(?i)^(key )?judgements?\s+(judgement )?grade$")
_ROW_START = re.compile(r"^([A-Z]|\d+(\.\d+)?\.?\s)")
_SPOKEN = re.compile(
    r"(?i)^(?:(?P<overall>(?:the )?(?:overall judgement (?:is|that)"
    r"|children[’']s services in)\b.*?)"
    r"|(?:the effectiveness of )?the (?P<board>(?:local safeguarding children board|LSCB)[^.]*?))"
    r"\s*(?:is|are|that it)?\s*(?P<grade>outstanding|good|inadequate"
    r"|requires? improvement(?: to be good)?)\.?$"
)
_RIGHT_HALF = 280.0  # points from the left of the page
OVERALL = "Overall effectiveness"
BOARD = "The Local Safeguarding Children Board"


@dataclass(slots=True)
class _Row:
    lines: list[Line] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    cells: list[Line] = field(default_factory=list)

    def distance(self, line: Line) -> float:
        """How far a line is from the row, in points; 0 within it."""
        top, bottom = self.lines[0].baseline, self.lines[-1].baseline
        return max(0.0, line.baseline - top, bottom - line.baseline)


@dataclass(frozen=True, slots=True)
class JudgementTable:
    """The judgements, and the lines they were read from (which are no part of the text)."""

    judgements: tuple[Judgement, ...]
    lines: frozenset[Line]


def grade_of(text: str) -> Grade | None:
    """The grade that these words are, or None."""
    words = re.sub(r"\s+grade \d$", "", " ".join(text.lower().split()).strip(" ."))
    return _GRADES.get(words)


def read_table(lines: Sequence[Line]) -> JudgementTable:
    """The judgements of the first table of grades, topped up by what headings say of the whole."""
    for page in sorted({line.page for line in lines}):
        table = _table([line for line in lines if line.page == page])
        if len(table.judgements) >= 2:
            return table
    return JudgementTable((), frozenset())


def without_grades(lines: Sequence[Line]) -> list[Line]:
    """The lines without the grades that stand beside headings, as in a section's own table."""
    kept = []
    for line in lines:
        beside = line.bold and line.cell_left > _RIGHT_HALF and _GRADE_PIECE.match(line.cell_text)
        if not beside:
            kept.append(line)
        elif line.cell_left > line.left:
            label = line.text[: len(line.text) - len(line.cell_text)].strip()
            kept.append(replace(line, text=label, cell_text=""))
    return kept


def spoken_judgements(headings: Sequence[tuple[str, int]]) -> tuple[Judgement, ...]:
    """Judgements said in a heading: of the services as a whole, or of the safeguarding board."""
    said: dict[str, Judgement] = {}
    for text, page in headings:
        found = _SPOKEN.match(" ".join(text.split()))
        grade = grade_of(found["grade"]) if found else None
        if found and grade:
            name = OVERALL if found["overall"] else BOARD
            said.setdefault(name, Judgement(name, grade, page))
    return tuple(said.values())


def _table(lines: Sequence[Line]) -> JudgementTable:
    column = _grade_column(lines)
    if column is None:
        return JudgementTable((), frozenset())
    cells = [line for line in lines if _in_column(line, column)]
    rows = _rows(_table_lines(lines, cells), column)
    for line in cells:
        if rows and line.cell_left == line.left:
            min(rows, key=lambda row: row.distance(line)).cells.append(line)
    found = [(row, _judgement(row)) for row in rows]
    used = {line for row, judged in found if judged for line in (*row.lines, *row.cells)}
    used |= {line for line in lines if _HEAD.match(line.text)}
    return JudgementTable(tuple(judged for _, judged in found if judged), frozenset(used))


def _grade_column(lines: Sequence[Line]) -> float | None:
    """Where the column of grades starts: the place that at least two grades share."""
    lefts = [line.cell_left for line in lines if _GRADE_PIECE.match(line.cell_text)]
    for left in lefts:
        if (
            left > min(line.left for line in lines) + 100
            and sum(abs(left - x) < 6 for x in lefts) > 1
        ):
            return left
    return None


def _in_column(line: Line, column: float) -> bool:
    return bool(_GRADE_PIECE.match(line.cell_text)) and abs(line.cell_left - column) < 6


def _table_lines(lines: Sequence[Line], cells: Sequence[Line]) -> list[Line]:
    """The lines between the table's head, or its first grade, and the foot of its last row."""
    top = max(line.baseline for line in cells) + 20
    bottom = min(line.baseline for line in cells) - 24
    column = max(line.cell_left for line in cells)
    return [
        line
        for line in lines
        if bottom < line.baseline < top
        and not _HEAD.match(line.text)
        and (line in cells or line.right < column)
    ]


def _rows(lines: Sequence[Line], column: float) -> list[_Row]:
    rows: list[_Row] = []
    for line in lines:
        if line.left > column - 6:
            continue
        label = line.text
        if _in_column(line, column):
            label = label[: len(label) - len(line.cell_text)].strip()
        if _ROW_START.match(label) or not rows:
            rows.append(_Row())
        rows[-1].lines.append(line)
        rows[-1].label.append(label)
        if _in_column(line, column):
            rows[-1].cells.append(line)
    return rows


def _judgement(row: _Row) -> Judgement | None:
    cells = sorted(row.cells, key=lambda line: -line.baseline)
    grade = grade_of(" ".join(line.cell_text for line in cells))
    label = re.sub(r"^\d+(\.\d+)?\.?\s+", "", " ".join(" ".join(row.label).split()))
    if grade is None or not label:
        return None
    return Judgement(label, grade, row.lines[0].page)
