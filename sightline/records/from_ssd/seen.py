"""SSD into visits, reviews, health checks, plans and social workers."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.from_ssd.given import Given, read
from sightline.records.from_ssd.spells import one_after_another
from sightline.records.newest import newest

_SPELL = {"started": "date", "ended": "date"}


def visit(given: Given) -> Table:
    """Visits at which the child was not said to be unseen, and the IRO's last contacts."""
    kinds = {"date": "date", "seen": "boolean"}
    by_worker = read(
        given,
        "ssd_cla_visits",
        {
            "child_id": "clav_person_id",
            "date": "clav_cla_visit_date",
            "seen": "clav_cla_visit_seen",
        },
        kinds,
    )
    on_plan = read(
        given,
        "ssd_cp_visits",
        {"child_id": "cppv_person_id", "date": "cppv_cp_visit_date", "seen": "cppv_cp_visit_seen"},
        kinds,
    )
    by_iro = read(
        given,
        "ssd_cla_episodes",
        {"child_id": "clae_person_id", "date": "clae_cla_last_iro_contact_date"},
        kinds,
    )
    columns = ["child_id", "date", "kind", "source", "period"]
    every = ibis.union(
        _seen(by_worker).mutate(kind=ibis.literal("social_work")).select(columns),
        _seen(on_plan).mutate(kind=ibis.literal("protection")).select(columns),
        by_iro.mutate(kind=ibis.literal("iro")).select(columns),
    )
    return newest(_happened(every), ["child_id", "kind", "date"])


def _seen(visits: Table) -> Table:
    return visits.filter(_.seen.fill_null(True))


def _happened(events: Table) -> Table:
    """Events with a child and a day that is not after the extract's: what is planned is left."""
    return events.filter(_.child_id.notnull() & _.date.notnull() & (_.date <= _.period))


def review(given: Given) -> Table:
    """Reviews held; whose they are, the period of care says that they name."""
    raw = read(
        given,
        "ssd_cla_reviews",
        {
            "named": "clar_cla_person_id",
            "care_id": "clar_cla_id",
            "date": "clar_cla_review_date",
            "cancelled": "clar_cla_review_cancelled",
            "participation": "clar_cla_review_participation",
        },
        {"date": "date", "cancelled": "boolean"},
    )
    whose = (
        read(
            given,
            "ssd_cla_episodes",
            {"of_care": "clae_cla_id", "child": "clae_person_id"},
            {},
        )
        .filter(_.of_care.notnull())
        .group_by("of_care")
        .agg(child=_.child.min())
    )
    held = raw.filter(~_.cancelled.fill_null(False))
    known = held.left_join(whose, held.care_id == whose.of_care)
    named = known.select(
        "date",
        "participation",
        "source",
        "period",
        child_id=ibis.coalesce(known.named, known.child),
    )
    return newest(_happened(named), ["child_id", "date"])


def health_check(given: Given) -> Table:
    """Health assessments and dental checks that took place: none refused, cancelled or planned."""
    raw = read(
        given,
        "ssd_cla_health",
        {
            "child_id": "clah_person_id",
            "date": "clah_health_check_date",
            "checked": "clah_health_check_type",
            "status": "clah_health_check_status",
        },
        {"date": "date"},
    )
    done = raw.filter(_.status.isnull() | (_.status == "COMPLETED"))
    kinds = ibis.cases(
        (done.checked == "HEALTH_ASSESSMENT", "health_assessment"),
        (done.checked == "DENTAL_CHECK", "dental_check"),
        else_=ibis.null().cast("string"),
    )
    named = done.mutate(kind=kinds).filter(_.kind.notnull()).drop("checked", "status")
    return newest(_happened(named), ["child_id", "kind", "date"])


def care_plan(given: Given) -> Table:
    """Plans for permanence. Options ticked beside each other that lead different ways are OTHER."""
    raw = read(
        given,
        "ssd_cla_care_plan",
        {
            "child_id": "lacp_person_id",
            "started": "lacp_cla_care_plan_start_date",
            "ended": "lacp_cla_care_plan_end_date",
            "ticked": "lacp_cla_care_plan_json",
        },
        _SPELL,
    ).filter(_.child_id.notnull() & _.started.notnull() & _.ticked.notnull())
    ways = {
        "RETURN_HOME": raw.ticked.contains("RETURN") | raw.ticked.contains("REMAINSUP"),
        "ADOPTION": raw.ticked.contains("ADOPTION"),
        "LONG_TERM_FOSTERING": raw.ticked.contains("LTFOST18") | raw.ticked.contains("LTRELFR"),
        "LONG_TERM_RESIDENTIAL": raw.ticked.contains("RESPLMT"),
        "SUPPORTED_LIVING": raw.ticked.contains("SUPPLIV"),
        "OTHER": raw.ticked.contains("OTHERPLN"),
    }
    how_many = sum((ibis.ifelse(way, 1, 0) for way in ways.values()), ibis.literal(0))
    told = ibis.cases(
        (how_many > 1, "OTHER"),
        *((way, plan) for plan, way in ways.items()),
        else_=ibis.null().cast("string"),
    )
    plans = (
        raw.mutate(plan=told)
        .group_by(["child_id", "started"])
        .agg(
            first=_.plan.min(),
            last=_.plan.max(),
            still=ibis.ifelse(_.ended.isnull(), 1, 0).max(),
            last_ended=_.ended.max(),
            source=_.source.max(),
            period=_.period.max(),
        )
    )
    whole = plans.select(
        "child_id",
        "started",
        "source",
        "period",
        ended=ibis.ifelse(plans.still == 1, ibis.null().cast("date"), plans.last_ended),
        permanence_plan=ibis.ifelse(plans.first == plans.last, plans.first, "OTHER"),
    )
    return one_after_another(whole)


def involvement(given: Given) -> Table:
    """Social workers and their teams, one at a time: the one who came last.

    Others at work with the child are left out by the words of their role: reviewing officers,
    personal advisers, those who supervise carers, and the like.
    """
    raw = read(
        given,
        "ssd_involvements",
        {
            "child_id": "invo_person_id",
            "worker_id": "invo_professional_id",
            "role": "invo_professional_role_id",
            "team_id": "invo_professional_team",
            "started": "invo_involvement_start_date",
            "ended": "invo_involvement_end_date",
        },
        _SPELL,
    )
    role = raw.role.lower().fill_null("")
    others = ("review", "iro", "advis", "supervis", "chair", "health", "admin", "family support")
    social = raw.filter(
        _.child_id.notnull()
        & _.started.notnull()
        & ~ibis.or_(*(role.contains(word) for word in others))
    )
    people = _names(
        given,
        "ssd_professionals",
        {"known": "prof_professional_id", "name": "prof_professional_name"},
    )
    teams = _names(given, "ssd_department", {"known": "dept_team_id", "name": "dept_team_name"})
    with_worker = social.left_join(people, social.worker_id == people.known)
    chosen = with_worker.select(
        *social.columns, worker=ibis.coalesce(with_worker.name, with_worker.worker_id)
    )
    with_team = chosen.left_join(teams, chosen.team_id == teams.known)
    named = with_team.select(
        "child_id",
        "started",
        "ended",
        "source",
        "period",
        "worker",
        team=ibis.coalesce(with_team.name, with_team.team_id),
    )
    return one_after_another(newest(named, ["child_id", "started"]))


def _names(given: Given, table: str, columns: dict[str, str]) -> Table:
    raw = read(given, table, columns, {})
    return raw.filter(_.known.notnull()).group_by("known").agg(name=_.name.min())
