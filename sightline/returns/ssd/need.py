"""SSD: from the first contact to the child protection plan."""

from __future__ import annotations

from sightline.returns.annex_a.words.need import read_abuse, read_need, read_reason_closed
from sightline.returns.fields import UNSTATED
from sightline.returns.ssd import codes
from sightline.returns.ssd.columns import (
    answers,
    coded,
    dates,
    flags,
    integers,
    ssd_table,
    texts,
    ticked,
)
from sightline.returns.ssd.words import code_or, read_answer

NEED = (
    ssd_table(
        "ssd_contacts",
        "cont_contact_id",
        *texts("cont_person_id"),
        *dates("cont_contact_date"),
        *texts("cont_contact_source_code cont_contact_source_desc"),
        ticked("cont_contact_outcome_json", codes.CONTACT_OUTCOME, codes.NOT_OPTIONS),
        who="cont_person_id",
    ),
    ssd_table(
        "ssd_early_help_episodes",
        "earl_episode_id",
        *texts("earl_person_id"),
        *dates("earl_episode_start_date earl_episode_end_date"),
        *texts(
            "earl_episode_reason earl_episode_end_reason earl_episode_organisation "
            "earl_episode_worker_id"
        ),
        who="earl_person_id",
    ),
    ssd_table(
        "ssd_cin_episodes",
        "cine_referral_id",
        *texts("cine_person_id"),
        *dates("cine_referral_date"),
        coded("cine_cin_primary_need_code", codes.CENSUS_NEED, read_need),
        *texts("cine_referral_source_code cine_referral_source_desc"),
        ticked("cine_referral_outcome_json", codes.REFERRAL_OUTCOME, codes.NOT_OPTIONS),
        *flags("cine_referral_nfa"),
        coded("cine_close_reason", codes.CLOSED, read_reason_closed),
        *dates("cine_close_date"),
        *texts("cine_referral_team cine_referral_worker_id"),
        who="cine_person_id",
    ),
    ssd_table(
        "ssd_cin_assessments",
        "cina_assessment_id",
        *texts("cina_person_id cina_referral_id"),
        *dates("cina_assessment_start_date"),
        *flags("cina_assessment_child_seen"),
        *dates("cina_assessment_auth_date"),
        ticked("cina_assessment_outcome_json", codes.ASSESSMENT_OUTCOME, codes.NOT_OPTIONS),
        *flags("cina_assessment_outcome_nfa"),
        *texts("cina_assessment_team cina_assessment_worker_id"),
        who="cina_person_id",
    ),
    ssd_table(
        "ssd_assessment_factors",
        "cinf_table_id",
        *texts("cinf_assessment_id"),
        ticked("cinf_assessment_factors_json", codes.FACTORS),
    ),
    ssd_table(
        "ssd_cin_plans",
        "cinp_cin_plan_id",
        *texts("cinp_referral_id cinp_person_id"),
        *dates("cinp_cin_plan_start_date cinp_cin_plan_end_date"),
        *texts("cinp_cin_plan_team cinp_cin_plan_worker_id"),
        who="cinp_person_id",
    ),
    ssd_table(
        "ssd_cin_visits",
        "cinv_cin_visit_id",
        *texts("cinv_person_id"),
        *dates("cinv_cin_visit_date"),
        *flags("cinv_cin_visit_seen cinv_cin_visit_seen_alone cinv_cin_visit_bedroom"),
        who="cinv_person_id",
    ),
    ssd_table(
        "ssd_s47_enquiry",
        "s47e_s47_enquiry_id",
        *texts("s47e_referral_id s47e_person_id"),
        *dates("s47e_s47_start_date s47e_s47_end_date"),
        *flags("s47e_s47_nfa"),
        ticked("s47e_s47_outcome_json", codes.ENQUIRY_OUTCOME, codes.NOT_OPTIONS),
        *texts("s47e_s47_completed_by_worker_id s47e_s47_completed_by_team"),
        who="s47e_person_id",
    ),
    ssd_table(
        "ssd_initial_cp_conference",
        "icpc_icpc_id",
        *texts(
            "icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_person_id icpc_cp_plan_id "
            "icpc_referral_id"
        ),
        *flags("icpc_icpc_transfer_in"),
        *dates("icpc_icpc_target_date icpc_icpc_date"),
        *flags("icpc_icpc_outcome_cp_flag"),
        ticked("icpc_icpc_outcome_json", codes.CONFERENCE_OUTCOME, codes.NOT_OPTIONS),
        *texts("icpc_icpc_team icpc_icpc_worker_id"),
        who="icpc_person_id",
    ),
    ssd_table(
        "ssd_cp_plans",
        "cppl_cp_plan_id",
        *texts("cppl_referral_id cppl_icpc_id cppl_person_id"),
        *dates("cppl_cp_plan_start_date cppl_cp_plan_end_date"),
        coded("cppl_cp_plan_initial_category", codes.ABUSE, read_abuse),
        *flags("cppl_cp_plan_ola"),
        coded("cppl_cp_plan_latest_category", codes.ABUSE, read_abuse),
        who="cppl_person_id",
    ),
    ssd_table(
        "ssd_cp_visits",
        "cppv_cp_visit_id",
        *texts("cppv_person_id cppv_cp_plan_id"),
        *dates("cppv_cp_visit_date"),
        *flags("cppv_cp_visit_seen cppv_cp_visit_seen_alone cppv_cp_visit_bedroom"),
        who="cppv_person_id",
    ),
    ssd_table(
        "ssd_cp_reviews",
        "cppr_cp_review_id",
        *texts("cppr_person_id cppr_cp_plan_id"),
        *dates("cppr_cp_review_due cppr_cp_review_date"),
        *texts("cppr_cp_review_meeting_id"),
        *flags("cppr_cp_review_outcome_continue_cp"),
        *answers("cppr_cp_review_quorate", read_answer),
        coded("cppr_cp_review_participation", codes.PARTICIPATION, code_or(codes.PARTICIPATION)),
        who="cppr_person_id",
    ),
    ssd_table(
        "ssd_pre_proceedings",
        "prep_table_id",
        *texts("prep_person_id prep_plo_family_id"),
        *dates("prep_pre_pro_decision_date prep_initial_pre_pro_meeting_date"),
        *texts("prep_pre_pro_outcome"),
        *dates("prep_agree_stepdown_issue_date"),
        *integers("prep_cp_plans_referral_period"),
        coded("prep_legal_gateway_outcome", codes.GATEWAY, code_or(codes.GATEWAY)),
        *integers("prep_prev_pre_proc_child prep_prev_care_proc_child"),
        *dates("prep_pre_pro_letter_date prep_care_pro_letter_date"),
        *integers("prep_pre_pro_meetings_num"),
        *answers("prep_pre_pro_parents_legal_rep", read_answer),
        *answers("prep_parents_legal_rep_point_of_issue", read_answer),
        *texts("prep_court_reference"),
        *integers("prep_care_proc_court_hearings"),
        *answers("prep_care_proc_short_notice", read_answer),
        *texts("prep_proc_short_notice_reason"),
        *answers("prep_la_inital_plan_approved", read_answer),
        coded(
            "prep_la_initial_care_plan",
            codes.FIRST_COURT_PLAN,
            code_or(codes.FIRST_COURT_PLAN, ((UNSTATED, r"not in care"),)),
        ),
        *answers("prep_la_final_plan_approved", read_answer),
        coded(
            "prep_la_final_care_plan",
            codes.LAST_COURT_PLAN,
            code_or(codes.LAST_COURT_PLAN, (("H", r"not yet at final"),)),
        ),
        who="prep_person_id",
    ),
)
