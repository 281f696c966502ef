"""Building issues: a table of them at a time, each with a message for the person who must act."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

import polars as pl
import pyarrow as pa

from sightline.returns.fields import Kind
from sightline.returns.rules import READING_RULES, Rule
from sightline.returns.tables import ISSUE_SCHEMA, ROW_COLUMN, no_issues

_LONGEST_VALUE = 80
_LONGEST_REASON = 200
_AT_A_TIME = 20_000
_FRAME_SCHEMA = {
    "path": pl.String,
    "table": pl.String,
    "row": pl.Int64,
    "column": pl.String,
    "value": pl.String,
    "child_id": pl.String,
    "rule": pl.String,
    "severity": pl.String,
    "message": pl.String,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where issues arise: a file, perhaps a sheet of it, perhaps a table."""

    path: str
    table: str | None = None
    sheet: str | None = None
    noun: str = "sheet"
    row_noun: str = "Row"

    @property
    def file(self) -> str:
        """The name of the file."""
        return PurePath(self.path).name or self.path

    @property
    def words(self) -> str:
        """The place as a person would say it."""
        return f"{self.noun} '{self.sheet}' of {self.file}" if self.sheet else self.file

    @property
    def words_for_rows(self) -> str:
        """The place as it follows the number of a row; a line is one of the file as a whole."""
        return self.file if self.row_noun == "Line" else self.words


def one_issue(
    place: Place,
    rule: str,
    message: str,
    *,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
) -> pl.DataFrame:
    """One issue, of a file or a heading."""
    found = READING_RULES[rule]
    issue = {
        "path": place.path,
        "table": place.table,
        "row": row,
        "column": column,
        "value": value,
        "child_id": None,
        "rule": found.code,
        "severity": found.severity.value,
        "message": message,
    }
    return pl.DataFrame([issue], schema=_FRAME_SCHEMA)


def row_issues(
    place: Place, rule: Rule, column: str | None, rows: pl.DataFrame, words: str | pl.Expr
) -> pl.DataFrame:
    """An issue for each of `rows`, a frame of `source_row`, `value` and `child_id` (text or null).

    The message reads: Row 14 of episodes.csv: LS 'C9' <words>. `words` may be a column of `rows`.
    """
    where = place.words_for_rows
    value = pl.col("value").str.slice(0, _LONGEST_VALUE)
    shown = pl.when(value.is_null()).then(pl.lit("")).otherwise("'" + value + "' ")
    message = pl.concat_str(
        pl.lit(f"{place.row_noun} "),
        pl.col(ROW_COLUMN),
        pl.lit(f" of {where}: {column} " if column else f" of {where} "),
        shown,
        pl.lit(words) if isinstance(words, str) else words,
        pl.lit("."),
    )
    return rows.select(
        pl.lit(place.path).alias("path"),
        pl.lit(place.table, dtype=pl.String).alias("table"),
        pl.col(ROW_COLUMN).cast(pl.Int64).alias("row"),
        pl.lit(column, dtype=pl.String).alias("column"),
        value.alias("value"),
        pl.col("child_id").cast(pl.String),
        pl.lit(rule.code).alias("rule"),
        pl.lit(rule.severity.value).alias("severity"),
        message.alias("message"),
    )


def failed_check(place: Place, check: str, failure: Exception) -> pl.DataFrame:
    """The issue of a check that could not be run: it must never look like a pass."""
    reason = " ".join(str(failure).split())[:_LONGEST_REASON] or type(failure).__name__
    message = (
        f"{place.words}: the check {check} could not be run on {place.table}, so what it looks for "
        f"was not looked at ({reason}). Tell whoever keeps Sightline."
    )
    return one_issue(place, "check_failed", message, value=check)


def as_text(column: str, kind: Kind) -> pl.Expr:
    """A typed column as a person would write it: dates day first, whole numbers whole, yes or no.

    The cell may say so in other words, which are not kept: 1 for yes.
    """
    typed = pl.col(column)
    if kind == "date":
        return typed.cast(pl.Date).dt.strftime("%d/%m/%Y")
    if kind == "flag":
        yes = typed.cast(pl.Boolean)
        return pl.when(yes).then(pl.lit("yes")).when(~yes).then(pl.lit("no"))
    if kind == "number":
        return typed.cast(pl.String).str.strip_suffix(".0")
    return typed.cast(pl.String)


def issue_table(frames: list[pl.DataFrame]) -> pa.Table:
    """All frames of issues as one Arrow table of ISSUE_SCHEMA, in the order of the rows."""
    kept = [frame for frame in frames if frame.height]
    if not kept:
        return no_issues()
    joined = pl.concat(kept).sort("row", maintain_order=True, nulls_last=False)
    return to_arrow(joined, ISSUE_SCHEMA)


def to_arrow(issues: pl.DataFrame, schema: pa.Schema) -> pa.Table:
    """A frame of issues as Arrow, so many at a time: all at once would be three copies of them."""
    parts = [part.to_arrow().cast(schema) for part in issues.iter_slices(_AT_A_TIME)]
    return pa.concat_tables(parts)
