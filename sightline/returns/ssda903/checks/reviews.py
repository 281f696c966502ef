"""Reviews of a child's care plan: when, and how the child took part."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import birthday, last_year_end
from sightline.returns.tables import Severity

col = pl.col
_AT_REVIEW_FOUR = col("REVIEW") >= birthday(4, col("DOB"))

CHECKS = (
    Check(
        "review_after_year_end",
        "reviews",
        ("REVIEW",),
        "is after the end of the return's year",
        col("REVIEW") > YEAR_END,
        do="Correct the date, or leave the review for the next return",
    ),
    Check(
        "review_before_year",
        "reviews",
        ("REVIEW",),
        "is before the return's year began",
        col("REVIEW") <= last_year_end(),
        do="Correct the date, or take the review out: it belongs to an earlier return",
    ),
    Check(
        "review_before_birth",
        "reviews",
        ("REVIEW", "DOB"),
        "is before DOB",
        col("REVIEW") < col("DOB"),
        do="Correct whichever of the two dates is wrong",
        severity=Severity.ERROR,
    ),
    Check(
        "review_at_18",
        "reviews",
        ("REVIEW", "DOB"),
        "is after the 18th birthday",
        col("REVIEW") > birthday(18, col("DOB")),
        do="Correct whichever of the two dates is wrong, or take the review out",
    ),
    Check(
        "review_repeated",
        "reviews",
        ("REVIEW",),
        "is there twice for the same child",
        pl.struct("CHILD", "REVIEW").is_duplicated(),
        do="Keep the row that is right and take the other out",
    ),
    Check(
        "pn0_from_four",
        "reviews",
        ("REVIEW_CODE", "REVIEW", "DOB"),
        "is for children under four, and the child was four or more",
        (col("REVIEW_CODE") == "PN0") & _AT_REVIEW_FOUR,
        do="Give how the child took part",
        dfe="440",
    ),
    Check(
        "under_four_without_pn0",
        "reviews",
        ("REVIEW_CODE", "REVIEW", "DOB"),
        "is for children of four or more; for a child under four it is PN0",
        (col("REVIEW_CODE") != "PN0") & ~_AT_REVIEW_FOUR,
        do="Give PN0, or correct a date",
        dfe="441",
    ),
)
