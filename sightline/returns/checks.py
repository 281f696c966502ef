"""Checks of what a table says, beyond whether its values can be read. Each is one declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sightline.returns.fields import Table
from sightline.returns.issues import Place, row_issues
from sightline.returns.rules import Rule
from sightline.returns.tables import ROW_COLUMN, Severity

YEAR_END = pl.col("year_end")
"""The 31 March that ends the return's year; null where there is none."""

HEADER_DOB = pl.col("header_dob")
"""The child's date of birth in the header table; null where the header is not at hand."""

IN_HEADER = pl.col("in_header")
"""Whether the child is in the header table; null where the header is not at hand."""


@dataclass(frozen=True, slots=True)
class Check:
    """Rows of a table that cannot be right, or are worth a look.

    `words` follow "Row 14 of episodes.csv: DEC '01/02/2024' " and say what is wrong; the first of
    `columns` is the one named. `when` is true at the rows concerned; it sees the typed columns and
    YEAR_END, HEADER_DOB and IN_HEADER. A check loses no row.
    """

    id: str
    table: str
    columns: tuple[str, ...]
    words: str
    when: pl.Expr
    severity: Severity = Severity.WARNING

    @property
    def rule(self) -> Rule:
        """The rule that its issues name."""
        return Rule(self.id, self.severity, f"{self.columns[0]} {self.words}.")


@dataclass(frozen=True, slots=True)
class Header:
    """The children of a header table and their dates of birth, each child once."""

    children: pl.DataFrame  # child, header_dob


def verified(checks: Iterable[Check], tables: Mapping[str, Table]) -> tuple[Check, ...]:
    """The checks, each held against the tables; ValueError for a column that is not there."""
    every = tuple(checks)
    for check in every:
        names = {field.name for field in tables[check.table].fields}
        if missing := set(check.columns) - names:
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
    seen = _with_context(frame, year_end, header)
    flags = seen.select(
        check.when.fill_null(False).alias(str(at)) for at, check in enumerate(chosen)
    )
    issues = []
    for at, check in enumerate(chosen):
        where = flags[str(at)]
        if where.any():
            named = check.columns[0]
            found = seen.filter(where).select(
                ROW_COLUMN, _as_text(seen, named).alias("value"), _whose(table).alias("child_id")
            )
            issues.append(row_issues(place, check.rule, table[named].label, found, check.words))
    return issues


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


def _as_text(frame: pl.DataFrame, column: str) -> pl.Expr:
    if frame.schema[column] == pl.Date:
        return pl.col(column).dt.strftime("%d/%m/%Y")
    return pl.col(column).cast(pl.String)
