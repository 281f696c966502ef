"""Checks of SSDA903 tables: dates in order, answers that agree, children known to the header."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import HEADER_DOB, IN_HEADER, YEAR_END, Check, verified
from sightline.returns.ssda903.schema import schema_of_any_year

col = pl.col

_UPN = r"^([A-Z]\d{11}[A-Z0-9]|UN\d)$"
_URN = r"^(\d{7}|SC\d{6}|X{7})$"
_POSTCODE = r"^[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$"
_ADOPTED = ["E11", "E12"]
_ADOPTIVE = ["A3", "A4", "A5", "A6"]
_NO_PROVIDER = ["T0", "T1", "T2", "T3", "T4", "Z1"]
_WITH_BIRTH_DATES = (
    *("reviews", "uasc", "oc2", "oc3", "ad1", "placed_for_adoption", "previous_permanence"),
    *("missing", "sw_episodes", "dolo"),
)
_ONE_ROW_A_CHILD = ("header", "uasc", "oc2", "oc3", "previous_permanence")


def _next(column: str, start: str) -> pl.Expr:
    """The value of a column in the child's next row, by date."""
    return col(column).shift(-1).over("CHILD", order_by=start)


def _spell(table: str, noun: str, start: str, end: str) -> tuple[Check, ...]:
    """What holds for any spell with a start and an end."""
    return (
        Check(
            f"{noun}_ends_before_start",
            table,
            (end, start),
            f"is before {start}",
            col(end) < col(start),
        ),
        Check(
            f"{noun}_starts_after_year_end",
            table,
            (start,),
            "is after the end of the return's year",
            col(start) > YEAR_END,
        ),
        Check(
            f"{noun}_overlaps_next",
            table,
            (end, start),
            f"is after the child's next {start}: the two overlap",
            col(end) > _next(start, start),
        ),
        Check(
            f"{noun}_open_before_next",
            table,
            (start, end),
            f"begins a row without {end}, though the child has a later one",
            col(end).is_null() & _next(start, start).is_not_null(),
        ),
    )


_EPISODES = (
    *_spell("episodes", "episode", "DECOM", "DEC"),
    Check(
        "episode_ends_after_year_end",
        "episodes",
        ("DEC",),
        "is after the end of the return's year",
        col("DEC") > YEAR_END,
    ),
    Check(
        "rec_without_dec",
        "episodes",
        ("REC", "DEC"),
        "says why the episode ended, but DEC gives no date",
        col("REC").is_not_null() & col("DEC").is_null(),
    ),
    Check(
        "dec_without_rec",
        "episodes",
        ("DEC", "REC"),
        "ends the episode, but REC does not say why",
        col("DEC").is_not_null() & col("REC").is_null(),
    ),
    Check(
        "care_continues_but_no_next",
        "episodes",
        ("REC", "DEC", "DECOM"),
        "says that care goes on, but no episode begins on the day this one ends",
        (col("REC") == "X1")
        & (col("DEC") < YEAR_END)
        & (_next("DECOM", "DECOM") != col("DEC")).fill_null(True),
    ),
    Check(
        "episode_repeated",
        "episodes",
        ("DECOM",),
        "begins another episode of the same child on the same day",
        pl.struct("CHILD", "DECOM").is_duplicated(),
    ),
    Check(
        "episode_before_birth",
        "episodes",
        ("DECOM",),
        "is before the child's date of birth in the header",
        col("DECOM") < HEADER_DOB,
    ),
    Check(
        "episode_starts_at_18",
        "episodes",
        ("DECOM",),
        "is on or after the child's 18th birthday, by the header",
        col("DECOM") >= HEADER_DOB.dt.offset_by("18y"),
    ),
    Check(
        "adopted_from_no_adoptive_placement",
        "episodes",
        ("REC", "PLACE"),
        "says adopted, but PLACE is no placement for adoption (A3 to A6)",
        col("REC").is_in(_ADOPTED) & ~col("PLACE").is_in(_ADOPTIVE),
    ),
    Check(
        "with_parents_but_other_provider",
        "episodes",
        ("PLACE_PROVIDER", "PLACE"),
        "provides a placement with parents (P1), which only PR0 can",
        (col("PLACE") == "P1") & (col("PLACE_PROVIDER") != "PR0"),
    ),
    Check(
        "provider_blank",
        "episodes",
        ("PLACE", "PLACE_PROVIDER"),
        "asks for a PLACE_PROVIDER, and none is given",
        col("PLACE_PROVIDER").is_null() & ~col("PLACE").is_in(_NO_PROVIDER),
    ),
    Check(
        "urn_form",
        "episodes",
        ("URN",),
        "has not the form of a URN (seven digits, SC and six digits, or XXXXXXX)",
        ~col("URN").str.to_uppercase().str.contains(_URN),
    ),
    *(
        Check(
            f"{column.lower()}_form",
            "episodes",
            (column,),
            "has not the form of a postcode",
            ~col(column).str.to_uppercase().str.contains(_POSTCODE),
        )
        for column in ("HOME_POST", "PL_POST")
    ),
)

_HEADER = (
    Check(
        "upn_form",
        "header",
        ("UPN",),
        "is neither a UPN nor UN1 to UN5",
        ~col("UPN").str.to_uppercase().str.contains(_UPN),
    ),
    Check(
        "mother_without_birth",
        "header",
        ("MOTHER", "MC_DOB"),
        "says the young person is a mother, but MC_DOB is blank",
        col("MOTHER") & col("MC_DOB").is_null(),
    ),
    Check(
        "mother_not_female",
        "header",
        ("SEX", "MOTHER"),
        "does not go with MOTHER",
        col("MOTHER") & (col("SEX") == "M"),
    ),
    Check(
        "mother_child_before_own_birth",
        "header",
        ("MC_DOB", "DOB"),
        "is before the mother was ten",
        col("MC_DOB") < col("DOB").dt.offset_by("10y"),
    ),
)

_OTHERS = (
    Check(
        "review_after_year_end",
        "reviews",
        ("REVIEW",),
        "is after the end of the return's year",
        col("REVIEW") > YEAR_END,
    ),
    Check(
        "review_before_birth",
        "reviews",
        ("REVIEW", "DOB"),
        "is before DOB",
        col("REVIEW") < col("DOB"),
    ),
    Check(
        "review_repeated",
        "reviews",
        ("REVIEW",),
        "is there twice for the same child",
        pl.struct("CHILD", "REVIEW").is_duplicated(),
    ),
    Check(
        "pn0_from_four",
        "reviews",
        ("REVIEW_CODE", "REVIEW", "DOB"),
        "is for children under four, and the child was four or more",
        (col("REVIEW_CODE") == "PN0") & (col("REVIEW") >= col("DOB").dt.offset_by("4y")),
    ),
    Check(
        "under_four_without_pn0",
        "reviews",
        ("REVIEW_CODE", "REVIEW", "DOB"),
        "is for children of four or more; for a child under four it is PN0",
        (col("REVIEW_CODE") != "PN0") & (col("REVIEW") < col("DOB").dt.offset_by("4y")),
    ),
    Check(
        "duc_after_18",
        "uasc",
        ("DUC", "DOB"),
        "is after the 18th birthday",
        col("DUC") > col("DOB").dt.offset_by("18y"),
    ),
    Check(
        "sdq_score_and_reason",
        "oc2",
        ("SDQ_SCORE", "SDQ_REASON"),
        "is given, and so is SDQ_REASON, which says why it is not",
        col("SDQ_SCORE").is_not_null() & col("SDQ_REASON").is_not_null(),
    ),
    Check(
        "sdq_neither",
        "oc2",
        ("SDQ_SCORE", "SDQ_REASON", "DOB"),
        "is blank, and so is SDQ_REASON, for a child of 5 to 16 at the year's end",
        col("SDQ_SCORE").is_null()
        & col("SDQ_REASON").is_null()
        & (col("DOB").dt.offset_by("5y") <= YEAR_END)
        & (col("DOB").dt.offset_by("17y") > YEAR_END),
    ),
    Check(
        "misuse_without_intervention",
        "oc2",
        ("INTERVENTION_RECEIVED", "SUBSTANCE_MISUSE"),
        "is blank, though SUBSTANCE_MISUSE says there was a problem",
        col("SUBSTANCE_MISUSE") & col("INTERVENTION_RECEIVED").is_null(),
    ),
    Check(
        "in_touch_without_activity",
        "oc3",
        ("IN_TOUCH", "ACTIV", "ACCOM"),
        "says in touch, but ACTIV or ACCOM is 0 or blank",
        (col("IN_TOUCH") == "YES")
        & ((col("ACTIV").fill_null("0") == "0") | (col("ACCOM").fill_null("0") == "0")),
    ),
    Check(
        "placed_ends_before_start",
        "placed_for_adoption",
        ("DATE_PLACED_CEASED", "DATE_PLACED"),
        "is before DATE_PLACED",
        col("DATE_PLACED_CEASED") < col("DATE_PLACED"),
    ),
    Check(
        "placed_ceased_without_reason",
        "placed_for_adoption",
        ("DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
        "is given, but REASON_PLACED_CEASED does not say why",
        col("DATE_PLACED_CEASED").is_not_null() & col("REASON_PLACED_CEASED").is_null(),
    ),
    Check(
        "placed_reason_without_date",
        "placed_for_adoption",
        ("REASON_PLACED_CEASED", "DATE_PLACED_CEASED"),
        "is given, but DATE_PLACED_CEASED gives no date",
        col("DATE_PLACED_CEASED").is_null() & col("REASON_PLACED_CEASED").is_not_null(),
    ),
    *_spell("missing", "missing", "MIS_START", "MIS_END"),
    Check(
        "missing_before_birth",
        "missing",
        ("MIS_START", "DOB"),
        "is before DOB",
        col("MIS_START") < col("DOB"),
    ),
    *_spell("dolo", "dolo", "DOLO_START", "DOLO_END"),
    Check(
        "worker_ends_before_start",
        "sw_episodes",
        ("SW_DEC", "SW_DECOM"),
        "is before SW_DECOM",
        col("SW_DEC") < col("SW_DECOM"),
    ),
    Check(
        "worker_change_without_reason",
        "sw_episodes",
        ("SW_DEC", "SW_REASON"),
        "ends the worker's time with the child, but SW_REASON does not say why",
        col("SW_DEC").is_not_null() & col("SW_REASON").is_null(),
    ),
)

_EVERY_TABLE = (
    *(
        Check(
            "child_repeated",
            table,
            ("CHILD",),
            "has more than one row",
            col("CHILD").is_duplicated(),
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
        )
        for table in _WITH_BIRTH_DATES
    ),
    *(
        Check("child_not_in_header", table, ("CHILD",), "is not in the header", ~IN_HEADER)
        for table in ("episodes", *_WITH_BIRTH_DATES)
    ),
)

CHECKS = verified((*_EVERY_TABLE, *_HEADER, *_EPISODES, *_OTHERS), schema_of_any_year())
