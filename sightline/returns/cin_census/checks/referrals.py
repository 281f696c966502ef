"""Referrals, assessments with what was found, plans of children in need."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.neighbours import after
from sightline.returns.tables import Severity

col = pl.col
_YEAR_BEFORE = YEAR_END.dt.offset_by("-1y")
_ACTED_ON = ~col("ReferralNFA").fill_null(False)
_SATURDAY = 6


def outside_year(column: str, table: str, noun: str, dfe: str) -> Check:
    """A day that must lie within the census's year."""
    return Check(
        f"{noun}_outside_year",
        table,
        (column,),
        "is not within the census's year",
        (col(column) > YEAR_END) | (col(column) <= _YEAR_BEFORE),
        do="Correct the date, or leave it for the census of its year",
        dfe=dfe,
    )


def on_a_weekend(column: str, table: str, noun: str, dfe: str) -> Check:
    """A day on which no conference is held."""
    return Check(
        f"{noun}_on_weekend",
        table,
        (column,),
        "is a Saturday or a Sunday",
        col(column).dt.weekday() >= _SATURDAY,
        do="Correct the date",
        dfe=dfe,
    )


def next_start(start: str, within: str = "LAchildID") -> pl.Expr:
    """The start of the child's next row, by date."""
    return after(start, within, start)


_REFERRALS = (
    Check(
        "closed_without_reason",
        "cin_details",
        ("CINclosureDate", "ReasonForClosure"),
        "is given, but ReasonForClosure does not say why",
        col("CINclosureDate").is_not_null() & col("ReasonForClosure").is_null(),
        do="Give the reason, or take the date out",
        dfe="8805",
    ),
    Check(
        "reason_without_closure",
        "cin_details",
        ("ReasonForClosure", "CINclosureDate"),
        "says why it was closed, but CINclosureDate gives no date",
        col("ReasonForClosure").is_not_null() & col("CINclosureDate").is_null(),
        do="Give the day it was closed, or take the reason out",
        dfe="8810",
    ),
    Check(
        "closed_before_referral",
        "cin_details",
        ("CINclosureDate", "CINreferralDate"),
        "is before CINreferralDate",
        col("CINclosureDate") < col("CINreferralDate"),
        do="Correct whichever of the two dates is wrong",
        dfe="8630",
        severity=Severity.ERROR,
    ),
    outside_year("CINclosureDate", "cin_details", "closure", "8620"),
    Check(
        "referred_after_year_end",
        "cin_details",
        ("CINreferralDate",),
        "is after the end of the census's year",
        col("CINreferralDate") > YEAR_END,
        do="Correct the date, or leave the referral for the next census",
        dfe="8600",
    ),
    Check(
        "referral_repeated",
        "cin_details",
        ("CINreferralDate",),
        "is the day of another referral of the same child too",
        pl.struct("LAchildID", "CINreferralDate").is_duplicated() & _ACTED_ON,
        do="Keep the record that is right and take the other out",
    ),
    Check(
        "more_than_one_open",
        "cin_details",
        ("CINreferralDate", "CINclosureDate"),
        "began one of several records of the child that are open",
        col("CINclosureDate").is_null()
        & _ACTED_ON
        & ((col("CINclosureDate").is_null() & _ACTED_ON).sum().over("LAchildID") > 1),
        do="Close all but one",
        dfe="8815",
    ),
    Check(
        "open_but_not_latest",
        "cin_details",
        ("CINreferralDate", "CINclosureDate"),
        "began a record that is open, though the child has a later one",
        col("CINclosureDate").is_null() & _ACTED_ON & next_start("CINreferralDate").is_not_null(),
        do="Close the earlier record",
        dfe="8816",
    ),
    Check(
        "referrals_overlap",
        "cin_details",
        ("CINclosureDate", "CINreferralDate"),
        "is after the child's next referral: the two overlap",
        (col("CINclosureDate") > next_start("CINreferralDate")) & _ACTED_ON,
        do="Correct the day it was closed, or the next referral",
        dfe="8820",
    ),
    Check(
        "need_blank",
        "cin_details",
        ("CINreferralDate", "PrimaryNeedCode", "ReferralNFA"),
        "is of a referral that led to action, and no primary need is given",
        _ACTED_ON & col("PrimaryNeedCode").is_null(),
        do="Give the child's primary need",
        dfe="8610",
    ),
    Check(
        "no_action_before_year",
        "cin_details",
        ("CINreferralDate", "ReferralNFA"),
        "is before the census's year, and the referral led to no action",
        col("ReferralNFA") & (col("CINreferralDate") < _YEAR_BEFORE),
        do="Take the record out: it belongs to an earlier census",
        dfe="8569Q",
    ),
    Check(
        "no_action_yet_closed",
        "cin_details",
        ("CINclosureDate", "ReferralNFA"),
        "closes a referral that led to no action, so that there was nothing to close",
        col("ReferralNFA") & col("CINclosureDate").is_not_null(),
        do="Take the closure out, or say that the referral led to action",
        dfe="8831",
    ),
    Check(
        "conference_before_referral",
        "cin_details",
        ("DateOfInitialCPC", "CINreferralDate"),
        "is before CINreferralDate",
        col("DateOfInitialCPC") < col("CINreferralDate"),
        do="Correct whichever of the two dates is wrong",
        dfe="1104",
    ),
    outside_year("DateOfInitialCPC", "cin_details", "conference", "8715"),
    on_a_weekend("DateOfInitialCPC", "cin_details", "conference", "8875"),
)

_ASSESSMENTS = (
    Check(
        "authorised_before_start",
        "assessments",
        ("AssessmentAuthorisationDate", "AssessmentActualStartDate"),
        "is before AssessmentActualStartDate",
        col("AssessmentAuthorisationDate") < col("AssessmentActualStartDate"),
        do="Correct whichever of the two dates is wrong",
        dfe="8608",
        severity=Severity.ERROR,
    ),
    Check(
        "review_point_before_start",
        "assessments",
        ("AssessmentInternalReviewDate", "AssessmentActualStartDate"),
        "is before AssessmentActualStartDate",
        col("AssessmentInternalReviewDate") < col("AssessmentActualStartDate"),
        do="Correct whichever of the two dates is wrong",
    ),
    outside_year("AssessmentAuthorisationDate", "assessments", "authorisation", "8696"),
    Check(
        "open_assessment_of_earlier_year",
        "assessments",
        ("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
        "is before the census's year, and the assessment was never authorised",
        col("AssessmentAuthorisationDate").is_null()
        & (col("AssessmentActualStartDate") <= _YEAR_BEFORE),
        do="Give the day it was authorised, or take it out",
        dfe="8736",
    ),
    Check(
        "assessment_open_over_45_days",
        "assessments",
        ("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
        "is more than 45 weekdays before the year's end, and the assessment is not authorised",
        col("AssessmentAuthorisationDate").is_null()
        & (pl.business_day_count(col("AssessmentActualStartDate"), YEAR_END) > 45),
        do="Give the day it was authorised, if it was",
        dfe="8670Q",
    ),
    Check(
        "assessment_starts_during_another",
        "assessments",
        ("AssessmentAuthorisationDate", "AssessmentActualStartDate"),
        "is after the start of the child's next assessment: the two overlap",
        col("AssessmentAuthorisationDate") > next_start("AssessmentActualStartDate"),
        do="Make sure that both are meant, or correct a date",
        dfe="8863Q",
    ),
    Check(
        "several_open_assessments",
        "assessments",
        ("AssessmentActualStartDate", "CINdetailsID"),
        "began one of several assessments of the same referral that are not authorised",
        col("AssessmentAuthorisationDate").is_null()
        & (
            col("AssessmentAuthorisationDate").is_null().sum().over("LAchildID", "CINdetailsID") > 1
        ),
        do="Authorise all but one, or take the others out",
        dfe="8896",
    ),
    Check(
        "no_factors_and_another",
        "assessment_factors",
        ("AssessmentFactors", "AssessmentID"),
        "says that no factor was found, and others are given",
        (col("AssessmentFactors") == "21")
        & (col("AssessmentFactors") != "21").any().over("LAchildID", "AssessmentID"),
        do="Take 21 out, or the others",
        dfe="8869",
    ),
    Check(
        "factor_repeated",
        "assessment_factors",
        ("AssessmentFactors", "AssessmentID"),
        "is there twice for the same assessment",
        pl.struct("LAchildID", "AssessmentID", "AssessmentFactors").is_duplicated(),
        do="Take one of the two out",
        dfe="8898",
    ),
    *(
        Check(
            f"factor_{old.lower()}_no_longer_used",
            "assessment_factors",
            ("AssessmentFactors",),
            f"is told apart since 2021/22 into {new}",
            (col("AssessmentFactors") == old) & YEAR_END.ge(pl.date(2025, 3, 31)),
            do=f"Give {new}, by who did it",
            dfe=dfe,
        )
        for old, new, dfe in (("18A", "18B or 18C", "8945Q"), ("19A", "19B or 19C", "8950Q"))
    ),
)

_PLANS = (
    Check(
        "plan_ends_before_start",
        "cin_plan_dates",
        ("CINPlanEndDate", "CINPlanStartDate"),
        "is before CINPlanStartDate",
        col("CINPlanEndDate") < col("CINPlanStartDate"),
        do="Correct whichever of the two dates is wrong",
        dfe="4011",
        severity=Severity.ERROR,
    ),
    Check(
        "plan_of_no_days",
        "cin_plan_dates",
        ("CINPlanEndDate", "CINPlanStartDate"),
        "is the day the plan began",
        col("CINPlanEndDate") == col("CINPlanStartDate"),
        do="Correct a date, or leave the plan out",
        dfe="4012Q",
    ),
    outside_year("CINPlanEndDate", "cin_plan_dates", "plan_end", "4013"),
    Check(
        "plan_starts_after_year_end",
        "cin_plan_dates",
        ("CINPlanStartDate",),
        "is after the end of the census's year",
        col("CINPlanStartDate") > YEAR_END,
        do="Correct the date, or leave the plan for the next census",
        dfe="4010",
    ),
    Check(
        "plans_overlap",
        "cin_plan_dates",
        ("CINPlanEndDate", "CINPlanStartDate"),
        "is after the start of the child's next plan: the two overlap",
        col("CINPlanEndDate") > next_start("CINPlanStartDate"),
        do="Correct the end of this plan or the start of the next",
        dfe="4014",
    ),
    Check(
        "several_open_plans",
        "cin_plan_dates",
        ("CINPlanStartDate", "CINPlanEndDate"),
        "began one of several plans of the child that are open",
        col("CINPlanEndDate").is_null()
        & (col("CINPlanEndDate").is_null().sum().over("LAchildID") > 1),
        do="End all but one",
        dfe="4004",
    ),
)

CHECKS = (*_REFERRALS, *_ASSESSMENTS, *_PLANS)
