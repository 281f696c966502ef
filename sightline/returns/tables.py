"""What every reader hands on: a typed table, its rejected rows counted, and its issues."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pyarrow as pa


class Severity(StrEnum):
    """How bad an issue is.

    An error lost a row or a file, or tells what cannot be so, or that a check could not look; a
    warning lost a value or leaves a doubt.
    """

    ERROR = "error"
    WARNING = "warning"


ISSUE_SCHEMA = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        pa.field("table", pa.string()),  # None when the file as a whole could not be read
        pa.field("row", pa.int64()),  # the line or sheet row a person sees, the header being 1
        pa.field("column", pa.string()),
        pa.field("value", pa.string()),
        pa.field("child_id", pa.string()),  # whose row it is; None where it is nobody's
        pa.field("rule", pa.string(), nullable=False),
        pa.field("severity", pa.string(), nullable=False),
        pa.field("message", pa.string(), nullable=False),
    ]
)

ROW_COLUMN = "source_row"


def no_issues(schema: pa.Schema = ISSUE_SCHEMA) -> pa.Table:
    """An empty issues table.

    Not `schema.empty_table()`, which imports pandas on the way and takes a second to do it.
    """
    return pa.Table.from_arrays([pa.nulls(0, each.type) for each in schema], schema.names).cast(
        schema
    )


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table of a return, typed.

    `data` holds the kept rows under the return's own column names (Annex A: the short names of
    `annex_a.lists`) plus `source_row`, the row a person sees in the file. rows == kept + rejected.
    `period` is the day the table speaks of where the return itself says so (a 903: the 31 March its
    year ends on); None where the dates within, or the person who loads it, must tell.
    """

    path: str
    return_name: str  # "ssda903", "annex_a" …
    table: str  # "episodes", "list_8" …
    year: int | None  # of a yearly return, the calendar year of its last day; else None
    period: date | None
    rows: int
    data: pa.Table
    issues: pa.Table

    @property
    def kept(self) -> int:
        """Rows kept."""
        return int(self.data.num_rows)

    @property
    def rejected(self) -> int:
        """Rows that could not be kept; each has at least one error in `issues`."""
        return self.rows - self.kept


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file a person gave us: its tables, and the issues of the file as a whole."""

    path: str
    sha256: str
    tables: tuple[ReadTable, ...] = ()
    issues: pa.Table = field(
        default_factory=no_issues
    )  # only those of no table: unreadable, unknown

    def all_issues(self) -> pa.Table:
        """Issues of the file and of its tables, ISSUE_SCHEMA."""
        return pa.concat_tables([self.issues, *(table.issues for table in self.tables)])
