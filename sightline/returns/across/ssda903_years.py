"""The SSDA903 held against the return of the year before: what cannot change, and what must go on.

Codes are those of the Department for Education's validation checks for the children looked-after
data return, as the sector's validator (csc-validator-be-903 0.1.17 on PyPI) lists them
[unverified].
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import (
    PERIOD,
    Beside,
    CrossCheck,
    Nearness,
    other,
    year_after,
    year_before,
)
from sightline.returns.tables import Severity

col = pl.col
_CHILD = {"CHILD": "CHILD"}
_WHICH = "Find out which of the two is right and correct the other"
_FIRST = col("DECOM") == col("DECOM").min().over("CHILD")
_FIRST_WORKER = col("SW_DECOM") == col("SW_DECOM").min().over("CHILD")


def _changed(
    column: str,
    noun: str,
    dfe: str | None,
    *,
    only: pl.Expr | None = None,
    severity: Severity = Severity.WARNING,
) -> CrossCheck:
    return CrossCheck(
        f"{noun}_changed_since_last_year",
        "ssda903.header",
        (column,),
        "is not what last year's return said",
        _WHICH,
        (
            Beside(
                "ssda903.header",
                _CHILD,
                where=col(column) != other(column),
                only=only,
                period=year_before,
                shown=column,
            ),
        ),
        severity=severity,
        dfe=dfe,
    )


_WHO = (
    _changed("DOB", "birth", "203", severity=Severity.ERROR),
    _changed("SEX", "sex", "202"),
    _changed("ETHNIC", "ethnicity", "204"),
    _changed("UPN", "upn", "208", only=~col("UPN").str.starts_with("UN")),
    _changed("MC_DOB", "birth_of_first_child", "624"),
    CrossCheck(
        "no_longer_a_mother",
        "ssda903.header",
        ("MOTHER",),
        "says that she is no mother, but last year's return said she is",
        _WHICH,
        (Beside("ssda903.header", _CHILD, only=col("MOTHER"), period=year_before),),
        when=~col("MOTHER"),
        dfe="207",
    ),
    CrossCheck(
        "upn_of_another_child_last_year",
        "ssda903.header",
        ("UPN",),
        "was another child's in last year's return",
        "Find out whose it is, or whether the child's number has changed",
        (
            Beside(
                "ssda903.header",
                {"UPN": "UPN"},
                where=(col("CHILD") != other("CHILD")),
                period=year_before,
                shown="CHILD",
            ),
        ),
        when=~col("UPN").str.starts_with("UN"),
    ),
    CrossCheck(
        "unaccompanied_status_ends_differ",
        "ssda903.uasc",
        ("DUC",),
        "is not the day on which last year's return said that the child was no longer "
        "unaccompanied",
        _WHICH,
        (
            Beside(
                "ssda903.uasc",
                _CHILD,
                where=col("DUC") != other("DUC"),
                period=year_before,
                shown="DUC",
            ),
        ),
        dfe="205B",
    ),
    CrossCheck(
        "adopted_last_year",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode of a child who was adopted, by last year's return",
        "An adopted child has a new number; correct it, or how last year's episode ended",
        (
            Beside(
                "ssda903.episodes",
                _CHILD,
                only=col("REC").is_in(["E11", "E12"]),
                period=year_before,
            ),
        ),
        dfe="199",
    ),
    CrossCheck(
        "died_last_year",
        "ssda903.header",
        ("CHILD",),
        "died in care, by last year's return",
        "Correct the number of the child, or how last year's episode ended",
        (Beside("ssda903.episodes", _CHILD, only=col("REC") == "E2", period=year_before),),
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "care_leaver_died_last_year",
        "ssda903.oc3",
        ("CHILD",),
        "had died, by last year's return",
        "Take the row out, or correct last year's",
        (Beside("ssda903.oc3", _CHILD, only=col("IN_TOUCH") == "DIED", period=year_before),),
        dfe="348",
    ),
)


def _open_last_year(where: pl.Expr, shown: str) -> Beside:
    return Beside(
        "ssda903.episodes",
        _CHILD,
        where=where,
        only=col("DEC").is_null(),
        period=year_before,
        shown=shown,
    )


def _gone(period: Nearness) -> tuple[Beside, ...]:
    return (Beside("ssda903.episodes", _CHILD, period=period),)


def _as_coded_now(column: str) -> pl.Expr:
    """Last year's answer; supported accommodation (H5) has been K3 since the return of 2025."""
    said = other(column)
    if column != "PLACE":
        return said
    return pl.when((said == "H5") & (col("PLACE") == "K3")).then(pl.lit("K3")).otherwise(said)


_GOING_ON = (
    CrossCheck(
        "open_last_year_gone_this_year",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode still open at the end of this return, and the next year's return has "
        "no episode of the child",
        "Add the child to the later return, with the date and the reason the episode ended",
        _gone(year_after),
        found="none",
        when=col("DEC").is_null(),
        dfe="1010",
    ),
    CrossCheck(
        "not_in_last_year",
        "ssda903.episodes",
        ("DECOM",),
        "began before this return's year, and last year's return has no episode of the child",
        "Add the episode to last year's return, or correct the date",
        _gone(year_before),
        found="none",
        when=(col("DECOM") <= PERIOD.dt.offset_by("-1y"))
        & (col("DEC").is_null() | (col("DEC") > PERIOD.dt.offset_by("-1y"))),
        dfe="NoE",
    ),
    CrossCheck(
        "start_not_as_last_year",
        "ssda903.episodes",
        ("DECOM",),
        "is not the start of the episode that was open at the end of last year's return",
        _WHICH,
        (_open_last_year(col("DECOM") != other("DECOM"), "DECOM"),),
        when=_FIRST,
        dfe="502",
    ),
    *(
        CrossCheck(
            f"{noun}_of_open_episode_changed",
            "ssda903.episodes",
            (column, "DECOM"),
            "of the episode that was open at the end of last year's return is not what that said",
            _WHICH,
            (
                _open_last_year(
                    (col("DECOM") == other("DECOM"))
                    & col(column).ne_missing(_as_coded_now(column)),
                    column,
                ),
            ),
            when=_FIRST,
            dfe=dfe,
        )
        for column, noun, dfe in (
            ("RNE", "reason", "503A"),
            ("LS", "status", "503B"),
            ("CIN", "need", "503C"),
            ("PLACE", "placement", "503D"),
            ("PLACE_PROVIDER", "provider", "503E"),
            ("URN", "urn", "503F"),
        )
    ),
    CrossCheck(
        "starts_again_though_open_last_year",
        "ssda903.episodes",
        ("DECOM", "RNE"),
        "says that care started anew, but an episode was open at the end of last year's return",
        "End last year's episode in this return first, or correct the reason",
        (_open_last_year(col("DECOM") > other("DECOM"), "DECOM"),),
        when=_FIRST & (col("RNE") == "S"),
        dfe="502",
    ),
    CrossCheck(
        "ended_last_year_open_again",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode that ended in last year's return",
        "Take the episode out, or correct last year's end",
        (
            Beside(
                "ssda903.episodes",
                {**_CHILD, "DECOM": "DECOM"},
                only=col("DEC").is_not_null(),
                period=year_before,
                shown="DEC",
            ),
        ),
        when=col("DEC").is_null(),
    ),
    CrossCheck(
        "missing_last_year_not_carried_on",
        "ssda903.missing",
        ("MIS_START",),
        "began a missing episode still open at the end of this return, and the next year's "
        "return has no such row",
        "Add it to the later return, with the day the child was found or came back",
        (
            Beside(
                "ssda903.missing",
                {**_CHILD, "MIS_START": "MIS_START"},
                period=year_after,
            ),
        ),
        found="none",
        when=col("MIS_END").is_null(),
        dfe="576",
    ),
    CrossCheck(
        "liberty_last_year_not_carried_on",
        "ssda903.dolo",
        ("DOLO_START",),
        "began a loss of liberty still open at the end of this return, and the next year's "
        "return has no such row",
        "Add it to the later return, with the day it ended",
        (
            Beside(
                "ssda903.dolo",
                {**_CHILD, "DOLO_START": "DOLO_START"},
                period=year_after,
            ),
        ),
        found="none",
        when=col("DOLO_END").is_null(),
        dfe="706",
    ),
    CrossCheck(
        "decision_date_changed",
        "ssda903.placed_for_adoption",
        ("DATE_PLACED",),
        "is not the day of the decision that last year's return gave, which still stood",
        _WHICH,
        (
            Beside(
                "ssda903.placed_for_adoption",
                _CHILD,
                where=col("DATE_PLACED") != other("DATE_PLACED"),
                only=col("DATE_PLACED_CEASED").is_null(),
                period=year_before,
                shown="DATE_PLACED",
            ),
        ),
        dfe="560",
    ),
    CrossCheck(
        "decision_reversed_last_year",
        "ssda903.placed_for_adoption",
        ("DATE_PLACED",),
        "is the day of a decision that last year's return said was taken back",
        "Give the day of the new decision, or take the row out",
        (
            Beside(
                "ssda903.placed_for_adoption",
                {**_CHILD, "DATE_PLACED": "DATE_PLACED"},
                only=col("DATE_PLACED_CEASED").is_not_null(),
                period=year_before,
                shown="DATE_PLACED_CEASED",
            ),
        ),
        when=col("DATE_PLACED_CEASED").is_null(),
        dfe="561",
    ),
    CrossCheck(
        "worker_not_as_last_year",
        "ssda903.sw_episodes",
        ("SW_ID",),
        "is not the worker whom last year's return left with the child",
        "Add the end of last year's worker first, or correct the number",
        (
            Beside(
                "ssda903.sw_episodes",
                _CHILD,
                where=col("SW_ID") != other("SW_ID"),
                only=col("SW_DEC").is_null(),
                period=year_before,
                shown="SW_ID",
            ),
        ),
        when=_FIRST_WORKER,
        dfe="SW16aSTG2",
    ),
    CrossCheck(
        "worker_start_not_as_last_year",
        "ssda903.sw_episodes",
        ("SW_DECOM",),
        "is not the day on which last year's return said that this worker began",
        _WHICH,
        (
            Beside(
                "ssda903.sw_episodes",
                {**_CHILD, "SW_ID": "SW_ID"},
                where=col("SW_DECOM") != other("SW_DECOM"),
                only=col("SW_DEC").is_null(),
                period=year_before,
                shown="SW_DECOM",
            ),
        ),
        when=_FIRST_WORKER,
        dfe="SW16bSTG2",
    ),
)

CHECKS = (*_WHO, *_GOING_ON)
