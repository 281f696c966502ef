"""The SSDA903 held against the return of the year before: what cannot change, and what must go on.

Codes are those of the Department for Education's validation checks for the children looked-after
data return, as the sector's validator (csc-validator-be-903 0.1.17 on PyPI) lists them.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import Beside, CrossCheck, other, year_after, year_before
from sightline.returns.tables import Severity

col = pl.col
_CHILD = {"CHILD": "CHILD"}

CHECKS = (
    CrossCheck(
        "birth_changed_since_last_year",
        "ssda903.header",
        ("DOB",),
        "is not the date of birth in last year's return",
        "Find out which of the two is right and correct the other",
        (
            Beside(
                "ssda903.header",
                _CHILD,
                where=col("DOB") != other("DOB"),
                period=year_before,
                shown="DOB",
            ),
        ),
        severity=Severity.ERROR,
        dfe="203",
    ),
    CrossCheck(
        "open_last_year_gone_this_year",
        "ssda903.episodes",
        ("DECOM",),
        "begins an episode still open at the end of this return, and the next year's return "
        "has no episode of the child",
        "Add the child to the later return, with the date and the reason the episode ended",
        (Beside("ssda903.episodes", _CHILD, period=year_after),),
        found="none",
        when=col("DEC").is_null(),
        dfe="1010",
    ),
)
