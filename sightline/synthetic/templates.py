"""Sightline's own templates, filled in: one CSV each under the template's headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sightline.returns.templates import TEMPLATES, Column
from sightline.synthetic import lists_audits as audits
from sightline.synthetic import lists_care as care
from sightline.synthetic import lists_safety as safety
from sightline.synthetic import lists_work as work
from sightline.synthetic.authority import Authority
from sightline.synthetic.days import day_of, slashed
from sightline.synthetic.extract import Extract
from sightline.synthetic.files import TEXT, Cell, Sheet

Row = dict[str, object]
SOURCES: dict[str, Callable[[Extract], Iterator[Row]]] = {
    "strategy_discussions": safety.strategy_discussions,
    "return_interviews": safety.return_interviews,
    "assurance_visits": safety.assurance_visits,
    "early_help": safety.early_help,
    "iro_escalations": safety.iro_escalations,
    "match_decisions": care.match_decisions,
    "placement_plans": care.placement_plans,
    "panel_decisions": care.panel_decisions,
    "carer_assessments": care.carer_assessments,
    "family_time": care.family_time,
    "life_story_work": care.life_story_work,
    "mental_health_referrals": care.mental_health_referrals,
    "ehc_requests": care.ehc_requests,
    "supervision": work.supervision,
    "training": work.training,
    "case_audits": audits.case_audits,
    "audit_standards": audits.audit_standards,
}


def kept_since(authority: Authority) -> Extract:
    """What the lists could hold: they were begun after the inspection, or with the files."""
    first = day_of(authority.return_years[0] - 1, 4, 1)
    since = max(authority.journey.inspection, first)
    extract = Extract.of(authority, authority.extracts[-1], since)
    extract.care = [pair for pair in extract.care if not pair[0].short_breaks]
    return extract


def listed_in(extract: Extract) -> dict[str, list[Row]]:
    """The rows of every template, in the order of its first date."""
    return {name: _in_order(name, list(source(extract))) for name, source in SOURCES.items()}


def _in_order(name: str, rows: list[Row]) -> list[Row]:
    columns = TEMPLATES[name].columns
    dated = next(column.name for column in columns if column.kind == "date" and column.key)
    return sorted(rows, key=lambda row: (row[dated], str(row[columns[0].name])))


def sheet_of(name: str, rows: list[Row]) -> Sheet:
    """A template's rows as a sheet of text cells."""
    columns = TEMPLATES[name].columns
    return Sheet(
        name, [column.name for column in columns], [column.heading for column in columns],
        [TEXT] * len(columns),
        [[written(row.get(column.name), column) for column in columns] for row in rows],
    )  # fmt: skip


def written(value: object, column: Column) -> Cell:
    """A value as a person types it: Yes or No, dd/mm/yyyy, blank for nothing."""
    if value is None:
        return ""
    if column.kind == "flag":
        return "Yes" if value else "No"
    if column.kind == "date" and isinstance(value, int):
        return slashed(value)
    return str(value)
