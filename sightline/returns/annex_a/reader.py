"""A located list of Annex A, read and checked."""

from __future__ import annotations

from sightline.returns.annex_a.checks import CHECKS
from sightline.returns.annex_a.tables import TABLES
from sightline.returns.checks import run_checks
from sightline.returns.conform import Located, conform
from sightline.returns.tables import ReadTable


def read(located: Located) -> ReadTable:
    """The list typed, with its issues."""
    read = conform(located, TABLES[located.heading.shape.table])
    read.issues.extend(run_checks(read.frame, read.table, CHECKS, located.place))
    return read.read_table()
