"""How a child's episodes follow one another: why each began and ended, and what must come next."""

from __future__ import annotations

from datetime import date

import polars as pl

from sightline.returns.checks import HEADER_DOB, YEAR_END, Check
from sightline.returns.ssda903.checks.beside import (
    CARE_GOES_ON,
    TEMPORARY,
    after,
    before,
    birthday,
)
from sightline.returns.tables import Severity

col = pl.col
_CHILDREN_ACT = date(1991, 10, 14)
_DIED_OR_ADULT = ["E2", "E15"]
_GUARDIANSHIP = ["E45", "E46", "E47", "E48"]
_INDEPENDENT = ["E5", "E6"]
_SAME_PLACEMENT = ("PLACE", "PL_POST", "URN", "PLACE_PROVIDER")


def _same_as_before(column: str) -> pl.Expr:
    return col(column).eq_missing(before(column))


_PLACEMENT_SAME = pl.all_horizontal(_same_as_before(column) for column in _SAME_PLACEMENT)
_FOLLOWS = before("DECOM").is_not_null()
_REASON_CHANGED = "Correct the reason, or the legal status or placement of this or the last row"

CHECKS = (
    Check(
        "rec_without_dec",
        "episodes",
        ("REC", "DEC"),
        "says why the episode ended, but DEC gives no date",
        col("REC").is_not_null() & col("DEC").is_null(),
        do="Give the day it ended, or take the reason out",
        dfe="148",
    ),
    Check(
        "dec_without_rec",
        "episodes",
        ("DEC", "REC"),
        "ends the episode, but REC does not say why",
        col("DEC").is_not_null() & col("REC").is_null(),
        do="Give the reason, or take the date out",
        dfe="148",
    ),
    Check(
        "care_continues_but_no_next",
        "episodes",
        ("REC", "DEC", "DECOM"),
        "says that care goes on, but no episode begins on the day this one ends",
        (col("REC") == CARE_GOES_ON)
        & (col("DEC") < YEAR_END)
        & (after("DECOM", "DECOM") != col("DEC")).fill_null(True),
        do="Add the next episode, or give the reason why care ended",
        dfe="388",
    ),
    Check(
        "episode_before_birth",
        "episodes",
        ("DECOM",),
        "is before the child's date of birth in the header",
        col("DECOM") < HEADER_DOB,
        do="Correct the date or the date of birth",
        dfe="302",
        severity=Severity.ERROR,
    ),
    Check(
        "episode_starts_at_18",
        "episodes",
        ("DECOM",),
        "is on or after the child's 18th birthday, by the header",
        col("DECOM") >= birthday(18),
        do="Correct the date or the date of birth; an adult is not a child in care",
        dfe="352",
    ),
    Check(
        "episode_before_children_act",
        "episodes",
        ("DECOM",),
        "is before 14 October 1991, when the Children Act began",
        col("DECOM") < _CHILDREN_ACT,
        do="Correct the date",
        dfe="353",
        severity=Severity.ERROR,
    ),
    Check(
        "episode_of_no_days",
        "episodes",
        ("DEC", "DECOM"),
        "is the day the episode began: it lasted less than a day",
        col("DEC") == col("DECOM"),
        do="Correct a date, or leave the episode out",
        dfe="355",
    ),
    Check(
        "in_care_past_18",
        "episodes",
        ("DECOM", "DEC", "LS", "PLACE"),
        "begins an episode still open though the young person was 18 before the year's end",
        (birthday(18) < YEAR_END)
        & col("DEC").is_null()
        & ~((col("LS") == "V2") & (col("PLACE") == "K2")).fill_null(False),
        do="End the episode on the 18th birthday, or correct the date of birth",
        dfe="359",
    ),
    Check(
        "starts_again_without_gap",
        "episodes",
        ("RNE", "DECOM"),
        "says that care started, but the episode before ended on that day or later",
        (col("RNE") == "S") & (col("DECOM") <= before("DEC")),
        do="Give the reason why a new episode began within the same period of care",
        dfe="431",
    ),
    Check(
        "goes_on_after_care_ended",
        "episodes",
        ("RNE", "REC"),
        "is not S (care started), but care ended with the episode before",
        (col("RNE") != "S") & (before("REC") != CARE_GOES_ON),
        do="Give S, or correct how the episode before ended",
        dfe="432",
    ),
    Check(
        "goes_on_with_gap",
        "episodes",
        ("RNE", "DECOM", "DEC"),
        "says that care went on, but the episode before did not end on the day this one began",
        (col("RNE") != "S") & _FOLLOWS & (before("DEC") != col("DECOM")).fill_null(True),
        do="Make the two dates meet, or give S where care started anew",
        dfe="433",
    ),
    Check(
        "status_change_not_seen",
        "episodes",
        ("RNE", "LS", *_SAME_PLACEMENT),
        "says that only the legal status changed, but it did not, or the placement changed too",
        (col("RNE") == "L") & _FOLLOWS & (_same_as_before("LS") | ~_PLACEMENT_SAME),
        do=_REASON_CHANGED,
        dfe="434",
    ),
    Check(
        "placement_change_not_seen",
        "episodes",
        ("RNE", "LS", *_SAME_PLACEMENT),
        "says that only the placement changed, but it did not, or the legal status changed too",
        col("RNE").is_in(["P", "T"]) & _FOLLOWS & (~_same_as_before("LS") | _PLACEMENT_SAME),
        do=_REASON_CHANGED,
        dfe="435",
    ),
    Check(
        "both_changes_not_seen",
        "episodes",
        ("RNE", "LS", *_SAME_PLACEMENT),
        "says that legal status and placement changed, but one of them did not",
        col("RNE").is_in(["B", "U"]) & _FOLLOWS & (_same_as_before("LS") | _PLACEMENT_SAME),
        do=_REASON_CHANGED,
        dfe="436",
    ),
    Check(
        "episode_after_death_or_adulthood",
        "episodes",
        ("REC",),
        "says that the child died or was adult, but the child has a later episode",
        col("REC").is_in(_DIED_OR_ADULT) & after("DECOM", "DECOM").is_not_null(),
        do="Correct the reason, or take the later episode out",
        dfe="437",
        severity=Severity.ERROR,
    ),
    Check(
        "need_changed_within_care",
        "episodes",
        ("CIN", "RNE"),
        "is not the need given for the episode before, though the period of care went on",
        (col("RNE") != "S") & (col("CIN") != before("CIN")),
        do="Give the need for which the child came into care in every episode of the period",
        dfe="504",
    ),
    Check(
        "adopted_at_18",
        "episodes",
        ("REC", "DEC"),
        "says adopted, but the young person was 18 by then",
        col("REC").is_in(["E11", "E12"]) & (col("DEC") > birthday(18)),
        do="Correct the reason or a date",
        dfe="386",
        severity=Severity.ERROR,
    ),
    Check(
        "guardianship_at_18",
        "episodes",
        ("REC", "DEC"),
        "says special guardianship, but the young person was 18 by then",
        col("REC").is_in(_GUARDIANSHIP) & (col("DEC") > birthday(18)),
        do="Correct the reason or a date",
        dfe="407",
        severity=Severity.ERROR,
    ),
    Check(
        "independent_under_14",
        "episodes",
        ("REC", "DEC"),
        "says that the child moved to live independently, who was under 14",
        col("REC").is_in(_INDEPENDENT) & (col("DEC") < birthday(14)),
        do="Correct the reason or a date",
        dfe="387",
    ),
    Check(
        "adult_services_under_16",
        "episodes",
        ("REC", "DEC"),
        "says that adult services took over, but the child was under 16",
        (col("REC") == "E7") & (col("DEC") < birthday(16)),
        do="Correct the reason or a date",
        dfe="389",
    ),
    Check(
        "staying_put_under_18",
        "episodes",
        ("REC", "DEC"),
        "says that a young adult stayed with the carers, but the child was under 18",
        (col("REC") == "E17") & (col("DEC") < birthday(18)),
        do="Correct the reason or a date",
        dfe="460",
    ),
    Check(
        "guardianship_by_carer_not_fostering",
        "episodes",
        ("REC", "PLACE"),
        "says guardianship to the former foster carers, but PLACE is no foster placement",
        col("REC").is_in(["E45", "E46"]) & ~col("PLACE").str.starts_with("U"),
        do="Correct the reason or the placement",
        dfe="516",
    ),
    Check(
        "placement_change_unexplained",
        "episodes",
        ("REC", "REASON_PLACE_CHANGE", "PLACE", "RNE", "DECOM"),
        "ends an episode for a new placement, but REASON_PLACE_CHANGE does not say why",
        (col("REC") == CARE_GOES_ON)
        & col("REASON_PLACE_CHANGE").is_null()
        & ~col("PLACE").is_in(TEMPORARY)
        & after("RNE", "DECOM").is_in(["P", "B", "T", "U"])
        & ~after("PLACE", "DECOM").is_in(TEMPORARY),
        do="Give the reason for the change of placement",
        dfe="225",
    ),
    Check(
        "placement_change_of_temporary",
        "episodes",
        ("REASON_PLACE_CHANGE", "PLACE"),
        "gives a reason for leaving a temporary placement, where none is asked for",
        col("REASON_PLACE_CHANGE").is_not_null() & col("PLACE").is_in(TEMPORARY),
        do="Take the reason out",
        dfe="226",
    ),
    Check(
        "placement_change_of_open_episode",
        "episodes",
        ("REASON_PLACE_CHANGE", "DEC"),
        "says why the placement changed, but the episode has not ended",
        col("REASON_PLACE_CHANGE").is_not_null() & col("DEC").is_null(),
        do="Take the reason out, or give the day the episode ended",
        dfe="233",
    ),
    Check(
        "custody_under_10",
        "episodes",
        ("REASON_PLACE_CHANGE", "DECOM"),
        "says that the child went into custody, who was under 10",
        (col("REASON_PLACE_CHANGE") == "CUSTOD") & (col("DECOM") < birthday(10)),
        do="Correct the reason or a date",
        dfe="234",
    ),
)
