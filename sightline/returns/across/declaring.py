"""How a check that looks beyond its own table is declared, and held against the schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import polars as pl

from sightline.returns.fields import Table
from sightline.returns.rules import Rule
from sightline.returns.schemas import table_named
from sightline.returns.tables import Severity

Period = date | None
Nearness = Callable[[Period, Sequence[Period]], Sequence[Period]]
"""Which of the periods held of the other table to look at, given that of one's own."""

OTHER = "other:"
_DAY = "period"
PERIOD = pl.col(_DAY)
"""The day that the row's own table speaks of, in `when` and `where`; in `only`, that of the
other's. Null where nothing tells."""


def other(column: str) -> pl.Expr:
    """A column of the row held beside, in `where`."""
    return pl.col(OTHER + column)


def same_day(own: Period, held: Sequence[Period]) -> Sequence[Period]:
    """What speaks of the very same day."""
    return [own] if own in held else []


def year_before(own: Period, held: Sequence[Period]) -> Sequence[Period]:
    """The return of the year before."""
    return _years_on(-1, own, held)


def year_after(own: Period, held: Sequence[Period]) -> Sequence[Period]:
    """The return of the year after."""
    return _years_on(1, own, held)


def any_day(own: Period, held: Sequence[Period]) -> Sequence[Period]:
    """All that is held, of whatever day."""
    return held


def newest_since(own: Period, held: Sequence[Period]) -> Sequence[Period]:
    """The newest copy of a running list, if it goes as far as one's own day."""
    return sorted(day for day in held if day and own and day >= own)[-1:]


def near(days: int) -> Nearness:
    """What speaks of the day nearest, no more than so many days away."""

    def nearest(own: Period, held: Sequence[Period]) -> Sequence[Period]:
        if own is None:
            return []
        known = [(abs((day - own).days), day) for day in held if day]
        return [day for apart, day in sorted(known)[:1] if apart <= days]

    return nearest


def latest_before(days: int) -> Nearness:
    """What speaks of the latest earlier day, no more than so many days before."""

    def latest(own: Period, held: Sequence[Period]) -> Sequence[Period]:
        if own is None:
            return []
        return sorted(day for day in held if day and 0 < (own - day).days <= days)[-1:]

    return latest


def _years_on(years: int, own: Period, held: Sequence[Period]) -> Sequence[Period]:
    if own is None:
        return []
    wanted = (own.year + years, own.month)
    return [day for day in held if day and (day.year, day.month) == wanted][:1]


@dataclass(frozen=True, slots=True)
class Beside:
    """Rows of another table, held beside those that are checked.

    `on` pairs columns of the row with columns of the other that must be equal. `only` chooses among
    the other's rows by its own columns; `where` is of the pair, with `other(...)` for the other's
    columns. `shown` is the other's column whose value the message gives. `covering` names a date of
    the row that must lie within the `days` up to the other's day, or the other cannot tell of it:
    for checks that look for rows that are not there. `since` names a date of the row and one of the
    other's: a list that was begun one day tells nothing of what came before its first entry.
    """

    table: str  # "ssda903.header"
    on: Mapping[str, str]
    where: pl.Expr | None = None
    only: pl.Expr | None = None
    period: Nearness = same_day
    shown: str | None = None
    covering: str | None = None
    days: int = 365
    since: tuple[str, str] | None = None

    def columns(self) -> set[str]:
        """The columns of the other table that it reads."""
        read = {*self.on.values(), *(_roots(self.only))}
        read |= {name.removeprefix(OTHER) for name in _roots(self.where) if name[:6] == OTHER}
        read |= {self.since[1]} if self.since else set()
        return (read | ({self.shown} if self.shown else set())) - {_DAY}


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """Rows of a table that cannot be right, given what other tables say.

    `when` chooses the rows concerned by their own columns. `found` says which of them are wrong:
    those with `any` such row beside them, in any of the tables, or those with `none` in all.
    Where a table is not at hand, "any" looks at the others; "none" does not look at all. The
    message reads as that of a Check: the first of `columns` is named, `words` say what is wrong,
    `do` what to do about it. `dfe` is the Department for Education's code for the rule
    [unverified].
    """

    id: str
    table: str  # "ssda903.episodes"
    columns: tuple[str, ...]
    words: str
    do: str
    beside: tuple[Beside, ...]
    found: Literal["any", "none"] = "any"
    when: pl.Expr = field(default_factory=lambda: pl.lit(True))
    severity: Severity = Severity.WARNING
    dfe: str | None = None

    @property
    def schema(self) -> Table:
        """What its own table should hold."""
        return table_named(self.table)

    @property
    def rule(self) -> Rule:
        """The rule that its issues name."""
        return Rule(self.id, self.severity, f"{self.columns[0]} {self.words}. {self.do}.")

    def own_columns(self) -> set[str]:
        """The columns of its own table that it reads."""
        read = {*self.columns, *_roots(self.when)}
        for each in self.beside:
            read |= {*each.on, *(name for name in _roots(each.where) if name[:6] != OTHER)}
            read |= {each.covering} if each.covering else set()
            read |= {each.since[0]} if each.since else set()
        who = self.schema.who
        return (read | ({who} if who else set())) - {_DAY}


def verified(*groups: Iterable[CrossCheck]) -> tuple[CrossCheck, ...]:
    """The checks, each held against the schemas; ValueError for a table or column not there."""
    every = tuple(check for group in groups for check in group)
    for check in every:
        _hold(check.id, check.table, set())
        _hold(check.id, check.table, check.own_columns())
        for each in check.beside:
            _hold(check.id, each.table, each.columns())
    return every


def _hold(check: str, name: str, read: set[str]) -> None:
    try:
        table = table_named(name)
    except KeyError as unknown:
        raise ValueError(f"check {check}: there is no table {name}") from unknown
    if missing := read - {each.name for each in table.fields}:
        raise ValueError(f"check {check}: {name} has no {', '.join(sorted(missing))}")


def _roots(expression: pl.Expr | None) -> list[str]:
    return [] if expression is None else expression.meta.root_names()
