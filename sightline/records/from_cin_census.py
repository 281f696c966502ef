"""The CIN census into canonical tables.

Each census tells the year to its 31 March, so one child, plan or enquiry comes back in several:
the newest census that names it is believed. What a census left open and a newer one no longer
names is taken to have ended the day after, marked `end_unknown`, so that somebody asks.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.extracts import Extracts
from sightline.records.mapping import Mapped, Straight, mapped, read
from sightline.records.newest import newest
from sightline.records.spells import day_after
from sightline.records.tables import TABLES

RETURN = "cin_census"
CHILD = {"child_id": "LAchildID"}

NEED = Straight(
    "cin_details",
    ("child_id", "started"),
    {
        "started": "CINreferralDate",
        "ended": "CINclosureDate",
        "need": "PrimaryNeedCode",
        "reason_closed": "ReasonForClosure",
    },
)
PLAN = Straight(
    "child_protection_plans",
    ("child_id", "started"),
    {
        "started": "CPPstartDate",
        "ended": "CPPendDate",
        "initial_category": "InitialCategoryOfAbuse",
        "latest_category": "LatestCategoryOfAbuse",
        "previous_plans": "NumberOfPreviousCPP",
    },
)


def tables(extracts: Extracts) -> dict[str, Table]:
    """The canonical tables that the censuses loaded feed, `person` apart."""
    return mapped(extracts, RETURN, MAPPINGS)


def person(extracts: Extracts) -> Table:
    """Who each child is: a child not yet born has an expected birth and no date of birth."""
    return read(
        extracts,
        RETURN,
        "children",
        TABLES["person"].columns,
        {
            **CHILD,
            "sex": "Sex",
            "date_of_birth": "PersonBirthDate",
            "expected_birth": "ExpectedPersonBirthDate",
            "died": "PersonDeathDate",
            "ethnicity": "Ethnicity",
            "upn": "UPN",
            "former_upn": "FormerUPN",
        },
    )


def disability(extracts: Extracts) -> Table:
    """The disabilities that the newest census of a child names; NONE is none."""
    kinds = TABLES["disability"].columns
    listed = read(extracts, RETURN, "disabilities", kinds, {**CHILD, "disability": "Disability"})
    named = newest(listed, ["child_id", "disability"])
    last = named.mutate(last=named.period.max().over(ibis.window(group_by="child_id")))
    return last.filter((_.period == _.last) & (_.disability != "NONE")).drop("last")


def child_in_need(extracts: Extracts) -> Table:
    """From referral to closure."""
    return _no_longer_named(extracts, NEED, "child_in_need")


def protection_plan(extracts: Extracts) -> Table:
    """Child protection plans."""
    return _no_longer_named(extracts, PLAN, "protection_plan")


def _no_longer_named(extracts: Extracts, mapping: Straight, name: str) -> Table:
    spells = mapping.read(extracts, RETURN, name)
    last = max(extracts.periods(RETURN, mapping.read_from))
    vanished = spells.ended.isnull() & (spells.period < last)
    return spells.mutate(
        ended=ibis.ifelse(vanished, day_after(spells.period), spells.ended), end_unknown=vanished
    )


def assessment_factor(extracts: Extracts) -> Table:
    """Factors, each with the start of its assessment where the census ties them together."""
    kinds = {**TABLES["assessment_factor"].columns, "started": "date"}
    ids = {**CHILD, "assessment_id": "AssessmentID"}
    factors = read(
        extracts, RETURN, "assessment_factors", kinds, {**ids, "factor": "AssessmentFactors"}
    )
    assessments = read(
        extracts, RETURN, "assessments", kinds, {**ids, "started": "AssessmentActualStartDate"}
    )
    together = ["child_id", "assessment_id", "period"]
    started = (
        assessments.filter(_.assessment_id.notnull())
        .group_by(together)
        .agg(assessment_started=_.started.min())
    )
    tied = factors.left_join(started, together).select(factors, started.assessment_started)
    return newest(tied, ["child_id", "assessment_started", "assessment_id", "factor"])


def conference(extracts: Extracts) -> Table:
    """Initial conferences, from the enquiry they followed and from the details of need."""
    kinds = TABLES["conference"].columns
    held = {**CHILD, "date": "DateOfInitialCPC"}
    after_enquiry = read(
        extracts, RETURN, "section47", kinds, {**held, "target": "InitialCPCtarget"}
    )
    of_need = read(extracts, RETURN, "cin_details", kinds, held).mutate(
        target=ibis.null().cast("date")
    )
    both = ibis.union(after_enquiry, of_need.select(after_enquiry.columns), distinct=False)
    once = both.filter(_.date.notnull()).group_by(["child_id", "source", "period", "date"])
    return newest(once.agg(target=_.target.max()), ["child_id", "date"])


MAPPINGS: dict[str, Mapped] = {
    "disability": (("disabilities",), disability),
    "referral": Straight(
        "cin_details",
        ("child_id", "date"),
        {
            "date": "CINreferralDate",
            "made_by": "ReferralSource",
            "no_further_action": "ReferralNFA",
        },
    ),
    "child_in_need": ((NEED.read_from,), child_in_need),
    "assessment": Straight(
        "assessments",
        ("child_id", "started"),
        {
            "started": "AssessmentActualStartDate",
            "ended": "AssessmentAuthorisationDate",
            "internal_review": "AssessmentInternalReviewDate",
            "assessment_id": "AssessmentID",
        },
    ),
    "assessment_factor": (("assessment_factors",), assessment_factor),
    "child_in_need_plan": Straight(
        "cin_plan_dates",
        ("child_id", "started"),
        {"started": "CINPlanStartDate", "ended": "CINPlanEndDate"},
    ),
    "section47": Straight(
        "section47",
        ("child_id", "strategy_discussion"),
        {
            "strategy_discussion": "S47ActualStartDate",
            "conference_target": "InitialCPCtarget",
            "conference": "DateOfInitialCPC",
            "conference_unnecessary": "ICPCnotRequired",
        },
    ),
    "conference": (("section47", "cin_details"), conference),
    "protection_plan": ((PLAN.read_from,), protection_plan),
    "protection_review": Straight(
        "reviews", ("child_id", "date"), {"date": "CPPreviewDate", "plan_id": "CPPID"}
    ),
    "pre_proceedings": Straight(
        "pre_proceedings",
        ("child_id", "started"),
        {
            "started": "PPStartDate",
            "ended": "StepDecisionDate",
            "letter_before_proceedings": "LBPSentDate",
            "family_group_offered": "FGDMMeetingOffer",
            "family_group_held": "FGDMMeetingFac",
            "first_meeting": "InitialPPMeetingDate",
            "review_meetings": "ReviewMeetingsCount",
            "outcome": "PPOutcome",
            "court_application": "CourtAppDate",
            "letter_of_issue": "LetterInitCPDate",
        },
    ),
}
