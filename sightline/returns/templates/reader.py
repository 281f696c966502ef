"""Located templates, read and checked."""

from __future__ import annotations

from sightline.returns.checks import run_checks
from sightline.returns.conform import Located, conform, each_in_turn
from sightline.returns.tables import ReadTable
from sightline.returns.templates.checks import CHECKS
from sightline.returns.templates.every import TABLES


def read(located: list[Located], year: int | None) -> list[ReadTable]:
    """Each list typed, with its issues; a running list is of no year."""
    return [_read(each) for each in each_in_turn(located)]


def _read(located: Located) -> ReadTable:
    read = conform(located, TABLES[located.heading.shape.table])
    read.issues.extend(run_checks(read.frame, read.table, CHECKS, located.place))
    return read.read_table()
