"""Section 47 enquiries, child protection plans and their reviews, pre-proceedings."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.cin_census.checks.referrals import next_start, on_a_weekend, outside_year
from sightline.returns.tables import Severity

col = pl.col
_YEAR_BEFORE = YEAR_END.dt.offset_by("-1y")
_ENQUIRY_OPEN = col("DateOfInitialCPC").is_null() & ~col("ICPCnotRequired").fill_null(False)
_MANY_PLANS = 8

_ENQUIRIES = (
    Check(
        "conference_before_enquiry",
        "section47",
        ("DateOfInitialCPC", "S47ActualStartDate"),
        "is before S47ActualStartDate: the conference came before the strategy discussion",
        col("DateOfInitialCPC") < col("S47ActualStartDate"),
        do="Correct whichever of the two dates is wrong",
        dfe="8615",
        severity=Severity.ERROR,
    ),
    Check(
        "conference_held_though_not_required",
        "section47",
        ("DateOfInitialCPC", "ICPCnotRequired"),
        "is the day of a conference that is said not to have been required",
        col("DateOfInitialCPC").is_not_null() & col("ICPCnotRequired"),
        do="Take the date out, or say that the conference was required",
    ),
    Check(
        "conference_target_before_enquiry",
        "section47",
        ("InitialCPCtarget", "S47ActualStartDate"),
        "is before S47ActualStartDate",
        col("InitialCPCtarget") < col("S47ActualStartDate"),
        do="Give the fifteenth working day after the strategy discussion",
    ),
    on_a_weekend("InitialCPCtarget", "section47", "conference_target", "8870Q"),
    on_a_weekend("DateOfInitialCPC", "section47", "conference", "8875"),
    outside_year("DateOfInitialCPC", "section47", "conference", "8715"),
    Check(
        "enquiry_open_over_15_days",
        "section47",
        ("S47ActualStartDate", "DateOfInitialCPC", "ICPCnotRequired"),
        "is more than 15 weekdays before the year's end, and no conference was held",
        _ENQUIRY_OPEN & (pl.business_day_count(col("S47ActualStartDate"), YEAR_END) > 15),
        do="Give the day of the conference, or say that none was required",
        dfe="8675Q",
    ),
    Check(
        "open_enquiry_of_earlier_year",
        "section47",
        ("S47ActualStartDate", "DateOfInitialCPC"),
        "is before the census's year, and no conference was held",
        _ENQUIRY_OPEN & (col("S47ActualStartDate") <= _YEAR_BEFORE),
        do="Give the day of the conference, or take the enquiry out",
        dfe="8740",
    ),
    Check(
        "several_open_enquiries",
        "section47",
        ("S47ActualStartDate", "CINdetailsID"),
        "began one of several enquiries of the same referral that are open",
        _ENQUIRY_OPEN & (_ENQUIRY_OPEN.sum().over("LAchildID", "CINdetailsID") > 1),
        do="End all but one",
        dfe="8839",
    ),
    Check(
        "enquiries_overlap",
        "section47",
        ("DateOfInitialCPC", "S47ActualStartDate"),
        "is after the start of the child's next enquiry: the two overlap",
        col("DateOfInitialCPC") > next_start("S47ActualStartDate"),
        do="Make sure that both are meant, or correct a date",
        dfe="8890",
    ),
)

_PLANS = (
    Check(
        "protection_ends_before_start",
        "child_protection_plans",
        ("CPPendDate", "CPPstartDate"),
        "is before CPPstartDate",
        col("CPPendDate") < col("CPPstartDate"),
        do="Correct whichever of the two dates is wrong",
        dfe="8925",
        severity=Severity.ERROR,
    ),
    Check(
        "protection_of_no_days",
        "child_protection_plans",
        ("CPPendDate", "CPPstartDate"),
        "is the day the plan began",
        col("CPPendDate") == col("CPPstartDate"),
        do="Correct a date, or leave the plan out",
        dfe="8840",
    ),
    outside_year("CPPendDate", "child_protection_plans", "protection_end", "8930"),
    Check(
        "protection_starts_after_year_end",
        "child_protection_plans",
        ("CPPstartDate",),
        "is after the end of the census's year",
        col("CPPstartDate") > YEAR_END,
        do="Correct the date, or leave the plan for the next census",
        dfe="8720",
    ),
    Check(
        "protection_overlaps",
        "child_protection_plans",
        ("CPPendDate", "CPPstartDate"),
        "is after the start of the child's next plan: the two overlap",
        col("CPPendDate") > next_start("CPPstartDate"),
        do="Correct the end of this plan or the start of the next",
        dfe="8940",
        severity=Severity.ERROR,
    ),
    Check(
        "several_open_protection_plans",
        "child_protection_plans",
        ("CPPstartDate", "CPPendDate"),
        "began one of several child protection plans of the child that are open",
        col("CPPendDate").is_null() & (col("CPPendDate").is_null().sum().over("LAchildID") > 1),
        do="End all but one",
        dfe="8935",
        severity=Severity.ERROR,
    ),
    Check(
        "previous_plans_not_counted",
        "child_protection_plans",
        ("NumberOfPreviousCPP", "CPPstartDate"),
        "leaves out an earlier plan of the child in this census",
        (col("NumberOfPreviousCPP") == 0)
        & (col("CPPstartDate") > col("CPPstartDate").min().over("LAchildID")),
        do="Count every plan that the child has had before",
    ),
    Check(
        "many_previous_plans",
        "child_protection_plans",
        ("NumberOfPreviousCPP",),
        "is more plans than a child is likely to have had",
        col("NumberOfPreviousCPP") > _MANY_PLANS,
        do="Make sure that it counts plans, not months or reviews",
    ),
    Check(
        "review_after_year_end",
        "reviews",
        ("CPPreviewDate",),
        "is after the end of the census's year",
        col("CPPreviewDate") > YEAR_END,
        do="Correct the date, or leave the review for the next census",
    ),
    Check(
        "review_repeated",
        "reviews",
        ("CPPreviewDate",),
        "is there twice for the same child",
        pl.struct("LAchildID", "CPPreviewDate").is_duplicated(),
        do="Take one of the two out",
    ),
)

# a day of pre-proceedings that cannot come before another
_IN_ORDER = (
    ("LBPSentDate", "PPStartDate", "letter"),
    ("InitialPPMeetingDate", "PPStartDate", "first_meeting"),
    ("StepDecisionDate", "PPStartDate", "outcome"),
    ("CourtAppDate", "PPStartDate", "application"),
    ("CourtAppDate", "InitialPPMeetingDate", "application"),
)

_PRE_PROCEEDINGS = (
    *(
        Check(
            f"{noun}_before_{'start' if earlier == 'PPStartDate' else 'first_meeting'}",
            "pre_proceedings",
            (later, earlier),
            f"is before {earlier}",
            col(later) < col(earlier),
            do="Correct whichever of the two dates is wrong",
        )
        for later, earlier, noun in _IN_ORDER
    ),
    Check(
        "outcome_without_day",
        "pre_proceedings",
        ("PPOutcome", "StepDecisionDate"),
        "says how pre-proceedings ended, but StepDecisionDate gives no day",
        col("PPOutcome").is_not_null() & col("StepDecisionDate").is_null(),
        do="Give the day of the decision, or take the outcome out",
    ),
    Check(
        "day_without_outcome",
        "pre_proceedings",
        ("StepDecisionDate", "PPOutcome"),
        "is given, but PPOutcome does not say what was decided",
        col("StepDecisionDate").is_not_null() & col("PPOutcome").is_null(),
        do="Give the outcome, or take the date out",
    ),
    Check(
        "family_meeting_held_not_offered",
        "pre_proceedings",
        ("FGDMMeetingFac", "FGDMMeetingOffer"),
        "says that a family group decision-making meeting was held, which was not offered",
        col("FGDMMeetingFac") & ~col("FGDMMeetingOffer"),
        do="Correct whichever of the two is wrong",
    ),
    Check(
        "review_meetings_without_first",
        "pre_proceedings",
        ("ReviewMeetingsCount", "InitialPPMeetingDate"),
        "counts review meetings, but no first meeting is dated",
        (col("ReviewMeetingsCount") > 0) & col("InitialPPMeetingDate").is_null(),
        do="Give the day of the first meeting",
    ),
    Check(
        "pre_proceedings_after_year_end",
        "pre_proceedings",
        ("PPStartDate",),
        "is after the end of the census's year",
        col("PPStartDate") > YEAR_END,
        do="Correct the date, or leave it for the next census",
    ),
)

CHECKS = (*_ENQUIRIES, *_PLANS, *_PRE_PROCEEDINGS)
