"""What the watched columns are called on pages, in one or a few words."""

from sightline.returns.annex_a.lists import LISTS
from sightline.returns.templates import TEMPLATES

TITLES = {
    "annex_a.list_1.contact_date": "Contact",
    "annex_a.list_2.assessment_start": "Early help assessment started",
    "annex_a.list_2.assessment_end": "Early help assessment completed",
    "annex_a.list_3.referral_date": "Referral",
    "annex_a.list_4.assessment_start": "Assessment started",
    "annex_a.list_4.authorised": "Assessment authorised",
    "annex_a.list_5.strategy_discussion": "Strategy discussion",
    "annex_a.list_5.conference_date": "Initial child protection conference",
    "annex_a.list_6.started": "Child in need: opened",
    "annex_a.list_6.ended": "Child in need: closed",
    "annex_a.list_7.started": "Child protection plan started",
    "annex_a.list_7.ended": "Child protection plan ended",
    "annex_a.list_7.last_visit": "Visit under a child protection plan",
    "annex_a.list_7.last_review": "Review conference",
    "annex_a.list_8.care_started": "Came into care",
    "annex_a.list_8.care_ended": "Left care",
    "annex_a.list_8.last_visit": "Social worker’s visit",
    "annex_a.list_8.last_iro_contact": "Contact by the IRO",
    "annex_a.list_8.last_review": "Review",
    "annex_a.list_8.last_health_assessment": "Health assessment",
    "annex_a.list_8.last_dental_check": "Dental check",
    "annex_a.list_8.placement_started": "Placement started",
    "annex_a.list_8.legal_status_started": "Legal status started",
    "annex_a.list_8.legal_status": "Legal status",
    "annex_a.list_8.reason_ceased": "Reason for leaving care",
    "ssda903.episodes.DECOM": "Episode began",
    "ssda903.episodes.DEC": "Episode ended",
    "ssda903.reviews.REVIEW": "Review",
    "ssda903.missing.MIS_START": "Went missing",
    "ssda903.missing.MIS_END": "Returned",
    "cin_census.cin_details.CINreferralDate": "Referral, in the census",
    "cin_census.cin_details.CINclosureDate": "Child in need: closed, in the census",
    "cin_census.cin_details.DateOfInitialCPC": "Initial child protection conference, in the census",
    "cin_census.assessments.AssessmentActualStartDate": "Assessment started, in the census",
    "cin_census.assessments.AssessmentAuthorisationDate": "Assessment authorised, in the census",
    "cin_census.section47.S47ActualStartDate": "Section 47 enquiry begun, in the census",
    "cin_census.section47.DateOfInitialCPC": "Conference after an enquiry, in the census",
    "cin_census.cin_plan_dates.CINPlanStartDate": "Child in need plan started, in the census",
    "cin_census.cin_plan_dates.CINPlanEndDate": "Child in need plan ended, in the census",
    "cin_census.child_protection_plans.CPPstartDate": "Child protection plan started, in the "
    "census",
    "cin_census.child_protection_plans.CPPendDate": "Child protection plan ended, in the census",
    "cin_census.child_protection_plans.InitialCategoryOfAbuse": "Category of abuse at the start, "
    "in the census",
    "cin_census.reviews.CPPreviewDate": "Review conference, in the census",
    "ssd.ssd_contacts.cont_contact_date": "Contact",
    "ssd.ssd_early_help_episodes.earl_episode_start_date": "Early help started",
    "ssd.ssd_early_help_episodes.earl_episode_end_date": "Early help ended",
    "ssd.ssd_cla_reviews.clar_cla_review_date": "Review",
    "ssd.ssd_cla_visits.clav_cla_visit_date": "Social worker’s visit",
    "ssd.ssd_cp_visits.cppv_cp_visit_date": "Visit under a child protection plan",
    "ssd.ssd_cin_visits.cinv_cin_visit_date": "Visit to a child in need",
    "ssd.ssd_cp_reviews.cppr_cp_review_date": "Review conference",
    "ssd.ssd_cla_health.clah_health_check_date": "Health or dental check",
    "ssd.ssd_cin_episodes.cine_referral_date": "Referral",
    "ssd.ssd_cin_episodes.cine_close_date": "Closed",
    "ssd.ssd_cin_assessments.cina_assessment_start_date": "Assessment started",
    "ssd.ssd_cin_assessments.cina_assessment_auth_date": "Assessment authorised",
    "ssd.ssd_cin_plans.cinp_cin_plan_start_date": "Child in need plan started",
    "ssd.ssd_cin_plans.cinp_cin_plan_end_date": "Child in need plan ended",
    "ssd.ssd_s47_enquiry.s47e_s47_start_date": "Section 47 enquiry started",
    "ssd.ssd_s47_enquiry.s47e_s47_end_date": "Section 47 enquiry ended",
    "ssd.ssd_initial_cp_conference.icpc_icpc_date": "Initial child protection conference",
    "ssd.ssd_cp_plans.cppl_cp_plan_start_date": "Child protection plan started",
    "ssd.ssd_cp_plans.cppl_cp_plan_end_date": "Child protection plan ended",
    "ssd.ssd_cla_episodes.clae_cla_episode_start_date": "Episode began",
    "ssd.ssd_cla_episodes.clae_cla_episode_ceased_date": "Episode ended",
    "ssd.ssd_cla_placement.clap_cla_placement_start_date": "Placement started",
    "ssd.ssd_cla_placement.clap_cla_placement_end_date": "Placement ended",
    "ssd.ssd_legal_status.lega_legal_status_start_date": "Legal status started",
    "ssd.ssd_legal_status.lega_legal_status_end_date": "Legal status ended",
    "ssd.ssd_missing.miss_missing_episode_start_date": "Went missing",
    "ssd.ssd_missing.miss_missing_episode_end_date": "Returned",
}
_HEADINGS = {
    f"annex_a.{each.name}.{column.name}": column.heading
    for each in LISTS
    for column in each.columns
} | {
    f"templates.{each.name}.{column.name}": f"{each.title}: {column.heading}"
    for each in TEMPLATES.values()
    for column in each.columns
}
_LISTS = {
    **{each.name: each.title for each in LISTS},
    **{each.name: each.title for each in TEMPLATES.values()},
    "cin_details": "children in need, in the census",
    "section47": "section 47 enquiries, in the census",
    "cin_plan_dates": "child in need plans, in the census",
    "child_protection_plans": "child protection plans, in the census",
}


def title_of(return_name: str, table: str, column: str) -> str:
    """The column in words; one that has none goes by the name of its own return."""
    if column == "row":
        return f"The whole row, under “{_LISTS.get(table, table.replace('_', ' '))}”"
    full = f"{return_name}.{table}.{column}"
    return TITLES.get(full) or _HEADINGS.get(full) or f"{table.replace('_', ' ')}: {column}"
