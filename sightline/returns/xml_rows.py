"""Rows gathered from the blocks of an XML document, turned into frames a batch at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

LINE = "line"
"""Column of a frame: the line on which the block begins."""

_BATCH = 20_000  # rows held as Python lists before they become a frame

Row = list[str | int | None]


@dataclass(frozen=True, slots=True)
class Block:
    """An element that is a row of a table.

    `columns` are the elements whose text it holds, under the name of the column; where the block is
    itself such an element it is a row of one value. `inside` are the tables in whose rows it may
    lie: the frame has a column for each, with the number of that row, from 0, or null. `joined` are
    columns that may come more than once: their texts are joined by a semicolon.
    """

    element: str
    table: str
    columns: Mapping[str, str]
    inside: tuple[str, ...] = ()
    joined: frozenset[str] = frozenset()

    @property
    def is_value(self) -> bool:
        """Whether the block's own text is its one value."""
        return self.element in self.columns


@dataclass(slots=True)
class _Table:
    """A table as it grows. `open` are the rows begun and not yet ended, innermost last."""

    block: Block
    places: dict[str, int]
    names: tuple[str, ...]
    joined: frozenset[int]
    begun: int = 0
    rows: list[Row] = field(default_factory=list)
    frames: list[pl.DataFrame] = field(default_factory=list)
    open: list[int] = field(default_factory=list)

    def flush(self) -> None:
        if self.rows:
            schema = {
                name: pl.Int64 if at >= len(self.names) else pl.String
                for at, name in enumerate((*self.names, *self.block.inside, LINE))
            }
            self.frames.append(pl.DataFrame(self.rows, schema=schema, orient="row"))
            self.rows = []


def _table(block: Block) -> _Table:
    names = tuple(dict.fromkeys(block.columns.values()))
    places = {element.lower(): names.index(name) for element, name in block.columns.items()}
    return _Table(block, places, names, frozenset(names.index(name) for name in block.joined))


class RowCollector:
    """Opens a row where a block begins, fills it, and hands out frames at the end."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._tables = {block.table: _table(block) for block in blocks}
        self._open: list[tuple[_Table, Row]] = []

    @property
    def table(self) -> str | None:
        """The table of the innermost open block."""
        return self._open[-1][0].block.table if self._open else None

    def has_column(self, name: str) -> bool:
        """Whether the innermost open block has a column for the element."""
        return bool(self._open) and name in self._open[-1][0].places

    def open(self, block: Block, line: int) -> None:
        """Begin a row."""
        table = self._tables[block.table]
        row: Row = [None] * len(table.names)
        for name in block.inside:
            around = self._tables[name].open
            row.append(around[-1] if around else None)
        row.append(line)
        table.rows.append(row)
        table.open.append(table.begun)
        table.begun += 1
        self._open.append((table, row))

    def put(self, name: str, text: str) -> bool:
        """Put a text into the innermost row; false where it has one already."""
        table, row = self._open[-1]
        at = table.places[name]
        held = row[at]
        if held is None:
            row[at] = text
        elif at in table.joined:
            row[at] = f"{held}; {text}"
        else:
            return False
        return True

    def close(self, block: Block) -> None:
        """End the innermost row."""
        table, _ = self._open.pop()
        table.open.pop()
        if len(table.rows) >= _BATCH and not table.open:
            table.flush()

    def frames(self) -> dict[str, pl.DataFrame]:
        """A frame for every table that has rows, in the order in which the blocks began."""
        found = {}
        for name, table in self._tables.items():
            table.flush()
            if table.frames:
                found[name] = pl.concat(table.frames, rechunk=True)
                table.frames = []
        return found
