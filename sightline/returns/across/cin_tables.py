"""The tables of one children in need census held against each other.

Codes are those of the Department for Education's validation rules for the census, as the sector's
validator (csc-validator-be-cin 0.1.13 on PyPI) lists them.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import Beside, CrossCheck, other
from sightline.returns.tables import Severity

col = pl.col
CHILD = {"LAchildID": "LAchildID"}
_REFERRAL = {**CHILD, "CINdetailsID": "CINdetailsID"}
_ASSESSMENT = {**CHILD, "AssessmentID": "AssessmentID"}
_BOTH = "Correct whichever of the two dates is wrong"

# table, the day of an event, what it is called
_EVENTS = (
    ("assessments", "AssessmentActualStartDate", "assessment"),
    ("section47", "S47ActualStartDate", "enquiry"),
    ("child_protection_plans", "CPPstartDate", "protection"),
    ("cin_plan_dates", "CINPlanStartDate", "plan"),
    ("pre_proceedings", "PPStartDate", "pre_proceedings"),
)
_BEFORE_REFERRAL = {
    "assessment": "1103",
    "protection": "1105",
    "enquiry": "2889",
    "plan": "4015",
}
_AFTER_DEATH = {"protection": "8915", "plan": "4008"}


def _referral(
    where: pl.Expr | None, only: pl.Expr | None = None, shown: str | None = None
) -> Beside:
    return Beside("cin_census.cin_details", _REFERRAL, where=where, only=only, shown=shown)


def _of_event(table: str, day: str, noun: str) -> tuple[CrossCheck, ...]:
    """What holds for any event: after the referral, before closure and death, of a known child."""
    name = f"cin_census.{table}"
    return (
        CrossCheck(
            f"{noun}_before_referral",
            name,
            (day,),
            "is before the referral it belongs to",
            _BOTH,
            (_referral(col(day) < other("CINreferralDate"), shown="CINreferralDate"),),
            dfe=_BEFORE_REFERRAL.get(noun),
        ),
        CrossCheck(
            f"{noun}_after_closure",
            name,
            (day,),
            "is after the record it belongs to was closed",
            "Correct whichever of the two dates is wrong, or put it under the later referral",
            (_referral(col(day) > other("CINclosureDate"), shown="CINclosureDate"),),
            dfe="8565",
        ),
        CrossCheck(
            f"{noun}_after_death",
            name,
            (day,),
            "is after the child's death",
            _BOTH,
            (
                Beside(
                    "cin_census.children",
                    CHILD,
                    where=col(day) > other("PersonDeathDate"),
                    shown="PersonDeathDate",
                ),
            ),
            severity=Severity.ERROR,
            dfe=_AFTER_DEATH.get(noun),
        ),
        CrossCheck(
            "work_without_action",
            name,
            (day,),
            "belongs to a referral that is said to have led to no action",
            "Say that the referral led to action, or put it under the referral that did",
            (_referral(None, only=col("ReferralNFA")),),
            dfe="8831",
        ),
        CrossCheck(
            "child_not_among_children",
            name,
            ("LAchildID",),
            "has no record of who the child is",
            "Add the child's identifiers, or correct the number",
            (Beside("cin_census.children", CHILD),),
            found="none",
            severity=Severity.ERROR,
        ),
    )


_CHILDREN = (
    CrossCheck(
        "child_without_referral",
        "cin_census.children",
        ("LAchildID",),
        "has no record of need",
        "Add the child's referral, or take the child out",
        (Beside("cin_census.cin_details", CHILD),),
        found="none",
        dfe="8590",
    ),
    CrossCheck(
        "referred_long_before_birth",
        "cin_census.cin_details",
        ("CINreferralDate",),
        "is more than 40 weeks before the child was born, or is expected",
        _BOTH,
        (
            Beside(
                "cin_census.children",
                CHILD,
                where=col("CINreferralDate")
                < pl.coalesce(
                    other("PersonBirthDate"), other("ExpectedPersonBirthDate")
                ).dt.offset_by("-40w"),
            ),
        ),
        dfe="8606",
    ),
    CrossCheck(
        "referred_after_death",
        "cin_census.cin_details",
        ("CINreferralDate",),
        "is after the child's death",
        _BOTH,
        (
            Beside(
                "cin_census.children",
                CHILD,
                where=col("CINreferralDate") > other("PersonDeathDate"),
                shown="PersonDeathDate",
            ),
        ),
        dfe="8555Q",
    ),
    CrossCheck(
        "closed_by_death_undated",
        "cin_census.cin_details",
        ("ReasonForClosure",),
        "says that the child died, and no day of death is given",
        "Give the day the child died, or correct the reason",
        (Beside("cin_census.children", CHILD, only=col("PersonDeathDate").is_null()),),
        when=col("ReasonForClosure") == "RC2",
        dfe="8585Q",
    ),
    CrossCheck(
        "upn_not_asked_though_acted_on",
        "cin_census.children",
        ("UPNunknown",),
        "says that the referral led to no action, but one of the child's did",
        "Ask the school for the UPN",
        (Beside("cin_census.cin_details", CHILD, only=~col("ReferralNFA")),),
        when=col("UPNunknown") == "UN7",
        dfe="8772",
    ),
    CrossCheck(
        "disability_not_recorded",
        "cin_census.children",
        ("LAchildID",),
        "has no answer on disability",
        "Give the disabilities, or NONE",
        (Beside("cin_census.disabilities", CHILD),),
        found="none",
        dfe="8540",
    ),
)

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
        (_referral(None, only=col("CINclosureDate").is_not_null(), shown="CINclosureDate"),),
        when=col("AssessmentAuthorisationDate").is_null(),
        dfe="8867",
    ),
    CrossCheck(
        "closed_after_assessment_without_one",
        "cin_census.cin_details",
        ("ReasonForClosure",),
        "says closed after assessment, and there is no assessment",
        "Add the assessment, or correct the reason",
        (Beside("cin_census.assessments", _REFERRAL),),
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
            Beside("cin_census.section47", _REFERRAL),
            Beside("cin_census.child_protection_plans", _REFERRAL),
            Beside("cin_census.cin_plan_dates", _REFERRAL),
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
        (Beside("cin_census.assessments", _REFERRAL),),
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
        (_referral(None, only=col("CINclosureDate").is_not_null(), shown="CINclosureDate"),),
        when=col("DateOfInitialCPC").is_null() & ~col("ICPCnotRequired").fill_null(False),
        dfe="8868",
    ),
    CrossCheck(
        "conference_recorded_twice",
        "cin_census.section47",
        ("DateOfInitialCPC",),
        "is recorded with the referral too",
        "Record the conference with the enquiry alone",
        (_referral(col("DateOfInitialCPC") == other("DateOfInitialCPC")),),
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
        _BOTH,
        (
            _referral(
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
        (_referral(None, only=col("CINclosureDate").is_not_null(), shown="CINclosureDate"),),
        when=col("CPPendDate").is_null(),
        severity=Severity.ERROR,
    ),
    CrossCheck(
        "protection_ends_after_death",
        "cin_census.child_protection_plans",
        ("CPPendDate",),
        "is after the child's death",
        _BOTH,
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
        _BOTH,
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
        _BOTH,
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
        _BOTH,
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
        _BOTH,
        (_referral(col("CINPlanEndDate") > other("CINclosureDate"), shown="CINclosureDate"),),
        dfe="8565",
    ),
)

CHECKS = (
    *_CHILDREN,
    *(check for event in _EVENTS for check in _of_event(*event)),
    *_ASSESSMENTS,
    *_PROTECTION,
)
