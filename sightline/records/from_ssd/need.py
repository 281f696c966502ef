"""SSD into the front door, need and protection, steps to permanence and leaving care."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.from_ssd.given import Given, read
from sightline.records.newest import newest

_SPELL = {"started": "date", "ended": "date"}
_DAY = {"date": "date"}


def _placed(table: Table, day: str) -> Table:
    return table.filter(_.child_id.notnull() & table[day].notnull())


def contact(given: Given) -> Table:
    """Contacts at the front door, with the code of who made each, else the words."""
    raw = read(
        given,
        "ssd_contacts",
        {
            "child_id": "cont_person_id",
            "date": "cont_contact_date",
            "code": "cont_contact_source_code",
            "words": "cont_contact_source_desc",
        },
        _DAY,
    )
    said = _placed(raw, "date").mutate(made_by=ibis.coalesce(raw.code, raw.words))
    return newest(said.drop("code", "words"), ["child_id", "date", "made_by"])


def early_help(given: Given) -> Table:
    """Early help episodes."""
    raw = read(
        given,
        "ssd_early_help_episodes",
        {
            "child_id": "earl_person_id",
            "started": "earl_episode_start_date",
            "ended": "earl_episode_end_date",
            "organisation": "earl_episode_organisation",
        },
        _SPELL,
    )
    return newest(_placed(raw, "started"), ["child_id", "started"])


def _referrals(given: Given) -> Table:
    raw = read(
        given,
        "ssd_cin_episodes",
        {
            "child_id": "cine_person_id",
            "started": "cine_referral_date",
            "ended": "cine_close_date",
            "code": "cine_referral_source_code",
            "words": "cine_referral_source_desc",
            "no_further_action": "cine_referral_nfa",
            "need": "cine_cin_primary_need_code",
            "reason_closed": "cine_close_reason",
        },
        {**_SPELL, "no_further_action": "boolean"},
    )
    return _placed(raw, "started")


def referral(given: Given) -> Table:
    """Referrals, with the code of who made each, else the words."""
    raw = _referrals(given)
    said = raw.select(
        "child_id",
        "no_further_action",
        "source",
        "period",
        date="started",
        made_by=ibis.coalesce(raw.code, raw.words),
    )
    return newest(said, ["child_id", "date"])


def child_in_need(given: Given) -> Table:
    """Times open as a child in need: from a referral that was taken up until it was closed."""
    taken_up = _referrals(given).filter(~_.no_further_action.fill_null(False))
    told = taken_up.drop("code", "words", "no_further_action").mutate(
        status=ibis.null().cast("string")
    )
    return newest(told, ["child_id", "started"])


def assessment(given: Given) -> Table:
    """Assessments; support is needed where one did not end with no further action."""
    raw = read(
        given,
        "ssd_cin_assessments",
        {
            "child_id": "cina_person_id",
            "started": "cina_assessment_start_date",
            "ended": "cina_assessment_auth_date",
            "child_seen": "cina_assessment_child_seen",
            "no_further_action": "cina_assessment_outcome_nfa",
        },
        {**_SPELL, "child_seen": "boolean", "no_further_action": "boolean"},
    )
    told = _placed(raw, "started").mutate(needs_support=~_.no_further_action)
    return newest(told.drop("no_further_action"), ["child_id", "started"])


def section47(given: Given) -> Table:
    """Section 47 enquiries, each with the conference that names it."""
    raw = read(
        given,
        "ssd_s47_enquiry",
        {
            "child_id": "s47e_person_id",
            "enquiry": "s47e_s47_enquiry_id",
            "strategy_discussion": "s47e_s47_start_date",
            "conference_unnecessary": "s47e_s47_nfa",
        },
        {"strategy_discussion": "date", "conference_unnecessary": "boolean"},
    )
    held = read(
        given,
        "ssd_initial_cp_conference",
        {
            "of_enquiry": "icpc_s47_enquiry_id",
            "conference": "icpc_icpc_date",
            "plan": "icpc_icpc_outcome_cp_flag",
        },
        {"conference": "date", "plan": "boolean"},
    ).filter(_.of_enquiry.notnull())
    first = held.group_by("of_enquiry").agg(
        conference=_.conference.min(),
        planned=ibis.ifelse(_.plan, 1, 0).max(),
    )
    enquiries = _placed(raw, "strategy_discussion")
    both = enquiries.left_join(first, enquiries.enquiry == first.of_enquiry)
    told = both.mutate(led_to_plan=both.planned == 1).drop("enquiry", "of_enquiry", "planned")
    return newest(told, ["child_id", "strategy_discussion"])


def protection_plan(given: Given) -> Table:
    """Child protection plans. How many there were before, the SSD's window cannot say."""
    raw = read(
        given,
        "ssd_cp_plans",
        {
            "child_id": "cppl_person_id",
            "started": "cppl_cp_plan_start_date",
            "ended": "cppl_cp_plan_end_date",
            "initial_category": "cppl_cp_plan_initial_category",
            "latest_category": "cppl_cp_plan_latest_category",
        },
        _SPELL,
    )
    told = _placed(raw, "started").mutate(previous_plans=ibis.null().cast("int64"))
    return newest(told, ["child_id", "started"])


def permanence_step(given: Given) -> Table:
    """Dated steps to adoption, and the adoption order itself."""
    steps = {
        "adoption_decision": "perm_adm_decision_date",
        "placement_order": "perm_placement_order_date",
        "matched_for_adoption": "perm_matched_date",
        "placed_for_adoption": "perm_placed_for_adoption_date",
        "adoption_decision_reversed": "perm_decision_reversed_date",
        "early_permanence_placed": "perm_placed_ffa_cp_date",
        "adoption_order": "perm_permanence_order_date",
    }
    raw = read(
        given,
        "ssd_permanence",
        {"child_id": "perm_person_id", "order_type": "perm_permanence_order_type", **steps},
        dict.fromkeys(steps, "date"),
    )
    adopted = raw.order_type == "ADOPTION"
    only = raw.mutate(
        adoption_order=ibis.ifelse(adopted, raw.adoption_order, ibis.null().cast("date"))
    )
    each = [
        _placed(only, step).select(
            "child_id", "source", "period", date=only[step], step=ibis.literal(step)
        )
        for step in steps
    ]
    return newest(ibis.union(*each), ["child_id", "step", "date"])


def previous_permanence(given: Given) -> Table:
    """P1–P4, as in the 903; Z1 means none. Its days are often known in part, and then left out."""
    raw = read(
        given,
        "ssd_cla_previous_permanence",
        {
            "child_id": "lapp_person_id",
            "route": "lapp_previous_permanence_option",
            "authority": "lapp_previous_permanence_la",
        },
        {},
    )
    known = raw.filter(_.child_id.notnull() & _.route.notnull() & (_.route != "Z1"))
    return newest(known.mutate(date=ibis.null().cast("date")), ["child_id", "route"])


def care_leaver(given: Given) -> Table:
    """What the newest extract says of young people who have left care."""
    raw = read(
        given,
        "ssd_care_leavers",
        {
            "child_id": "clea_person_id",
            "in_touch": "clea_care_leaver_in_touch",
            "accommodation": "clea_care_leaver_accommodation",
            "suitability": "clea_care_leaver_accom_suitable",
            "activity": "clea_care_leaver_activity",
        },
        {},
    )
    told = raw.filter(_.child_id.notnull()).mutate(as_at=raw.period)
    return newest(told, ["child_id", "as_at"])


def person(given: Given) -> Table:
    """Who each child is. Disabled: any disability is recorded; no word of one says nothing."""
    raw = read(
        given,
        "ssd_person",
        {
            "child_id": "pers_person_id",
            "sex": "pers_sex",
            "date_of_birth": "pers_dob",
            "ethnicity": "pers_ethnicity",
            "upn": "pers_upn",
        },
        {"date_of_birth": "date"},
    )
    people = newest(raw.filter(_.child_id.notnull()), ["child_id"])
    disabled = (
        read(
            given, "ssd_disability", {"whose": "disa_person_id", "code": "disa_disability_code"}, {}
        )
        .filter(_.whose.notnull() & _.code.notnull())
        .group_by("whose")
        .agg(some=ibis.ifelse(_.code == "NONE", 0, 1).max())
    )
    alone = _unaccompanied(given)
    both = people.left_join(disabled, people.child_id == disabled.whose)
    every = both.left_join(alone, both.child_id == alone.arrived)
    return every.mutate(
        disabled=every.some == 1,
        uasc=ibis.ifelse(every.arrived.notnull(), ibis.literal(True), ibis.null().cast("boolean")),
    ).drop("whose", "some", "arrived")


def _unaccompanied(given: Given) -> Table:
    raw = read(
        given,
        "ssd_immigration_status",
        {"arrived": "immi_person_id", "words": "immi_immigration_status"},
        {},
    )
    words = raw.words.lower()
    told = raw.filter(words.contains("unaccompanied") | words.contains("uasc"))
    return told.filter(_.arrived.notnull()).select("arrived").distinct()
