"""Reading a plan from a workbook or a delimited file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sightline.plan_sheets.cells import Book, Grid, read_book
from sightline.plan_sheets.days import DayKind, read_day
from sightline.plan_sheets.headings import BESIDE, Field, Layout, layout_of
from sightline.plan_sheets.rows import HIDDEN, STRUCK, Issue, PlanBook, PlanRow, Step
from sightline.returns.trouble import UnreadableError

_DOWN = (Field.PRIORITY, Field.OUTCOME)  # stand once, at the top of what they hold for
_JOINED = (Field.STEPS, Field.EVIDENCE, Field.MEASURE, Field.PROGRESS)
_NEEDS_AN_ACTION = (Field.OWNER, Field.DUE, Field.STATUS, Field.PROGRESS)
_STEP = re.compile(r"(?m)^\s*(?:\(?\d{1,2}[.)]|[-•*–]|\(?[a-h][.)])\s+")
_STEP_DAY = re.compile(r"\(([^()]{4,30})\)\s*[.;]?$")
_FORMULA_ERROR = re.compile(r"^#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)$")
_SUM = re.compile(r"(?i)^(sub-?|grand )?total\b")
_TITLE = re.compile(r"(?i)^(priority|theme|workstream|strand|outcome|objective)\b")
_OUTCOME_TITLE = re.compile(r"(?i)^(outcome|objective)\b")
_WORDS_OF_COLOUR = {"red": "red", "r": "red", "amber": "amber", "a": "amber", "green": "green",
                    "g": "green", "blue": "blue", "b": "blue"}  # fmt: skip
_DAY_SAID = {
    DayKind.IMPOSSIBLE: "There is no day {0}. The row is kept without it.",
    DayKind.ONGOING: "“{0}” is no day, so nothing will ever be late. The words are kept.",
    DayKind.UNCLEAR: "“{0}” is no day that can be read. The words are kept.",
}


class PlanSheetError(Exception):
    """The file cannot be read as a plan; the message says why, for the person."""


def read_plan(
    name: str, data: bytes, known: Mapping[str, Mapping[Field, int]] | None = None
) -> PlanBook:
    """The plan that a file holds. `known`: fields told by a person, by headings' fingerprint.

    Raises PlanSheetError for a file that is locked, broken, empty, too large, of another kind, or
    in which no row says what its columns are.
    """
    layouts, passed_over = [], []
    reader = _Reader(name)
    for grid in opened(name, data).sheets:
        layout = layout_of(grid, known or {})
        if layout is None:
            passed_over.append(grid.name)
            continue
        layouts.append(layout)
        _Sheet(reader, layout, grid).read()
    if not layouts:
        raise PlanSheetError(
            f"{name} has no row that says what its columns are: one of them must be the action, "
            "and at least two more must be known (owner, due, outcome, priority, status …)."
        )
    return PlanBook(
        name, tuple(layouts), tuple(reader.kept), tuple(reader.issues),
        reader.read, reader.rejected, reader.aside, tuple(passed_over),
    )  # fmt: skip


def opened(name: str, data: bytes) -> Book:
    """The sheets of a file. Raises PlanSheetError where it cannot be read."""
    try:
        return read_book(name, data)
    except UnreadableError as error:
        raise PlanSheetError(f"{name} {error}.") from error


@dataclass
class _Reader:
    """What was read of a file, sheet after sheet."""

    file: str
    kept: list[PlanRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    read: int = 0
    rejected: int = 0
    aside: int = 0


class _Sheet:
    """Reads one sheet with its layout into a reader."""

    def __init__(self, reader: _Reader, layout: Layout, grid: Grid) -> None:
        self._reader, self._layout, self._grid = reader, layout, grid
        self._spoken = grid.spoken_for()
        self._down = dict.fromkeys(_DOWN, "")

    def read(self) -> None:
        """Every row below the headings; blank lines are none."""
        if self._grid.hidden:
            self._issue(0, "", "", "The whole sheet is hidden in the workbook. It is read.")
        for column in sorted(self._grid.marks.hidden_columns):
            if column < len(self._layout.headings) and (named := self._layout.headings[column]):
                words = "The column is hidden in the sheet. It is read."
                self._issue(self._layout.headings_row - 1, named, "", words)
        for at in range(self._layout.headings_row, len(self._grid.rows)):
            said = [cell.strip() for cell in self._grid.rows[at] if cell.strip()]
            if not said:
                continue
            if self._is_no_row(at, said) or self._is_title(at, said) or self._continues(at):
                self._reader.aside += 1
                continue
            self._row(at)

    def _is_no_row(self, at: int, said: list[str]) -> bool:
        """Sums, the headings once more, and lines of nothing but broken formulas."""
        heads = [_same(each) for each in self._layout.headings if each]
        again = [_same(each) for each in said] == heads
        return again or bool(_SUM.match(said[0])) or all(map(_FORMULA_ERROR.match, said))

    def _is_title(self, at: int, said: list[str]) -> bool:
        """A line that only heads those beneath it: it says one thing, or none of an action."""
        told = self._told(at)
        if len(said) == 1 and _TITLE.match(said[0]):
            which = Field.OUTCOME if _OUTCOME_TITLE.match(said[0]) else Field.PRIORITY
            self._head({which: said[0]})
            return True
        if told.get(Field.ACTION) or any(told.get(each) for each in _NEEDS_AN_ACTION):
            return False
        self._head(told)
        return True

    def _head(self, told: Mapping[Field, str]) -> None:
        for each in _DOWN:
            if told.get(each):
                if each is Field.PRIORITY and told[each] != self._down[each]:
                    self._down[Field.OUTCOME] = ""
                self._down[each] = told[each]

    def _continues(self, at: int) -> bool:
        """A further line of an action whose cell is merged downwards: what it says is joined."""
        place = (at, self._layout.fields[Field.ACTION])
        over = self._spoken.get(place)
        if over is None or not self._reader.kept or over[0] + 1 != self._reader.kept[-1].row:
            return False
        row, told = self._reader.kept[-1], self._told(at)
        more = {
            each: told[each]
            for each in _JOINED
            if told.get(each) and (at, self._layout.fields[each]) not in self._spoken
        }
        joined: dict[str, Any] = {}
        for each in set(more) - {Field.STEPS}:
            name = each.name.lower()
            joined[name] = f"{getattr(row, name)}\n{more[each]}".strip()
        steps = (*row.steps, *steps_of(more.get(Field.STEPS, "")))
        self._reader.kept[-1] = replace(row, steps=steps, **joined)
        return True

    def _row(self, at: int) -> None:
        told = self._told(at)
        self._head(told)
        self._reader.read += 1
        if not told.get(Field.ACTION):
            self._reader.rejected += 1
            said = "The row says who, when or how far, and not what is to be done."
            self._issue(at, self._heading(Field.ACTION), "", said)
            return
        told.update({each: said for each, said in self._down.items() if said})
        self._reader.kept.append(self._action(at, told))
        self._notices(at, self._reader.kept[-1])

    def _action(self, at: int, told: Mapping[Field, str]) -> PlanRow:
        start, start_words = self._day(at, Field.START, told)
        due, due_words = self._day(at, Field.DUE, told)
        return PlanRow(
            self._layout.sheet, at + 1, told[Field.ACTION], told.get(Field.REFERENCE, ""),
            told.get(Field.PRIORITY, "") or self._layout.sheet, told.get(Field.OUTCOME, ""),
            told.get(Field.OWNER, ""), told.get(Field.PARTNER, ""), start, start_words, due,
            due_words, tuple(steps_of(told.get(Field.STEPS, ""))), told.get(Field.EVIDENCE, ""),
            told.get(Field.MEASURE, ""), told.get(Field.PROGRESS, ""),
            told.get(Field.STATUS, "") or self._fill(at), told.get(Field.PERCENT, ""),
            told.get(Field.COST, ""), told.get(Field.FINDING, ""), self._further(at),
        )  # fmt: skip

    def _further(self, at: int) -> dict[str, str]:
        taken = set(self._layout.fields.values())
        further = {
            self._named(column): said
            for column in range(len(self._grid.rows[at]))
            if column not in taken
            and self._grid.said(self._layout.headings_row - 1, column) not in BESIDE
            and (said := self._grid.said(at, column))
        }
        if (at, self._layout.fields[Field.ACTION]) in self._grid.marks.struck:
            further[STRUCK] = "yes"
        if at in self._grid.marks.hidden_rows:
            further[HIDDEN] = "yes"
        return further

    def _named(self, column: int) -> str:
        """The heading of a column; its place ("Column 7") where it has none."""
        headings = self._layout.headings
        return (headings[column] if column < len(headings) else "") or f"Column {column + 1}"

    def _fill(self, at: int) -> str:
        """The colour of an empty cell of status, which is somebody's word as much as a word is."""
        column = self._layout.fields.get(Field.STATUS)
        word = self._grid.marks.fills.get((at, column), "") if column is not None else ""
        return word.capitalize() if word != "grey" else ""

    def _notices(self, at: int, row: PlanRow) -> None:
        """What a person should know of a row that is kept."""
        if len(row.owners) > 1:
            words = f"Several owners: {row.owners[0]}, who comes first, answers for it."
            self._issue(at, self._heading(Field.OWNER), row.owner, words)
        if row.struck:
            self._issue(at, self._heading(Field.ACTION), row.action, "The action is struck out.")
        if HIDDEN in row.further:
            self._issue(at, "", "", "The row is hidden in the sheet. It is read.")
        fill, said = self._fill(at).lower(), _WORDS_OF_COLOUR.get(row.status.lower(), "")
        if fill and said and fill != said:
            words = f"The word is “{row.status}”, the cell is {fill}. The word is kept."
            self._issue(at, self._heading(Field.STATUS), row.status, words)

    def _day(self, at: int, which: Field, told: Mapping[Field, str]) -> tuple[date | None, str]:
        """The day of a cell, and its words where they name no exact day."""
        day = read_day(told.get(which, ""))
        if day.kind in _DAY_SAID:
            said = _DAY_SAID[day.kind].format(day.words)
            self._issue(at, self._heading(which), day.words, said)
        return day.day, "" if day.kind is DayKind.EXACT else day.words

    def _told(self, at: int) -> dict[Field, str]:
        """What a row says in each field; a merged cell says it in each of its rows."""
        found = {}
        for each, column in self._layout.fields.items():
            place = self._spoken.get((at, column), (at, column))
            said = self._grid.said(*place) or self._grid.marks.broken.get(place, "")
            if _FORMULA_ERROR.match(said):
                self._issue(
                    at, self._heading(each), said, "The formula is broken: nothing is read."
                )
            elif said:
                found[each] = said
        return found

    def _heading(self, which: Field) -> str:
        return self._layout.headings[self._layout.fields[which]]

    def _issue(self, at: int, column: str, value: str, said: str) -> None:
        issue = Issue(self._reader.file, self._layout.sheet, at + 1, column, value, said)
        if issue not in self._reader.issues[-8:]:  # a row is looked at more than once
            self._reader.issues.append(issue)


def steps_of(words: str) -> Iterator[Step]:
    """The milestones of a cell: numbered or dotted, else line by line; each with its day."""
    text = words.replace("\r\n", "\n").replace("\r", "\n")
    pieces = _STEP.split(text) if _STEP.search(text) else text.split("\n")
    for piece in (" ".join(each.split()) for each in pieces):
        if not piece:
            continue
        found = _STEP_DAY.search(piece)
        day = read_day(found[1]).day if found else None
        yield Step(piece[: found.start()].rstrip() if found and day else piece, day)


def _same(cell: str) -> str:
    return " ".join(cell.casefold().split())
