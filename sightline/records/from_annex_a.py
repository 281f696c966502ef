"""Annex A into canonical tables.

Each extract says only the latest state, so history comes from the stack of monthly extracts: every
date of a last visit, review or check that any extract has shown is one that took place, unless a
later extract shows an earlier date and so takes it back.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.extracts import Extracts
from sightline.records.newest import newest, newest_known
from sightline.records.spells import joined, run_number

RETURN = "annex_a"
CHILD = {"child_id": "string"}


def _read(extracts: Extracts, table: str, **columns: str) -> Table:
    return extracts.table(RETURN, table, {**CHILD, **columns}).mutate(source=ibis.literal(RETURN))


def person(extracts: Extracts) -> Table:
    """Who each child is, from whichever lists name her."""
    who = {"sex": "string", "ethnicity": "string", "date_of_birth": "date"}
    extra = {"disabled": "boolean", "uasc": "boolean"}
    lists = [f"list_{number}" for number in range(1, 11)]
    stacked = ibis.union(*(_read(extracts, name, **who, **extra) for name in lists))
    return newest_known(stacked, "child_id", [*who, *extra]).mutate(upn=ibis.null().cast("string"))


def children_in_care(extracts: Extracts) -> Table:
    """List 8 of every extract, one row a child and extract: what the tables below are made of."""
    listed = _read(
        extracts,
        "list_8",
        care_started="date",
        care_ended="date",
        reason_ceased="string",
        legal_status_started="date",
        legal_status="string",
        last_review="date",
        last_visit="date",
        last_iro_contact="date",
        permanence_plan="string",
        last_health_assessment="date",
        last_dental_check="date",
        placement_started="date",
        placement_type="string",
        placement_provider="string",
        placement_postcode="string",
        urn="string",
        missing_12_months="float64",
        absent_12_months="float64",
        return_interview_offered="boolean",
        return_interview_accepted="boolean",
        team="string",
        worker="string",
    )
    return newest(listed, ["child_id", "period", "care_started"])


def dated_events(listed: Table, dates: Mapping[str, str]) -> Table:
    """Every date an extract showed and no later one took back; `dates` maps column → kind."""
    shown = [_not_taken_back(listed, column, kind) for column, kind in dates.items()]
    return newest(ibis.union(*shown), ["child_id", "kind", "date"])


def _not_taken_back(listed: Table, column: str, kind: str) -> Table:
    """A date is taken back by a later extract whose latest date for the child is before it.

    The latest, because a list may name a child twice: a period of care that ended in the last
    twelve months, with its old dates, stands beside the one that began since.
    """
    later = ibis.window(group_by="child_id", order_by="period", rows=(1, None))
    latest = listed.group_by(["child_id", "period"]).agg(latest=listed[column].max())
    bounds = latest.mutate(bound=latest.latest.min().over(later)).drop("latest")
    dated = listed.filter(listed[column].notnull()).select(
        "child_id", "source", "period", date=column
    )
    return (
        dated.inner_join(bounds, ["child_id", "period"])
        .filter(~(_.bound < _.date).fill_null(False))
        .select("child_id", "source", "period", "date", kind=ibis.literal(kind))
    )


def protection_visit(extracts: Extracts) -> Table:
    """Visits to children on protection plans, as list 7 shows them month by month."""
    return dated_events(_read(extracts, "list_7", last_visit="date"), {"last_visit": "protection"})


def protection_review(extracts: Extracts) -> Table:
    """Review conferences, as list 7 shows the latest of each plan month by month."""
    shown = dated_events(_read(extracts, "list_7", last_review="date"), {"last_review": "held"})
    return shown.drop("kind")


def care_plan(listed: Table) -> Table:
    """Permanence plans, each from the first extract that shows it until one no longer does."""
    return _stretches(listed, ["permanence_plan"]).filter(_.permanence_plan.notnull())


def involvement(listed: Table) -> Table:
    """Team and worker, each from the first extract that shows them."""
    return _stretches(listed, ["team", "worker"]).filter(_.worker.notnull() | _.team.notnull())


def _stretches(listed: Table, values: list[str]) -> Table:
    """Consecutive extracts that say the same of a child, as one spell."""
    lately = _latest_in_care(listed)
    order = ibis.window(group_by="child_id", order_by="period")
    changed = ibis.or_(
        *(~lately[value].identical_to(lately[value].lag().over(order)) for value in values)
    )
    marked = lately.mutate(
        begins=changed, started=lately.period, ended=lately.period.lead().over(order)
    )
    numbered = marked.mutate(number=run_number(marked.begins, "period"))
    return joined(numbered, **{value: _[value].max() for value in values})


def _latest_in_care(listed: Table) -> Table:
    """One row a child and extract: of two periods of care listed, the one that began last."""
    last_begun = ibis.window(group_by=["child_id", "period"], order_by=ibis.desc("care_started"))
    return (
        listed.mutate(place=ibis.row_number().over(last_begun)).filter(_.place == 0).drop("place")
    )


def missing_state(listed: Table) -> Table:
    """How often missing in 12 months, and the last return interview, extract by extract."""
    return _latest_in_care(listed).select(
        "child_id",
        "source",
        "period",
        "return_interview_offered",
        "return_interview_accepted",
        as_at=_.period,
        missing_12_months=_.missing_12_months.cast("int64"),
        absent_12_months=_.absent_12_months.cast("int64"),
    )


def permanence_step(extracts: Extracts) -> Table:
    """List 10: the steps of adoption; and early permanence placements."""
    steps = {
        "adoption_decision": "adoption_decision",
        "placement_order": "placement_order",
        "matched": "matched_for_adoption",
        "placed": "placed_for_adoption",
        "adoption_order": "adoption_order",
        "decision_reversed": "adoption_decision_reversed",
        "early_permanence_placed": "early_permanence_placed",
    }
    listed = _read(extracts, "list_10", **dict.fromkeys(steps, "date"))
    kinds = dated_events(listed, steps)
    return kinds.rename(step="kind")


def contact(extracts: Extracts) -> Table:
    """List 1."""
    listed = _read(extracts, "list_1", contact_date="date", contact_source="string")
    return newest(
        listed.rename(date="contact_date", made_by="contact_source"),
        ["child_id", "date", "made_by"],
    )


def early_help(extracts: Extracts) -> Table:
    """List 2."""
    listed = _read(
        extracts, "list_2", assessment_start="date", assessment_end="date", organisation="string"
    )
    return newest(
        listed.rename(started="assessment_start", ended="assessment_end"),
        ["child_id", "started"],
    )


def referral(extracts: Extracts) -> Table:
    """List 3."""
    listed = _read(
        extracts,
        "list_3",
        referral_date="date",
        referral_source="string",
        no_further_action="boolean",
    )
    return newest(
        listed.rename(date="referral_date", made_by="referral_source"), ["child_id", "date"]
    )


def assessment(extracts: Extracts) -> Table:
    """List 4."""
    listed = _read(
        extracts,
        "list_4",
        assessment_start="date",
        authorised="date",
        child_seen="boolean",
        needs_support="boolean",
    )
    return newest(
        listed.rename(started="assessment_start", ended="authorised"), ["child_id", "started"]
    )


def section47(extracts: Extracts) -> Table:
    """List 5."""
    listed = _read(
        extracts,
        "list_5",
        strategy_discussion="date",
        conference_date="date",
        conference_unnecessary="boolean",
        led_to_plan="boolean",
    )
    return newest(listed.rename(conference="conference_date"), ["child_id", "strategy_discussion"])


def conference(extracts: Extracts) -> Table:
    """The initial conferences of list 5."""
    listed = _read(extracts, "list_5", conference_date="date", led_to_plan="boolean")
    held = listed.rename(date="conference_date").filter(_.date.notnull())
    return newest(held, ["child_id", "date"])


def child_in_need(extracts: Extracts) -> Table:
    """List 6."""
    listed = _read(
        extracts,
        "list_6",
        started="date",
        ended="date",
        need="string",
        reason_closed="string",
        status="string",
    )
    return newest(listed, ["child_id", "started"])


def protection_plan(extracts: Extracts) -> Table:
    """List 7."""
    listed = _read(
        extracts,
        "list_7",
        started="date",
        ended="date",
        initial_category="string",
        latest_category="string",
        previous_plans="float64",
    )
    return newest(
        listed.mutate(previous_plans=listed.previous_plans.cast("int64")),
        ["child_id", "started"],
    )


def care_leaver(extracts: Extracts) -> Table:
    """List 9, extract by extract."""
    listed = _read(
        extracts,
        "list_9",
        in_touch="string",
        accommodation="string",
        suitability="string",
        activity="string",
    )
    return newest(listed.mutate(as_at=listed.period), ["child_id", "as_at"])


def adopter(extracts: Extracts) -> Table:
    """List 11."""
    listed = extracts.table(
        RETURN,
        "list_11",
        {
            "adopter_id": "string",
            "family_id": "string",
            "approved": "date",
            "matched": "date",
            "placed": "date",
            "left_process": "date",
        },
    ).mutate(source=ibis.literal(RETURN))
    return newest(listed, ["adopter_id"])
