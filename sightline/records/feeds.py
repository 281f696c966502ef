"""Which column of a return becomes which column of a canonical table: what an issue reaches.

Read off the queries of the mappings themselves (`build.told`), over extracts that are not there: a
column that a mapping begins to use is in the map with it. What is not in it reaches nothing that a
figure is worked out from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import ibis
from ibis.expr.types import Table

from sightline.records.build import told
from sightline.records.extracts import Extracts, names_a_child
from sightline.records.lineage import Origin, origins
from sightline.records.snapshots import Part
from sightline.records.tables import TABLES
from sightline.returns.schemas import TABLES as RETURNED

_YEAR_END, _LATER = date(2026, 3, 31), date(2026, 4, 30)

Feeds = Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]


@cache
def feeds() -> Feeds:
    """(return, table) → its column → `table.column` of the record that it becomes or decides.

    The day of a row that is of a kind is named by both: what becomes `visit.date` for visits to
    children on protection plans becomes `visit.protection` too. A code, a word or a yes or no by
    which rows are chosen, or joined into one, decides the days of what is left. What names a child
    is left out: it decides whose a row is.
    """
    found: defaultdict[tuple[str, str], defaultdict[str, set[str]]]
    found = defaultdict(lambda: defaultdict(set))
    fed = [*_fed(told(Unread(), lambda _name, table: table).tables)]
    kinds = _kinds(fed)
    for origin, table, column in fed:
        names = {f"{table}.{column}"}
        if column == "date":
            of = (origin.kind,) if origin.kind else kinds[table]
            names |= {f"{table}.{kind}" for kind in of}
        return_name, _, returned = origin.table.partition(".")
        found[return_name, returned][origin.column] |= names
    return {
        place: {column: tuple(sorted(names)) for column, names in sorted(columns.items())}
        for place, columns in sorted(found.items())
    }


class Unread(Extracts):
    """Extracts of every table of every return, of which only the columns are known.

    The monthly lists are of a later day than the yearly returns, so that both are used.
    """

    def __init__(self) -> None:
        """Nothing is opened, and nothing can be read."""

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        """The columns that the return has, unbound; the others are null, as in an extract."""
        wanted = {**columns, "period": "date"}
        known = {*(field.name for field in RETURNED[return_name][table].fields), "period"}
        held = {name: kind for name, kind in wanted.items() if name in known}
        unbound = ibis.table(held, name=f"{return_name}.{table}")
        lacking = {name: ibis.null().cast(wanted[name]) for name in wanted.keys() - known}
        return unbound.mutate(**lacking).select(*wanted)

    def periods(self, return_name: str, table: str) -> list[date]:
        """One day."""
        return [_LATER if return_name == "annex_a" else _YEAR_END]

    def parts(self) -> tuple[Part, ...]:
        """None: nothing is held."""
        return ()


def _fed(tables: Mapping[str, list[Table]]) -> Iterator[tuple[Origin, str, str]]:
    """Each origin of each column of each canonical table."""
    for name, rows in tables.items():
        kinds = TABLES[name].columns
        for each in rows:
            for column in kinds.keys() & set(each.columns) - {"child_id"}:
                becomes = origins(each, column)
                decides = origins(each, column, choosing=True) if kinds[column] == "date" else ()
                for origin in becomes.union(filter(_chooses, decides)):
                    if not _says_whose(origin):
                        yield origin, name, column


def _kinds(fed: list[tuple[Origin, str, str]]) -> dict[str, set[str]]:
    """The kinds that rows of a canonical table are of, where the queries say them."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for origin, table, _column in fed:
        if origin.kind:
            kinds[table].add(origin.kind)
    return kinds


def _chooses(origin: Origin) -> bool:
    return_name, _, table = origin.table.partition(".")
    fields = {field.name: field.kind for field in RETURNED[return_name][table].fields}
    return fields.get(origin.column) in ("text", "code", "flag", "ticks")


def _says_whose(origin: Origin) -> bool:
    return_name = origin.table.partition(".")[0]
    return origin.column == "period" or names_a_child(return_name, origin.column)


FILLED: dict[tuple[str, str], tuple[str, ...]] = {
    ("annex_a", "list_8"): (
        *("date_of_birth", "ethnicity", "legal_status", "placement_type", "placement_started"),
        *("permanence_plan", "last_visit", "last_health_assessment", "team", "worker"),
    ),
}
"""Columns that every row should fill where the return's own schema does not ask for them: without
them no one can say where a child lives, under what order, with what plan, and when she was seen.
Last visits, health assessments, teams and workers are not there yet in a child's first days."""

LACKING: dict[tuple[str, str], str] = {
    ("ssda903", "rec_without_dec"): "DEC",
    ("ssda903", "dec_without_rec"): "REC",
    ("ssda903", "postcode_blank"): "PL_POST",
    ("ssda903", "provider_blank"): "PLACE_PROVIDER",
    ("ssda903", "urn_blank"): "URN",
    ("ssda903", "urn_blank_supported"): "URN",
    ("ssda903", "mother_without_birth"): "MC_DOB",
    ("ssda903", "episode_open_before_next"): "DEC",
    ("ssda903", "in_care_past_18"): "DEC",
    ("ssda903", "placement_change_unexplained"): "REASON_PLACE_CHANGE",
    ("ssda903", "missing_open_before_next"): "MIS_END",
    ("ssda903", "dolo_open_before_next"): "DOLO_END",
    ("ssda903", "worker_open_before_next"): "SW_DEC",
    ("ssda903", "placed_twice_open"): "DATE_PLACED_CEASED",
    ("ssda903", "permanence_undated"): "DATE_PERM",
    ("ssda903", "placed_ceased_without_reason"): "REASON_PLACED_CEASED",
    ("ssda903", "placed_reason_without_date"): "DATE_PLACED_CEASED",
    ("ssda903", "worker_without_reason"): "SW_REASON",
    ("annex_a", "ended_without_reason"): "reason_closed",
    ("annex_a", "reason_closed_without_date"): "ended",
    ("annex_a", "need_blank"): "need",
    ("annex_a", "category_blank"): "latest_category",
    ("annex_a", "care_ended_without_reason"): "reason_ceased",
    ("annex_a", "reason_ceased_without_date"): "care_ended",
    ("annex_a", "legal_status_blank"): "legal_status",
    ("annex_a", "missing_without_interview_answer"): "return_interview_offered",
    ("annex_a", "placement_blank"): "placement_type",
    ("annex_a", "urn_blank"): "urn",
    ("annex_a", "in_touch_without_accommodation"): "accommodation",
    ("annex_a", "in_touch_without_activity"): "activity",
    ("annex_a", "suitability_blank"): "suitability",
    ("annex_a", "decision_reversed_without_reason"): "reason_reversed",
    ("annex_a", "reason_reversed_without_date"): "decision_reversed",
    ("annex_a", "left_process_without_reason"): "reason_left",
    ("annex_a", "reason_left_without_date"): "left_process",
    ("annex_a", "plan_without_conference"): "conference_date",
    ("annex_a", "closed_status_but_open"): "ended",
    ("annex_a", "placed_without_match"): "matched",
    ("annex_a", "adopted_without_placement"): "placed",
    ("annex_a", "matched_without_decision"): "adoption_decision",
    ("annex_a", "matched_without_approval"): "approved",
    ("cin_census", "need_blank"): "PrimaryNeedCode",
    ("cin_census", "closed_without_reason"): "ReasonForClosure",
    ("cin_census", "reason_without_closure"): "CINclosureDate",
    ("cin_census", "more_than_one_open"): "CINclosureDate",
    ("cin_census", "open_but_not_latest"): "CINclosureDate",
    ("cin_census", "open_assessment_of_earlier_year"): "AssessmentAuthorisationDate",
    ("cin_census", "assessment_open_over_45_days"): "AssessmentAuthorisationDate",
    ("cin_census", "several_open_plans"): "CINPlanEndDate",
    ("cin_census", "enquiry_open_over_15_days"): "DateOfInitialCPC",
    ("cin_census", "open_enquiry_of_earlier_year"): "DateOfInitialCPC",
    ("cin_census", "several_open_protection_plans"): "CPPendDate",
    ("cin_census", "outcome_without_day"): "StepDecisionDate",
    ("cin_census", "day_without_outcome"): "PPOutcome",
    ("cin_census", "review_meetings_without_first"): "InitialPPMeetingDate",
    ("workforce", "reasonleave_without_end"): "RoleEndDate",
    ("workforce", "leaverdestination_without_end"): "RoleEndDate",
    ("workforce", "left_without_reason"): "ReasonLeave",
    ("workforce", "role_start_blank"): "RoleStartDate",
    ("workforce", "absent_without_reason"): "ReasonAbsence",
    ("templates", "resolved_without_outcome"): "outcome",
    ("templates", "outcome_without_resolution"): "resolved_date",
    ("templates", "accepted_but_not_held"): "interview_date",
    ("templates", "match_undecided_by_panel"): "panel_date",
    ("templates", "decided_by_nobody"): "decided_by",
    ("templates", "stepped_up_but_open"): "ended",
    ("templates", "match_without_carer"): "carer_id",
    ("templates", "no_reason_not_happened"): "reason_not",
    ("templates", "overridden_without_reason"): "override_reason",
    ("ssd", "cla_episode_ceased_date_without_cla_episode_ceased_reason"): (
        "clae_cla_episode_ceased_reason"
    ),
    ("ssd", "cla_episode_ceased_reason_without_cla_episode_ceased_date"): (
        "clae_cla_episode_ceased_date"
    ),
    ("ssd", "ssd_cla_episodes_open_twice"): "clae_cla_episode_ceased_date",
    ("ssd", "ssd_cp_plans_open_twice"): "cppl_cp_plan_end_date",
    ("ssd", "plan_decided_without_conference"): "icpc_icpc_date",
    ("ssd", "close_date_without_close_reason"): "cine_close_reason",
    ("ssd", "close_reason_without_close_date"): "cine_close_date",
    ("ssd", "permanence_order_date_without_permanence_order_type"): "perm_permanence_order_type",
    ("ssd", "permanence_order_type_without_permanence_order_date"): "perm_permanence_order_date",
    ("ssd", "decision_reversed_reason_without_decision_reversed_date"): (
        "perm_decision_reversed_date"
    ),
    ("ssd", "check_completed_without_day"): "clah_health_check_date",
}
"""Checks that name the column which is there, and mean another that is blank: (return, rule) → the
column that is in doubt."""
