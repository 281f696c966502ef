"""What may be said of a table from one extract to the next: the language of the declarations.

A row is known by its child (`who`) and its `key`. Its `began` is the day it speaks of: a contact's
day, the start of a plan. Where `began` is part of the key, a row that goes as another of the same
child comes for a past day is that row, moved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How a column may lawfully differ from one extract to the next."""

    LATEST = "latest"  # the newest of what recurs: it moves on, and never back
    ONCE = "once"  # the day of one thing: blank, then a day for good
    VALUE = "value"  # what was said of the row: another answer needs another day in `with_day`


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is watched.

    `apart` (LATEST): a past day at most so many days after the one shown before is read as the same
    event, moved; two of a kind are not that near. 0: any later day is another event.
    `same` (LATEST): columns that describe it; a later past day under the same description (the
    first of them not blank) is the same event, moved.
    `with_day` (VALUE): the date column with which the answer may change; None: it should not.
    `renamed` (VALUE): codes that a later year's guide gave another name, (old, new).
    """

    name: str
    kind: Kind
    apart: int = 0
    with_day: str | None = None
    renamed: tuple[tuple[str, str], ...] = ()
    same: tuple[str, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether it holds days."""
        return self.kind is not Kind.VALUE


@dataclass(frozen=True, slots=True)
class Stays:
    """Until when a later extract must still show a row. Nothing said: nobody can tell.

    `months`: for so long from the day it began. `until`: while all these columns are blank.
    `unless`: but not where this column says yes. An extract of the same day, sent again, must show
    every row.
    """

    months: int | None = None
    until: tuple[str, ...] = ()
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Through:
    """Where a table names no child: the table of the same extract that does.

    `who` of the watched table is the other's `key`; the child stands in the other's `child`.
    """

    table: str
    key: str
    child: str


@dataclass(frozen=True, slots=True)
class Watched:
    """One table of one return: what makes a row the same row, and what is watched of it.

    `again_only`: its rows speak of their own year alone, so only a return sent again is compared.
    `numbered`: its key is a row number that some systems make afresh in every extract.
    `running`: a list that people keep, of which a newer copy need not repeat what older ones say.
    `through`: where the child is named, if not in the table itself.
    """

    return_name: str
    table: str
    who: str
    key: tuple[str, ...] = ()
    began: str | None = None
    columns: tuple[Column, ...] = ()
    stays: Stays = field(default_factory=Stays)
    team: str | None = None
    worker: str | None = None
    again_only: bool = False
    numbered: bool = False
    running: bool = False
    through: Through | None = None

    @property
    def name(self) -> str:
        """Unique: the return and its table."""
        return f"{self.return_name}.{self.table}"

    @property
    def moves(self) -> bool:
        """Whether another day makes it another row, so that rows must be paired to see one move."""
        return self.began is not None and self.began in self.key

    @property
    def dates(self) -> tuple[str, ...]:
        """Every date column that is needed."""
        watched = [column.name for column in self.columns if column.is_day]
        tied = [column.with_day for column in self.columns if column.with_day]
        of_row = [self.began, *self.stays.until]
        return tuple(dict.fromkeys(name for name in (*of_row, *watched, *tied) if name))

    @property
    def words(self) -> tuple[str, ...]:
        """Every other column that is needed."""
        values = [column.name for column in self.columns if not column.is_day]
        described = [name for column in self.columns for name in column.same]
        others = [*self.key, *values, *described, self.stays.unless, self.team, self.worker]
        return tuple(dict.fromkeys(name for name in others if name and name not in self.dates))


def latest(*names: str, apart: int = 0, same: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Columns of the latest day of what recurs."""
    return tuple(Column(name, Kind.LATEST, apart=apart, same=same) for name in names)


def once(*names: str) -> tuple[Column, ...]:
    """Columns of the day of one thing."""
    return tuple(Column(name, Kind.ONCE) for name in names)


def value(*names: str, with_day: str | None = None) -> tuple[Column, ...]:
    """Columns of an answer, which may change with `with_day` alone."""
    return tuple(Column(name, Kind.VALUE, with_day=with_day) for name in names)
