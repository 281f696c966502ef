"""Checks of the social work workforce census, each within its own table.

No list of the Department for Education's own rules for this census was found, so none has a code.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check, verified
from sightline.returns.tables import Severity
from sightline.returns.workforce.schema import schema_of_any_year

col = pl.col
_MANY_CASES = 60
_WORKING_DAYS = 260
_WEEKS = 53
_LEAVER = ("LeaverDestination", "ReasonLeave")
_NO_NAME = (
    r"(?i)^\s*(institution( name)?|name of (the )?institution|qualinst|n/?a|none|unknown|not known"
    r"|tb[ac]|test|x+|[.?-]+)\s*$"
)

_AUTHORITY = (
    Check(
        "vacancies_below_zero",
        "authority",
        ("NumberOfVacancies",),
        "is below nought",
        col("NumberOfVacancies") < 0,
        do="Give the number of vacant full-time posts, 0 where there is none",
        severity=Severity.ERROR,
    ),
    Check(
        "agency_time_over_heads",
        "authority",
        ("NoAgencyFTE", "NoAgencyHeadcount"),
        "is more full-time posts than there are agency workers",
        col("NoAgencyFTE") > col("NoAgencyHeadcount"),
        do="Correct whichever of the two is wrong",
        severity=Severity.ERROR,
    ),
)

_WHO = (
    Check(
        "worker_number_form",
        "workers",
        ("SWENo",),
        "is no registration number: SW and digits",
        ~col("SWENo").str.to_uppercase().str.contains(r"^SW\d+$"),
        do="Give the number under which the worker is registered with Social Work England",
    ),
    Check(
        "institution_not_named",
        "workers",
        ("QualInst",),
        "holds the place of a name, and names no institution",
        col("QualInst").str.contains(_NO_NAME),
        do="Name the institution at which the worker qualified",
    ),
    Check(
        "worker_repeated",
        "workers",
        ("SWENo", "RoleStartDate"),
        "has more than one row for a role begun on the same day",
        pl.struct("SWENo", "RoleStartDate").is_duplicated(),
        do="Keep the row that is right and take the others out",
    ),
    Check(
        "worker_born_too_late",
        "workers",
        ("PersonBirthDate",),
        "makes the worker under 20 on the day of the census",
        col("PersonBirthDate").dt.offset_by("20y") > YEAR_END,
        do="Correct the date of birth",
    ),
    Check(
        "worker_born_too_early",
        "workers",
        ("PersonBirthDate",),
        "makes the worker 80 or more on the day of the census",
        col("PersonBirthDate").dt.offset_by("80y") <= YEAR_END,
        do="Correct the date of birth",
    ),
    Check(
        "two_programmes",
        "workers",
        ("StepUpGrad", "FrontlineGrad"),
        "is yes, and so is Frontline: a worker qualifies by one of the two",
        col("StepUpGrad") & col("FrontlineGrad"),
        do="Correct whichever of the two is wrong",
    ),
)

_ROLES = (
    Check(
        "role_ends_before_start",
        "workers",
        ("RoleEndDate", "RoleStartDate"),
        "is before RoleStartDate",
        col("RoleEndDate") < col("RoleStartDate"),
        do="Correct whichever of the two dates is wrong",
        severity=Severity.ERROR,
    ),
    Check(
        "role_starts_after_census",
        "workers",
        ("RoleStartDate",),
        "is after the day of the census",
        col("RoleStartDate") > YEAR_END,
        do="Correct the date, or leave the worker for the next census",
    ),
    Check(
        "role_ends_after_census",
        "workers",
        ("RoleEndDate",),
        "is after the day of the census",
        col("RoleEndDate") > YEAR_END,
        do="Take the date out: the worker was there on the day of the census",
    ),
    Check(
        "role_ended_before_year",
        "workers",
        ("RoleEndDate",),
        "is before the census's year began",
        col("RoleEndDate") <= YEAR_END.dt.offset_by("-1y"),
        do="Take the worker out: the leaving belongs to an earlier census",
    ),
    Check(
        "role_starts_as_a_child",
        "workers",
        ("RoleStartDate", "PersonBirthDate"),
        "is before the worker was 18",
        col("RoleStartDate") < col("PersonBirthDate").dt.offset_by("18y"),
        do="Correct whichever of the two dates is wrong",
    ),
    *(
        Check(
            f"{column.lower()}_without_end",
            "workers",
            (column, "RoleEndDate"),
            "says that the worker left, but RoleEndDate gives no day",
            col(column).is_not_null() & col("RoleEndDate").is_null(),
            do="Give the day the worker left, or take it out",
        )
        for column in _LEAVER
    ),
    Check(
        "left_without_reason",
        "workers",
        ("RoleEndDate", "ReasonLeave", "AgencyWorker"),
        "is given, but ReasonLeave does not say why the worker left",
        col("RoleEndDate").is_not_null()
        & col("ReasonLeave").is_null()
        & ~col("AgencyWorker").fill_null(False),
        do="Give the reason",
    ),
    Check(
        "role_start_blank",
        "workers",
        ("SWENo", "RoleStartDate"),
        "has no day on which the role began",
        col("RoleStartDate").is_null(),
        do="Give the day",
    ),
)

_WORK = (
    Check(
        "no_time_but_cases",
        "workers",
        ("FTE", "Cases30"),
        "is no working time, and the worker holds work with children",
        (col("FTE") == 0) & (col("Cases30") > 0),
        do="Correct whichever of the two is wrong, unless the worker has no fixed hours",
    ),
    Check(
        "no_time_on_census_day_but_cases",
        "workers",
        ("FTE30", "Cases30"),
        "is no working time on the day of the census, and the worker holds work with children",
        (col("FTE30") == 0) & (col("Cases30") > 0),
        do="Correct whichever of the two is wrong, unless the worker has no fixed hours",
    ),
    Check(
        "many_cases",
        "workers",
        ("Cases30",),
        "is more children or families than one worker is likely to hold",
        col("Cases30") > _MANY_CASES,
        do="Make sure of the number; a list kept for a whole team is not one worker's",
    ),
    Check(
        "cases_of_a_leaver",
        "workers",
        ("Cases30", "RoleEndDate"),
        "is held by a worker who had left by the day of the census",
        (col("Cases30") > 0) & (col("RoleEndDate") < YEAR_END),
        do="Give the work to whoever holds it now, or correct the day the worker left",
    ),
    Check(
        "time_of_a_leaver",
        "workers",
        ("FTE30", "RoleEndDate"),
        "is working time on the day of the census of a worker who had left by then",
        (col("FTE30") > 0) & (col("RoleEndDate") < YEAR_END),
        do="Take it out, or correct the day the worker left",
    ),
    Check(
        "too_many_days_lost",
        "workers",
        ("WorkingDaysLost",),
        "is more working days than a year has",
        col("WorkingDaysLost") > _WORKING_DAYS,
        do="Count working days, not hours or calendar days",
    ),
    Check(
        "too_many_weeks",
        "workers",
        ("ContractWeeks",),
        "is more weeks than a year has",
        col("ContractWeeks") > _WEEKS,
        do="Count the weeks of the contract within the year",
    ),
    Check(
        "absent_without_reason",
        "workers",
        ("Absat30Sept", "ReasonAbsence"),
        "says that the worker was absent, but ReasonAbsence does not say why",
        col("Absat30Sept") & col("ReasonAbsence").is_null(),
        do="Give the reason",
    ),
    Check(
        "reason_though_present",
        "workers",
        ("ReasonAbsence", "Absat30Sept"),
        "says why the worker was absent, who was not",
        col("ReasonAbsence").is_not_null() & ~col("Absat30Sept"),
        do="Take the reason out, or say that the worker was absent",
    ),
)

CHECKS = verified((*_AUTHORITY, *_WHO, *_ROLES, *_WORK), schema_of_any_year())
