"""The children in need census held against that of the year before, and against other returns.

No published rules were found for these: the Department for Education sees one census at a time.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import (
    PERIOD,
    Beside,
    CrossCheck,
    near,
    other,
    year_after,
    year_before,
)
from sightline.returns.tables import Severity

col = pl.col
_CHILD = {"LAchildID": "LAchildID"}
_WHICH = "Find out which of the two is right and correct the other"
_ABOUT = near(10)
_ANNEX_A = {"LAchildID": "child_id"}
_FROM_ANNEX_A = {"child_id": "LAchildID"}
_SSDA903 = {"LAchildID": "CHILD"}
_PLAN_OPEN = col("CPPendDate").is_null()


def _changed(column: str, noun: str, severity: Severity = Severity.WARNING) -> CrossCheck:
    return CrossCheck(
        f"{noun}_changed_since_last_year",
        "cin_census.children",
        (column,),
        "is not what last year's census said",
        _WHICH,
        (
            Beside(
                "cin_census.children",
                _CHILD,
                where=col(column) != other(column),
                period=year_before,
                shown=column,
            ),
        ),
        severity=severity,
    )


_YEARS = (
    _changed("PersonBirthDate", "birth", Severity.ERROR),
    _changed("Ethnicity", "ethnicity"),
    _changed("UPN", "upn"),
    CrossCheck(
        "sex_changed_since_last_year",
        "cin_census.children",
        ("Sex",),
        "is not what last year's census said",
        _WHICH,
        (
            Beside(
                "cin_census.children",
                _CHILD,
                where=col("Sex") != other("Sex"),
                only=col("Sex") != "U",
                period=year_before,
                shown="Sex",
            ),
        ),
    ),
    CrossCheck(
        "died_last_year",
        "cin_census.children",
        ("LAchildID",),
        "had died, by last year's census",
        "Take the child out, or correct the day of death",
        (
            Beside(
                "cin_census.children",
                _CHILD,
                only=col("PersonDeathDate").is_not_null(),
                period=year_before,
                shown="PersonDeathDate",
            ),
        ),
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "need_open_last_year_gone",
        "cin_census.cin_details",
        ("CINreferralDate",),
        "began a record still open at the end of this census, and the next year's census does "
        "not have the child",
        "Add the record to the later census, with the day and the reason it was closed",
        (Beside("cin_census.cin_details", _CHILD, period=year_after),),
        found="none",
        when=col("CINclosureDate").is_null() & ~col("ReferralNFA").fill_null(False),
    ),
    CrossCheck(
        "protection_open_last_year_gone",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "began a plan still open at the end of this census, and the next year's census does not "
        "have it",
        "Add the plan to the later census, with the day it ended",
        (
            Beside(
                "cin_census.child_protection_plans",
                {**_CHILD, "CPPstartDate": "CPPstartDate"},
                period=year_after,
            ),
        ),
        found="none",
        when=_PLAN_OPEN,
    ),
    CrossCheck(
        "protection_not_in_last_year",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "began a plan before this census's year, and last year's census does not have it",
        "Correct the day the plan began, or add it to last year's census",
        (
            Beside(
                "cin_census.child_protection_plans",
                {**_CHILD, "CPPstartDate": "CPPstartDate"},
                period=year_before,
            ),
        ),
        found="none",
        when=col("CPPstartDate") <= PERIOD.dt.offset_by("-1y"),
    ),
    CrossCheck(
        "protection_ended_last_year_open_again",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "began a plan that had ended, by last year's census",
        _WHICH,
        (
            Beside(
                "cin_census.child_protection_plans",
                {**_CHILD, "CPPstartDate": "CPPstartDate"},
                only=~_PLAN_OPEN,
                period=year_before,
                shown="CPPendDate",
            ),
        ),
        when=_PLAN_OPEN,
    ),
    CrossCheck(
        "fewer_previous_plans_than_last_year",
        "cin_census.child_protection_plans",
        ("NumberOfPreviousCPP",),
        "is fewer than last year's census said of the child",
        "Count every plan that the child has had before",
        (
            Beside(
                "cin_census.child_protection_plans",
                _CHILD,
                where=col("NumberOfPreviousCPP") < other("NumberOfPreviousCPP"),
                period=year_before,
                shown="NumberOfPreviousCPP",
            ),
        ),
    ),
    CrossCheck(
        "closed_last_year_open_again",
        "cin_census.cin_details",
        ("CINreferralDate",),
        "began a record that was closed, by last year's census",
        _WHICH,
        (
            Beside(
                "cin_census.cin_details",
                {**_CHILD, "CINreferralDate": "CINreferralDate"},
                only=col("CINclosureDate").is_not_null(),
                period=year_before,
                shown="CINclosureDate",
            ),
        ),
        when=col("CINclosureDate").is_null(),
    ),
)

_RETURNS = (
    CrossCheck(
        "on_plan_not_in_list_7",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "began a plan open at the year's end, and list 7 of Annex A of about the same day does "
        "not have the child",
        "Add the child to list 7, or end the plan",
        (Beside("annex_a.list_7", _ANNEX_A, period=_ABOUT),),
        found="none",
        when=_PLAN_OPEN,
    ),
    CrossCheck(
        "in_list_7_not_on_plan",
        "annex_a.list_7",
        ("started",),
        "began a plan that goes on, and the children in need census of about the same day does "
        "not have it",
        "Add the plan to the census, or end it in Annex A",
        (Beside("cin_census.child_protection_plans", _FROM_ANNEX_A, period=_ABOUT),),
        found="none",
        when=col("ended").is_null(),
    ),
    CrossCheck(
        "plan_start_not_as_in_list_7",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "is not the day on which list 7 of Annex A says that the plan began",
        _WHICH,
        (
            Beside(
                "annex_a.list_7",
                _ANNEX_A,
                where=col("CPPstartDate") != other("started"),
                only=col("ended").is_null(),
                period=_ABOUT,
                shown="started",
            ),
        ),
        when=_PLAN_OPEN,
    ),
    CrossCheck(
        "category_not_as_in_list_7",
        "cin_census.child_protection_plans",
        ("LatestCategoryOfAbuse",),
        "is not the category that list 7 of Annex A gives",
        _WHICH,
        (
            Beside(
                "annex_a.list_7",
                _ANNEX_A,
                where=col("LatestCategoryOfAbuse") != other("latest_category"),
                only=col("ended").is_null(),
                period=_ABOUT,
                shown="latest_category",
            ),
        ),
        when=_PLAN_OPEN,
    ),
    CrossCheck(
        "need_open_not_in_list_6",
        "cin_census.cin_details",
        ("CINreferralDate",),
        "began a record open at the year's end, and neither list 6 nor list 8 of Annex A of about "
        "the same day has the child",
        "Add the child to list 6, or close the record",
        (
            Beside("annex_a.list_6", _ANNEX_A, period=_ABOUT),
            Beside("annex_a.list_8", _ANNEX_A, period=_ABOUT),
        ),
        found="none",
        when=col("CINclosureDate").is_null() & ~col("ReferralNFA").fill_null(False),
    ),
    CrossCheck(
        "in_care_not_in_census",
        "ssda903.episodes",
        ("DECOM",),
        "began an episode open at the year's end, and the children in need census does not have "
        "the child: a child in care is a child in need",
        "Add the child to the census",
        (Beside("cin_census.children", {"CHILD": "LAchildID"}),),
        found="none",
        when=col("DEC").is_null(),
    ),
    *(
        CrossCheck(
            f"{noun}_not_as_in_903",
            "cin_census.children",
            (column,),
            f"is not the {said} in the SSDA903",
            _WHICH,
            (
                Beside(
                    "ssda903.header",
                    _SSDA903,
                    where=col(column) != other(theirs),
                    shown=theirs,
                ),
            ),
            severity=severity,
        )
        for column, theirs, noun, said, severity in (
            ("PersonBirthDate", "DOB", "birth", "date of birth", Severity.ERROR),
            ("Sex", "SEX", "sex", "sex", Severity.WARNING),
            ("Ethnicity", "ETHNIC", "ethnicity", "ethnicity", Severity.WARNING),
        )
    ),
    CrossCheck(
        "birth_not_as_in_annex_a",
        "cin_census.children",
        ("PersonBirthDate",),
        "is not the date of birth in Annex A of about the same day",
        _WHICH,
        tuple(
            Beside(
                f"annex_a.{each}",
                _ANNEX_A,
                where=col("PersonBirthDate") != other("date_of_birth"),
                period=_ABOUT,
                shown="date_of_birth",
            )
            for each in ("list_6", "list_7")
        ),
        severity=Severity.ERROR,
    ),
)

CHECKS = (*_YEARS, *_RETURNS)
