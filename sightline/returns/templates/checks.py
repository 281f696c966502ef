"""What cannot be right in a template, or is worth a look; the lists are ours, so are the rules."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import Check, verified
from sightline.returns.tables import Severity
from sightline.returns.templates.every import TABLES

col = pl.col

# list, the earlier date, the later date that must not come before it
_IN_ORDER = (
    ("return_interviews", "returned_date", "interview_date"),
    ("return_interviews", "returned_date", "offered_date"),
    ("return_interviews", "offered_date", "interview_date"),
    ("match_decisions", "panel_date", "decision_date"),
    ("panel_decisions", "panel_date", "next_date"),
    ("iro_escalations", "raised_date", "resolved_date"),
    ("mental_health_referrals", "referral_date", "first_help_date"),
    ("mental_health_referrals", "referral_date", "ended_date"),
    ("mental_health_referrals", "first_help_date", "ended_date"),
    ("life_story_work", "started", "completed"),
    ("ehc_requests", "request_date", "decision_to_assess_date"),
    ("ehc_requests", "request_date", "plan_issued_date"),
    ("ehc_requests", "decision_to_assess_date", "plan_issued_date"),
    ("early_help", "started", "ended"),
    ("carer_assessments", "started", "completed"),
    ("carer_assessments", "started", "decision_date"),
    ("case_audits", "audit_date", "moderated_date"),
)

# list, what makes two rows the same
_ONCE = (
    ("strategy_discussions", ("child_id", "discussion_date")),
    ("return_interviews", ("child_id", "returned_date")),
    ("placement_plans", ("child_id", "placement_started")),
    ("training", ("worker_id", "programme", "training_date")),
)

# list, a flag that is no, the date that then has nothing to tell
_NOT_SO = (
    ("return_interviews", "offered", "offered_date"),
    ("return_interviews", "accepted", "interview_date"),
    ("mental_health_referrals", "accepted", "first_help_date"),
    ("ehc_requests", "agreed_to_assess", "plan_issued_date"),
)
_LONGEST_SUPERVISION = 480
_LONGEST_TRAINING = 400
_STAGES = 7


def _heading(table: str, column: str) -> str:
    return TABLES[table][column].label


_MEETINGS = (
    Check(
        "strategy_without_partners",
        "strategy_discussions",
        ("discussion_date", "police_present", "health_present", "social_care_present"),
        "is of a strategy discussion without police, health or social care, all of whom it needs",
        ~(col("police_present") & col("health_present") & col("social_care_present")),
        do="Correct who was there; if it is so, hold the discussion again with all three",
    ),
    Check(
        "supervised_by_oneself",
        "supervision",
        ("supervisor_id", "worker_id"),
        "is the worker who was supervised",
        col("supervisor_id") == col("worker_id"),
        do="Give who supervised",
    ),
    Check(
        "supervision_too_long",
        "supervision",
        ("minutes",),
        "is no time that a supervision takes, in minutes",
        (col("minutes") < 1) | (col("minutes") > _LONGEST_SUPERVISION),
        do="Give the time in minutes",
    ),
    Check(
        "training_too_long",
        "training",
        ("hours",),
        "is no time that a training takes, in hours",
        (col("hours") <= 0) | (col("hours") > _LONGEST_TRAINING),
        do="Give the time in hours",
    ),
    Check(
        "hours_though_absent",
        "training",
        ("hours", "attended"),
        "is given for a worker who did not attend",
        (col("hours") > 0) & ~col("attended"),
        do="Take the hours out, or say that the worker attended",
    ),
    Check(
        "stage_unknown",
        "iro_escalations",
        ("stage",),
        "is no stage of an escalation",
        (col("stage") < 1) | (col("stage") > _STAGES),
        do="Give the stage, beginning with 1",
    ),
    Check(
        "resolved_without_outcome",
        "iro_escalations",
        ("resolved_date", "outcome"),
        "is given, but nothing says how it was resolved",
        col("resolved_date").is_not_null() & col("outcome").is_null(),
        do="Give the outcome",
    ),
    Check(
        "outcome_without_resolution",
        "iro_escalations",
        ("outcome", "resolved_date"),
        "is given, but nothing says when it was resolved",
        col("outcome").is_not_null() & col("resolved_date").is_null(),
        do="Give the day it was resolved, or take the outcome out",
    ),
)

_CHILDREN = (
    Check(
        "accepted_not_offered",
        "return_interviews",
        ("accepted", "offered"),
        "is yes, but the interview was not offered",
        col("accepted") & ~col("offered"),
        do="Correct whichever of the two is wrong",
    ),
    Check(
        "accepted_but_not_held",
        "return_interviews",
        ("accepted", "interview_date"),
        "is yes, but no interview is dated",
        col("accepted") & col("interview_date").is_null(),
        do="Give the day of the interview; if it was not held, say why in the child's record",
    ),
    Check(
        "match_undecided_by_panel",
        "match_decisions",
        ("decision_date", "panel_date"),
        "is of a match agreed without a panel",
        (col("decision") == "agreed") & col("panel_date").is_null(),
        do="Give the day of the panel",
    ),
    Check(
        "match_without_carer",
        "match_decisions",
        ("decision", "carer_id"),
        "is agreed, but nothing says with which carer",
        (col("decision") == "agreed") & col("carer_id").is_null(),
        do="Give the carer's number",
    ),
    Check(
        "seen_alone_but_not_seen",
        "assurance_visits",
        ("child_seen_alone", "child_seen"),
        "is yes, but the child was not seen",
        col("child_seen_alone") & ~col("child_seen"),
        do="Correct whichever of the two is wrong",
    ),
    Check(
        "safe_without_seeing",
        "assurance_visits",
        ("safe", "child_seen"),
        "is yes, though the child was not seen",
        col("safe") & ~col("child_seen"),
        do="Make sure how it was known; if the child was seen, say so",
    ),
    Check(
        "reason_though_happened",
        "family_time",
        ("reason_not", "happened"),
        "says why the time together did not happen, but it did",
        col("reason_not").is_not_null() & col("happened"),
        do="Take the reason out, or correct whether it happened",
    ),
    Check(
        "no_reason_not_happened",
        "family_time",
        ("planned_date", "reason_not"),
        "is of time together that did not happen, and nothing says why",
        ~col("happened") & col("reason_not").is_null(),
        do="Give the reason",
    ),
    Check(
        "overridden_without_reason",
        "carer_assessments",
        ("overridden", "override_reason"),
        "is yes, but nothing says why the recommendation was overridden",
        col("overridden") & col("override_reason").is_null(),
        do="Give the reason of whoever decided",
    ),
    Check(
        "override_reason_not_overridden",
        "carer_assessments",
        ("override_reason", "overridden"),
        "is given, but the recommendation was not overridden",
        col("override_reason").is_not_null() & ~col("overridden"),
        do="Take the reason out, or say that it was overridden",
    ),
    Check(
        "decided_by_nobody",
        "carer_assessments",
        ("decision", "decided_by"),
        "is given, but nothing says who decided",
        col("decision").is_not_null() & col("decided_by").is_null(),
        do="Give the role of whoever decided",
    ),
    Check(
        "decision_before_assessment",
        "carer_assessments",
        ("decision_date", "completed"),
        "is before the assessment was completed",
        col("decision_date") < col("completed"),
        do="Correct whichever of the two dates is wrong",
    ),
    Check(
        "stepped_up_but_open",
        "early_help",
        ("stepped_up", "ended"),
        "is yes, but the early help has not ended",
        col("stepped_up") & col("ended").is_null(),
        do="Give the day on which social care took over",
    ),
    Check(
        "plan_long_before_placement",
        "placement_plans",
        ("plan_date", "placement_started"),
        "is more than three months before the placement began",
        col("plan_date") < col("placement_started").dt.offset_by("-3mo"),
        do="Correct whichever of the two dates is wrong",
    ),
)

CHECKS = verified(
    (
        *(
            Check(
                f"{later}_before_{earlier}",
                table,
                (later, earlier),
                f"is before '{_heading(table, earlier)}'",
                col(later) < col(earlier),
                do="Correct whichever of the two dates is wrong",
                severity=Severity.ERROR,
            )
            for table, earlier, later in _IN_ORDER
        ),
        *(
            Check(
                "row_repeated",
                table,
                columns,
                "has the same row more than once, by who and when",
                pl.struct(*columns).is_duplicated(),
                do="Keep the row that is right and take the others out",
            )
            for table, columns in _ONCE
        ),
        *(
            Check(
                f"{when}_though_not_{flag}",
                table,
                (when, flag),
                f"is given, but '{_heading(table, flag)}' is no",
                col(when).is_not_null() & ~col(flag),
                do="Correct whichever of the two is wrong",
            )
            for table, flag, when in _NOT_SO
        ),
        *_MEETINGS,
        *_CHILDREN,
    ),
    TABLES,
)
