"""Builds the canonical tables from extracts: one set-based query a table, none over single rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import ibis
import pyarrow as pa
from ibis import _
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from sightline.records import (
    care_history,
    disagreements,
    from_annex_a,
    from_cin_census,
    from_ssd,
    from_ssda903,
    from_templates,
    from_workforce,
    precedence,
)
from sightline.records.care_history import NEVER, Sources
from sightline.records.care_told import CareTold, care_told
from sightline.records.extracts import Extracts
from sightline.records.fed import is_fed, nothing, union
from sightline.records.identity import crosswalk
from sightline.records.making import made, make, make_empty
from sightline.records.merging import conformed, merged, rank, stacked
from sightline.records.newest import newest, newest_known
from sightline.records.snapshots import Part
from sightline.records.tables import TABLES

SAYS_WHO_IS_IN_CARE = ("episodes", "list_8", "ssd_cla_episodes")

Keep = Callable[[str, Table], Table]
"""Given the name of a step and its query; gives what stands for it in the queries after it."""


class Told(NamedTuple):
    """What the returns tell: for each canonical table, the rows of each return that tells of it.

    `care`: what each return says of care itself; `people`: who each says that the children are.
    """

    tables: dict[str, list[Table]]
    care: CareTold
    people: Table


def build(connection: Backend, parts: Mapping[Part, Path]) -> None:
    """Create every canonical table in `connection` from the given parts.

    First the identifiers of all returns are tied to children; then each return is mapped; then what
    several returns tell becomes one. A table that no extract feeds is there and empty, so that
    whoever reads it need not ask.
    """
    written = Extracts(connection, parts)
    kept = partial(_kept, connection)
    who = crosswalk(written, kept)
    extracts = written.known_as(who.renamed(kept))
    said = told(extracts, kept)
    tables = {"identifier": [who.identifier], "identity_clash": [who.clash], **said.tables}
    fed = {name: rows for name, each in tables.items() if is_fed(rows := merged(name, each))}
    for name, rows in fed.items():
        make(connection, name, rows)
    empty = TABLES.keys() - fed.keys() - {"disagreement"}
    make_empty(connection, {name: TABLES[name].schema for name in empty})
    make(connection, "disagreement", _disagreements(written, said))


def told(extracts: Extracts, keep: Keep) -> Told:
    """What each return tells for each canonical table, as queries; `keep` is given each step."""
    listed = keep("listed", from_annex_a.children_in_care(extracts))
    people = keep("people", _people_told(extracts))
    yearly, ssd = from_ssda903.care_episode(extracts), from_ssd.care_episode(extracts)
    if is_fed(ssd):  # then each is asked twice: for the history, and for what it told
        yearly, ssd = keep("yearly", yearly), keep("ssd", ssd)
    episodes = keep("episodes", from_ssd.with_yearly(extracts, yearly, ssd))
    care = _care(extracts, keep, listed, episodes)
    others = {
        **_events(extracts, listed),
        **_plans(extracts, listed),
        **_front_door(extracts),
    }
    mappings = (
        {
            **care,
            **from_ssd.beside(extracts, others, care["period_of_care"]),
            "person": _people(people),
            "adopter": from_annex_a.adopter(extracts),
            "extract": _both(_extract_table(extracts), from_ssd.extract(extracts)),
        },
        from_cin_census.tables(extracts),
        from_workforce.tables(extracts),
        from_templates.tables(extracts),
    )
    tables: dict[str, list[Table]] = {}
    for mapping in mappings:
        for name, table in mapping.items():
            tables.setdefault(name, []).append(table)
    return Told(tables, care_told(listed, yearly, ssd), people)


def _disagreements(extracts: Extracts, said: Told) -> Table:
    """Where two of the returns disagree; nobody can where there is only one."""
    if len({part.return_name for part in extracts.parts()}) < 2:
        return nothing(TABLES["disagreement"].schema)
    found = [disagreements.of_facts(said.people), *_of_care(said.care)]
    if len(said.tables["protection_plan"]) > 1:
        plans = stacked("protection_plan", said.tables["protection_plan"])
        used = _canonical("protection_plan")
        found.append(disagreements.of_starts(used, plans, precedence.PROTECTION_PLAN_STARTED))
    if len(said.tables["involvement"]) > 1:
        teams = stacked("involvement", said.tables["involvement"])
        used = _canonical("involvement")
        found.append(disagreements.of_values(used, teams, "team", precedence.TEAM))
    rows = union(*found, distinct=True)
    return rows if is_fed(rows) else nothing(rows.schema())


def _canonical(name: str) -> Table:
    return made(name, TABLES[name].schema)


def _of_care(told: CareTold) -> list[Table]:
    """Where a return tells of care otherwise than the tables made."""
    periods = _canonical("period_of_care")
    placements, statuses = _canonical("placement"), _canonical("legal_status")
    in_care, placed, ordered = (each.filter(_.start_known) for each in told)
    return [
        disagreements.of_starts(periods, in_care, precedence.CARE_STARTED),
        disagreements.of_ends(periods, told.periods, precedence.CARE_ENDED),
        disagreements.of_starts(placements, placed, precedence.PLACEMENT_STARTED),
        disagreements.of_values(
            placements, told.placements, "placement_type", precedence.PLACEMENT_TYPE
        ),
        disagreements.of_starts(statuses, ordered, precedence.LEGAL_STATUS_STARTED),
        disagreements.of_values(statuses, told.statuses, "legal_status", precedence.LEGAL_STATUS),
    ]


def _kept(connection: Backend, name: str, expression: Table) -> Table:
    """Worked out once for the several tables made from it; none is worked out from nothing."""
    step, schema = f"step_{name}", expression.schema()
    if is_fed(expression) and make(connection, step, expression, temporary=True):
        return made(step, schema)
    return nothing(schema)


def _care(extracts: Extracts, keep: Keep, listed: Table, episodes: Table) -> dict[str, Table]:
    sources = Sources(
        listed,
        covered_to=max(
            (
                *extracts.periods("ssda903", "episodes"),
                *extracts.periods("ssd", "ssd_cla_episodes"),
            ),
            default=NEVER,
        ),
        newest_extract=max(extracts.periods("annex_a", "list_8"), default=NEVER),
    )
    periods = keep(
        "periods",
        care_history.periods_of_care(from_ssda903.period_of_care(episodes), sources),
    )
    return {
        "care_episode": episodes,
        "period_of_care": periods,
        "placement": care_history.placements(from_ssda903.placement(episodes), periods, sources),
        "legal_status": care_history.legal_statuses(
            from_ssda903.legal_status(episodes), periods, sources
        ),
    }


def _events(extracts: Extracts, listed: Table) -> dict[str, Table]:
    listed_reviews = from_annex_a.dated_events(listed, {"last_review": "review"})
    reviews = _both(
        from_ssda903.review(extracts),
        listed_reviews.mutate(participation=ibis.null().cast("string")),
    )
    visits = from_annex_a.dated_events(
        listed, {"last_visit": "social_work", "last_iro_contact": "iro"}
    )
    return {
        "review": newest_known(
            reviews.mutate(key=reviews.child_id + "|" + reviews.date.cast("string")),
            "key",
            ["child_id", "date", "participation"],
        ),
        "visit": _both(visits, from_annex_a.protection_visit(extracts)),
        "health_check": from_annex_a.dated_events(
            listed,
            {
                "last_health_assessment": "health_assessment",
                "last_dental_check": "dental_check",
            },
        ),
        "outcome_year": from_ssda903.outcome_year(extracts),
        "missing_episode": from_ssda903.missing_episode(extracts),
        "missing_state": from_annex_a.missing_state(listed),
    }


def _plans(extracts: Extracts, listed: Table) -> dict[str, Table]:
    steps = _both(from_ssda903.permanence_step(extracts), from_annex_a.permanence_step(extracts))
    return {
        "care_plan": from_annex_a.care_plan(listed),
        "permanence_step": newest(steps, ["child_id", "step", "date"]),
        "previous_permanence": from_ssda903.previous_permanence(extracts),
        "involvement": _both(from_ssda903.involvement(extracts), from_annex_a.involvement(listed)),
        "deprivation_of_liberty": from_ssda903.deprivation_of_liberty(extracts),
    }


def _front_door(extracts: Extracts) -> dict[str, Table]:
    return {
        "contact": from_annex_a.contact(extracts),
        "early_help": from_annex_a.early_help(extracts),
        "referral": from_annex_a.referral(extracts),
        "assessment": from_annex_a.assessment(extracts),
        "section47": from_annex_a.section47(extracts),
        "conference": from_annex_a.conference(extracts),
        "child_in_need": from_annex_a.child_in_need(extracts),
        "protection_plan": from_annex_a.protection_plan(extracts),
        "protection_review": from_annex_a.protection_review(extracts),
        "care_leaver": from_annex_a.care_leaver(extracts),
    }


def _people_told(extracts: Extracts) -> Table:
    """What each return last said of who a child is: one row a child and return."""
    columns = [column for column in TABLES["person"].columns if column != "child_id"]
    census = newest_known(
        conformed("person", from_cin_census.person(extracts)), "child_id", columns
    )
    ssd = newest_known(conformed("person", from_ssd.person(extracts)), "child_id", columns)
    told = [from_ssda903.person(extracts), from_annex_a.person(extracts), census, ssd]
    return stacked("person", told)


def _people(people: Table) -> Table:
    columns = [column for column in TABLES["person"].columns if column != "child_id"]
    return newest_known(people, "child_id", columns, rank(people))


def _both(first: Table, second: Table) -> Table:
    return union(first, second.select(list(first.columns)))


def _extract_table(extracts: Extracts) -> Table:
    rows = [
        {
            "return_name": part.return_name,
            "covers_from": _first_day(part),
            "covers_to": part.period,
            "source": part.return_name,
            "period": part.period,
        }
        for part in extracts.parts()
        if part.table in SAYS_WHO_IS_IN_CARE and part.return_name != "ssd"
    ]
    schema = TABLES["extract"].schema.to_pyarrow()
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema)).order_by(_.covers_to)


def _first_day(part: Part) -> date:
    """A 903 covers its whole year; an Annex A list 8 says how things stand on its day."""
    if part.return_name == "ssda903":
        return date(part.period.year - 1, 4, 1)
    return part.period
