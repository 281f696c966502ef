"""The rows of a workbook from the plan: what the sheet said, with what has changed here since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sightline.plan.models import Milestone, PlanAction
from sightline.plan.sheets.wording import (
    OUTCOME_UNSTATED,
    STEP,
    cost_of,
    first_owner,
    outcome_words,
    priority_name,
    short,
    title_of,
)
from sightline.plan_sheets import Field, PlanRow, Step

_PARTNER = 200
_DAYS = ("start", "due")
_SHOWN = (
    Field.STATUS, Field.PERCENT, Field.PROGRESS, Field.EVIDENCE, Field.MEASURE, Field.FINDING,
)  # fmt: skip


def as_json(row: PlanRow) -> dict[str, Any]:
    """A row as it is kept beside its action; what is empty is left out."""
    said = {name: value for name, value in asdict(row).items() if value}
    for name in _DAYS:
        if name in said:
            said[name] = said[name].isoformat()
    said["steps"] = [[each.words, each.due.isoformat() if each.due else ""] for each in row.steps]
    return said


def from_json(kept: Mapping[str, Any]) -> PlanRow:
    """A row that was kept."""
    said = dict(kept)
    for name in _DAYS:
        if name in said:
            said[name] = date.fromisoformat(said[name])
    said["steps"] = tuple(
        Step(words, date.fromisoformat(due) if due else None) for words, due in kept["steps"]
    )
    return PlanRow(**said)


def lines_of(kept: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the sheet says that the plan has no place for: heading and words, the status first."""
    said = [(str(title.value), kept.get(title.name.lower(), "")) for title in _SHOWN]
    said += [(heading, words) for heading, words in kept.get("further", {}).items()]
    return tuple((title, words) for title, words in said if words)


def said_by_sheet(place: PlanAction) -> PlanRow:
    """The row as it was last taken; as the plan has it, where it came from no workbook."""
    return from_json(place.sheet) if place.sheet else drawn(place)


def drawn(place: PlanAction) -> PlanRow:
    """The row as the plan has it now: the sheet's words wherever they still say the same.

    Expects its action, outcome, priority and milestones to be fetched with it.
    """
    said = from_json(place.sheet) if place.sheet else _own(place)
    now: dict[str, Any] = {}
    action, outcome = place.action, place.outcome
    if title_of(said.action) != action.title:
        now["action"] = str(action.title)
    if first_owner(said) != action.owner_name:
        now["owner"] = str(action.owner_name)
    if said.due != action.due:
        now |= {"due": action.due, "due_words": ""}
    if outcome_words(said) != outcome.words:
        now["outcome"] = str(outcome.words)
    priority = str(outcome.plan_priority.priority.name)
    if priority_name(said).casefold() != priority.casefold():
        now["priority"] = priority
    said = replace(said, **now, **_of_place(said, place))
    return replace(said, steps=_steps(said.steps, list(place.milestones.all())))


def _of_place(said: PlanRow, place: PlanAction) -> dict[str, Any]:
    now: dict[str, Any] = {}
    if said.start != place.planned_start:
        now |= {"start": place.planned_start, "start_words": ""}
    if short(said.partner, _PARTNER) != place.partner:
        now["partner"] = str(place.partner)
    if cost_of(said.cost) != (place.resources, place.cost_one_off, place.cost_yearly):
        now["cost"] = _cost(place)
    return now


def _own(place: PlanAction) -> PlanRow:
    outcome = str(place.outcome.words)
    return PlanRow(
        sheet="", row=0, action=str(place.action.title), reference=place.reference,
        outcome="" if outcome == OUTCOME_UNSTATED else outcome,
        evidence=str(place.evidence_required), cost=_cost(place),
    )  # fmt: skip


def _cost(place: PlanAction) -> str:
    once = f"£{place.cost_one_off:,}" if place.cost_one_off is not None else ""
    yearly = f"£{place.cost_yearly:,} a year" if place.cost_yearly is not None else ""
    return "; ".join(each for each in (once, yearly, str(place.resources)) if each)


def _steps(said: tuple[Step, ...], milestones: list[Milestone]) -> tuple[Step, ...]:
    """The sheet's steps in their order, each with its day here; then those written down here."""
    here = {each.words: each.due for each in milestones}
    named = {short(each.words, STEP) for each in said}
    kept = [
        replace(each, due=here.get(short(each.words, STEP), each.due)) if each.due else each
        for each in said
    ]
    return (*kept, *(Step(words, due) for words, due in here.items() if words not in named))
