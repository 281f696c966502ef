"""Measure rows made by hand, for tests that start from figures and not from the record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from sightline.measures.rows import ROWS, SCHEMA
from sightline.records import Records

Row = tuple[str, str, date, float, str | None]
"""Measure, child, moment, what she adds to the numerator, her team."""


def keep(found: Records, rows: Iterable[Row]) -> None:
    """Keep the rows as `keep_rows` does; each adds 1 to the denominator and is known."""
    names = ("measure_id", "child_id", "as_at", "up", "team")
    content = [dict(zip(names, row, strict=True)) | {"down": 1.0, "known": True} for row in rows]
    table = pa.Table.from_pylist(content, schema=SCHEMA.to_pyarrow())
    found.connection.create_table(ROWS, table, overwrite=True)
