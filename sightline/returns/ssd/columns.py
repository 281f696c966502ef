"""How the tables of the SSD are written down: a few words a column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sightline.returns.fields import Field, Kind, Table

RETURN_NAME = "ssd"
Told = Callable[[str], str | bool | None]


@dataclass(frozen=True, slots=True)
class SsdTable:
    """One table of the SSD.

    `row_id` is the column that numbers its rows. `left_out` are columns that the SSD has and we do
    not keep: names, addresses, messages. `extra` are columns that only some releases have.
    """

    table: Table
    row_id: str
    left_out: frozenset[str] = field(default_factory=frozenset)
    extra: frozenset[str] = field(default_factory=frozenset)

    @property
    def kept(self) -> Table:
        """The table without what is left out."""
        kept = tuple(each for each in self.table.fields if each.name not in self.left_out)
        return replace(self.table, fields=kept)


def ssd_table(
    name: str,
    row_id: str,
    *fields: Field,
    who: str | None = None,
    left_out: str = "",
    extra: str = "",
) -> SsdTable:
    """A table by its columns; `who` names the column of the child, without which no row stands.

    Where another column places the rows, that one is made with `placed_by`, and `who` may be blank.
    """
    placed = any(each.key for each in fields)
    columns = tuple(replace(f, key=True) if f.name == who and not placed else f for f in fields)
    return SsdTable(
        Table(RETURN_NAME, name, (Field(row_id, required=True), *columns), who or _own(row_id)),
        row_id,
        frozenset(left_out.split()),
        frozenset(extra.split()),
    )


def _own(row_id: str) -> str | None:
    """A table numbered by its children: the row is the child's."""
    return row_id if row_id.endswith("_person_id") else None


def _fields(names: str, kind: Kind) -> tuple[Field, ...]:
    return tuple(Field(name, kind) for name in names.split())


def texts(names: str) -> tuple[Field, ...]:
    """Columns of text: identifiers, names, words."""
    return _fields(names, "text")


def dates(names: str) -> tuple[Field, ...]:
    """Columns of days."""
    return _fields(names, "date")


def flags(names: str) -> tuple[Field, ...]:
    """Columns of Y and N."""
    return _fields(names, "flag")


def integers(names: str) -> tuple[Field, ...]:
    """Columns of whole numbers, none below 0."""
    return tuple(Field(name, "integer", low=0) for name in names.split())


def numbers(names: str) -> tuple[Field, ...]:
    """Columns of numbers, none below 0."""
    return tuple(Field(name, "number", low=0) for name in names.split())


def answers(names: str, told: Told) -> tuple[Field, ...]:
    """Columns of yes, no and other answers, which are read as nothing said."""
    return tuple(Field(name, "flag", told=told) for name in names.split())


def coded(name: str, codes: str, told: Told) -> Field:
    """A column of codes, with the reader of the ways in which systems write them."""
    return Field(name, "code", codes=tuple(codes.split()), told=told)


def worded(name: str, told: Told) -> Field:
    """A column of words for which the SSD sets no codes; `told` gives ours."""
    return Field(name, "code", told=told)


def ticked(name: str, options: str, beside: str = "") -> Field:
    """A column of options as JSON; `beside` are its keys that are no option."""
    return Field(name, "ticks", codes=tuple(options.split()), other_codes=tuple(beside.split()))


def placed_by(each: Field) -> Field:
    """A column without which a row cannot be placed."""
    return replace(each, key=True)
