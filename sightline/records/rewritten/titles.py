"""What the watched columns are called on pages, in one or a few words."""

from sightline.returns.annex_a.lists import LISTS

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
}
_HEADINGS = {
    f"annex_a.{each.name}.{column.name}": column.heading
    for each in LISTS
    for column in each.columns
}
_LISTS = {
    **{each.name: each.title for each in LISTS},
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
