"""Annex A and the SSDA903 of about the same day: the same children, in care in the same way.

"About the same day" is within ten days of the 31 March on which the return's year ends. A child is
the same where the two give the same number.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import (
    PERIOD,
    Beside,
    CrossCheck,
    latest_before,
    near,
    other,
)
from sightline.returns.tables import Severity

col = pl.col
_WHICH = "Find out which of the two is right and correct the other"
_ABOUT = near(10)
_TO_903 = {"child_id": "CHILD"}
_TO_ANNEX_A = {"CHILD": "child_id"}
_OPEN_903 = col("DEC").is_null()
_OPEN_LIST_8 = col("care_ended").is_null()
_LISTS = tuple(f"list_{number}" for number in range(1, 11))


def _differs(column: str, theirs: str, noun: str, when: pl.Expr | None = None) -> CrossCheck:
    """What list 8 says of the present placement against the open episode."""
    return CrossCheck(
        f"{noun}_not_as_in_903",
        "annex_a.list_8",
        (column,),
        "is not what the SSDA903 says of the child on about the same day",
        f"{_WHICH}; if it changed in between, leave both",
        (
            Beside(
                "ssda903.episodes",
                _TO_903,
                where=col(column) != other(theirs),
                only=_OPEN_903,
                period=_ABOUT,
                shown=theirs,
            ),
        ),
        when=_OPEN_LIST_8 if when is None else when & _OPEN_LIST_8,
    )


_IN_CARE = (
    CrossCheck(
        "in_903_not_in_annex_a",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode open at the year's end, and list 8 of Annex A of about the same day "
        "does not have the child",
        "Add the child to list 8, or end the episode",
        (Beside("annex_a.list_8", _TO_ANNEX_A, period=_ABOUT),),
        found="none",
        when=_OPEN_903,
    ),
    CrossCheck(
        "in_annex_a_not_in_903",
        "annex_a.list_8",
        ("care_started",),
        "began care that goes on, and the SSDA903 of about the same day does not have the child",
        "Add the child's episodes to the SSDA903, or end the care in Annex A",
        (Beside("ssda903.episodes", _TO_903, period=_ABOUT),),
        found="none",
        when=_OPEN_LIST_8,
    ),
    CrossCheck(
        "left_903_still_in_annex_a",
        "annex_a.list_8",
        ("care_started",),
        "began care that goes on, but the SSDA903 of about the same day says that care ended",
        _WHICH,
        (
            Beside(
                "ssda903.episodes",
                _TO_903,
                where=other("DEC") > col("care_started"),
                only=(col("DECOM") == col("DECOM").max().over("CHILD")) & (col("REC") != "X1"),
                period=_ABOUT,
                shown="DEC",
            ),
        ),
        when=_OPEN_LIST_8,
    ),
    _differs("legal_status", "LS", "legal_status"),
    _differs("placement_type", "PLACE", "placement"),
    _differs("placement_provider", "PLACE_PROVIDER", "provider"),
    _differs("urn", "URN", "urn"),
    CrossCheck(
        "care_leaver_not_in_list_9",
        "ssda903.oc3",
        ("CHILD",),
        "is among the care leavers, and list 9 of Annex A of about the same day does not have "
        "the young person",
        "Add the young person to list 9",
        (Beside("annex_a.list_9", _TO_ANNEX_A, period=_ABOUT),),
        found="none",
        # to 21; after that, list 9 has whoever asked for support (Children Act 1989 section 23CZB)
        when=~col("IN_TOUCH").is_in(["DIED", "RHOM", "NREQ"])
        & (col("DOB").dt.offset_by("21y") > PERIOD),
    ),
    CrossCheck(
        "adopted_in_903_open_in_list_8",
        "annex_a.list_8",
        ("care_started",),
        "began care that goes on, but the SSDA903 says that the child was adopted",
        _WHICH,
        (
            Beside(
                "ssda903.episodes",
                _TO_903,
                where=other("DEC") > col("care_started"),
                only=col("REC").is_in(["E11", "E12"]),
                period=_ABOUT,
                shown="DEC",
            ),
        ),
        when=_OPEN_LIST_8,
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "decision_for_adoption_not_in_list_10",
        "ssda903.placed_for_adoption",
        ("DATE_PLACED",),
        "still stands, and list 10 of Annex A of about the same day does not have the child",
        "Add the child to list 10, or give the day the decision was taken back",
        (Beside("annex_a.list_10", _TO_ANNEX_A, period=_ABOUT),),
        found="none",
        when=col("DATE_PLACED_CEASED").is_null(),
    ),
)

_WHO = (
    *(
        CrossCheck(
            "birth_not_as_in_903",
            f"annex_a.{each}",
            ("date_of_birth",),
            "is not the date of birth in the SSDA903",
            _WHICH,
            (
                Beside(
                    "ssda903.header",
                    _TO_903,
                    where=col("date_of_birth") != other("DOB"),
                    period=_ABOUT,
                    shown="DOB",
                ),
            ),
            severity=Severity.ERROR,
        )
        for each in ("list_6", "list_7", "list_8", "list_9", "list_10")
    ),
    *(
        CrossCheck(
            "sex_not_as_in_903",
            f"annex_a.{each}",
            ("sex",),
            "is not the sex in the SSDA903",
            _WHICH,
            (
                Beside(
                    "ssda903.header",
                    _TO_903,
                    where=col("sex") != other("SEX"),
                    period=_ABOUT,
                    shown="SEX",
                ),
            ),
        )
        for each in ("list_8", "list_9", "list_10")
    ),
)

_LISTS_AGREE = (
    *(
        CrossCheck(
            "birth_not_as_in_list_8",
            f"annex_a.{each}",
            ("date_of_birth",),
            "is not the date of birth in list 8",
            _WHICH,
            (
                Beside(
                    "annex_a.list_8",
                    {"child_id": "child_id"},
                    where=col("date_of_birth") != other("date_of_birth"),
                    shown="date_of_birth",
                ),
            ),
            severity=Severity.ERROR,
        )
        for each in _LISTS
        if each != "list_8"
    ),
    CrossCheck(
        "for_adoption_not_in_care",
        "annex_a.list_10",
        ("adoption_decision",),
        "is for a child who is not in list 8, the children in care",
        "Add the child to list 8, or give how the adoption ended",
        (Beside("annex_a.list_8", {"child_id": "child_id"}),),
        found="none",
        when=col("adoption_order").is_null() & col("decision_reversed").is_null(),
    ),
    CrossCheck(
        "adoptive_placement_not_in_list_10",
        "annex_a.list_8",
        ("placement_type",),
        "is a placement for adoption, and list 10 does not have the child",
        "Add the child to list 10, or correct the placement",
        (Beside("annex_a.list_10", {"child_id": "child_id"}),),
        found="none",
        when=col("placement_type").str.starts_with("A") & _OPEN_LIST_8,
    ),
    CrossCheck(
        "plan_and_care_at_once",
        "annex_a.list_7",
        ("started",),
        "began a child protection plan that goes on for a child who is in care",
        "Make sure that both are meant: the plan is mostly ended when a child comes into care",
        (Beside("annex_a.list_8", {"child_id": "child_id"}, only=_OPEN_LIST_8),),
        when=col("ended").is_null(),
    ),
)

_SINCE = latest_before(45)
_LATER = (
    CrossCheck(
        "birth_changed_since_last_extract",
        "annex_a.list_8",
        ("date_of_birth",),
        "is not the date of birth that the extract before gave",
        _WHICH,
        (
            Beside(
                "annex_a.list_8",
                {"child_id": "child_id"},
                where=col("date_of_birth") != other("date_of_birth"),
                period=_SINCE,
                shown="date_of_birth",
            ),
        ),
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "start_of_care_changed",
        "annex_a.list_8",
        ("care_started",),
        "is not the start that the extract before gave, when the child was in care already",
        _WHICH,
        (
            Beside(
                "annex_a.list_8",
                {"child_id": "child_id"},
                where=col("care_started") != other("care_started"),
                only=_OPEN_LIST_8,
                period=_SINCE,
                shown="care_started",
            ),
        ),
    ),
    CrossCheck(
        "visit_taken_back",
        "annex_a.list_8",
        ("last_visit",),
        "is before the latest visit that the extract before gave",
        "Make sure that the visit taken out did not happen",
        (
            Beside(
                "annex_a.list_8",
                {"child_id": "child_id", "care_started": "care_started"},
                where=col("last_visit") < other("last_visit"),
                period=_SINCE,
                shown="last_visit",
            ),
        ),
    ),
)

CHECKS = (*_IN_CARE, *_WHO, *_LISTS_AGREE, *_LATER)
