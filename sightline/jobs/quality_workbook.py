"""Data quality as an Excel workbook: overview, by check, by team, by figure, and the rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count, islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from sightline.jobs import quality, quality_effects
from sightline.jobs.quality import Count, Wanted
from sightline.jobs.workbook import Workbook
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
    book = Workbook(to)
    book.sheet("Overview", ("What", "How many"), _overview(total, effects), (60, 14))
    book.sheet("By check", ("Check", "Code", *COUNTED), _by_check(checks), (70, 26))
    book.sheet("By team", ("Team", *COUNTED), (_counted(each) for each in teams), (40,))
    book.sheet("By figure", _EFFECT_HEADS, (_effect(each) for each in effects), (46, 14))
    listed = 0 if rows is None else _rows(book, data, rows)
    book.close()
    return listed


def _rows(book: Workbook, data: Path, wanted: Wanted) -> int:
    """Sheets of the rows, each as full as Excel holds; the first is there if there is no row."""
    listed = 0
    with quality.batches(data, wanted) as batches:
        cells = chain.from_iterable(map(_cells, batches))
        for number in count(1):
            following = list(islice(cells, 1))
            if number > 1 and not following:
                break
            part = chain(following, islice(cells, ROWS_A_SHEET - 1))
            name = "Rows" if number == 1 else f"Rows {number}"
            listed += book.sheet(name, tuple(ROW_HEADS.values()), part, (14,) * 12 + (90,))
    return listed


def _cells(batch: pa.RecordBatch) -> Iterable[tuple[Any, ...]]:
    return zip(*(batch[name].to_pylist() for name in ROW_HEADS), strict=True)


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
