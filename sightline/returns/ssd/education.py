"""SSD: special educational needs, and what children say."""

from __future__ import annotations

from sightline.returns.fields import Field
from sightline.returns.ssd import codes
from sightline.returns.ssd.columns import coded, dates, flags, ssd_table, texts
from sightline.returns.ssd.words import code_or

EDUCATION = (
    ssd_table(
        "ssd_send",
        "send_table_id",
        *texts("send_upn send_uln"),
        coded("send_upn_unknown", codes.SEND_UPN_UNKNOWN, code_or(codes.SEND_UPN_UNKNOWN)),
        *texts("send_person_id"),
        who="send_person_id",
    ),
    ssd_table(
        "ssd_ehcp_requests",
        "ehcr_ehcp_request_id",
        *texts("ehcr_send_table_id"),
        *dates("ehcr_ehcp_req_date ehcr_ehcp_req_outcome_date"),
        coded("ehcr_ehcp_req_outcome", codes.DECISION, code_or(codes.DECISION)),
    ),
    ssd_table(
        "ssd_ehcp_assessment",
        "ehca_ehcp_assessment_id",
        *texts("ehca_ehcp_request_id"),
        *dates("ehca_ehcp_assessment_outcome_date"),
        coded("ehca_ehcp_assessment_outcome", codes.DECISION, code_or(codes.DECISION)),
        *flags("ehca_ehcp_assessment_exceptions"),
    ),
    ssd_table(
        "ssd_ehcp_named_plan",
        "ehcn_named_plan_id",
        *texts("ehcn_ehcp_asmt_id"),
        *dates("ehcn_named_plan_start_date ehcn_named_plan_ceased_date"),
        *texts("ehcn_named_plan_ceased_reason"),
    ),
    ssd_table(
        "ssd_ehcp_active_plans",
        "ehcp_active_ehcp_id",
        *texts("ehcp_ehcp_request_id"),
        *dates("ehcp_active_ehcp_last_review_date"),
    ),
    ssd_table(
        "ssd_sen_need",
        "senn_table_id",
        *texts("senn_active_ehcp_id"),
        coded("senn_active_ehcp_need_type", codes.NEED_TYPE, code_or(codes.NEED_TYPE)),
        Field("senn_active_ehcp_need_rank", "integer", low=1, high=2),
    ),
    ssd_table(
        "ssd_voice_of_child",
        "voch_table_id",
        *texts("voch_person_id"),
        *flags(
            "voch_explained_worries voch_story_help_understand voch_agree_worker voch_plan_safe "
            "voch_tablet_help_explain"
        ),
        who="voch_person_id",
    ),
)
