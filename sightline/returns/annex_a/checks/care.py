"""Children in care (list 8): placement, legal status, home, age, missing."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import Check, birthday
from sightline.returns.tables import Severity

col = pl.col
_OPEN = col("care_ended").is_null()
_REGISTERED = ["K1", "K2", "K3", "R3", "U1", "U2", "U3", "U4", "U5", "U6"]
_NO_REGISTRATION = ["P1", "Z1", "Z11", "Z12", "Z13", "Z14"]


def _birthday(years: int) -> pl.Expr:
    return birthday(col("date_of_birth"), years)


CHECKS = (
    Check(
        "interview_accepted_not_offered",
        "list_8",
        ("return_interview_accepted", "return_interview_offered"),
        "is yes, but the interview was not offered",
        col("return_interview_accepted") & ~col("return_interview_offered"),
        do="Correct whichever of the two is wrong",
    ),
    Check(
        "interview_without_missing",
        "list_8",
        ("return_interview_offered", "missing_12_months"),
        "is yes, but the child was never missing in the last 12 months",
        col("return_interview_offered") & (col("missing_12_months") == 0),
        do="Correct the count of missing episodes, or take the answer out",
    ),
    Check(
        "missing_without_interview_answer",
        "list_8",
        ("missing_12_months", "return_interview_offered"),
        "is one or more, but nothing says whether a return interview was offered",
        (col("missing_12_months") > 0) & col("return_interview_offered").is_null() & _OPEN,
        do="Say whether an interview was offered after the last missing episode",
    ),
    Check(
        "in_care_after_18",
        "list_8",
        ("date_of_birth", "care_ended"),
        "makes the child 18 or more when care ended",
        col("care_ended") > _birthday(18),
        do="Correct whichever of the two dates is wrong",
    ),
    Check(
        "care_started_at_18",
        "list_8",
        ("care_started", "date_of_birth"),
        "is on or after the 18th birthday",
        col("care_started") >= _birthday(18),
        do="Correct whichever of the two dates is wrong",
        dfe="352",
        severity=Severity.ERROR,
    ),
    Check(
        "fostered_at_18",
        "list_8",
        ("placement_type", "placement_started", "date_of_birth"),
        "is fostering that began on or after the 18th birthday",
        col("placement_type").str.starts_with("U") & (col("placement_started") >= _birthday(18)),
        do="End the child's care, or correct a date; staying put is not a foster placement",
    ),
    Check(
        "supported_accommodation_under_16",
        "list_8",
        ("placement_type", "placement_started", "date_of_birth"),
        "is supported accommodation, and the child was under 16 when it began",
        col("placement_type").is_in(["K3", "H5", "P2"])
        & (col("placement_started") < _birthday(16)),
        do="Correct the placement or a date; if it is so, tell whoever is responsible at once",
        dfe="371",
    ),
    Check(
        "secure_home_under_10",
        "list_8",
        ("placement_type", "placement_started", "date_of_birth"),
        "is a secure children's home, and the child was under 10",
        (col("placement_type") == "K1") & (col("placement_started") < _birthday(10)),
        do="Correct the placement or a date; if it is so, tell whoever is responsible at once",
    ),
    Check(
        "with_parents_accommodated",
        "list_8",
        ("legal_status", "placement_type"),
        "is section 20, and the placement is with the parents: who lives there is not in care",
        (col("legal_status") == "V2") & (col("placement_type") == "P1") & _OPEN,
        do="Correct the placement or the legal status",
        dfe="378",
    ),
    Check(
        "adoptive_placement_without_order",
        "list_8",
        ("legal_status", "placement_type"),
        "is no placement order, and the placement is for adoption under one",
        col("placement_type").is_in(["A5", "A6"]) & (col("legal_status") != "E1"),
        do="Correct the placement or the legal status",
        dfe="408",
    ),
    Check(
        "with_parents_but_other_provider",
        "list_8",
        ("placement_provider", "placement_type"),
        "provides a placement with parents, which only the parents can",
        (col("placement_type") == "P1") & (col("placement_provider") != "PR0"),
        do="Correct the provider or the placement",
        dfe="530",
    ),
    Check(
        "parents_provide_other_placement",
        "list_8",
        ("placement_provider", "placement_type"),
        "is a parent, and the placement is not with the parents",
        (col("placement_provider") == "PR0") & (col("placement_type") != "P1"),
        do="Correct the provider or the placement",
        dfe="550",
    ),
    Check(
        "urn_not_asked_for",
        "list_8",
        ("urn", "placement_type"),
        "is a registered provider's, and the placement is one that has no registration",
        col("urn").str.contains(r"^(\d{7}|SC\d{6})$")
        & col("placement_type").is_in(_NO_REGISTRATION),
        do="Take the URN out, or give the placement that it is",
        dfe="222",
    ),
    Check(
        "urn_blank",
        "list_8",
        ("placement_type", "urn"),
        "is registered with Ofsted where it lies in England, and no URN is given",
        col("urn").is_null() & col("placement_type").is_in(_REGISTERED) & _OPEN,
        do="Give the provider's URN; leave it blank only outside England",
        dfe="218",
    ),
    Check(
        "legal_status_blank",
        "list_8",
        ("care_started", "legal_status"),
        "began care that goes on, and no legal status is given",
        col("legal_status").is_null() & _OPEN,
        do="Give the legal status under which the child is in care",
        dfe="144",
    ),
    Check(
        "placement_blank",
        "list_8",
        ("care_started", "placement_type"),
        "began care that goes on, and no placement is given",
        col("placement_type").is_null() & _OPEN,
        do="Say where the child lives; if nobody knows, tell whoever is responsible at once",
        dfe="146",
    ),
    Check(
        "placement_count_zero",
        "list_8",
        ("placements_12_months", "placement_type"),
        "leaves out the placement that the child is in",
        (col("placements_12_months") < 1) & col("placement_type").is_not_null() & _OPEN,
        do="Count every placement of the last 12 months, this one too",
    ),
    Check(
        "legal_status_before_care",
        "list_8",
        ("legal_status_started", "care_started"),
        "is before the child came into care",
        col("legal_status_started") < col("care_started"),
        do="Correct whichever of the two dates is wrong",
    ),
    Check(
        "last_visit_after_care",
        "list_8",
        ("last_visit", "care_ended"),
        "is after care ended",
        col("last_visit") > col("care_ended"),
        do="Correct whichever of the two dates is wrong, or leave the visit out",
    ),
    Check(
        "last_review_after_care",
        "list_8",
        ("last_review", "care_ended"),
        "is after care ended",
        col("last_review") > col("care_ended"),
        do="Correct whichever of the two dates is wrong, or leave the review out",
    ),
)
