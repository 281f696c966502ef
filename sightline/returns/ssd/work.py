"""SSD: who works with the child, in which team; and what the SSD says of itself."""

from __future__ import annotations

from sightline.returns.ssd import codes
from sightline.returns.ssd.columns import (
    coded,
    dates,
    flags,
    integers,
    numbers,
    ssd_table,
    texts,
)
from sightline.returns.ssd.words import code_or

WORK = (
    ssd_table(
        "ssd_involvements",
        "invo_involvements_id",
        *texts("invo_professional_id invo_professional_role_id invo_professional_team"),
        *dates("invo_involvement_start_date invo_involvement_end_date"),
        coded("invo_worker_change_reason", codes.WORKER_CHANGE, code_or(codes.WORKER_CHANGE)),
        *texts("invo_person_id invo_referral_id"),
        who="invo_person_id",
    ),
    ssd_table(
        "ssd_professionals",
        "prof_professional_id",
        *texts(
            "prof_staff_id prof_professional_name prof_social_worker_registration_no "
            "prof_professional_job_title"
        ),
        *integers("prof_professional_caseload"),
        *texts("prof_professional_department"),
        *numbers("prof_full_time_equivalency"),
        *flags("prof_agency_worker_flag"),
    ),
    ssd_table(
        "ssd_department",
        "dept_team_id",
        *texts("dept_team_name dept_team_parent_id dept_team_parent_name"),
    ),
    ssd_table(
        "ssd_s251_finance",
        "s251_table_id",
        *texts(
            "s251_cla_placement_id s251_placeholder_1 s251_placeholder_2 s251_placeholder_3 "
            "s251_placeholder_4"
        ),
    ),
    ssd_table(
        "ssd_version_log",
        "version_number",
        *dates("release_date"),
        *texts("description"),
        *flags("is_current"),
        *dates("created_at"),
        *texts("created_by impact_description"),
    ),
    ssd_table(
        "ssd_api_data_staging",
        "id",
        *texts("person_id json_payload current_hash previous_hash submission_status"),
        *dates("submission_timestamp"),
        *texts("api_response row_state"),
        *dates("last_updated"),
        who="person_id",
        left_out="json_payload current_hash previous_hash api_response",
    ),
)
