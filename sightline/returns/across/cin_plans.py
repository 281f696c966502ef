"""A children in need census: assessments, enquiries, plans and reviews that go together.

Codes are those of the Department for Education's validation rules for the census, as the sector's
validator (csc-validator-be-cin 0.1.13 on PyPI) lists them [unverified].
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.cin_events import BOTH, CHILD, REFERRAL, referral
from sightline.returns.across.declaring import Beside, CrossCheck, other
from sightline.returns.tables import Severity

col = pl.col
_ASSESSMENT = {**CHILD, "AssessmentID": "AssessmentID"}

_ASSESSMENTS = (
    CrossCheck(
        "factors_missing",
        "cin_census.assessments",
        ("AssessmentAuthorisationDate",),
        "ends an assessment for which nothing says what was found",
        "Give the factors that the assessment found, or 21 where it found none",
        (Beside("cin_census.assessment_factors", _ASSESSMENT),),
        found="none",
        when=col("AssessmentAuthorisationDate").is_not_null(),
        dfe="8897Q",
    ),
    CrossCheck(
        "factors_before_authorisation",
        "cin_census.assessment_factors",
        ("AssessmentFactors",),
        "is of an assessment that is not authorised yet",
        "Give the day of authorisation, or leave the factors until then",
        (
            Beside(
                "cin_census.assessments",
                _ASSESSMENT,
                only=col("AssessmentAuthorisationDate").is_null(),
            ),
        ),
        dfe="8614",
    ),
    CrossCheck(
        "closed_with_open_assessment",
        "cin_census.assessments",
        ("AssessmentActualStartDate",),
        "began an assessment that is not authorised, but the record it belongs to is closed",
        "Give the day the assessment was authorised, or correct the closure",
        (referral(None, only=col("CINclosureDate").is_not_null(), shown="CINclosureDate"),),
        when=col("AssessmentAuthorisationDate").is_null(),
        dfe="8867",
    ),
    CrossCheck(
        "closed_after_assessment_without_one",
        "cin_census.cin_details",
        ("ReasonForClosure",),
        "says closed after assessment, and there is no assessment",
        "Add the assessment, or correct the reason",
        (Beside("cin_census.assessments", REFERRAL),),
        found="none",
        when=col("ReasonForClosure").is_in(["RC8", "RC9"]),
        dfe="8825Q",
    ),
    CrossCheck(
        "closed_after_assessment_with_plan",
        "cin_census.cin_details",
        ("ReasonForClosure",),
        "says closed after assessment, but there is an enquiry or a plan",
        "Correct the reason",
        (
            Beside("cin_census.section47", REFERRAL),
            Beside("cin_census.child_protection_plans", REFERRAL),
            Beside("cin_census.cin_plan_dates", REFERRAL),
        ),
        when=col("ReasonForClosure").is_in(["RC8", "RC9"]),
        dfe="2990",
    ),
    CrossCheck(
        "enquiry_without_assessment",
        "cin_census.section47",
        ("S47ActualStartDate",),
        "began an enquiry, and its referral has no assessment",
        "Add the assessment",
        (Beside("cin_census.assessments", REFERRAL),),
        found="none",
        dfe="2991Q",
    ),
)

_PROTECTION = (
    CrossCheck(
        "closed_with_open_enquiry",
        "cin_census.section47",
        ("S47ActualStartDate",),
        "began an enquiry that has no outcome, but the record it belongs to is closed",
        "Give the day of the conference, or say that none was required",
        (referral(None, only=col("CINclosureDate").is_not_null(), shown="CINclosureDate"),),
        when=col("DateOfInitialCPC").is_null() & ~col("ICPCnotRequired").fill_null(False),
        dfe="8868",
    ),
    CrossCheck(
        "conference_recorded_twice",
        "cin_census.section47",
        ("DateOfInitialCPC",),
        "is recorded with the referral too",
        "Record the conference with the enquiry alone",
        (referral(col("DateOfInitialCPC") == other("DateOfInitialCPC")),),
        dfe="2884",
    ),
    CrossCheck(
        "protection_without_conference",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "began a plan, and no initial conference of the child is dated on that day",
        "Give the day of the conference; a plan begins on it",
        (
            Beside(
                "cin_census.section47",
                CHILD,
                where=col("CPPstartDate") == other("DateOfInitialCPC"),
            ),
            Beside(
                "cin_census.cin_details",
                CHILD,
                where=col("CPPstartDate") == other("DateOfInitialCPC"),
            ),
        ),
        found="none",
        when=col("CPPstartDate") > pl.col("period").dt.offset_by("-1y"),
        dfe="2885",
    ),
    CrossCheck(
        "protection_ends_after_closure",
        "cin_census.child_protection_plans",
        ("CPPendDate",),
        "is after the record it belongs to was closed",
        BOTH,
        (
            referral(
                col("CPPendDate") > other("CINclosureDate"),
                shown="CINclosureDate",
            ),
        ),
        severity=Severity.ERROR,
        dfe="8565",
    ),
    CrossCheck(
        "closed_with_open_protection",
        "cin_census.child_protection_plans",
        ("CPPstartDate",),
        "began a plan that has not ended, but the record it belongs to is closed",
        "Give the day the plan ended, or correct the closure",
        (referral(None, only=col("CINclosureDate").is_not_null(), shown="CINclosureDate"),),
        when=col("CPPendDate").is_null(),
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "protection_ends_after_death",
        "cin_census.child_protection_plans",
        ("CPPendDate",),
        "is after the child's death",
        BOTH,
        (
            Beside(
                "cin_census.children",
                CHILD,
                where=col("CPPendDate") > other("PersonDeathDate"),
                shown="PersonDeathDate",
            ),
        ),
        severity=Severity.ERROR,
        dfe="8920",
    ),
    CrossCheck(
        "review_not_after_start",
        "cin_census.reviews",
        ("CPPreviewDate",),
        "is on or before the day the plan began",
        BOTH,
        (
            Beside(
                "cin_census.child_protection_plans",
                {**CHILD, "CPPID": "CPPID"},
                where=col("CPPreviewDate") <= other("CPPstartDate"),
                shown="CPPstartDate",
            ),
        ),
        dfe="8841",
    ),
    CrossCheck(
        "review_after_end",
        "cin_census.reviews",
        ("CPPreviewDate",),
        "is after the plan ended",
        BOTH,
        (
            Beside(
                "cin_census.child_protection_plans",
                {**CHILD, "CPPID": "CPPID"},
                where=col("CPPreviewDate") > other("CPPendDate"),
                shown="CPPendDate",
            ),
        ),
    ),
    CrossCheck(
        "review_without_protection",
        "cin_census.reviews",
        ("CPPreviewDate",),
        "is of a child who has no child protection plan in the census",
        "Add the plan, or take the review out",
        (Beside("cin_census.child_protection_plans", CHILD),),
        found="none",
    ),
    CrossCheck(
        "review_during_plan_of_need",
        "cin_census.reviews",
        ("CPPreviewDate",),
        "is in the time of a plan of a child in need",
        "End the plan of need on the day the child protection plan began",
        (
            Beside(
                "cin_census.cin_plan_dates",
                CHILD,
                where=(col("CPPreviewDate") > other("CINPlanStartDate"))
                & (
                    other("CINPlanEndDate").is_null()
                    | (col("CPPreviewDate") < other("CINPlanEndDate"))
                ),
                shown="CINPlanStartDate",
            ),
        ),
        dfe="4003",
    ),
    CrossCheck(
        "both_plans_at_once",
        "cin_census.cin_plan_dates",
        ("CINPlanStartDate",),
        "began a plan of need that runs at the same time as a child protection plan",
        "End the plan of need on the day the child protection plan began",
        (
            Beside(
                "cin_census.child_protection_plans",
                CHILD,
                where=(
                    other("CPPendDate").is_null() | (other("CPPendDate") > col("CINPlanStartDate"))
                )
                & (
                    col("CINPlanEndDate").is_null()
                    | (col("CINPlanEndDate") > other("CPPstartDate"))
                ),
                shown="CPPstartDate",
            ),
        ),
        dfe="4001",
    ),
    CrossCheck(
        "plan_ends_after_death",
        "cin_census.cin_plan_dates",
        ("CINPlanEndDate",),
        "is after the child's death",
        BOTH,
        (
            Beside(
                "cin_census.children",
                CHILD,
                where=col("CINPlanEndDate") > other("PersonDeathDate"),
                shown="PersonDeathDate",
            ),
        ),
        dfe="4009Q",
    ),
    CrossCheck(
        "plan_ends_after_closure",
        "cin_census.cin_plan_dates",
        ("CINPlanEndDate",),
        "is after the record it belongs to was closed",
        BOTH,
        (referral(col("CINPlanEndDate") > other("CINclosureDate"), shown="CINclosureDate"),),
        dfe="8565",
    ),
)

CHECKS = (*_ASSESSMENTS, *_PROTECTION)
