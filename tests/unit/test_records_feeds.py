"""Which column of a return becomes which column of the record, read off the mappings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import ibis
import pytest
from ibis.expr.types import Table

from sightline.measures import catalogue
from sightline.measures.language import Measure
from sightline.measures.view import View
from sightline.records import Records
from sightline.records.build import told
from sightline.records.feeds import Unread, feeds
from sightline.records.lineage import origins
from sightline.records.tables import TABLES as CANONICAL
from sightline.returns.schemas import TABLES as RETURNED
from tests.asciitable import rows

BECOMES = """
return | table | column | becomes
ssda903 | header | DOB | person.date_of_birth
ssda903 | episodes | DECOM | placement.started
ssda903 | episodes | DEC | period_of_care.ended
ssda903 | episodes | RNE | period_of_care.started
ssda903 | episodes | LS | legal_status.started
ssda903 | episodes | PLACE | placement.placement_type
ssda903 | episodes | REC | period_of_care.reason_ceased
ssda903 | oc2 | SDQ_SCORE | outcome_year.sdq_score
ssda903 | ad1 | DATE_MATCH | permanence_step.matched_for_adoption
annex_a | list_7 | last_visit | visit.protection
annex_a | list_8 | last_visit | visit.social_work
annex_a | list_8 | last_iro_contact | visit.iro
annex_a | list_8 | last_dental_check | health_check.dental_check
annex_a | list_8 | care_ended | period_of_care.ended
annex_a | list_10 | placement_order | permanence_step.placement_order
cin_census | children | PersonBirthDate | person.date_of_birth
cin_census | cin_details | CINreferralDate | referral.date
cin_census | cin_details | CINclosureDate | child_in_need.ended
cin_census | assessments | AssessmentAuthorisationDate | assessment.ended
cin_census | section47 | DateOfInitialCPC | section47.conference
cin_census | child_protection_plans | CPPstartDate | protection_plan.started
cin_census | pre_proceedings | FGDMMeetingOffer | pre_proceedings.family_group_offered
ssd | ssd_person | pers_dob | person.date_of_birth
ssd | ssd_cla_episodes | clae_cla_episode_start_date | period_of_care.started
ssd | ssd_cla_placement | clap_cla_placement_type | placement.placement_type
ssd | ssd_legal_status | lega_legal_status | legal_status.legal_status
ssd | ssd_cla_visits | clav_cla_visit_date | visit.social_work
ssd | ssd_cla_visits | clav_cla_visit_seen | visit.social_work
ssd | ssd_cla_reviews | clar_cla_review_cancelled | review.date
ssd | ssd_cla_health | clah_health_check_type | health_check.dental_check
ssd | ssd_cla_health | clah_health_check_status | health_check.health_assessment
ssd | ssd_cla_care_plan | lacp_cla_care_plan_json | care_plan.permanence_plan
ssd | ssd_cp_plans | cppl_cp_plan_end_date | protection_plan.ended
ssd | ssd_missing | miss_missing_rhi_offered | missing_state.return_interview_offered
workforce | workers | Cases30 | worker.caseload
workforce | workers | CFKSSstatus | worker.asye
workforce | authority | NumberOfVacancies | workforce_position.vacancies
templates | strategy_discussions | police_present | strategy_discussion.police_present
templates | return_interviews | interview_date | return_interview.date
templates | supervision | supervision_date | supervision.date
templates | match_decisions | decision_date | permanence_step.matched_for_adoption
"""
"""From the returns' own guidance: what each column says."""

REACHES_NOTHING = """
return | table | column | not
annex_a | list_7 | last_visit | visit.social_work
annex_a | list_8 | last_visit | visit.protection
annex_a | list_8 | last_iro_contact | visit.social_work
ssda903 | header | CHILD | person.date_of_birth
ssda903 | episodes | REC | period_of_care.ended
ssda903 | episodes | HOME_POST | placement.postcode
ssda903 | ad1 | DATE_MATCH | permanence_step.placement_order
"""


def fed_by(row: Mapping[str, str | None]) -> tuple[str, ...]:
    """What the column of a row of the tables above becomes."""
    place = (str(row["return"]), str(row["table"]))
    return feeds()[place].get(str(row["column"]), ())


def test_columns_become_what_the_guidance_says_they_are() -> None:
    for row in rows(BECOMES):
        assert row["becomes"] in fed_by(row), row


def test_a_column_reaches_only_what_is_made_of_it() -> None:
    for row in rows(REACHES_NOTHING):
        assert row["not"] not in fed_by(row), row


def test_the_map_knows_only_columns_of_the_returns_and_of_the_record() -> None:
    steps = {name for table in _kinds().values() for name in table}
    for (return_name, table), columns in feeds().items():
        assert set(columns) <= {field.name for field in RETURNED[return_name][table].fields}
        for name in (each for fed in columns.values() for each in fed):
            canonical, _, column = name.partition(".")
            assert column in CANONICAL[canonical].columns or name in steps, name


def test_every_input_of_a_measure_is_fed_by_some_return() -> None:
    fed = {name for columns in feeds().values() for each in columns.values() for name in each}
    for measure in catalogue().values():
        assert measure.inputs
        assert set(measure.inputs) <= fed, measure.id


class Asked(Unread):
    """Notes every column that a mapping asks of a return."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str, str]] = set()

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        self.asked |= {(return_name, table, column) for column in columns}
        return super().table(return_name, table, columns)


def test_no_mapping_asks_for_a_column_that_its_return_does_not_have() -> None:
    """But for who a child is, which is asked of every list, and which not every list says."""
    extracts = Asked()
    told(extracts, lambda _name, table: table)
    unknown = {
        (return_name, table, column)
        for return_name, table, column in extracts.asked
        if column not in {field.name for field in RETURNED[return_name][table].fields}
    }
    assert {column for _, _, column in unknown} == {"disabled", "uasc"}
    assert {return_name for return_name, _, _ in unknown} == {"annex_a"}


class Unworked:
    """Records of which only the canonical columns are known."""

    as_at = date(2026, 3, 31)

    def table(self, name: str) -> Table:
        return ibis.table(CANONICAL[name].schema, name=name)

    def kept(self, _name: str, expression: Table) -> Table:
        return expression.view()

    def one_day(self, _day: object) -> date:
        return date(2020, 4, 1)


MOMENT = {"as_at": "date", "extract": "date", "year_ending": "date"}
FIGURE = ("met", "value", "events", "days", "was", "now", "known")
WHOSE = ("child_id", "source", "period", "as_at")


@pytest.mark.parametrize("measure", catalogue().values(), ids=lambda each: cast("Measure", each).id)
def test_what_a_measure_is_worked_out_from_is_among_its_inputs(measure: Measure) -> None:
    view = View(cast("Records", Unworked()), ibis.table(MOMENT, name="moment"))
    figure = measure.how(view)
    kinds = _kinds()
    made_of = {
        f"{origin.table}.{origin.column}"
        for column in FIGURE
        if column in figure.columns
        for origin in origins(figure, column)
        if origin.table not in ("moment", "extract") and origin.column not in WHOSE
    }
    dated = {f"{name.partition('.')[0]}.date" for name in measure.inputs if _is_kind(name, kinds)}
    assert made_of <= {*measure.inputs, *dated}


def _is_kind(name: str, kinds: Mapping[str, set[str]]) -> bool:
    return any(name in names for names in kinds.values())


def _kinds() -> dict[str, set[str]]:
    """By table, the inputs that name the days of rows of one kind."""
    return {
        "visit": {f"visit.{kind}" for kind in ("social_work", "protection", "iro")},
        "health_check": {"health_check.health_assessment", "health_check.dental_check"},
        "permanence_step": {
            f"permanence_step.{step}"
            for step in (
                *("adoption_decision", "placement_order", "matched_for_adoption"),
                *("placed_for_adoption", "adoption_order", "adoption_decision_reversed"),
                "early_permanence_placed",
            )
        },
    }


PEOPLE: dict[str, Any] = {"id": "string", "team": "string", "seen": "boolean", "date": "date"}


def test_what_only_orders_rows_is_no_part_of_a_value_and_what_chooses_them_is_apart() -> None:
    visits = ibis.table(PEOPLE, name="visits")
    newest = visits.mutate(
        place=ibis.row_number().over(ibis.window(group_by="id", order_by="team"))
    )
    kept = newest.filter((newest.place == 0) & newest.seen).select(day="date")
    assert {each.column for each in origins(kept, "day")} == {"date"}
    assert {each.column for each in origins(kept, "day", choosing=True)} == {"date", "seen"}


def test_the_other_side_of_a_left_join_chooses_no_row_and_that_of_an_inner_join_does() -> None:
    visits, others = ibis.table(PEOPLE, name="visits"), ibis.table(PEOPLE, name="others")
    left = visits.left_join(others, visits.team == others.team).select(visits.date)
    inner = visits.inner_join(others, visits.team == others.team).select(visits.date)
    assert {each.table for each in origins(left, "date", choosing=True)} == {"visits"}
    assert {each.table for each in origins(inner, "date", choosing=True)} == {"visits", "others"}


def test_rows_of_a_kind_keep_it_through_a_union() -> None:
    first, second = ibis.table(PEOPLE, name="first"), ibis.table(PEOPLE, name="second")
    both = ibis.union(
        first.select("date", kind=ibis.literal("seen")),
        second.select("date", kind=ibis.literal("planned")),
    )
    found = {(each.table, each.kind) for each in origins(both, "date")}
    assert found == {("first", "seen"), ("second", "planned")}
