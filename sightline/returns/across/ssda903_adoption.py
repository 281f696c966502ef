"""Adoption in one SSDA903 return: episodes, decisions to place and adopters that go together.

Codes are those of the Department for Education's validation checks for the children looked-after
data return, as the sector's validator (csc-validator-be-903 0.1.17 on PyPI) lists them
[unverified].
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import Beside, CrossCheck, other
from sightline.returns.across.ssda903_tables import CHILD, LATEST, LEFT, episodes

col = pl.col
_ADOPTED = ["E11", "E12"]
_ADOPTIVE = ["A3", "A4", "A5", "A6"]

CHECKS = (
    CrossCheck(
        "adopted_without_adopters",
        "ssda903.episodes",
        ("REC", "DEC"),
        "says adopted, and ad1 has no row of the child",
        "Add who adopted the child to ad1",
        (Beside("ssda903.ad1", CHILD),),
        found="none",
        when=col("REC").is_in(_ADOPTED),
        dfe="601",
    ),
    CrossCheck(
        "adopters_without_adoption",
        "ssda903.ad1",
        ("DATE_INT",),
        "is of a child whom no episode shows to have been adopted in the year",
        "Correct how the last episode ended, or take the row out",
        episodes(only=col("REC").is_in(_ADOPTED)),
        found="none",
        dfe="602",
    ),
    CrossCheck(
        "adopted_on_day_of_match",
        "ssda903.ad1",
        ("DATE_MATCH",),
        "is the day of the adoption order too",
        "Give the day on which the match was approved",
        episodes(where=col("DATE_MATCH") == other("DEC"), only=col("REC").is_in(_ADOPTED)),
        dfe="582",
    ),
    CrossCheck(
        "matched_after_placing",
        "ssda903.ad1",
        ("DATE_MATCH",),
        "is after the child was placed for adoption",
        "Correct whichever of the two dates is wrong",
        (
            Beside(
                "ssda903.episodes",
                CHILD,
                where=col("DATE_MATCH") > other("DECOM"),
                only=col("PLACE").is_in(_ADOPTIVE),
                shown="DECOM",
            ),
        ),
        dfe="331",
    ),
    CrossCheck(
        "carer_adoption_not_with_carers",
        "ssda903.ad1",
        ("FOSTER_CARE",),
        "says that the foster carers adopted the child, but the last placement was with others",
        "Correct FOSTER_CARE or the placement",
        episodes(
            only=col("REC").is_in(_ADOPTED) & ~col("PLACE").is_in(["A3", "A5"]),
        ),
        when=col("FOSTER_CARE"),
        dfe="335",
    ),
    CrossCheck(
        "other_adoption_with_carers",
        "ssda903.ad1",
        ("FOSTER_CARE",),
        "says that others than the foster carers adopted the child, whose last placement was with "
        "the carers",
        "Correct FOSTER_CARE or the placement",
        episodes(only=col("REC").is_in(_ADOPTED) & col("PLACE").is_in(["A3", "A5"])),
        when=~col("FOSTER_CARE"),
        dfe="335",
    ),
    CrossCheck(
        "placed_without_decision",
        "ssda903.episodes",
        ("PLACE", "DECOM"),
        "is a placement for adoption, and placed_for_adoption has no decision for the child",
        "Add the day on which it was decided that the child should be placed for adoption",
        (Beside("ssda903.placed_for_adoption", CHILD),),
        found="none",
        when=col("PLACE").is_in(_ADOPTIVE),
        dfe="551",
    ),
    CrossCheck(
        "order_without_decision",
        "ssda903.episodes",
        ("LS", "DECOM"),
        "is a placement order, and placed_for_adoption has no decision for the child",
        "Add the day on which it was decided that the child should be placed for adoption",
        (Beside("ssda903.placed_for_adoption", CHILD),),
        found="none",
        when=(col("LS") == "E1") & ~col("PLACE").is_in(_ADOPTIVE),
        dfe="553",
    ),
    CrossCheck(
        "placed_before_decision",
        "ssda903.episodes",
        ("DECOM", "PLACE"),
        "placed the child for adoption before it was decided that the child should be placed",
        "Correct whichever of the two dates is wrong",
        (
            Beside(
                "ssda903.placed_for_adoption",
                CHILD,
                where=col("DECOM") < other("DATE_PLACED"),
                only=col("DATE_PLACED") == col("DATE_PLACED").min().over("CHILD"),
                shown="DATE_PLACED",
            ),
        ),
        when=col("PLACE").is_in(_ADOPTIVE),
        dfe="552",
    ),
    CrossCheck(
        "adopted_though_decision_reversed",
        "ssda903.placed_for_adoption",
        ("DATE_PLACED_CEASED",),
        "took back the decision to place a child who was adopted in the year",
        "Take the date out, or correct how the last episode ended",
        episodes(where=other("DEC") >= col("DATE_PLACED_CEASED"), only=col("REC").is_in(_ADOPTED)),
        when=col("DATE_PLACED_CEASED").is_not_null(),
        dfe="558",
    ),
    CrossCheck(
        "left_care_still_for_adoption",
        "ssda903.placed_for_adoption",
        ("DATE_PLACED",),
        "still stands, but the child left care without being adopted",
        "Give the day and the reason why the child should no longer be placed for adoption",
        episodes(only=LATEST & LEFT & ~col("REC").is_in(_ADOPTED)),
        when=col("DATE_PLACED_CEASED").is_null(),
        dfe="557",
    ),
)
