"""Located tables of the SSD, typed and checked."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from sightline.returns.checks import run_checks
from sightline.returns.conform import Conformed, Located, conform, each_in_turn
from sightline.returns.fields import Table
from sightline.returns.issues import row_issues
from sightline.returns.rules import READING_RULES
from sightline.returns.ssd.checks import CHECKS
from sightline.returns.ssd.columns import SsdTable
from sightline.returns.ssd.tables import SSD_TABLES
from sightline.returns.tables import ROW_COLUMN, ReadTable


def read(located: list[Located], year: int | None) -> list[ReadTable]:
    """Each table typed, with its issues; an extract is of a day, not of a year."""
    return [_read(each) for each in each_in_turn(located)]


def _read(located: Located) -> ReadTable:
    known = SSD_TABLES[located.heading.shape.table]
    read = conform(located, _as_released(known, located))
    read.issues.extend(_repeated_ids(read, known))
    read.issues.extend(run_checks(read.frame, read.table, CHECKS, located.place))
    kept = tuple(each for each in read.table.fields if each.name not in known.left_out)
    return replace(read, table=replace(read.table, fields=kept)).read_table()


def _as_released(known: SsdTable, located: Located) -> Table:
    """The table without the columns that only some releases have, where this is not one."""
    absent = known.extra - located.heading.columns.keys()
    fields = tuple(each for each in known.table.fields if each.name not in absent)
    return replace(known.table, fields=fields)


def _repeated_ids(read: Conformed, known: SsdTable) -> list[pl.DataFrame]:
    """A warning for each row whose number another row of the table has too; both are kept."""
    number = pl.col(known.row_id)
    again = read.frame.filter(number.is_not_null() & number.is_duplicated())
    if again.is_empty():
        return []
    whose = pl.col(read.table.who) if read.table.who else pl.lit(None, dtype=pl.String)
    found = again.select(ROW_COLUMN, number.alias("value"), whose.alias("child_id"))
    words = "numbers another row of the table too; both are kept"
    rule = READING_RULES["row_id_repeated"]
    return [row_issues(read.place, rule, known.row_id, found, words)]
