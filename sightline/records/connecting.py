"""DuckDB connections of our own, which write nothing to the terminal."""

from __future__ import annotations

from pathlib import Path

import ibis
from ibis.backends.duckdb import Backend


def in_duckdb(database: Path | None = None) -> Backend:
    """A connection to a DuckDB file, made where there is none; to memory where none is named.

    DuckDB draws progress bars on standard error wherever the program was not read from a file, as
    by `python -c` or in a notebook, be that a terminal or not. Ours draws none.
    Raises duckdb.Error where the file cannot be read as a database.
    """
    connection = ibis.duckdb.connect(database or ":memory:")
    connection.raw_sql("SET enable_progress_bar = false")
    return connection
