"""Checks of what a table says, beyond whether its values can be read. Each is one declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sightline.returns.fields import Table
from sightline.returns.issues import Place, as_text, failed_check, row_issues
from sightline.returns.neighbours import columns_named, with_neighbours
from sightline.returns.rules import Rule
from sightline.returns.tables import ROW_COLUMN, Severity

YEAR_END = pl.col("year_end")
"""The 31 March that ends the return's year; null where there is none."""

HEADER_DOB = pl.col("header_dob")
"""The child's date of birth in the header table; null where the header is not at hand."""

IN_HEADER = pl.col("in_header")
"""Whether the child is in the header table; null where the header is not at hand."""


def birthday(born: pl.Expr, years: int) -> pl.Expr:
    """The day a child becomes so old; one born on 29 February, on 1 March [unverified].

    `duties.birthday` is the rule and its source; this is the same of a column.

    No check may blame a record that keeps to the later of the two days.
    """
    day = born.dt.offset_by(f"{years}y")
    moved = (born.dt.day() == 29) & (day.dt.day() == 28)
    return pl.when(moved & (born.dt.month() == 2)).then(day.dt.offset_by("1d")).otherwise(day)


_CONTEXT = {"year_end", "header_dob", "in_header"}


@dataclass(frozen=True, slots=True)
class Check:
    """Rows of a table that cannot be right, or are worth a look.

    `words` follow "Row 14 of episodes.csv: DEC '01/02/2024' " and say what is wrong; `do` says what
    to do about it. The first of `columns` is the one named. `when` is true at the rows concerned;
    it sees the typed columns and YEAR_END, HEADER_DOB and IN_HEADER. `dfe` is the Department for
    Education's code for the rule, where the sector's validator gives one [unverified]. `severity`
    is ERROR for what cannot be so of any child, WARNING for what is worth a look. A check loses no
    row.
    """

    id: str
    table: str
    columns: tuple[str, ...]
    words: str
    when: pl.Expr
    do: str = "Look at the record and correct it"
    dfe: str | None = None
    severity: Severity = Severity.WARNING

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, without the last full stop."""
        return f"{self.words}. {self.do}"

    @property
    def rule(self) -> Rule:
        """The rule that its issues name."""
        return Rule(self.id, self.severity, f"{self.columns[0]} {self.sentence}.")


@dataclass(frozen=True, slots=True)
class Header:
    """The children of a header table and their dates of birth, each child once."""

    children: pl.DataFrame  # child, header_dob


def verified(checks: Iterable[Check], tables: Mapping[str, Table]) -> tuple[Check, ...]:
    """The checks, each held against the tables; ValueError for a table or column not there."""
    every = tuple(checks)
    for check in every:
        if check.table not in tables:
            raise ValueError(f"check {check.id}: there is no table {check.table}")
        names = {field.name for field in tables[check.table].fields} | _CONTEXT
        seen = {column for name in check.when.meta.root_names() for column in columns_named(name)}
        if missing := {*check.columns, *seen} - names:
            raise ValueError(f"check {check.id}: {check.table} has no {', '.join(sorted(missing))}")
    return every


def run_checks(
    frame: pl.DataFrame,
    table: Table,
    checks: Iterable[Check],
    place: Place,
    *,
    year_end: date | None = None,
    header: Header | None = None,
) -> list[pl.DataFrame]:
    """The issues of all checks on one typed table: a frame for each check that found any."""
    chosen = [check for check in checks if check.table == table.name]
    if not chosen or frame.is_empty():
        return []
    named = (name for check in chosen for name in check.when.meta.root_names())
    seen = with_neighbours(_with_context(frame, year_end, header), named)
    issues: list[pl.DataFrame] = []
    for check, where in zip(chosen, _flags(seen, chosen, place, issues), strict=True):
        if where.any():
            first = check.columns[0]
            found = seen.filter(where).select(
                ROW_COLUMN,
                as_text(first, table[first].kind).alias("value"),
                _whose(table).alias("child_id"),
            )
            issues.append(row_issues(place, check.rule, table[first].label, found, check.sentence))
    return issues


def _flags(
    seen: pl.DataFrame, checks: Sequence[Check], place: Place, issues: list[pl.DataFrame]
) -> list[pl.Series]:
    """For each check, true at its rows; one that fails is false everywhere and adds its issue."""
    try:
        found = seen.select(_flag(check).alias(str(at)) for at, check in enumerate(checks))
        return found.get_columns()
    except Exception:  # one of them fails: which one it is, each by itself tells
        return [_flag_alone(seen, check, place, issues) for check in checks]


def _flag(check: Check) -> pl.Expr:
    return check.when.fill_null(False)


def _flag_alone(
    seen: pl.DataFrame, check: Check, place: Place, issues: list[pl.DataFrame]
) -> pl.Series:
    try:
        return seen.select(_flag(check).alias("found")).to_series()
    except Exception as failure:  # whatever it is, it must not look like a pass
        issues.append(failed_check(place, check.id, failure))
        return pl.repeat(False, seen.height, eager=True)


def _with_context(
    frame: pl.DataFrame, year_end: date | None, header: Header | None
) -> pl.DataFrame:
    seen = frame.with_columns(pl.lit(year_end, dtype=pl.Date).alias("year_end"))
    if header is None:
        return seen.with_columns(
            pl.lit(None, dtype=pl.Date).alias("header_dob"),
            pl.lit(None, dtype=pl.Boolean).alias("in_header"),
        )
    known = header.children.with_columns(pl.lit(True).alias("in_header"))
    joined = seen.join(known, left_on="CHILD", right_on="child", how="left", maintain_order="left")
    return joined.with_columns(pl.col("in_header").fill_null(False))


def _whose(table: Table) -> pl.Expr:
    return pl.col(table.who) if table.who else pl.lit(None, dtype=pl.String)
