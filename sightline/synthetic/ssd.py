"""The Standard Safeguarding Dataset as a folder of CSVs, as the case system would give it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sightline.synthetic import ssd_care as care
from sightline.synthetic import ssd_need as need
from sightline.synthetic import ssd_people as people
from sightline.synthetic import ssd_work as work
from sightline.synthetic.authority import Authority
from sightline.synthetic.days import day_of
from sightline.synthetic.extract import Extract
from sightline.synthetic.files import Cell
from sightline.synthetic.ssd_columns import COLUMNS

Rows = Callable[[Extract], Iterable[tuple[Cell, ...]]]
# Every table the simulation can answer. The finance, voice and staging tables are placeholders in
# the standard itself and are left out.
SOURCES: dict[str, Rows] = {
    "person": people.person, "family": people.family, "address": people.address,
    "disability": people.disability, "immigration_status": people.immigration_status,
    "mother": people.mother, "linked_identifiers": people.linked_identifiers,
    "contacts": need.contacts, "early_help_episodes": need.early_help_episodes,
    "cin_episodes": need.cin_episodes, "cin_assessments": need.cin_assessments,
    "assessment_factors": need.assessment_factors, "cin_plans": need.cin_plans,
    "cin_visits": need.cin_visits, "s47_enquiry": need.s47_enquiry,
    "initial_cp_conference": need.initial_cp_conference, "cp_plans": need.cp_plans,
    "cp_visits": need.cp_visits, "cp_reviews": need.cp_reviews,
    "pre_proceedings": need.pre_proceedings_rows,
    "legal_status": care.legal_status, "cla_episodes": care.cla_episodes,
    "cla_placement": care.cla_placement, "cla_visits": care.cla_visits,
    "cla_reviews": care.cla_reviews, "cla_health": care.cla_health,
    "cla_immunisations": care.cla_immunisations, "cla_convictions": care.cla_convictions,
    "cla_substance_misuse": care.cla_substance_misuse, "sdq_scores": care.sdq_scores,
    "cla_previous_permanence": care.cla_previous_permanence,
    "cla_care_plan": care.cla_care_plan, "missing": care.missing,
    "care_leavers": care.care_leavers, "permanence": care.permanence,
    "involvements": work.involvements, "professionals": work.professionals,
    "department": work.department, "version_log": work.version_log,
    "send": people.send, "ehcp_requests": people.ehcp_requests,
    "ehcp_assessment": people.ehcp_assessment, "ehcp_named_plan": people.ehcp_named_plan,
    "ehcp_active_plans": people.ehcp_active_plans, "sen_need": people.sen_need,
}  # fmt: skip


def extract_of(authority: Authority) -> Extract:
    """The last month-end's extract, reaching back to the first return year."""
    since = day_of(authority.return_years[0] - 1, 4, 1)
    return Extract.of(authority, authority.extracts[-1], since)


def tables_of(extract: Extract) -> Iterator[tuple[str, list[str], list[list[Cell]]]]:
    """Each table: its name in the standard, its columns and its rows."""
    for name, source in SOURCES.items():
        yield f"ssd_{name}", COLUMNS[name].split(), [list(row) for row in source(extract)]
