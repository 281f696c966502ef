"""Young people who have left care (OC3): in touch, activity, accommodation."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import birthday, last_year_end

col = pl.col
_BORN = col("DOB")
_ANSWERS = ("IN_TOUCH", "ACTIV", "ACCOM")
_OF_INTEREST = [birthday(years, _BORN) for years in (17, 18, 19, 20, 21)]

CHECKS = (
    Check(
        "in_touch_without_activity",
        "oc3",
        ("IN_TOUCH", "ACTIV", "ACCOM"),
        "says in touch, but ACTIV or ACCOM is 0 or blank",
        (col("IN_TOUCH") == "YES")
        & ((col("ACTIV").fill_null("0") == "0") | (col("ACCOM").fill_null("0") == "0")),
        do="Give activity and accommodation",
        dfe="345",
    ),
    Check(
        "activity_of_dead_or_home",
        "oc3",
        ("IN_TOUCH", "ACTIV", "ACCOM"),
        "says that the young person died or went home, but ACTIV or ACCOM is given",
        col("IN_TOUCH").is_in(["DIED", "RHOM"])
        & ((col("ACTIV").fill_null("0") != "0") | (col("ACCOM").fill_null("0") != "0")),
        do="Give 0 for both, or correct IN_TOUCH",
        dfe="344",
    ),
    Check(
        "care_leaver_partly_answered",
        "oc3",
        _ANSWERS,
        "is not answered together with ACTIV and ACCOM: one of the three is blank",
        pl.any_horizontal(col(name).is_null() for name in _ANSWERS)
        & pl.any_horizontal(col(name).is_not_null() for name in _ANSWERS),
        do="Answer all three, or none",
        dfe="153",
    ),
    Check(
        "care_leaver_of_other_age",
        "oc3",
        ("DOB",),
        "is of a young person who did not become 17, 18, 19, 20 or 21 in the return's year",
        ~pl.any_horizontal((day > last_year_end()) & (day <= YEAR_END) for day in _OF_INTEREST),
        do="Correct the date of birth, or take the row out",
        dfe="391",
    ),
    Check(
        "foyer_under_18",
        "oc3",
        ("ACCOM", "DOB"),
        "is a foyer, and the young person was under 18 when the year began",
        col("ACCOM").str.starts_with("T") & (birthday(18, _BORN) > last_year_end()),
        do="Correct the accommodation or the date of birth",
        dfe="347",
    ),
    Check(
        "with_former_carers_at_17",
        "oc3",
        ("ACCOM", "DOB"),
        "is with the former foster carers, and the young person became 17 in the year",
        col("ACCOM").str.starts_with("Z")
        & (birthday(17, _BORN) > last_year_end())
        & (birthday(17, _BORN) <= YEAR_END),
        do="Correct the accommodation or the date of birth",
        dfe="3001",
    ),
)
