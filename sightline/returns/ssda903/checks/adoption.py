"""Adoption: the decision to place, the placement, the adopters, and children adopted before."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import after
from sightline.returns.tables import Severity

col = pl.col
_COUPLES = ["MM", "FF", "MF"]
_ADOPTERS = ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")


def _sexes(status: str, allowed: list[str], what: str, dfe: str) -> Check:
    return Check(
        f"adopters_{status.lower()}_of_other_sex",
        "ad1",
        ("SEX_ADOPTR", "LS_ADOPTR"),
        f"does not go with LS_ADOPTR {status}: {what}",
        (col("LS_ADOPTR") == status) & ~col("SEX_ADOPTR").is_in(allowed),
        do="Correct whichever of the two is wrong",
        dfe=dfe,
    )


_ADOPTED = (
    Check(
        "adoption_before_birth",
        "ad1",
        ("DATE_INT", "DOB"),
        "is before DOB",
        col("DATE_INT") < col("DOB"),
        do="Correct whichever of the two dates is wrong",
        severity=Severity.ERROR,
    ),
    Check(
        "decided_after_matching",
        "ad1",
        ("DATE_MATCH", "DATE_INT"),
        "is before DATE_INT: the child was matched before it was decided to place for adoption",
        col("DATE_MATCH") < col("DATE_INT"),
        do="Correct whichever of the two dates is wrong",
        dfe="333",
    ),
    Check(
        "matched_after_year_end",
        "ad1",
        ("DATE_MATCH",),
        "is after the end of the return's year",
        col("DATE_MATCH") > YEAR_END,
        do="Correct the date",
    ),
    Check(
        "adopters_partly_answered",
        "ad1",
        _ADOPTERS,
        "is not answered together with the other answers on the adoption: one of them is blank",
        pl.any_horizontal(col(name).is_null() for name in _ADOPTERS)
        & pl.any_horizontal(col(name).is_not_null() for name in _ADOPTERS),
        do="Answer all of them",
        dfe="151",
    ),
    Check(
        "two_adopters_of_one_sex_code",
        "ad1",
        ("SEX_ADOPTR", "NB_ADOPTR"),
        "is the code of one adopter, and NB_ADOPTR says there are two",
        (col("NB_ADOPTR") == 2) & ~col("SEX_ADOPTR").is_in(_COUPLES),
        do="Correct whichever of the two is wrong",
        dfe="511",
    ),
    Check(
        "one_adopter_of_couple_code",
        "ad1",
        ("SEX_ADOPTR", "NB_ADOPTR"),
        "is the code of a couple, and NB_ADOPTR says there is one adopter",
        (col("NB_ADOPTR") == 1) & col("SEX_ADOPTR").is_in(_COUPLES),
        do="Correct whichever of the two is wrong",
    ),
    Check(
        "single_adopter_of_two",
        "ad1",
        ("LS_ADOPTR", "NB_ADOPTR"),
        "says a single adopter, and NB_ADOPTR says there are two",
        (col("LS_ADOPTR") == "L0") & (col("NB_ADOPTR") != 1),
        do="Correct whichever of the two is wrong",
        dfe="514",
    ),
    _sexes("L11", ["MF"], "a married couple of a man and a woman", "520"),
    _sexes("L12", ["MM", "FF"], "a married couple of the same sex", "524"),
    _sexes("L2", _COUPLES, "a civil partnership is of two", "519"),
    _sexes("L3", ["MF"], "an unmarried couple of a man and a woman", "517"),
    _sexes("L4", ["MM", "FF"], "an unmarried couple of the same sex", "518"),
)

_PLACED = (
    Check(
        "placed_ends_before_start",
        "placed_for_adoption",
        ("DATE_PLACED_CEASED", "DATE_PLACED"),
        "is before DATE_PLACED",
        col("DATE_PLACED_CEASED") < col("DATE_PLACED"),
        do="Correct whichever of the two dates is wrong",
        dfe="522",
        severity=Severity.ERROR,
    ),
    Check(
        "placed_before_birth",
        "placed_for_adoption",
        ("DATE_PLACED", "DOB"),
        "is before DOB",
        col("DATE_PLACED") < col("DOB"),
        do="Correct whichever of the two dates is wrong",
        dfe="184",
        severity=Severity.ERROR,
    ),
    Check(
        "placed_after_year_end",
        "placed_for_adoption",
        ("DATE_PLACED",),
        "is after the end of the return's year",
        col("DATE_PLACED") > YEAR_END,
        do="Correct the date, or leave it for the next return",
        dfe="117",
    ),
    Check(
        "placed_ceased_without_reason",
        "placed_for_adoption",
        ("DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
        "is given, but REASON_PLACED_CEASED does not say why",
        col("DATE_PLACED_CEASED").is_not_null() & col("REASON_PLACED_CEASED").is_null(),
        do="Give the reason, or take the date out",
        dfe="119",
    ),
    Check(
        "placed_reason_without_date",
        "placed_for_adoption",
        ("REASON_PLACED_CEASED", "DATE_PLACED_CEASED"),
        "is given, but DATE_PLACED_CEASED gives no date",
        col("DATE_PLACED_CEASED").is_null() & col("REASON_PLACED_CEASED").is_not_null(),
        do="Give the date, or take the reason out",
        dfe="119",
    ),
    Check(
        "placed_twice_open",
        "placed_for_adoption",
        ("DATE_PLACED", "DATE_PLACED_CEASED"),
        "was never revoked, though the child has a later decision",
        col("DATE_PLACED_CEASED").is_null() & after("DATE_PLACED", "DATE_PLACED").is_not_null(),
        do="Give the day the earlier decision was revoked, or take one of the two out",
        dfe="583",
    ),
)

_BEFORE = (
    Check(
        "no_permanence_yet_dated",
        "previous_permanence",
        ("PREV_PERM", "DATE_PERM", "LA_PERM"),
        "says that there was none, but a date or an authority is given",
        (col("PREV_PERM") == "Z1")
        & (col("DATE_PERM").is_not_null() | col("LA_PERM").is_not_null()),
        do="Correct PREV_PERM, or take date and authority out",
        dfe="635",
    ),
    Check(
        "permanence_undated",
        "previous_permanence",
        ("PREV_PERM", "DATE_PERM"),
        "says that there was an order, but DATE_PERM does not say when",
        (col("PREV_PERM") != "Z1") & col("DATE_PERM").is_null(),
        do="Give the date of the order",
        dfe="632",
    ),
    Check(
        "permanence_before_birth",
        "previous_permanence",
        ("DATE_PERM", "DOB"),
        "is before DOB",
        col("DATE_PERM") < col("DOB"),
        do="Correct whichever of the two dates is wrong",
        severity=Severity.ERROR,
    ),
)

CHECKS = (*_ADOPTED, *_PLACED, *_BEFORE)
