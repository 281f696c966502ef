"""SSD: who the child is, where she lives, and by which other numbers she is known."""

from __future__ import annotations

from sightline.returns.annex_a.words.about_the_child import read_sex
from sightline.returns.annex_a.words.ethnicity import read_ethnicity
from sightline.returns.ssd import codes
from sightline.returns.ssd.columns import coded, dates, flags, ssd_table, texts
from sightline.returns.ssd.words import code_or

PEOPLE = (
    ssd_table(
        "ssd_person",
        "pers_person_id",
        *texts("pers_forename pers_surname"),
        coded("pers_sex", "M F U", read_sex),
        *texts("pers_gender"),
        coded("pers_ethnicity", codes.ETHNICITY, read_ethnicity),
        *dates("pers_dob"),
        *texts("pers_common_child_id pers_legacy_id pers_upn pers_single_unique_id"),
        coded("pers_upn_unknown", codes.UPN_UNKNOWN, code_or(codes.UPN_UNKNOWN)),
        *flags("pers_send_flag"),
        *dates("pers_expected_dob pers_death_date"),
        *flags("pers_is_mother"),
        *texts("pers_nationality"),
        left_out="pers_forename pers_surname",
        extra="pers_upn pers_single_unique_id pers_common_child_id",
    ),
    ssd_table(
        "ssd_family",
        "fami_table_id",
        *texts("fami_family_id fami_person_id"),
        who="fami_person_id",
    ),
    ssd_table(
        "ssd_address",
        "addr_table_id",
        *texts("addr_address_json addr_person_id addr_address_type"),
        *dates("addr_address_start_date addr_address_end_date"),
        *texts("addr_address_postcode"),
        who="addr_person_id",
        left_out="addr_address_json",
    ),
    ssd_table(
        "ssd_disability",
        "disa_table_id",
        *texts("disa_person_id"),
        coded(
            "disa_disability_code",
            codes.DISABILITY,
            code_or(codes.DISABILITY, (("NONE", r"^no(ne)?\b"),)),
        ),
        who="disa_person_id",
    ),
    ssd_table(
        "ssd_immigration_status",
        "immi_immigration_status_id",
        *texts("immi_person_id immi_immigration_status"),
        *dates("immi_immigration_status_start_date immi_immigration_status_end_date"),
        who="immi_person_id",
    ),
    ssd_table(
        "ssd_mother",
        "moth_table_id",
        *texts("moth_person_id moth_childs_person_id"),
        *dates("moth_childs_dob"),
        who="moth_person_id",
    ),
    ssd_table(
        "ssd_linked_identifiers",
        "link_table_id",
        *texts("link_person_id link_identifier_type link_identifier_value"),
        *dates("link_valid_from_date link_valid_to_date"),
        who="link_person_id",
    ),
)
