"""What a legal status allows: how long it lasts, at what age, and where the child may live."""

from __future__ import annotations

from datetime import date

import polars as pl

from sightline.returns.checks import Check
from sightline.returns.ssda903.checks.beside import ADOPTIVE, RESPITE, TEMPORARY, birthday
from sightline.returns.tables import Severity

col = pl.col
_ADOPTION_ACT = date(2005, 12, 30)


def _lasted() -> pl.Expr:
    return (col("DEC") - col("DECOM")).dt.total_days()


_ORDERS_WITH_PARENTS = ["C1", "C2", "D1", "E1"]


def _longest(status: str, days: int, what: str, dfe: str) -> Check:
    return Check(
        f"status_{status.lower()}_too_long",
        "episodes",
        ("LS", "DECOM", "DEC"),
        f"is {what}, and the episode lasted longer than the {days} days that allows",
        (col("LS") == status) & (_lasted() > days),
        do="Correct the legal status, or the day it changed",
        dfe=dfe,
    )


CHECKS = (
    _longest("L1", 3, "police protection", "361"),
    _longest("L2", 21, "an emergency protection order", "362"),
    _longest("L3", 7, "a child assessment order", "363"),
    _longest("V3", 17, "one short break", "365"),
    Check(
        "justice_status_under_10",
        "episodes",
        ("LS", "DECOM"),
        "is a status of youth justice, and the child was under 10",
        col("LS").is_in(["J1", "J2", "J3"]) & (col("DECOM") < birthday(10)),
        do="Correct the legal status or a date",
        dfe="358",
        severity=Severity.ERROR,
    ),
    Check(
        "freeing_order_after_2005",
        "episodes",
        ("LS", "DECOM"),
        "is a freeing order, and none could begin after December 2005",
        (col("LS") == "D1") & (col("DECOM") > date(2005, 12, 31)),
        do="Correct the legal status: it may be a placement order (E1)",
        dfe="445",
        severity=Severity.ERROR,
    ),
    Check(
        "placement_order_before_2005",
        "episodes",
        ("LS", "DECOM"),
        "is a placement order, and none could begin before 30 December 2005",
        (col("LS") == "E1") & (col("DECOM") < _ADOPTION_ACT),
        do="Correct the legal status or the date",
        dfe="446",
        severity=Severity.ERROR,
    ),
    Check(
        "with_parents_accommodated",
        "episodes",
        ("LS", "PLACE"),
        "is section 20, and PLACE is with the parents (P1): who lives there is not in care by it",
        (col("LS") == "V2") & (col("PLACE") == "P1"),
        do="Correct the placement or the legal status",
        dfe="378",
        severity=Severity.ERROR,
    ),
    Check(
        "with_parents_without_care_order",
        "episodes",
        ("LS", "PLACE"),
        "is no care order, and PLACE is with the parents (P1), which needs one",
        (col("PLACE") == "P1") & ~col("LS").is_in([*_ORDERS_WITH_PARENTS, "V2"]),
        do="Correct the placement or the legal status",
    ),
    Check(
        "adoptive_placement_without_order",
        "episodes",
        ("LS", "PLACE"),
        "is no placement order (E1), and PLACE is a placement for adoption under one",
        col("PLACE").is_in(["A5", "A6"]) & (col("LS") != "E1"),
        do="Give E1 from the day of the order, or the placement for adoption with consent",
        dfe="408",
    ),
    Check(
        "consent_placement_under_order",
        "episodes",
        ("PLACE", "LS"),
        "is a placement for adoption with consent, though there is a placement order (E1)",
        col("PLACE").is_in(["A3", "A4"]) & (col("LS") == "E1"),
        do="Give A5 or A6, the placements under a placement order, or correct the legal status",
    ),
    Check(
        "with_carers_for_adoption_newly",
        "episodes",
        ("RNE", "PLACE", "DECOM"),
        "is not S, T or U, and the child is placed for adoption with the present carers",
        col("PLACE").is_in(["A3", "A5"])
        & (col("DECOM") >= date(2015, 4, 1))
        & ~col("RNE").is_in(["S", "T", "U"]),
        do="Give T or U: the placement's kind changed, the carer did not",
        dfe="217",
    ),
    Check(
        "respite_goes_on",
        "episodes",
        ("RNE", "LS"),
        "is not S, and LS is one short break (V3), which always starts anew",
        (col("LS") == "V3") & (col("RNE") != "S"),
        do="Give S, or the legal status of a series of short breaks",
        dfe="366",
    ),
    Check(
        "respite_in_temporary_placement",
        "episodes",
        ("PLACE", "LS"),
        "is a temporary placement, and a short break can be in none",
        col("LS").is_in(RESPITE) & col("PLACE").is_in(TEMPORARY),
        do="Correct the placement or the legal status",
        dfe="382",
    ),
    Check(
        "respite_in_long_term_fostering",
        "episodes",
        ("PLACE", "LS"),
        "is long-term fostering, and a short break cannot be",
        col("LS").is_in(RESPITE) & col("PLACE").is_in(["U1", "U4"]),
        do="Correct the placement or the legal status",
        dfe="384",
    ),
    Check(
        "respite_for_adoption",
        "episodes",
        ("PLACE", "LS"),
        "is a placement for adoption, and a short break cannot be",
        col("LS").is_in(RESPITE) & col("PLACE").is_in(ADOPTIVE),
        do="Correct the placement or the legal status",
    ),
    Check(
        "respite_with_postcode",
        "episodes",
        ("PL_POST", "LS"),
        "is given, and for a short break no postcode is asked for",
        col("LS").is_in(RESPITE) & col("PL_POST").is_not_null(),
        do="Take the postcode out",
        dfe="398",
    ),
    Check(
        "both_kinds_of_respite",
        "episodes",
        ("LS",),
        "is one short break for a child who also has a series of them in the year",
        (col("LS") == "V3") & (col("LS") == "V4").any().over("CHILD"),
        do="Give the same legal status for all short breaks of the year",
        dfe="426",
    ),
)
