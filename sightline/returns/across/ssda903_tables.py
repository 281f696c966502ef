"""The tables of one SSDA903 return held against each other.

Codes are those of the Department for Education's validation checks for the children looked-after
data return, as the sector's validator (csc-validator-be-903 0.1.17 on PyPI) lists them
[unverified].
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import PERIOD, Beside, CrossCheck, other
from sightline.returns.tables import Severity

col = pl.col
CHILD = {"CHILD": "CHILD"}
_RESPITE = ["V3", "V4"]
LEFT = col("DEC").is_not_null() & (col("REC") != "X1")
LATEST = col("DECOM") == col("DECOM").max().over("CHILD")


def episodes(where: pl.Expr | None = None, only: pl.Expr | None = None) -> tuple[Beside, ...]:
    """The child's episodes in the same return."""
    return (Beside("ssda903.episodes", CHILD, where=where, only=only),)


def _within_an_episode(day: str) -> pl.Expr:
    return (col(day) >= other("DECOM")) & (other("DEC").is_null() | (col(day) <= other("DEC")))


_WHO = (
    CrossCheck(
        "child_without_episode",
        "ssda903.header",
        ("CHILD",),
        "is in the header, but has no episode and is no care leaver",
        "Add the child's episodes, or take the child out of the header",
        (Beside("ssda903.episodes", CHILD), Beside("ssda903.oc3", CHILD)),
        found="none",
    ),
    CrossCheck(
        "sex_not_as_in_header",
        "ssda903.uasc",
        ("SEX",),
        "is not the child's sex in the header",
        "Find out which of the two is right and correct the other",
        (Beside("ssda903.header", CHILD, where=col("SEX") != other("SEX"), shown="SEX"),),
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "mother_not_answered",
        "ssda903.header",
        ("MOTHER", "SEX"),
        "is blank for a girl who left care in the year",
        "Say whether she is a mother",
        episodes(only=LEFT & ~col("LS").is_in(_RESPITE)),
        when=(col("SEX") == "F") & col("MOTHER").is_null(),
        dfe="607",
    ),
    CrossCheck(
        "new_upn_not_yet_known",
        "ssda903.header",
        ("UPN",),
        "says that the child has only just come into care, but care began more than a week before "
        "31 March",
        "Ask the school for the UPN",
        episodes(where=other("DECOM") < PERIOD.dt.offset_by("-7d")),
        when=col("UPN") == "UN4",
        dfe="210",
    ),
    CrossCheck(
        "previous_permanence_not_told",
        "ssda903.episodes",
        ("RNE", "DECOM"),
        "began a child's care in the year, and previous_permanence has no row of the child",
        "Say whether the child was adopted or under guardianship before; Z1 where not",
        (Beside("ssda903.previous_permanence", CHILD),),
        found="none",
        when=(col("RNE") == "S") & ~col("LS").is_in(_RESPITE),
        dfe="630",
    ),
)

_REVIEWS = (
    CrossCheck(
        "review_outside_care",
        "ssda903.reviews",
        ("REVIEW",),
        "is on a day when the child was not in care, by the episodes",
        "Correct the date of the review, or the episodes",
        episodes(where=_within_an_episode("REVIEW")),
        found="none",
    ),
    CrossCheck(
        "review_of_respite_child",
        "ssda903.reviews",
        ("REVIEW",),
        "is of a child who has short breaks alone, for whom no review is asked",
        "Take the review out, or correct the legal status",
        episodes(only=(~col("LS").is_in(_RESPITE)).sum().over("CHILD") == 0),
        dfe="399",
    ),
)

_MISSING = (
    CrossCheck(
        "missing_outside_care",
        "ssda903.missing",
        ("MIS_START",),
        "is on a day when the child was not in care, by the episodes",
        "Correct the date, or the episodes",
        episodes(where=_within_an_episode("MIS_START")),
        found="none",
        dfe="578",
    ),
    CrossCheck(
        "missing_open_after_care",
        "ssda903.missing",
        ("MIS_START", "MIS_END"),
        "began a missing episode without an end, but the child's care has ended",
        "Give the day the child was found or came back, or the day care ended",
        episodes(only=LATEST & LEFT),
        when=col("MIS_END").is_null(),
        dfe="577",
    ),
    CrossCheck(
        "missing_when_care_ended",
        "ssda903.episodes",
        ("REC", "DEC"),
        "is not E8, and the child was missing on the 18th birthday, when care ended",
        "Give E8, or correct the end of the missing episode",
        (
            Beside(
                "ssda903.missing",
                CHILD,
                where=(col("DEC") == other("MIS_END"))
                & (other("MIS_END") == other("DOB").dt.offset_by("18y")),
            ),
        ),
        when=(col("REC") != "E8"),
        dfe="580",
    ),
)

_ANSWERS = (
    CrossCheck(
        "health_of_child_not_in_care",
        "ssda903.oc2",
        ("CHILD",),
        "has answers on a year in care, but was not in care at the year's end, or not for a year",
        "Take the row out, or add the child's episodes",
        episodes(
            only=(col("DEC").is_null() | (col("DEC") >= PERIOD))
            & (col("DECOM").min().over("CHILD") <= PERIOD.dt.offset_by("-1y").dt.offset_by("1d")),
        ),
        found="none",
        dfe="190",
    ),
    CrossCheck(
        "health_not_answered",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode that lasted the whole year, and oc2 has no row of the child",
        "Add the child's answers",
        (Beside("ssda903.oc2", CHILD),),
        found="none",
        when=col("DEC").is_null()
        & (col("DECOM") <= PERIOD.dt.offset_by("-1y"))
        & ~col("LS").is_in(_RESPITE),
        dfe="191",
    ),
    CrossCheck(
        "care_leaver_died_in_care",
        "ssda903.oc3",
        ("CHILD",),
        "is of a young person who died in care, by the episodes",
        "Take the row out, or correct how the episode ended",
        episodes(only=col("REC") == "E2"),
        dfe="1000",
    ),
    CrossCheck(
        "care_leaver_moved_elsewhere",
        "ssda903.oc3",
        ("CHILD",),
        "is of a young person whose care went over to another authority",
        "Take the row out: the other authority returns it",
        episodes(only=LATEST & (col("REC") == "E3")),
        dfe="1011",
    ),
    CrossCheck(
        "care_leaver_still_in_care",
        "ssda903.oc3",
        ("CHILD",),
        "is of a young person who is still in care",
        "Take the row out, or end the episode",
        episodes(only=col("DEC").is_null()),
        dfe="1007",
    ),
    CrossCheck(
        "uasc_without_episode",
        "ssda903.uasc",
        ("CHILD",),
        "has no episode in the year: for care leavers alone this is not asked",
        "Take the row out, or add the child's episodes",
        episodes(),
        found="none",
        dfe="1014",
    ),
)

_LIBERTY = (
    CrossCheck(
        "liberty_outside_care",
        "ssda903.dolo",
        ("DOLO_START",),
        "is on a day when the child was not in care, by the episodes",
        "Correct the date, or the episodes",
        episodes(where=_within_an_episode("DOLO_START")),
        found="none",
    ),
    CrossCheck(
        "liberty_open_after_care",
        "ssda903.dolo",
        ("DOLO_START", "DOLO_END"),
        "began a loss of liberty without an end, but the child's care has ended",
        "Give the day it ended",
        episodes(only=LATEST & LEFT),
        when=col("DOLO_END").is_null(),
        dfe="707",
    ),
    CrossCheck(
        "liberty_in_impossible_placement",
        "ssda903.dolo",
        ("DOLO_START",),
        "falls in a placement where an order of the High Court cannot hold",
        "Correct the placement or the dates",
        (
            Beside(
                "ssda903.episodes",
                CHILD,
                where=(other("DECOM") <= col("DOLO_END"))
                & (other("DEC").is_null() | (other("DEC") > col("DOLO_START"))),
                only=col("PLACE").is_in(["K1", "P1", "R5", "K3"]),
                shown="PLACE",
            ),
        ),
        dfe="710",
    ),
)

_WORKERS = (
    CrossCheck(
        "in_care_without_worker",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode open at the year's end, and sw_episodes has no open row of the child",
        "Add the child's social worker",
        (Beside("ssda903.sw_episodes", CHILD, only=col("SW_DEC").is_null()),),
        found="none",
        when=col("DEC").is_null() & ~col("LS").is_in(_RESPITE),
        dfe="SW17STG2",
    ),
    CrossCheck(
        "worker_of_child_without_episode",
        "ssda903.sw_episodes",
        ("SW_ID",),
        "worked with a child who has no episode in the year",
        "Add the child's episodes, or take the row out",
        episodes(),
        found="none",
    ),
)

CHECKS = (*_WHO, *_REVIEWS, *_MISSING, *_ANSWERS, *_LIBERTY, *_WORKERS)
