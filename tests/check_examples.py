"""Examples of checks, written so that a data clerk can read them.

    episode_ends_before_start @ episodes 2024-03-31
      ! CHILD=1 DECOM=2023-05-01 DEC=2023-04-30
        CHILD=2 DECOM=2023-05-01 DEC=2023-05-02
        header: CHILD=1 DOB=2010-01-01

The first line names the check, its table (or tables, if the check stands in several with the same
columns) and the day they speak of, which may be left out. Each line below is a row of that table,
or of another where it begins with one's name; another's day follows its name. A line `@ 2024-03-31`
gives the day of the examples below that name none; `undated` takes it away. `!` marks the rows
that the check must name: those and no others. A column not given is blank; a child not given is
another child in each row. `(none)` is a table without rows.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from sightline.returns.fields import Field, Kind, Table
from sightline.returns.tables import ROW_COLUMN
from sightline.returns.typing_cells import POLARS_TYPES

FOLDER = Path(__file__).parent / "spec" / "checks"
Rows = list[dict[str, str]]
Key = tuple[str, date | None]


@dataclass(frozen=True, slots=True)
class Example:
    """Rows of some tables, and which rows of the check's own table it must name."""

    check: str
    table: str
    period: date | None
    rows: Mapping[Key, Rows]
    named: frozenset[int]
    where: str  # file and line, for whom it fails


@dataclass(slots=True)
class _Block:
    check: str
    tables: list[str]
    period: date | None
    where: str
    lines: list[tuple[bool, str | None, date | None, dict[str, str] | None]] = field(
        default_factory=list
    )

    def examples(self) -> Iterator[Example]:
        for table in self.tables:
            rows: dict[Key, Rows] = {(table, self.period): []}
            named = set()
            for marked, other, day, row in self.lines:
                of_table = rows.setdefault(
                    (other or table, self.period if other is None else day), []
                )
                if row is not None:
                    of_table.append(row)
                if marked:
                    named.add(len(of_table) + 1)
            yield Example(
                self.check, table, self.period, rows, frozenset(named), f"{self.where} {table}"
            )


def examples(name: str) -> list[Example]:
    """All examples of one file of the folder `spec/checks`."""
    path = FOLDER / name
    blocks: list[_Block] = []
    usual: date | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@ "):
            usual = date.fromisoformat(line[2:].strip())
            continue
        if not line.startswith(" "):
            check, _, of = line.partition(" @ ")
            tables, period = _dated(of.split(), usual)
            blocks.append(_Block(check.strip(), tables, period, f"{name}:{number}"))
            continue
        blocks[-1].lines.append(_line(line.strip(), blocks[-1].period))
    return [example for block in blocks for example in block.examples()]


def _line(
    text: str, period: date | None
) -> tuple[bool, str | None, date | None, dict[str, str] | None]:
    marked = text.startswith("!")
    text = text.removeprefix("!").strip()
    other, day = None, period
    first = text.partition(" ")[0]
    if "=" not in first and text != "(none)":
        head, _, text = text.partition(":")
        (other, *_), day = _dated(head.split(), period)
        text = text.strip()
    cells = None if text == "(none)" else dict(each.split("=", 1) for each in shlex.split(text))
    return marked, other, day, cells


def _dated(words: list[str], usual: date | None) -> tuple[list[str], date | None]:
    if words[-1] == "undated":
        return words[:-1], None
    if words[-1][:2] in ("19", "20"):
        return words[:-1], date.fromisoformat(words[-1])
    return words, usual


def frame(table: Table, rows: Rows) -> pl.DataFrame:
    """Rows typed as a reader types them, with the row a person would see (the first is 2)."""
    for row in rows:
        if unknown := row.keys() - {each.name for each in table.fields}:
            raise AssertionError(f"{table.name} has no {', '.join(sorted(unknown))}")
    columns = [
        pl.Series(
            each.name,
            [_value(each, table, row, at) for at, row in enumerate(rows)],
            dtype=POLARS_TYPES[each.kind],
        )
        for each in table.fields
    ]
    return pl.DataFrame(columns).with_columns(
        pl.Series(ROW_COLUMN, range(2, len(rows) + 2), dtype=pl.Int64)
    )


def _value(column: Field, table: Table, row: dict[str, str], at: int) -> object:
    if column.name not in row:
        return f"child {at}" if column.name == table.who else None
    text = row[column.name]
    return None if text == "-" else _READ[column.kind](text)


_READ: Mapping[Kind, Callable[[str], object]] = {
    "text": str,
    "code": str,
    "date": date.fromisoformat,
    "flag": {"yes": True, "no": False}.__getitem__,
    "integer": int,
    "number": float,
}
