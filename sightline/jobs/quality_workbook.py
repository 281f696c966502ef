"""Data quality as an Excel workbook: overview, by check, by team, by figure, and the rows.

Every text is written as text, so that no cell of a return is ever run as a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from sightline.jobs import quality, quality_effects
from sightline.jobs.quality import Count, Wanted
from sightline.returns import RULES

ROWS_A_SHEET = 1_000_000  # Excel holds 1,048,576
COUNTED = ("Errors", "Warnings", "Children", "New since the file before", "Gone since it")
ROW_HEADS = {
    "severity": "Error or warning",
    "return_name": "Return",
    "period": "Of the day",
    "file": "File",
    "table": "Table",
    "row": "Row",
    "column": "Column",
    "value": "Value",
    "child_id": "Child",
    "owner": "Team",
    "worker": "Worker",
    "rule": "Check",
    "message": "What is wrong",
    "first_seen": "First seen",
}


def write(data: Path, to: Path | IO[bytes], rows: Wanted | None) -> int:
    """Write the workbook; `rows` says which issues are listed row by row, None lists none.

    Gives how many rows were listed. Raises NothingLoadedError.
    """
    total = quality.total(data)
    checks, teams = quality.counts(data, "check"), quality.counts(data, "team")
    effects = quality_effects.effects(data)
    listed = None if rows is None else quality.table(data, rows)
    book = xlsxwriter.Workbook(to, {"constant_memory": True})
    writing = _Writing(book)
    writing.sheet("Overview", ("What", "How many"), _overview(total, effects), (60, 14))
    writing.sheet("By check", ("Check", "Code", *COUNTED), _by_check(checks), (70, 26))
    writing.sheet("By team", ("Team", *COUNTED), (_counted(each) for each in teams), (40,))
    writing.sheet("By figure", _EFFECT_HEADS, (_effect(each) for each in effects), (46, 14))
    if listed is not None:
        for number, start in enumerate(range(0, max(listed.num_rows, 1), ROWS_A_SHEET), start=1):
            part = listed.slice(start, ROWS_A_SHEET).select(list(ROW_HEADS))
            name = "Rows" if number == 1 else f"Rows {number}"
            cells = zip(*(column.to_pylist() for column in part.columns), strict=True)
            writing.sheet(name, tuple(ROW_HEADS.values()), cells, (14,) * 12 + (90,))
    book.close()
    return listed.num_rows if listed is not None else 0


class _Writing:
    """A workbook being written, sheet by sheet and each sheet from its top."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self.share = book.add_format({"num_format": "0.0%"})

    def sheet(
        self, name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]
    ) -> None:
        """One sheet: a heading row that stays in sight and can be filtered, then the rows."""
        sheet = self.book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.freeze_panes(1, 0)
        for at, head in enumerate(heads):
            sheet.write_string(0, at, head, self.head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                self._cell(sheet, last, at, cell)
        sheet.autofilter(0, 0, last, len(heads) - 1)

    def _cell(self, sheet: Any, row: int, at: int, cell: Any) -> None:
        if cell is None:
            return
        if isinstance(cell, date):
            sheet.write_datetime(row, at, cell, self.day)
        elif isinstance(cell, float):
            sheet.write_number(row, at, cell, self.share)
        elif isinstance(cell, int):
            sheet.write_number(row, at, cell)
        else:
            sheet.write_string(row, at, str(cell))


def _overview(
    total: Count, effects: Sequence[quality_effects.Effect]
) -> list[tuple[str, int | None]]:
    return [
        ("Errors to put right", total.errors),
        ("Warnings to put right or look at", total.warnings),
        ("Children whose records they are in", total.children),
        ("New since the file before", total.new),
        ("In the file before and no longer: put right, or no longer listed", total.gone),
        ("Figures in doubt", sum(effect.in_doubt for effect in effects)),
    ]


def _by_check(checks: Sequence[Count]) -> Iterable[tuple[Any, ...]]:
    for each in checks:
        says = RULES[each.name].words if each.name in RULES else each.name
        yield says, each.name, *_counted(each)[1:]


def _counted(count: Count) -> tuple[Any, ...]:
    return count.name, count.errors, count.warnings, count.children, count.new, count.gone


_EFFECT_HEADS = (
    *("Figure", "At", "Value", "By chance, from", "By chance, to"),
    *("Given what is missing, from", "Given what is missing, to"),
    *("Children", "Inputs missing", "Inputs doubted", "In doubt"),
)


def _effect(effect: quality_effects.Effect) -> tuple[Any, ...]:
    chance, bounds = effect.interval, effect.bounds
    return (
        effect.measure.title,
        effect.as_at,
        effect.value,
        chance.low if chance else None,
        chance.high if chance else None,
        bounds.low if bounds else None,
        bounds.high if bounds else None,
        bounds.of if bounds else 0,
        effect.unknown,
        effect.doubted,
        "yes" if effect.in_doubt else "no",
    )
