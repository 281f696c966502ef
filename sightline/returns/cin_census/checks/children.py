"""Who the child is: numbers, births, deaths, sex and disabilities."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.tables import Severity
from sightline.returns.upn import UPN, has_wrong_letter

col = pl.col
_BORN = col("PersonBirthDate")
_EXPECTED = col("ExpectedPersonBirthDate")
_YEAR_BEFORE = YEAR_END.dt.offset_by("-1y")

_NUMBERS = (
    Check(
        "child_repeated",
        "children",
        ("LAchildID",),
        "has more than one record",
        col("LAchildID").is_duplicated(),
        do="Bring the records of the child together in one",
        dfe="8510",
        severity=Severity.ERROR,
    ),
    Check(
        "child_number_too_long",
        "children",
        ("LAchildID",),
        "is longer than 20 characters",
        col("LAchildID").str.len_chars() > 20,
        do="Shorten the number, the same way every year",
        dfe="1570",
    ),
    Check(
        "child_number_form",
        "children",
        ("LAchildID",),
        "holds other characters than letters and digits",
        ~col("LAchildID").str.contains(r"^[A-Za-z0-9]+$"),
        do="Take the other characters out, the same way every year",
        dfe="1580",
    ),
    Check(
        "upn_form",
        "children",
        ("UPN",),
        "has not the form of a UPN: a letter, eleven digits, and a digit or letter",
        ~col("UPN").str.contains(UPN),
        do="Ask the school for the UPN",
        dfe="1540",
    ),
    Check(
        "upn_letter_wrong",
        "children",
        ("UPN",),
        "does not begin with the letter that its digits ask for: one of them is a slip",
        has_wrong_letter(col("UPN")),
        do="Ask the school for the UPN",
        dfe="1510",
    ),
    Check(
        "upn_repeated",
        "children",
        ("UPN",),
        "is the UPN of another child too",
        col("UPN").is_not_null() & col("UPN").is_duplicated(),
        do="Find out whose it is, or whether the two children are one",
        dfe="1520",
        severity=Severity.ERROR,
    ),
    Check(
        "former_upn_form",
        "children",
        ("FormerUPN",),
        "has not the form of a UPN",
        ~col("FormerUPN").str.contains(UPN),
        do="Ask the school for the former UPN, or take it out",
        dfe="1560Q",
    ),
    Check(
        "upn_and_reason_for_none",
        "children",
        ("UPNunknown", "UPN"),
        "says why there is no UPN, and there is one",
        col("UPN").is_not_null() & col("UPNunknown").is_not_null(),
        do="Take out whichever of the two is not so",
    ),
    Check(
        "upn_neither",
        "children",
        ("PersonBirthDate", "UPN", "UPNunknown"),
        "makes the child of school age, and there is neither a UPN nor a reason why not",
        col("UPN").is_null()
        & col("UPNunknown").is_null()
        & (_BORN.dt.offset_by("5y") <= _YEAR_BEFORE),
        do="Ask the school for the UPN, or give the code that says why there is none",
        dfe="8770Q",
    ),
)

_LIVES = (
    Check(
        "born_after_year_end",
        "children",
        ("PersonBirthDate",),
        "is after the end of the census's year",
        _BORN > YEAR_END,
        do="Correct the date, or give it as the date of birth that is expected",
        dfe="8520",
        severity=Severity.ERROR,
    ),
    Check(
        "birth_neither_or_both",
        "children",
        ("PersonBirthDate", "ExpectedPersonBirthDate"),
        "and the date of birth that is expected are both given, or neither is",
        _BORN.is_null() == _EXPECTED.is_null(),
        do="Give one of the two",
        dfe="8525Q",
    ),
    Check(
        "expected_birth_far_off",
        "children",
        ("ExpectedPersonBirthDate",),
        "is not within the month before the year's end or the nine months after it",
        (YEAR_END.dt.offset_by("-30d") > _EXPECTED) | (YEAR_END.dt.offset_by("9mo") < _EXPECTED),
        do="Correct the date, or give the date of birth where the child has been born",
        dfe="8530Q",
    ),
    Check(
        "died_before_birth",
        "children",
        ("PersonDeathDate", "PersonBirthDate"),
        "is before the date of birth",
        col("PersonDeathDate") < _BORN,
        do="Correct whichever of the two dates is wrong",
        dfe="8535Q",
        severity=Severity.ERROR,
    ),
    Check(
        "died_outside_year",
        "children",
        ("PersonDeathDate",),
        "is not within the census's year",
        (col("PersonDeathDate") > YEAR_END) | (col("PersonDeathDate") <= _YEAR_BEFORE),
        do="Correct the date, or take the child out",
        dfe="8545Q",
    ),
    Check(
        "over_25",
        "children",
        ("PersonBirthDate",),
        "makes the child over 25 at the year's end",
        _BORN.dt.offset_by("26y") <= YEAR_END,
        do="Correct the date, or take the young person out",
        dfe="8775Q",
    ),
    Check(
        "unborn_of_known_sex",
        "children",
        ("Sex", "ExpectedPersonBirthDate"),
        "is given for a child who is not born yet",
        _BORN.is_null() & _EXPECTED.is_not_null() & (col("Sex") != "U"),
        do="Give U until the child is born",
        dfe="8750",
    ),
)

_DISABILITIES = (
    Check(
        "no_disability_and_another",
        "disabilities",
        ("Disability",),
        "says that there is none, and there are others",
        (col("Disability") == "NONE") & (col("Disability") != "NONE").any().over("LAchildID"),
        do="Take NONE out, or the others",
        dfe="8790",
    ),
    Check(
        "disability_repeated",
        "disabilities",
        ("Disability",),
        "is there twice for the same child",
        pl.struct("LAchildID", "Disability").is_duplicated(),
        do="Take one of the two out",
        dfe="8794",
    ),
)

CHECKS = (*_NUMBERS, *_LIVES, *_DISABILITIES)
