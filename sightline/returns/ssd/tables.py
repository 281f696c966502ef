"""The tables of the SSD by name, and how each is known by its heading row."""

from __future__ import annotations

from sightline.returns.fields import Table
from sightline.returns.headings import Shape
from sightline.returns.ssd.care import CARE
from sightline.returns.ssd.columns import RETURN_NAME, SsdTable
from sightline.returns.ssd.education import EDUCATION
from sightline.returns.ssd.need import NEED
from sightline.returns.ssd.people import PEOPLE
from sightline.returns.ssd.permanence import PERMANENCE
from sightline.returns.ssd.work import WORK

SSD_TABLES: dict[str, SsdTable] = {
    each.table.name: each for each in (*PEOPLE, *NEED, *CARE, *PERMANENCE, *WORK, *EDUCATION)
}

TABLES: dict[str, Table] = {name: each.kept for name, each in SSD_TABLES.items()}
"""Every table as it is handed on."""

_TELL_NOTHING = frozenset(("id", "person_id", "description", "created_at", "created_by"))

# the column for which a release of the SSD, or a system that feeds it, has another name
_ALSO_CALLED = {
    "lacp_cla_care_plan_id": "lacp_table_id",
    "cin_plan_id": "cinp_cin_plan_id",
    "ehcn_ehcp_assessment_id": "ehcn_ehcp_asmt_id",
}

EVENTS: dict[str, tuple[str, ...]] = {
    "ssd_contacts": ("cont_contact_date",),
    "ssd_early_help_episodes": ("earl_episode_start_date",),
    "ssd_cin_episodes": ("cine_referral_date", "cine_close_date"),
    "ssd_cin_assessments": ("cina_assessment_start_date", "cina_assessment_auth_date"),
    "ssd_cin_visits": ("cinv_cin_visit_date",),
    "ssd_s47_enquiry": ("s47e_s47_start_date",),
    "ssd_cp_plans": ("cppl_cp_plan_start_date",),
    "ssd_cp_visits": ("cppv_cp_visit_date",),
    "ssd_cla_episodes": ("clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
    "ssd_cla_placement": ("clap_cla_placement_start_date",),
    "ssd_cla_visits": ("clav_cla_visit_date",),
    "ssd_sdq_scores": ("csdq_sdq_completed_date",),
    "ssd_missing": ("miss_missing_episode_start_date",),
}
"""Columns whose dates lie in the past of the extract; reviews and checks are also planned ahead."""


def _shape(each: SsdTable) -> Shape:
    names = {field.name for field in each.table.fields}

    def column(heading: str) -> str | None:
        plain = heading.lower().strip("[]`").rsplit(".", 1)[-1].strip('[]`" ')
        name = _ALSO_CALLED.get(plain, plain)
        return name if name in names else None

    return Shape(RETURN_NAME, each.table.name, frozenset(names) - _TELL_NOTHING, column)


SHAPES = tuple(_shape(each) for each in SSD_TABLES.values())
