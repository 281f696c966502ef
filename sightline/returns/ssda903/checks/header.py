"""Who the child is: the header, and every table that must agree with it."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import HEADER_DOB, IN_HEADER, YEAR_END, Check
from sightline.returns.ssda903.checks.beside import last_year_end
from sightline.returns.tables import Severity

col = pl.col

_UPN = r"^([A-Z]\d{11}[A-Z0-9]|UN\d)$"
_WITH_BIRTH_DATES = (
    *("reviews", "uasc", "oc2", "oc3", "ad1", "placed_for_adoption", "previous_permanence"),
    *("missing", "sw_episodes", "dolo"),
)
_ONE_ROW_A_CHILD = ("header", "uasc", "oc2", "oc3", "ad1", "previous_permanence")

_EVERY_TABLE = (
    *(
        Check(
            "child_repeated",
            table,
            ("CHILD",),
            "has more than one row",
            col("CHILD").is_duplicated(),
            do="Keep the row that is right and take the others out",
            severity=Severity.ERROR,
        )
        for table in _ONE_ROW_A_CHILD
    ),
    *(
        Check(
            "born_after_year_end",
            table,
            ("DOB",),
            "is after the end of the return's year",
            col("DOB") > YEAR_END,
            do="Correct the date of birth",
            dfe="301",
            severity=Severity.ERROR,
        )
        for table in ("header", *_WITH_BIRTH_DATES)
    ),
    *(
        Check(
            "birth_not_as_in_header",
            table,
            ("DOB",),
            "is not the child's date of birth in the header",
            col("DOB") != HEADER_DOB,
            do="Find out which of the two is right and correct the other",
            severity=Severity.ERROR,
        )
        for table in _WITH_BIRTH_DATES
    ),
    *(
        Check(
            "child_not_in_header",
            table,
            ("CHILD",),
            "is not in the header",
            ~IN_HEADER,
            do="Add the child to the header, or correct the child's number",
            severity=Severity.ERROR,
        )
        for table in ("episodes", *_WITH_BIRTH_DATES)
    ),
)

CHECKS = (
    *_EVERY_TABLE,
    Check(
        "upn_form",
        "header",
        ("UPN",),
        "is neither a UPN nor UN1 to UN5",
        ~col("UPN").str.to_uppercase().str.contains(_UPN),
        do="Ask the school for the UPN, or give the code that says why there is none",
        dfe="168",
    ),
    Check(
        "upn_repeated",
        "header",
        ("UPN",),
        "is the UPN of another child too",
        col("UPN").is_duplicated() & ~col("UPN").str.starts_with("UN"),
        do="Find out whose it is, or whether the two children are one",
        dfe="444",
        severity=Severity.ERROR,
    ),
    Check(
        "upn_too_young_at_school_age",
        "header",
        ("UPN", "DOB"),
        "says that the child is not of school age, who was four by the August before last",
        (col("UPN") == "UN1")
        & (col("DOB").dt.offset_by("4y") <= last_year_end().dt.offset_by("-7mo")),
        do="Ask the school for the UPN",
        dfe="209",
    ),
    Check(
        "over_25",
        "header",
        ("DOB",),
        "makes the young person over 25 when the return's year began",
        col("DOB").dt.offset_by("26y") <= last_year_end(),
        do="Correct the date of birth, or take the young person out",
        dfe="351",
    ),
    Check(
        "sex_unknown",
        "header",
        ("SEX",),
        "says that the child's sex is not known",
        col("SEX") == "U",
        do="Give the child's sex, where it is known",
        dfe="232",
    ),
    Check(
        "mother_without_birth",
        "header",
        ("MOTHER", "MC_DOB"),
        "says the young person is a mother, but MC_DOB is blank",
        col("MOTHER") & col("MC_DOB").is_null(),
        do="Give the date of birth of her first child",
        dfe="611",
    ),
    Check(
        "birth_without_mother",
        "header",
        ("MC_DOB", "MOTHER"),
        "is the birth of a child, but MOTHER does not say that she is a mother",
        col("MC_DOB").is_not_null() & ~col("MOTHER").fill_null(False) & (col("SEX") == "F"),
        do="Correct MOTHER, or take the date out",
        dfe="612",
    ),
    Check(
        "mother_not_female",
        "header",
        ("SEX", "MOTHER"),
        "does not go with MOTHER",
        col("MOTHER") & (col("SEX") == "M"),
        do="Correct whichever of the two is wrong",
        dfe="174",
    ),
    Check(
        "mother_child_before_own_birth",
        "header",
        ("MC_DOB", "DOB"),
        "is before the mother was ten",
        col("MC_DOB") < col("DOB").dt.offset_by("10y"),
        do="Correct whichever of the two dates of birth is wrong",
        dfe="621",
    ),
    Check(
        "mother_child_after_year_end",
        "header",
        ("MC_DOB",),
        "is after the end of the return's year",
        col("MC_DOB") > YEAR_END,
        do="Correct the date, or leave it for the next return",
        dfe="625",
    ),
)
