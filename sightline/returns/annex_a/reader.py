"""A located list of Annex A, read."""

from __future__ import annotations

from sightline.returns.annex_a.tables import TABLES
from sightline.returns.conform import Located, conform
from sightline.returns.tables import ReadTable


def read(located: Located) -> ReadTable:
    """The list typed, with its issues."""
    return conform(located, TABLES[located.heading.shape.table]).read_table()
