"""What a pack is made of: sections, each with its sentence first, then a picture, then a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

VERSION = 1


class NotAPackError(Exception):
    """What was read is not what `Pack.as_json` makes."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words: its caption, its heads, its rows. The first cell of a row names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """Raises ValueError for a row that does not fit the heads."""
        if any(len(row) != len(self.heads) for row in self.rows):
            raise ValueError("Every row has a cell for each head.")


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture as SVG, and what those are told who do not see it."""

    title: str
    description: str
    svg: str


@dataclass(frozen=True, slots=True)
class Section:
    """One thing said: the sentence that matters, then what it rests on.

    `points` are read as a list; `more` holds a longer table for the workbook alone, which the
    printed pack shortens to `table`; `parts` are sections beneath this one.
    """

    title: str
    sentence: str = ""
    points: tuple[str, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    more: Table | None = None
    notes: tuple[str, ...] = ()
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: for whom, at what day, where it stands (a draft, or which issue), its sections."""

    title: str
    authority: str
    about: str
    as_at: date
    standing: str
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Every section in reading order with its level, 1 for the outermost."""
        for section in self.sections:
            yield from _walk(section, 1)

    def with_standing(self, standing: str) -> Pack:
        """The same pack, standing otherwise."""
        return replace(self, standing=standing)

    def as_json(self) -> dict[str, Any]:
        """The contract of `pack.json`, version 1."""
        return {"version": VERSION, **asdict(self), "as_at": self.as_at.isoformat()}

    @classmethod
    def from_json(cls, content: Any) -> Pack:
        """Raises NotAPackError where it is not what `as_json` makes."""
        try:
            return cls(
                title=content["title"],
                authority=content["authority"],
                about=content["about"],
                as_at=date.fromisoformat(content["as_at"]),
                standing=content["standing"],
                sections=tuple(_section(each) for each in content["sections"]),
            )
        except (KeyError, TypeError, ValueError) as problem:
            raise NotAPackError("This is not the content of a pack.") from problem


def _walk(section: Section, level: int) -> Iterator[tuple[int, Section]]:
    yield level, section
    for part in section.parts:
        yield from _walk(part, level + 1)


def _section(content: dict[str, Any]) -> Section:
    chart = content["chart"]
    return Section(
        title=content["title"],
        sentence=content["sentence"],
        points=tuple(content["points"]),
        chart=Chart(**chart) if chart else None,
        table=_table(content["table"]),
        more=_table(content["more"]),
        notes=tuple(content["notes"]),
        parts=tuple(_section(each) for each in content["parts"]),
    )


def _table(content: dict[str, Any] | None) -> Table | None:
    if content is None:
        return None
    rows = tuple(tuple(row) for row in content["rows"])
    return Table(content["caption"], tuple(content["heads"]), rows)
