"""One child on one page; and the children who wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ibis import _
from ibis.expr.types import Table

from sightline.jobs.authority import opened
from sightline.jobs.doubts import Disagreement, disagreements_in
from sightline.jobs.kept_children import EVENT
from sightline.jobs.kept_children import IN_CARE as KEPT_IN_CARE
from sightline.jobs.life import Spell, spells
from sightline.jobs.remembered import remembered
from sightline.jobs.whose import whose
from sightline.records import Event, Records, ask_again, chronology
from sightline.records.words import (
    LEGAL_STATUS,
    PARTICIPATION,
    PERMANENCE_PLAN,
    PERMANENCE_STEP,
    PLACEMENT,
    REASON_CEASED,
    family_time,
    said,
    took_part,
)
from sightline.trackers.clocks import Clock, clocks
from sightline.trackers.waiting import Reason, WaitingChild
from sightline.trackers.waiting import waiting as waiting_in


class ChildNotFoundError(Exception):
    """No extract names this child."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the chronology in words. `source`: the return it came from."""

    date: date
    kind: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ChildView:
    """What is known of one child. Where she is not in care, the care columns are None."""

    child_id: str
    as_at: date
    sex: str | None
    date_of_birth: date | None
    ethnicity: str | None
    disabled: bool | None
    uasc: bool | None
    age: int | None
    care_started: date | None
    start_unknown: bool | None  # she came into care before `care_started`
    legal_status: str | None
    legal_status_started: date | None
    placement_type: str | None
    placement_started: date | None
    permanence_plan: str | None
    team: str | None
    worker: str | None
    clocks: tuple[Clock, ...]
    reasons: tuple[Reason, ...]  # what the child waits for
    spells: tuple[Spell, ...]
    events: tuple[Told, ...]  # newest first
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def in_care(self) -> bool:
        """Whether the newest extract has her in care."""
        return self.care_started is not None


WHO = ("child_id", "sex", "date_of_birth", "ethnicity", "disabled", "uasc")
IN_CARE = (
    "age",
    "care_started",
    "start_unknown",
    "legal_status",
    "legal_status_started",
    "placement_type",
    "placement_started",
    "permanence_plan",
    "team",
    "worker",
)


def view(data: Path, child_id: str) -> ChildView:
    """Everything about one child. Raises ChildNotFoundError."""
    with opened(data) as records:
        person = _person(records, child_id)
        told = chronology(records, child_id, records.connection.table(EVENT))
        owed = clocks(records, child_id)
        disagreed = disagreements_in(records, child_id)
    today = _today(data)
    care = today.in_care.get(child_id) or dict.fromkeys(IN_CARE)
    known: dict[str, Any] = {**person, **care}
    return ChildView(
        as_at=today.as_at,
        clocks=owed,
        reasons=today.reasons.get(child_id, ()),
        spells=today.spells.get(child_id, ()),
        events=tuple(_told(event) for event in reversed(told)),
        disagreements=disagreed,
        **known,
    )


@dataclass(frozen=True, slots=True)
class _Today:
    """What is looked up by child: all of it is of no more rows than there are spells of care."""

    as_at: date
    in_care: dict[str, dict[str, object]]
    reasons: dict[str, tuple[Reason, ...]]
    spells: dict[str, tuple[Spell, ...]]


@remembered
def _today(data: Path) -> _Today:
    reasons = {child.child_id: child.reasons for child in waiting(data)}
    with opened(data) as records:
        rows = records.ask(records.connection.table(KEPT_IN_CARE).select("child_id", *IN_CARE))
        in_care = {row.pop("child_id"): row for row in rows}
        return _Today(records.as_at, in_care, reasons, spells(records))


def team_of(data: Path, child_id: str) -> str | None:
    """The child's team now, or her last one; None where no extract says. Decides who may look."""
    return _teams_of(data).get(child_id)


@remembered
def _teams_of(data: Path) -> dict[str, str]:
    with opened(data) as records:
        rows = records.ask(whose(records).select("child_id", "team_now"))
        return {row["child_id"]: row["team_now"] for row in rows}


def waiting(data: Path, *, team: str | None = None) -> tuple[WaitingChild, ...]:
    """The children who wait, in the order to act; with `team`, that team's alone."""
    found = _waiting(data)
    return found if team is None else tuple(child for child in found if child.team == team)


@remembered
def _waiting(data: Path) -> tuple[WaitingChild, ...]:
    with opened(data) as records:
        return waiting_in(records)


@remembered
def teams(data: Path) -> tuple[str, ...]:
    """The teams that have children in care today, by name."""
    with opened(data) as records:
        today = records.connection.table(KEPT_IN_CARE).select("team").distinct()
        found = records.connection.to_pyarrow(today.filter(_.team.notnull()).order_by("team"))
        return tuple(found["team"].to_pylist())


def _person(records: Records, child_id: str) -> dict[str, object]:

    def her(child: str) -> Table:
        return records.table("person").filter(_.child_id == child).select(*WHO)

    found = ask_again(records, "person", her, child=child_id)
    if not found:
        raise ChildNotFoundError(child_id)
    return dict(found[0])


def _told(event: Event) -> Told:
    title, words = TITLES[event.kind]
    return Told(event.date, event.kind, title, words(event.detail), event.source)


def _as_is(detail: str | None) -> str:
    return detail or ""


def _plainly(detail: str | None) -> str:
    return (detail or "").replace("_", " ")


def _by(words: dict[str, str]) -> Callable[[str | None], str]:
    return lambda code: said(words, code)


VISITS = {
    "social_work": "by the social worker",
    "iro": "by the independent reviewing officer",
    "protection": "under the child protection plan",
}
CHECKS = {"health_assessment": "health assessment", "dental_check": "dental check"}
MISSING = {"M": "missing", "A": "away without authorisation"}

# kind of event → its title, and how its detail is put in words
TITLES: dict[str, tuple[str, Callable[[str | None], str]]] = {
    "contact": ("Contact at the front door", lambda d: f"made by {d.lower()}" if d else ""),
    "early_help_started": ("Early help assessment started", _as_is),
    "early_help_ended": ("Early help ended", _as_is),
    "referral": ("Referral", lambda d: f"made by {d.lower()}" if d else ""),
    "assessment_started": ("Assessment started", _as_is),
    "assessment_authorised": ("Assessment authorised", _as_is),
    "strategy_discussion": ("Strategy discussion: section 47 enquiry begun", _as_is),
    "strategy_discussion_held": ("Strategy discussion", took_part),
    "conference": ("Initial child protection conference", _as_is),
    "protection_plan_started": ("Child protection plan started", _as_is),
    "protection_plan_ended": ("Child protection plan ended", _as_is),
    "protection_review": ("Review child protection conference", _as_is),
    "child_in_need_plan_started": ("Child in need plan started", _as_is),
    "child_in_need_plan_ended": ("Child in need plan ended", _as_is),
    "pre_proceedings_started": ("Pre-proceedings begun", _as_is),
    "letter_before_proceedings": ("Letter before proceedings sent", _as_is),
    "pre_proceedings_decided": ("Pre-proceedings: next step decided", _as_is),
    "court_application": ("Application to the court", _as_is),
    "care_started": ("Came into care", _as_is),
    "care_ended": ("Left care", _by(REASON_CEASED)),
    "placement_started": ("New placement", _by(PLACEMENT)),
    "placement_plan": ("Placement plan agreed", _as_is),
    "legal_status_started": ("Legal status", _by(LEGAL_STATUS)),
    "review": ("Review held", lambda d: PARTICIPATION.get(d, "") if d else ""),
    "visit": ("Visit", _by(VISITS)),
    "assurance_visit": ("Visit to see that the home is safe", _as_is),
    "health_check": ("Health", _by(CHECKS)),
    "mental_health_referral": ("Referral for help with mental health", _as_is),
    "mental_health_help": ("First help with mental health", _as_is),
    "missing_started": ("Went missing", _by(MISSING)),
    "missing_ended": ("Returned", _by(MISSING)),
    "return_interview_offered": ("Return interview offered", _as_is),
    "return_interview": ("Return interview", _as_is),
    "plan_seen": ("Permanence plan as first seen in an extract", _by(PERMANENCE_PLAN)),
    "permanence_step": ("Permanence", _by(PERMANENCE_STEP)),
    "match_decision": ("Decision on a match", _plainly),
    "panel_decision": ("Panel", _plainly),
    "carer_assessment_started": ("Assessment of a carer started", _plainly),
    "carer_assessment_decided": ("Decision on a carer", _plainly),
    "audited": ("Record audited", lambda d: f"graded {d}" if d else ""),
    "escalation_raised": ("Concern raised by the independent reviewing officer", _as_is),
    "escalation_resolved": ("Concern of the independent reviewing officer resolved", _as_is),
    "supervision": ("Spoken of in supervision", lambda d: f"with {d}" if d else ""),
    "family_time": ("Family time", family_time),
    "life_story_work_started": ("Life story or direct work started", _as_is),
    "life_story_work_completed": ("Life story or direct work completed", _as_is),
    "ehc_request": ("Education, health and care assessment asked for", _as_is),
    "ehc_plan_issued": ("Education, health and care plan issued", _as_is),
    "died": ("Died", _as_is),
    "worker_seen": ("Social worker", _as_is),
    "deprivation_of_liberty_started": ("Deprivation of liberty order", _as_is),
}
