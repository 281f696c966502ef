"""What cannot be right in a table of the SSD, or is worth a look; DfE publishes no rules for it."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import Check, verified
from sightline.returns.neighbours import before
from sightline.returns.ssd.tables import TABLES
from sightline.returns.tables import Severity

col = pl.col

# table, the earlier date, the later date that must not come before it
_IN_ORDER = (
    ("ssd_person", "pers_dob", "pers_death_date"),
    ("ssd_address", "addr_address_start_date", "addr_address_end_date"),
    (
        "ssd_immigration_status",
        "immi_immigration_status_start_date",
        "immi_immigration_status_end_date",
    ),
    ("ssd_linked_identifiers", "link_valid_from_date", "link_valid_to_date"),
    ("ssd_early_help_episodes", "earl_episode_start_date", "earl_episode_end_date"),
    ("ssd_cin_episodes", "cine_referral_date", "cine_close_date"),
    ("ssd_cin_assessments", "cina_assessment_start_date", "cina_assessment_auth_date"),
    ("ssd_cin_plans", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
    ("ssd_s47_enquiry", "s47e_s47_start_date", "s47e_s47_end_date"),
    ("ssd_cp_plans", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ("ssd_pre_proceedings", "prep_pre_pro_decision_date", "prep_initial_pre_pro_meeting_date"),
    ("ssd_pre_proceedings", "prep_pre_pro_decision_date", "prep_agree_stepdown_issue_date"),
    ("ssd_legal_status", "lega_legal_status_start_date", "lega_legal_status_end_date"),
    ("ssd_cla_episodes", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
    ("ssd_cla_episodes", "clae_entered_care_date", "clae_cla_episode_start_date"),
    ("ssd_cla_placement", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
    ("ssd_cla_care_plan", "lacp_cla_care_plan_start_date", "lacp_cla_care_plan_end_date"),
    ("ssd_missing", "miss_missing_episode_start_date", "miss_missing_episode_end_date"),
    ("ssd_permanence", "perm_matched_date", "perm_placed_for_adoption_date"),
    ("ssd_permanence", "perm_placed_for_adoption_date", "perm_permanence_order_date"),
    ("ssd_involvements", "invo_involvement_start_date", "invo_involvement_end_date"),
    ("ssd_ehcp_requests", "ehcr_ehcp_req_date", "ehcr_ehcp_req_outcome_date"),
    ("ssd_ehcp_named_plan", "ehcn_named_plan_start_date", "ehcn_named_plan_ceased_date"),
)

# table, the column that is given, the column without which it says nothing
_NEEDS = (
    ("ssd_cla_episodes", "clae_cla_episode_ceased_reason", "clae_cla_episode_ceased_date"),
    ("ssd_cla_episodes", "clae_cla_episode_ceased_date", "clae_cla_episode_ceased_reason"),
    ("ssd_cin_episodes", "cine_close_reason", "cine_close_date"),
    ("ssd_cin_episodes", "cine_close_date", "cine_close_reason"),
    ("ssd_permanence", "perm_permanence_order_type", "perm_permanence_order_date"),
    ("ssd_permanence", "perm_permanence_order_date", "perm_permanence_order_type"),
    ("ssd_permanence", "perm_decision_reversed_reason", "perm_decision_reversed_date"),
)

# table, a child's column, the day a spell begins and the day it ends: one at a time
_ONE_AT_A_TIME = (
    (
        "ssd_cla_episodes",
        "clae_person_id",
        "clae_cla_episode_start_date",
        "clae_cla_episode_ceased_date",
    ),
    ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
)

# table, whether the child was seen alone, whether she was seen
_VISITS = (
    ("ssd_cin_visits", "cinv_cin_visit_seen_alone", "cinv_cin_visit_seen"),
    ("ssd_cp_visits", "cppv_cp_visit_seen_alone", "cppv_cp_visit_seen"),
    ("ssd_cla_visits", "clav_cla_visit_seen_alone", "clav_cla_visit_seen"),
)
_HIGHEST_SDQ = 40


def _plain(column: str) -> str:
    """A column's name without the letters of its table."""
    return column.partition("_")[2]


def _overlaps(child: str, started: str, ended: str) -> pl.Expr:
    """Whether a spell begins before the child's one before it has ended."""
    return col(child).is_not_null() & (col(started) < before(ended, child, started))


def _open_twice(child: str, started: str, ended: str) -> pl.Expr:
    """Whether several spells of the child are open."""
    still = col(ended).is_null() & col(started).is_not_null()
    return col(child).is_not_null() & still & (still.sum().over(child) > 1)


_OTHERS = (
    Check(
        "born_and_expected",
        "ssd_person",
        ("pers_expected_dob", "pers_dob"),
        "is an expected day of birth, but the child is born",
        col("pers_expected_dob").is_not_null() & col("pers_dob").is_not_null(),
        do="Give one of the two dates of birth",
    ),
    Check(
        "own_mother",
        "ssd_mother",
        ("moth_childs_person_id", "moth_person_id"),
        "is a child who is her own mother",
        col("moth_childs_person_id") == col("moth_person_id"),
        do="Give the number of the child, and that of the mother",
        severity=Severity.ERROR,
    ),
    Check(
        "plan_decided_without_conference",
        "ssd_initial_cp_conference",
        ("icpc_icpc_outcome_cp_flag", "icpc_icpc_date"),
        "says that the conference led to a plan, but none was held",
        col("icpc_icpc_outcome_cp_flag") & col("icpc_icpc_date").is_null(),
        do="Give the day of the conference, or take its outcome out",
    ),
    Check(
        "participation_though_cancelled",
        "ssd_cla_reviews",
        ("clar_cla_review_participation", "clar_cla_review_cancelled"),
        "says how the child took part in a review that was cancelled",
        col("clar_cla_review_participation").is_not_null() & col("clar_cla_review_cancelled"),
        do="Take the participation out, or correct that it was cancelled",
    ),
    Check(
        "check_completed_without_day",
        "ssd_cla_health",
        ("clah_health_check_status", "clah_health_check_date"),
        "is completed, but nothing says when",
        (col("clah_health_check_status") == "COMPLETED") & col("clah_health_check_date").is_null(),
        do="Give the day of the check",
    ),
    Check(
        "sdq_beyond_scale",
        "ssd_sdq_scores",
        ("csdq_sdq_score",),
        "is no score of an SDQ, which goes from 0 to 40",
        col("csdq_sdq_score") > _HIGHEST_SDQ,
        do="Give the total difficulties score",
        severity=Severity.ERROR,
    ),
    Check(
        "return_interview_accepted_not_offered",
        "ssd_missing",
        ("miss_missing_rhi_accepted", "miss_missing_rhi_offered"),
        "is yes, but the return interview was not offered",
        col("miss_missing_rhi_accepted") & ~col("miss_missing_rhi_offered"),
        do="Correct whichever of the two is wrong",
    ),
    Check(
        "more_than_full_time",
        "ssd_professionals",
        ("prof_full_time_equivalency",),
        "is more than one full-time post",
        col("prof_full_time_equivalency") > 1,
        do="Give the share of a full-time post, from 0 to 1",
    ),
)

CHECKS = verified(
    (
        *(
            Check(
                f"{_plain(later)}_before_{_plain(earlier)}",
                table,
                (later, earlier),
                f"is before {earlier}",
                col(later) < col(earlier),
                do="Correct whichever of the two dates is wrong",
                severity=Severity.ERROR,
            )
            for table, earlier, later in _IN_ORDER
        ),
        *(
            Check(
                f"{_plain(given)}_without_{_plain(needed)}",
                table,
                (given, needed),
                f"is given, but {needed} is blank",
                col(given).is_not_null() & col(needed).is_null(),
                do=f"Give {needed}, or take {given} out",
            )
            for table, given, needed in _NEEDS
        ),
        *(
            Check(
                f"{table}_overlap",
                table,
                (started, ended, child),
                "is before the one before it of the same child has ended",
                _overlaps(child, started, ended),
                do="Correct the end of the one or the start of the other",
            )
            for table, child, started, ended in _ONE_AT_A_TIME
        ),
        *(
            Check(
                f"{table}_open_twice",
                table,
                (started, ended, child),
                "is one of several of the same child that have not ended",
                _open_twice(child, started, ended),
                do="End those that are over",
            )
            for table, child, started, ended in _ONE_AT_A_TIME
        ),
        *(
            Check(
                "visit_alone_but_not_seen",
                table,
                (alone, seen),
                "is yes, but the child was not seen",
                col(alone) & ~col(seen),
                do="Correct whichever of the two is wrong",
            )
            for table, alone, seen in _VISITS
        ),
        *_OTHERS,
    ),
    TABLES,
)
