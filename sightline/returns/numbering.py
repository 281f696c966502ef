"""Whether two returns call a child by the same number, as what holds them together supposes.

The 903 may come out of one system and Annex A out of another, each with numbers of its own: then
nearly every child of the one is "not in the other", and none of it is true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import polars as pl

from sightline.returns.across.declaring import Beside, CrossCheck, Period
from sightline.returns.issues import Place, one_issue
from sightline.returns.parts import Part
from sightline.returns.schemas import table_named
from sightline.returns.templates.declaring import RETURN_NAME as TEMPLATES

FEWEST_CHILDREN = 20
"""Of fewer children, in either, nothing is said: all may have come or gone in between."""

FEWEST_ALIKE = 0.05
"""Of two returns of one authority and time, less than this share of the smaller in the other too is
no turnover of children. All those in care stand in the 903, in list 8 and in the census; of a year
between two returns more than half would still be there."""

SLIP_DAYS = 31
"""Births further apart than a month, under one number, are taken for two children's. Of children
under eighteen taken at random hardly one pair in a hundred is born so near, so numbers that two
systems both give out make few alike; one slip in a date of birth makes few unlike."""

_TITLES = {
    "ssda903": "the SSDA903",
    "annex_a": "Annex A",
    "cin_census": "the CIN census",
    TEMPLATES: "the template",
}

BORN = {
    "ssda903.header": "DOB",
    "cin_census.children": "PersonBirthDate",
    **{f"annex_a.list_{number}": "date_of_birth" for number in range(1, 11)},
}
"""The tables that say when a child was born, by name → in which column."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How many children two returns name, and how many are in both: by number, and by birth where
    both give one."""

    own: int
    other: int
    alike: int

    @property
    def differs(self) -> bool:
        """Whether the two number children differently."""
        fewer = min(self.own, self.other)
        return fewer >= FEWEST_CHILDREN and self.alike < FEWEST_ALIKE * fewer


class Side(NamedTuple):
    """What is compared: a return on some days, or one table of it (`table`)."""

    return_name: str
    days: tuple[Period, ...]
    table: str | None

    @property
    def words(self) -> str:
        """As a person would say it within a sentence."""
        table = f" '{self.table}'" if self.table else ""
        day = self.days[0] if len(self.days) == 1 else None
        return f"{_TITLES[self.return_name]}{table}" + (f" of {day:%d/%m/%Y}" if day else "")


class Numberings:
    """Which returns at hand number children differently; each two are compared once."""

    def __init__(self, parts: Mapping[str, Mapping[Period, Sequence[Part]]]) -> None:
        """`parts` by table ("ssda903.episodes") and period."""
        self._parts = parts
        self._children: dict[Side, pl.DataFrame] = {}
        self._found: dict[frozenset[Side], Numbering] = {}
        self._said: set[frozenset[tuple[str, tuple[Period, ...]]]] = set()

    def why_not(
        self, check: CrossCheck, period: Period, concerned: Callable[[], pl.DataFrame | None]
    ) -> list[pl.DataFrame]:
        """Issues, where the check holds two returns against each other that number differently.

        `concerned`: the rows that the check looks at, None where there is none.
        """
        for beside in check.beside:
            sides = self._sides(check, beside, period)
            if sides and (numbering := self._numbering(*sides, concerned)).differs:
                place = Place(self._parts[check.table][period][0].path, check.schema.name)
                return [*self._loud(place, sides, numbering), _not_run(place, check, sides)]
        return []

    def _sides(self, check: CrossCheck, beside: Beside, period: Period) -> tuple[Side, Side] | None:
        """What is compared, or None where the check pairs no children of two returns.

        A template holds the children it is about and no others, from the day when it was begun: so
        only where a check looks for children in the other's table must they be there, and of those
        children only the ones that the check is concerned with.
        """
        own, other = check.schema, table_named(beside.table)
        by_child = own.who and other.who and beside.on.get(own.who) == other.who
        if not by_child or own.return_name == other.return_name:
            return None
        days = tuple(beside.period(period, sorted(self._parts.get(beside.table, ()), key=_day)))
        if not days:
            return None
        if TEMPLATES not in (own.return_name, other.return_name):
            return Side(own.return_name, (period,), None), Side(other.return_name, days, None)
        if check.found == "any":
            return None
        return Side(own.return_name, (period,), own.name), Side(other.return_name, days, other.name)

    def _numbering(
        self, own: Side, other: Side, concerned: Callable[[], pl.DataFrame | None]
    ) -> Numbering:
        if own.table:
            rows, named = concerned(), self._named(own)
            who = table_named(f"{own.return_name}.{own.table}").who
            sought = (
                named.clear()
                if rows is None
                else named.join(rows, left_on="child", right_on=who, how="semi")
            )
            return _compared(sought, self._named(other))
        both = frozenset((own, other))
        if both not in self._found:
            self._found[both] = _compared(self._named(own), self._named(other))
        return self._found[both]

    def _named(self, side: Side) -> pl.DataFrame:
        """The children of a side: `child`, one row each, and `born`, where any table says."""
        if side not in self._children:
            named = [
                each
                for table, periods in self._parts.items()
                if table == f"{side.return_name}.{side.table or table.partition('.')[2]}"
                for day in side.days
                for part in periods.get(day, ())
                if (each := _children(part)) is not None
            ]
            every = pl.concat([pl.LazyFrame(schema={"child": pl.String, "born": pl.Date}), *named])
            self._children[side] = (
                every.drop_nulls("child").group_by("child").agg(pl.col("born").min()).collect()
            )
        return self._children[side]

    def _loud(self, place: Place, sides: tuple[Side, Side], found: Numbering) -> list[pl.DataFrame]:
        """The one issue that says so, the first time that the two returns are met."""
        both = frozenset((side.return_name, side.days) for side in sides)
        if both in self._said:
            return []
        self._said.add(both)
        own, other = sides
        sought = " to be looked for in the other" if own.table else ""
        message = (
            f"{own.words[0].upper()}{own.words[1:]} names {found.own:,} children{sought} and "
            f"{other.words} names {found.other:,}: "
            f"{found.alike:,} of them are in both, by number and date of birth. The "
            "two number children differently, so they were not held against each other. Give "
            "every child one number in both, that of the records system."
        )
        value = f"{found.alike} of {min(found.own, found.other)}"
        return [one_issue(place, "numbered_differently", message, value=value)]


def _day(period: Period) -> date:
    return period or date.min


def _compared(own: pl.DataFrame, other: pl.DataFrame) -> Numbering:
    both = own.join(other, on="child", suffix="_other")
    apart = (pl.col("born") - pl.col("born_other")).dt.total_days().abs() > SLIP_DAYS
    return Numbering(own.height, other.height, both.filter(~apart.fill_null(False)).height)


def _children(part: Part) -> pl.LazyFrame | None:
    """The children that a part names; None where its table or its file names none."""
    name = f"{part.return_name}.{part.table}"
    given = part.rows.collect_schema()
    who, born = table_named(name).who, BORN.get(name)
    if who is None or given.get(who) != pl.String:
        return None
    dated = born is not None and given.get(born) == pl.Date
    return part.rows.select(
        pl.col(who).alias("child"),
        (pl.col(born) if born and dated else pl.lit(None, pl.Date)).alias("born"),
    )


def _not_run(place: Place, check: CrossCheck, sides: tuple[Side, Side]) -> pl.DataFrame:
    own, other = sides
    message = (
        f"The check {check.id} was not run on {check.schema.name}, so what it looks for was not "
        f"looked at: {own.words} and {other.words} number children differently."
    )
    return one_issue(place, "check_not_run", message, value=check.id)
