"""Social workers: the workforce census against its year before, the 903 and the templates.

A worker is the same where two returns give the same registration number.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import (
    PERIOD,
    Beside,
    CrossCheck,
    Nearness,
    any_day,
    latest_before,
    other,
    year_after,
    year_before,
)
from sightline.returns.tables import Severity

col = pl.col
_WORKER = {"SWENo": "SWENo"}
_WHICH = "Find out which of the two is right and correct the other"
_AGENCY = col("AgencyWorker").fill_null(False)
_A_MONTH = 30
_HALF_A_YEAR = latest_before(190)


def _changed(column: str, noun: str, severity: Severity = Severity.WARNING) -> CrossCheck:
    return CrossCheck(
        f"worker_{noun}_changed_since_last_year",
        "workforce.workers",
        (column,),
        "is not what last year's census said of the worker",
        _WHICH,
        (
            Beside(
                "workforce.workers",
                _WORKER,
                where=col(column) != other(column),
                period=year_before,
                shown=column,
            ),
        ),
        severity=severity,
    )


def _unknown(
    table: str, column: str, when: pl.Expr, what: str, *,
    period: Nearness = any_day, day: str | None = None,
) -> CrossCheck:  # fmt: skip
    """A worker of whom no census knows; where `day` is given, of the month before a census.

    The census has agency workers only if in post on its day, so of earlier months it cannot tell.
    """
    return CrossCheck(
        "worker_not_in_workforce",
        table,
        (column,),
        f"{what}, whom the workforce census does not have",
        "Correct the worker's number, or add the worker to the census",
        (
            Beside(
                "workforce.workers", {column: "SWENo"}, period=period, covering=day, days=_A_MONTH
            ),
        ),
        found="none",
        when=when,
    )


CHECKS = (
    _changed("PersonBirthDate", "birth", Severity.ERROR),
    _changed("Ethnicity", "ethnicity"),
    CrossCheck(
        "worker_gone_without_leaving",
        "workforce.workers",
        ("SWENo",),
        "had not left by the day of this census, and the next year's census does not have the "
        "worker",
        "Add the worker to the later census, with the day and the reason of leaving",
        (Beside("workforce.workers", _WORKER, period=year_after),),
        found="none",
        when=col("RoleEndDate").is_null() & ~_AGENCY,
    ),
    CrossCheck(
        "left_last_year_role_goes_on",
        "workforce.workers",
        ("RoleStartDate",),
        "began a role that had ended, by last year's census",
        _WHICH,
        (
            Beside(
                "workforce.workers",
                {**_WORKER, "RoleStartDate": "RoleStartDate"},
                only=col("RoleEndDate").is_not_null(),
                period=year_before,
                shown="RoleEndDate",
            ),
        ),
        when=col("RoleEndDate").is_null(),
    ),
    CrossCheck(
        "began_before_last_census_not_in_it",
        "workforce.workers",
        ("RoleStartDate",),
        "is before last year's census, which does not have the worker",
        "Correct the day the role began, or add the worker to last year's census",
        (Beside("workforce.workers", _WORKER, period=year_before),),
        found="none",
        when=(col("RoleStartDate") <= PERIOD.dt.offset_by("-1y")) & ~_AGENCY,
    ),
    CrossCheck(
        "agency_workers_not_counted",
        "workforce.workers",
        ("AgencyWorker",),
        "says an agency worker, but the authority counts none",
        "Correct the number of agency workers, or the worker's row",
        (
            Beside(
                "workforce.authority",
                {"period": "period"},
                only=col("NoAgencyHeadcount") == 0,
            ),
        ),
        when=_AGENCY & col("RoleEndDate").is_null(),
    ),
    _unknown(
        "ssda903.sw_episodes",
        "SW_ID",
        (col("SW_DECOM") <= PERIOD.dt.offset_by("-6mo"))
        & (col("SW_DEC").is_null() | (col("SW_DEC") > PERIOD.dt.offset_by("-6mo"))),
        "is a worker with a child on the 30 September before",
        period=_HALF_A_YEAR,
    ),
    _unknown(
        "templates.supervision",
        "worker_id",
        pl.lit(True),
        "is a worker who was supervised",
        day="supervision_date",
    ),
    _unknown(
        "templates.training",
        "worker_id",
        pl.lit(True),
        "is a worker who was trained",
        day="training_date",
    ),
    CrossCheck(
        "child_of_worker_who_left",
        "ssda903.sw_episodes",
        ("SW_DECOM",),
        "began a worker's time with a child after the worker had left, by the workforce census",
        "Correct the worker's number or a date",
        (
            Beside(
                "workforce.workers",
                {"SW_ID": "SWENo"},
                where=(col("SW_DECOM") > other("RoleEndDate")),
                only=col("RoleEndDate").is_not_null()
                & (col("RoleStartDate") == col("RoleStartDate").max().over("SWENo")),
                period=_HALF_A_YEAR,
                shown="RoleEndDate",
            ),
        ),
        when=col("SW_DECOM") <= PERIOD.dt.offset_by("-6mo"),
    ),
    CrossCheck(
        "child_of_worker_not_yet_there",
        "ssda903.sw_episodes",
        ("SW_DECOM",),
        "began a worker's time with a child before the worker's first role, by the workforce "
        "census",
        "Correct the worker's number or a date",
        (
            Beside(
                "workforce.workers",
                {"SW_ID": "SWENo"},
                where=(col("SW_DECOM") < other("RoleStartDate")),
                only=(col("RoleStartDate") == col("RoleStartDate").min().over("SWENo")) & ~_AGENCY,
                period=_HALF_A_YEAR,
                shown="RoleStartDate",
            ),
        ),
    ),
    CrossCheck(
        "supervised_child_unknown",
        "templates.supervision",
        ("child_id",),
        "is a child who was talked about in supervision, whom no list of Annex A has",
        "Correct the child's number",
        tuple(
            Beside(
                f"annex_a.{each}",
                {"child_id": "child_id"},
                period=any_day,
                covering="supervision_date",
                days=183,
            )
            for each in ("list_4", "list_6", "list_7", "list_8")
        ),
        found="none",
    ),
)
