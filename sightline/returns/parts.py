"""One table as read, or as held, for the checks that look beyond a table."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl


class Part(NamedTuple):
    """One table as read, or as held: rows typed as the return's schema says, with `source_row`.

    `period` is the day it speaks of, None where nothing tells; `paths` the files it came from.
    """

    return_name: str
    period: date | None
    table: str
    paths: tuple[str, ...]
    rows: pl.LazyFrame

    @property
    def path(self) -> str:
        """The files that it came from, in words."""
        return " or ".join(self.paths)
