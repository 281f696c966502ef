"""A children in need census: each child known, each event after its referral, before its end.

Codes are those of the Department for Education's validation rules for the census, as the sector's
validator (csc-validator-be-cin 0.1.13 on PyPI) lists them [unverified].
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import Beside, CrossCheck, other
from sightline.returns.tables import Severity

col = pl.col
CHILD = {"LAchildID": "LAchildID"}
REFERRAL = {**CHILD, "CINdetailsID": "CINdetailsID"}
BOTH = "Correct whichever of the two dates is wrong"

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


def referral(
    where: pl.Expr | None, only: pl.Expr | None = None, shown: str | None = None
) -> Beside:
    """The referral that a row belongs to."""
    return Beside("cin_census.cin_details", REFERRAL, where=where, only=only, shown=shown)


def _of_event(table: str, day: str, noun: str) -> tuple[CrossCheck, ...]:
    """What holds for any event: after the referral, before closure and death, of a known child."""
    name = f"cin_census.{table}"
    return (
        CrossCheck(
            f"{noun}_before_referral",
            name,
            (day,),
            "is before the referral it belongs to",
            BOTH,
            (referral(col(day) < other("CINreferralDate"), shown="CINreferralDate"),),
            dfe=_BEFORE_REFERRAL.get(noun),
        ),
        CrossCheck(
            f"{noun}_after_closure",
            name,
            (day,),
            "is after the record it belongs to was closed",
            "Correct whichever of the two dates is wrong, or put it under the later referral",
            (referral(col(day) > other("CINclosureDate"), shown="CINclosureDate"),),
            dfe="8565",
        ),
        CrossCheck(
            f"{noun}_after_death",
            name,
            (day,),
            "is after the child's death",
            BOTH,
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
            (referral(None, only=col("ReferralNFA")),),
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
        BOTH,
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
        BOTH,
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

CHECKS = (*_CHILDREN, *(check for event in _EVENTS for check in _of_event(*event)))
