"""A sheet whose heading row is known, made into a typed table with its issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl
import pyarrow as pa

from sightline.returns.fields import Field, Table
from sightline.returns.grids import BEYOND, SHORT, Sheet
from sightline.returns.headings import Heading
from sightline.returns.issues import Place, issue_table, one_issue, row_issues
from sightline.returns.rules import READING_RULES
from sightline.returns.tables import ROW_COLUMN, ReadTable
from sightline.returns.typing_cells import Bad, blank_column, type_column
from sightline.returns.values import clean_text

ARROW_TYPES = {
    "text": pa.string(),
    "code": pa.string(),
    "date": pa.date32(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "flag": pa.bool_(),
    "ticks": pa.string(),
}

_LOSES_A_KEY = {
    "date_unreadable",
    "number_unreadable",
    "number_out_of_range",
    "flag_unreadable",
    "code_unknown",
    "value_not_told",
}
"""What leaves a value blank: in a key, it loses the row."""


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below a heading row, as they stand."""

    frame: pl.DataFrame
    columns: Mapping[str, int]  # column → position

    def cells(self, column: str) -> pl.Series | None:
        """The cleaned cells of a column; None where the heading row lacks it."""
        at = self.columns.get(column)
        return None if at is None else clean_text(self.frame[str(at)]).alias(column)


@dataclass(frozen=True, slots=True)
class Located:
    """A sheet whose heading row is known."""

    sheet: Sheet
    heading: Heading

    @property
    def place(self) -> Place:
        """Where its issues arise."""
        sheet = self.sheet
        return Place(sheet.path, self.heading.shape.table, sheet.name, sheet.noun, sheet.row_noun)

    def body(self) -> Body:
        """The rows below the heading row, split into cells anew: they are not kept."""
        frame = self.sheet.grid.body(self.heading.row, self.heading.width)
        return Body(frame, self.heading.columns)


def each_in_turn(located: list[Located]) -> Iterator[Located]:
    """Each located table, taken off the list: what its text takes is free once it is read."""
    located.reverse()
    while located:
        yield located.pop()


@dataclass(frozen=True, slots=True)
class Conformed:
    """The kept rows, typed, with `source_row`; the number of rows there were; the issues."""

    place: Place
    year: int | None
    period: date | None
    rows: int
    frame: pl.DataFrame
    issues: list[pl.DataFrame]
    table: Table

    def read_table(self) -> ReadTable:
        """The contract that every reader hands on."""
        return ReadTable(
            path=self.place.path,
            return_name=self.table.return_name,
            table=self.table.name,
            year=self.year,
            period=self.period,
            rows=self.rows,
            data=to_arrow(self.frame, self.table),
            issues=issue_table(self.issues),
        )


def conform(
    located: Located,
    table: Table,
    year: int | None = None,
    year_label: str | None = None,
    period: date | None = None,
) -> Conformed:
    """Type every column, reject the rows that cannot be placed or repeat an earlier one."""
    issues = _heading_issues(located, table)
    body = located.body()
    rows = body.frame[ROW_COLUMN]
    named = _named(body, table)
    columns: list[pl.Series] = []
    cells_read: list[pl.Series] = []
    lost = pl.Series([False] * len(rows), dtype=pl.Boolean)
    for field in table.fields:
        cells = body.cells(field.name)
        if cells is None:
            columns.append(blank_column(field, len(rows)))
            lost = lost | field.key
            continue
        typed = type_column(field, cells, year_label)
        columns.append(typed.values)
        cells_read.append(cells)
        for bad in (*_blanks(field, cells), *_as_key(field, typed.bad)):
            if bad.where.any():
                issues.append(_issues_of(located.place, field, bad, named, cells))
        if field.key:
            lost = lost | typed.values.is_null()
    again = _repeats(cells_read, lost, located, named, issues)
    frame = pl.DataFrame(columns).with_columns(rows).filter(~(lost | again))
    issues += _row_shape_issues(located, body, named)
    return Conformed(located.place, year, period, len(rows), frame, issues, table)


def _named(body: Body, table: Table) -> pl.DataFrame:
    """Each row's number and whose it is."""
    who = body.cells(table.who) if table.who else None
    rows = body.frame[ROW_COLUMN]
    child = pl.Series([None] * len(rows), dtype=pl.String) if who is None else who
    return pl.DataFrame([rows, child.alias("child_id")])


def to_arrow(frame: pl.DataFrame, table: Table) -> pa.Table:
    """A typed frame as Arrow, in the order and types of the table."""
    schema = pa.schema(
        [
            *(pa.field(field.name, ARROW_TYPES[field.kind]) for field in table.fields),
            pa.field(ROW_COLUMN, pa.int64()),
        ]
    )
    return frame.select(schema.names).to_arrow().cast(schema)


def _blanks(field: Field, cells: pl.Series) -> tuple[Bad, ...]:
    if field.key:
        return (Bad("key_blank", cells.is_null(), "is blank, so the row cannot be placed"),)
    if field.required:
        return (Bad("required_blank", cells.is_null(), "is blank; the return asks for a value"),)
    return ()


def _as_key(field: Field, bad: tuple[Bad, ...]) -> tuple[Bad, ...]:
    """What is unreadable in a key loses the row, which its issue must say."""
    if not field.key:
        return bad
    return tuple(
        Bad("key_unreadable", each.where, each.words + ", so the row cannot be placed")
        if each.rule in _LOSES_A_KEY
        else each
        for each in bad
    )


def _issues_of(
    place: Place, field: Field, bad: Bad, named: pl.DataFrame, cells: pl.Series
) -> pl.DataFrame:
    found = named.with_columns(cells.alias("value")).filter(bad.where)
    return row_issues(place, READING_RULES[bad.rule], field.label, found, bad.words)


def _repeats(
    cells: list[pl.Series],
    lost: pl.Series,
    located: Located,
    named: pl.DataFrame,
    issues: list[pl.DataFrame],
) -> pl.Series:
    """True at rows that repeat an earlier row in every column; each gets its issue."""
    if not cells:
        return pl.Series([False] * len(lost), dtype=pl.Boolean)
    again = _later_copies(pl.DataFrame(cells)) & ~lost
    if again.any():
        found = named.with_columns(cells[0].alias("value")).filter(again)
        words = "repeats an earlier row in every value; it is read once"
        issues.append(
            row_issues(located.place, READING_RULES["duplicate_row"], cells[0].name, found, words)
        )
    return again


def _later_copies(content: pl.DataFrame) -> pl.Series:
    """True at rows that hold just what an earlier row holds.

    Only rows whose hash comes twice are held side by side, which are few in any table.
    """
    alike = content.hash_rows().is_duplicated()
    first = content.filter(alike).select(pl.struct(pl.all()).is_first_distinct()).to_series()
    return pl.repeat(False, len(alike), eager=True).scatter(alike.arg_true(), ~first)


def _row_shape_issues(located: Located, body: Body, named: pl.DataFrame) -> list[pl.DataFrame]:
    rows = named.with_columns(pl.lit(None, dtype=pl.String).alias("value"))
    found = (
        (
            "row_ragged",
            pl.col(BEYOND).is_not_null(),
            "has more values than there are headings; check its commas",
        ),
        (
            "row_ragged",
            pl.col(SHORT),
            "has fewer values than there are headings; the rest are read as blank",
        ),
        (
            "quote_unbalanced",
            pl.col(ROW_COLUMN).is_in(list(located.sheet.broken_rows)),
            "has a quotation mark that opens and never closes; it was left out",
        ),
    )
    return [
        row_issues(located.place, READING_RULES[rule], None, rows.filter(where), words)
        for rule, flag, words in found
        if (where := body.frame.select(flag).to_series()).any()
    ]


def _heading_issues(located: Located, table: Table) -> list[pl.DataFrame]:
    place, heading = located.place, located.heading
    issues = [
        one_issue(place, rule, f"{place.words} {words}.") for rule, words in located.sheet.notes
    ]
    for field in table.fields:
        if field.name in heading.columns:
            continue
        rule = "key_column_missing" if field.key else "column_missing"
        so = "no row can be placed" if field.key else "it is read as blank"
        message = f"{place.words} has no column {field.label}, so {so}."
        issues.append(one_issue(place, rule, message, row=heading.row, column=field.label))
    for written, column in heading.repeated:
        label = table[column].label
        message = (
            f"{place.words} has two columns for {label}; '{written}' comes later and is not read."
        )
        issues.append(
            one_issue(
                place, "header_repeated", message, row=heading.row, column=label, value=written
            )
        )
    for written in heading.extra:
        message = (
            f"{place.words}: the column '{written}' is not part of the return; it is not read."
        )
        issues.append(one_issue(place, "column_extra", message, row=heading.row, column=written))
    return issues
