"""The returns that came later: the children in need census, the standard data set, templates."""

from sightline.records.rewritten.watched import Stays, Through, Watched, once, value
from sightline.returns.templates import TEMPLATES as KNOWN

CHILD, CENSUS = "LAchildID", "cin_census"
KEPT = Stays(months=60)  # the standard data set goes back six years


def _census(
    table: str,
    began: str,
    *ends: str,
    values: tuple[str, ...] = (),
    stays: Stays | None = None,
) -> Watched:
    columns = (*once(*ends), *value(*values))
    return Watched(CENSUS, table, CHILD, (began,), began, columns, stays or Stays())


CIN_CENSUS = (
    _census(
        "cin_details",
        "CINreferralDate",
        "CINclosureDate",
        "DateOfInitialCPC",
        stays=Stays(until=("CINclosureDate",), unless="ReferralNFA"),
    ),
    _census(
        "assessments",
        "AssessmentActualStartDate",
        "AssessmentAuthorisationDate",
        stays=Stays(until=("AssessmentAuthorisationDate",)),
    ),
    _census("section47", "S47ActualStartDate", "DateOfInitialCPC"),
    _census(
        "cin_plan_dates",
        "CINPlanStartDate",
        "CINPlanEndDate",
        stays=Stays(until=("CINPlanEndDate",)),
    ),
    _census(
        "child_protection_plans",
        "CPPstartDate",
        "CPPendDate",
        values=("InitialCategoryOfAbuse",),
        stays=Stays(until=("CPPendDate",)),
    ),
    Watched(CENSUS, "reviews", CHILD, ("CPPreviewDate",), "CPPreviewDate", again_only=True),
)


def _numbered(table: str, who: str, number: str, began: str, *ends: str) -> Watched:
    return Watched("ssd", table, who, (number,), began, once(*ends), KEPT, numbered=True)


SSD = (
    Watched(
        "ssd",
        "ssd_cla_reviews",
        "clar_cla_id",
        ("clar_cla_review_id",),
        "clar_cla_review_date",
        stays=KEPT,
        numbered=True,
        through=Through("ssd_cla_episodes", "clae_cla_id", "clae_person_id"),
    ),
    _numbered("ssd_contacts", "cont_person_id", "cont_contact_id", "cont_contact_date"),
    _numbered(
        "ssd_early_help_episodes",
        "earl_person_id",
        "earl_episode_id",
        "earl_episode_start_date",
        "earl_episode_end_date",
    ),
    _numbered("ssd_cla_visits", "clav_person_id", "clav_cla_visit_id", "clav_cla_visit_date"),
    _numbered("ssd_cp_visits", "cppv_person_id", "cppv_cp_visit_id", "cppv_cp_visit_date"),
    _numbered("ssd_cin_visits", "cinv_person_id", "cinv_cin_visit_id", "cinv_cin_visit_date"),
    _numbered("ssd_cp_reviews", "cppr_person_id", "cppr_cp_review_id", "cppr_cp_review_date"),
    _numbered("ssd_cla_health", "clah_person_id", "clah_health_check_id", "clah_health_check_date"),
    _numbered(
        "ssd_cin_episodes",
        "cine_person_id",
        "cine_referral_id",
        "cine_referral_date",
        "cine_close_date",
    ),
    _numbered(
        "ssd_cin_assessments",
        "cina_person_id",
        "cina_assessment_id",
        "cina_assessment_start_date",
        "cina_assessment_auth_date",
    ),
    _numbered(
        "ssd_cin_plans",
        "cinp_person_id",
        "cinp_cin_plan_id",
        "cinp_cin_plan_start_date",
        "cinp_cin_plan_end_date",
    ),
    _numbered(
        "ssd_s47_enquiry",
        "s47e_person_id",
        "s47e_s47_enquiry_id",
        "s47e_s47_start_date",
        "s47e_s47_end_date",
    ),
    _numbered("ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_id", "icpc_icpc_date"),
    _numbered(
        "ssd_cp_plans",
        "cppl_person_id",
        "cppl_cp_plan_id",
        "cppl_cp_plan_start_date",
        "cppl_cp_plan_end_date",
    ),
    _numbered(
        "ssd_cla_episodes",
        "clae_person_id",
        "clae_cla_episode_id",
        "clae_cla_episode_start_date",
        "clae_cla_episode_ceased_date",
    ),
    _numbered(
        "ssd_cla_placement",
        "clap_person_id",
        "clap_cla_placement_id",
        "clap_cla_placement_start_date",
        "clap_cla_placement_end_date",
    ),
    _numbered(
        "ssd_legal_status",
        "lega_person_id",
        "lega_legal_status_id",
        "lega_legal_status_start_date",
        "lega_legal_status_end_date",
    ),
    _numbered(
        "ssd_missing",
        "miss_person_id",
        "miss_table_id",
        "miss_missing_episode_start_date",
        "miss_missing_episode_end_date",
    ),
)


def _sheet(table: str, began: str, *ends: str, values: tuple[str, ...] = ()) -> Watched:
    """A row is the one that the template itself says a newer copy replaces."""
    key = tuple(name for name in KNOWN[table].same_row if name != "child_id")
    columns = (*once(*ends), *value(*values))
    months = Stays(months=6)
    return Watched("templates", table, "child_id", key, began, columns, months, running=True)


TEMPLATES = (
    _sheet(
        "strategy_discussions",
        "discussion_date",
        values=("police_present", "health_present", "social_care_present"),
    ),
    _sheet("return_interviews", "returned_date", "offered_date", "interview_date"),
    _sheet("assurance_visits", "visit_date", values=("child_seen",)),
    _sheet("early_help", "started", "ended"),
    _sheet("match_decisions", "decision_date"),
    _sheet("placement_plans", "placement_started", "plan_date"),
    _sheet("panel_decisions", "panel_date"),
    _sheet("carer_assessments", "started", "completed", "decision_date"),
    _sheet("life_story_work", "started", "completed"),
    _sheet("mental_health_referrals", "referral_date", "first_help_date", "ended_date"),
    _sheet("ehc_requests", "request_date", "decision_to_assess_date", "plan_issued_date"),
    _sheet("supervision", "supervision_date"),
    _sheet("case_audits", "due_date", "audit_date", "moderated_date"),
    _sheet("audit_standards", "audit_date"),
    _sheet("iro_escalations", "raised_date", "resolved_date"),
)
