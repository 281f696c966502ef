"""The social workers a child has had, one row each."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import after, before, last_year_end
from sightline.returns.tables import Severity

col = pl.col
_LAST_END = before("SW_DEC", "SW_DECOM")
_WEEK = "7d"

CHECKS = (
    Check(
        "worker_ends_before_start",
        "sw_episodes",
        ("SW_DEC", "SW_DECOM"),
        "is before SW_DECOM",
        col("SW_DEC") < col("SW_DECOM"),
        do="Correct whichever of the two dates is wrong",
        dfe="SW18STG2",
        severity=Severity.ERROR,
    ),
    Check(
        "worker_of_no_days",
        "sw_episodes",
        ("SW_DEC", "SW_DECOM"),
        "is the day the worker began: it lasted less than a day",
        col("SW_DEC") == col("SW_DECOM"),
        do="Correct a date, or leave the row out",
        dfe="SW09STG2",
    ),
    Check(
        "worker_starts_after_year_end",
        "sw_episodes",
        ("SW_DECOM",),
        "is after the end of the return's year",
        col("SW_DECOM") > YEAR_END,
        do="Correct the date, or leave the row for the next return",
        dfe="SW06STG2",
    ),
    Check(
        "worker_ends_outside_years",
        "sw_episodes",
        ("SW_DEC",),
        "is after the return's year, or before the year before it began",
        (col("SW_DEC") > YEAR_END) | (col("SW_DEC") <= last_year_end().dt.offset_by("-1y")),
        do="Correct the date, or take the row out",
        dfe="SW07STG2",
    ),
    Check(
        "worker_without_reason",
        "sw_episodes",
        ("SW_ID", "SW_REASON", "SW_DECOM"),
        "began to work with the child, and SW_REASON does not say why",
        col("SW_REASON").is_null() & (col("SW_DECOM") > last_year_end()),
        do="Give the reason why the child's worker changed; FCONTA for the first",
        dfe="SW15STG2",
    ),
    Check(
        "worker_number_form",
        "sw_episodes",
        ("SW_ID",),
        "does not begin with SW or XX",
        ~col("SW_ID").str.to_uppercase().str.contains(r"^(SW|XX).{2}"),
        do="Give the number under which the worker is registered with Social Work England",
        dfe="SW02STG1",
    ),
    Check(
        "worker_repeated",
        "sw_episodes",
        ("SW_DECOM",),
        "is the start of another worker with the same child too",
        pl.struct("CHILD", "SW_DECOM").is_duplicated(),
        do="Keep the row that is right and take the other out",
        dfe="SW19STG2",
    ),
    Check(
        "first_worker_before_last_left",
        "sw_episodes",
        ("SW_DECOM", "SW_DEC", "SW_REASON"),
        "begins the child's first contact, but the worker before had not left",
        (col("SW_REASON") == "FCONTA") & (col("SW_DECOM") <= _LAST_END),
        do="Correct the reason or a date",
        dfe="SW10bSTG2",
    ),
    Check(
        "worker_far_from_last",
        "sw_episodes",
        ("SW_DECOM", "SW_DEC", "SW_REASON"),
        "is more than seven days from the day the worker before left",
        (col("SW_REASON") != "FCONTA").fill_null(True)
        & (
            (col("SW_DECOM") > _LAST_END.dt.offset_by(_WEEK))
            | (col("SW_DECOM") < _LAST_END.dt.offset_by(f"-{_WEEK}"))
        ),
        do="Correct a date, or give the worker in between",
        dfe="SW10aSTG2",
    ),
    Check(
        "worker_open_before_next",
        "sw_episodes",
        ("SW_DECOM", "SW_DEC"),
        "begins a row without SW_DEC, though the child has a later worker",
        col("SW_DEC").is_null() & after("SW_DECOM", "SW_DECOM").is_not_null(),
        do="Give the day the worker left",
        dfe="SW08STG2",
    ),
)
