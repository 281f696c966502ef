"""What a check of the SSDA903 says of the rows before and after, of ages and of the year."""

from __future__ import annotations

import polars as pl

from sightline.returns import checks, neighbours
from sightline.returns.checks import HEADER_DOB, YEAR_END

col = pl.col

RESPITE = ["V3", "V4"]
"""Legal statuses of short breaks."""

TEMPORARY = ["T0", "T1", "T2", "T3", "T4"]
"""Temporary placements."""

UNREGISTERED = ["Z11", "Z12", "Z13", "Z14"]
"""Other placements, told apart from 2025/26."""

ADOPTIVE = ["A3", "A4", "A5", "A6"]
FOSTER = ["U1", "U2", "U3", "U4", "U5", "U6"]
CARE_GOES_ON = "X1"


def after(column: str, start: str) -> pl.Expr:
    """The value of a column in the child's next row, by date."""
    return neighbours.after(column, "CHILD", start)


def before(column: str, start: str = "DECOM") -> pl.Expr:
    """The value of a column in the child's row before, by date."""
    return neighbours.before(column, "CHILD", start)


def birthday(years: int, born: pl.Expr = HEADER_DOB) -> pl.Expr:
    """The day a child becomes so old."""
    return checks.birthday(born, years)


def last_year_end() -> pl.Expr:
    """The 31 March before the return's year."""
    return YEAR_END.dt.offset_by("-1y")
