"""Writing a plan as a workbook: in our layout, or in the one in which it came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import IO

from sightline.jobs.workbook import Workbook
from sightline.plan_sheets.headings import BESIDE, Field, Layout
from sightline.plan_sheets.rows import PlanRow, Step

_OWN = (
    Field.REFERENCE, Field.PRIORITY, Field.OUTCOME, Field.ACTION, Field.OWNER, Field.PARTNER,
    Field.START, Field.DUE, Field.STEPS, Field.EVIDENCE, Field.MEASURE, Field.PROGRESS,
    Field.STATUS, Field.PERCENT, Field.COST, Field.FINDING,
)  # fmt: skip
OWN_LAYOUT = Layout(
    "Improvement plan", 1, tuple(str(each.value) for each in _OWN),
    {each: at for at, each in enumerate(_OWN)},
)  # fmt: skip
_WIDE = {Field.ACTION, Field.OUTCOME, Field.PROGRESS, Field.STEPS, Field.EVIDENCE, Field.FINDING}
_BESIDE = BESIDE
_NO_NAME = re.compile(r"[\[\]:*?/\\]")  # what Excel refuses in the name of a sheet
Cell = str | date | None


def write_plan(
    to: Path | IO[bytes],
    rows: Iterable[PlanRow],
    layouts: Sequence[Layout],
    beside: Mapping[tuple[str, int], tuple[str, str]] | None = None,
) -> int:
    """Writes the rows sheet by sheet in the layouts; gives how many there were.

    A row whose sheet has no layout goes to the first. `beside` adds two columns at the right: how
    an action stands and what the figures say, by the row's sheet and number. What a layout has no
    column for goes to further columns under our own headings, so that nothing is lost.
    """
    every, written = list(rows), 0
    names = [each.sheet for each in layouts]
    book = Workbook(to)
    for layout in layouts:
        here = [r for r in every if r.sheet == layout.sheet or (
            r.sheet not in names and layout is layouts[0])]  # fmt: skip
        written += _sheet(book, layout, here, beside or {})
    book.close()
    return written


def _sheet(
    book: Workbook,
    layout: Layout,
    rows: Sequence[PlanRow],
    beside: Mapping[tuple[str, int], tuple[str, str]],
) -> int:
    named_by_sheet = all(row.priority == layout.sheet for row in rows)
    more = [
        each
        for each in _OWN
        if each not in layout.fields
        and not (each is Field.PRIORITY and named_by_sheet)
        and any(_cell(row, each) for row in rows)
    ]
    further = list(dict.fromkeys(h for r in rows for h in r.further if h not in layout.headings))
    heads = [*layout.headings, *(str(f.value) for f in more), *further]
    heads += _BESIDE if beside else ()
    filled = []
    for row in rows:
        cells: list[Cell] = [row.further.get(heading) for heading in layout.headings]
        for each, at in layout.fields.items():
            cells[at] = _cell(row, each)
        cells += [_cell(row, each) for each in more]
        cells += [row.further.get(heading) for heading in further]
        if beside:
            cells += list(beside.get((row.sheet, row.row), ("", "")))
        filled.append(cells)
    widths = [_width(layout, at) for at in range(len(layout.headings))]
    widths += [30] * (len(heads) - len(widths))
    return book.sheet(_NO_NAME.sub("-", layout.sheet)[:31], heads, filled, widths)


def _cell(row: PlanRow, which: Field) -> Cell:
    """What stands in a field's column, None where it is empty."""
    if which is Field.DUE:
        return row.due_words or row.due
    if which is Field.START:
        return row.start_words or row.start
    if which is Field.STEPS:
        return "\n".join(_step(each) for each in row.steps) or None
    name = {Field.PERCENT: "percent", Field.COST: "cost", Field.FINDING: "finding"}.get(
        which, which.name.lower()
    )
    assert name in {each.name for each in fields(PlanRow)}
    return getattr(row, name) or None


def _step(step: Step) -> str:
    return f"- {step.words} ({step.due:%d/%m/%Y})" if step.due else f"- {step.words}"


def _width(layout: Layout, at: int) -> int:
    meant = next((each for each, place in layout.fields.items() if place == at), None)
    return 50 if meant in _WIDE else 20
