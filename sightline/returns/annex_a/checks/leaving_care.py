"""Care leavers, children for adoption and adopters (lists 9 to 11)."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import Check

col = pl.col

CHECKS = (
    Check(
        "care_leaver_of_other_age",
        "list_9",
        ("age",),
        "is not an age at which a young person is a care leaver (16 to 25)",
        (col("age") < 16) | (col("age") > 25),
        do="Correct the age or the date of birth, or take the young person out",
    ),
    Check(
        "in_touch_without_accommodation",
        "list_9",
        ("in_touch", "accommodation"),
        "says in touch, but nothing says where the young person lives",
        (col("in_touch") == "YES") & col("accommodation").is_null(),
        do="Give the accommodation",
        dfe="345",
    ),
    Check(
        "in_touch_without_activity",
        "list_9",
        ("in_touch", "activity"),
        "says in touch, but nothing says what the young person does",
        (col("in_touch") == "YES") & col("activity").is_null(),
        do="Give the activity",
        dfe="345",
    ),
    Check(
        "in_touch_never_contacted",
        "list_9",
        ("in_touch", "last_contact"),
        "says in touch, but no contact is dated",
        (col("in_touch") == "YES") & col("last_contact").is_null(),
        do="Give the day of the latest contact",
    ),
    Check(
        "suitability_blank",
        "list_9",
        ("accommodation", "suitability"),
        "is given, and nothing says whether it is suitable",
        col("accommodation").is_not_null() & col("suitability").is_null(),
        do="Say whether the accommodation is suitable",
    ),
    Check(
        "placed_without_match",
        "list_10",
        ("placed", "matched"),
        "is given, but the child was never matched",
        col("placed").is_not_null() & col("matched").is_null(),
        do="Give the day of the match",
    ),
    Check(
        "adopted_without_placement",
        "list_10",
        ("adoption_order", "placed"),
        "is given, but the child was never placed for adoption",
        col("adoption_order").is_not_null() & col("placed").is_null(),
        do="Give the day the child was placed",
        dfe="390",
    ),
    Check(
        "matched_without_decision",
        "list_10",
        ("matched", "adoption_decision"),
        "is given, but no decision that the child should be placed for adoption is dated",
        col("matched").is_not_null() & col("adoption_decision").is_null(),
        do="Give the day of the decision",
    ),
    Check(
        "adopted_though_reversed",
        "list_10",
        ("adoption_order", "decision_reversed"),
        "is given, though the decision to place the child was reversed before",
        col("adoption_order") >= col("decision_reversed"),
        do="Take out whichever of the two is not so",
        dfe="525",
    ),
    Check(
        "adopter_repeated",
        "list_11",
        ("adopter_id",),
        "has more than one row",
        col("adopter_id").is_duplicated(),
        do="Keep the row that is right and take the others out",
    ),
    Check(
        "matched_without_approval",
        "list_11",
        ("matched", "approved"),
        "is given, but the adopter was never approved",
        col("matched").is_not_null() & col("approved").is_null(),
        do="Give the day of approval",
    ),
    Check(
        "placed_with_no_children",
        "list_11",
        ("placed", "children_placed"),
        "is given, but the number of children placed is none or blank",
        col("placed").is_not_null() & ~(col("children_placed") > 0).fill_null(False),
        do="Give the number of children placed",
    ),
)
