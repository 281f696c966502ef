"""SSD: the ways to permanence, and young people who have left care."""

from __future__ import annotations

from sightline.returns.annex_a.words.leaving_care import (
    read_accommodation,
    read_activity,
    read_in_touch,
    read_suitability,
)
from sightline.returns.fields import Field
from sightline.returns.ssd import codes
from sightline.returns.ssd.columns import (
    coded,
    dates,
    flags,
    integers,
    ssd_table,
    texts,
    worded,
)
from sightline.returns.ssd.words import code_or, read_eligibility, read_order_day, read_order_type

PERMANENCE = (
    ssd_table(
        "ssd_permanence",
        "perm_table_id",
        *texts("perm_person_id perm_cla_id"),
        *dates(
            "perm_adm_decision_date perm_ffa_cp_decision_date perm_placement_order_date "
            "perm_placed_for_adoption_date perm_matched_date"
        ),
        *flags("perm_adopted_by_carer_flag"),
        *dates("perm_placed_ffa_cp_date perm_decision_reversed_date perm_placed_foster_carer_date"),
        *flags("perm_part_of_sibling_group"),
        *integers("perm_siblings_placed_together perm_siblings_placed_apart"),
        *texts("perm_placement_provider_urn"),
        coded("perm_decision_reversed_reason", codes.REVERSED, code_or(codes.REVERSED)),
        *dates("perm_permanence_order_date"),
        worded("perm_permanence_order_type", read_order_type),
        *texts("perm_adoption_worker_id"),
        coded("perm_adopter_sex", codes.ADOPTER_SEX, code_or(codes.ADOPTER_SEX)),
        coded("perm_adopter_legal_status", codes.ADOPTER_STATUS, code_or(codes.ADOPTER_STATUS)),
        *texts("perm_number_of_adopters"),
        who="perm_person_id",
    ),
    ssd_table(
        "ssd_cla_previous_permanence",
        "lapp_table_id",
        *texts("lapp_person_id"),
        Field("lapp_previous_permanence_order_date", told=read_order_day),
        coded(
            "lapp_previous_permanence_option",
            codes.PREVIOUS_PERMANENCE,
            code_or(
                codes.PREVIOUS_PERMANENCE,
                (
                    ("Z1", r"not previously|^no(ne)?$"),
                    ("P2", r"special g"),
                    ("P3", r"residence|arrangement"),
                    ("P1", r"adopt"),
                    ("P4", r"unknown|not known"),
                ),
            ),
        ),
        *texts("lapp_previous_permanence_la"),
        who="lapp_person_id",
    ),
    ssd_table(
        "ssd_care_leavers",
        "clea_table_id",
        *texts("clea_person_id"),
        worded("clea_care_leaver_eligibility", read_eligibility),
        coded("clea_care_leaver_in_touch", codes.IN_TOUCH, read_in_touch),
        *dates("clea_care_leaver_latest_contact"),
        coded("clea_care_leaver_accommodation", codes.ACCOMMODATION, read_accommodation),
        worded("clea_care_leaver_accom_suitable", read_suitability),
        coded("clea_care_leaver_activity", codes.ACTIVITY, read_activity),
        *dates("clea_pathway_plan_review_date"),
        *texts(
            "clea_care_leaver_personal_advisor clea_care_leaver_allocated_team "
            "clea_care_leaver_worker_id"
        ),
        who="clea_person_id",
    ),
)
