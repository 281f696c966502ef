"""How each action stands: done, evidenced and making a difference, which are three things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from sightline import words
from sightline.closure.effects import Effect, Told, told_of
from sightline.closure.models import Evidence, ExpectedEffect, Step, StepKind
from sightline.improvement.models import Action, ActionAct, ActionEvent


class State(StrEnum):
    """How far an action is, by who said so."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    SAID_DONE = "said_done"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def plain(self) -> str:
        """In plain English."""
        return {
            State.NOT_BEGUN: "Not begun",
            State.UNDER_WAY: "Under way",
            State.SAID_DONE: "Said to be done; nobody else has looked",
            State.CLOSED: "Closed: somebody else saw the evidence",
            State.REOPENED: "Opened again",
        }[self]


OPEN = (State.NOT_BEGUN, State.UNDER_WAY, State.SAID_DONE, State.REOPENED)


@dataclass(frozen=True, slots=True)
class Standing:
    """One action. `evidence` counts the pieces given; `evidenced` needs the second person.

    `effect` and `told` are what the figures say; `contradicted`: closed, while they say otherwise
    and nobody has said why it may stand. `first_due` and `age_days` never begin again.
    """

    action: Action
    state: State
    evidence: int
    effect: Effect
    told: Told
    steps: tuple[Step, ...]
    expected: ExpectedEffect | None
    first_due: date | None
    times_moved: int
    closed_on: date | None
    age_days: int
    stands_although: bool

    @property
    def evidenced(self) -> bool:
        """Whether somebody else saw the evidence and closed it."""
        return self.state is State.CLOSED

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN

    @property
    def contradicted(self) -> bool:
        """Closed, but the data says otherwise, and nobody has said why it may stand."""
        return self.evidenced and self.told.contradicts and not self.stands_although

    def late(self, today: date) -> bool:
        """Past the day first stated, and still open."""
        return self.open and self.first_due is not None and self.first_due < today

    @property
    def sentence(self) -> str:
        """How it stands, in a sentence."""
        if self.contradicted:
            return "Closed, but the data says otherwise."
        if self.evidenced and self.closed_on:
            return f"Closed on {words.day(self.closed_on)}. {self.effect.plain}."
        return f"{self.state.plain}."


def standings(actions: Iterable[Action], today: date) -> dict[int, Standing]:
    """How each stands, by its number. Four queries, however many there are."""
    rows = list(actions)
    numbers = [row.pk for row in rows]
    steps, evidence = _steps(numbers), _counts(numbers)
    expected = {e.action_id: e for e in ExpectedEffect.objects.filter(action__in=numbers)}
    days = _days_due(numbers)
    return {
        row.pk: _standing(
            row, steps[row.pk], evidence[row.pk], expected.get(row.pk), days[row.pk], today
        )
        for row in rows
    }


def standing_of(action: Action, today: date) -> Standing:
    """How one stands."""
    return standings([action], today)[action.pk]


def _standing(
    action: Action,
    steps: list[Step],
    evidence: int,
    expected: ExpectedEffect | None,
    days: list[date | None],
    today: date,
) -> Standing:
    newest = steps[-1] if steps else None
    state = _state(action, newest)
    closed_on = _closed_on(steps) if state is State.CLOSED else None
    told = told_of(action, expected, closed_on, today)
    stated = [day for day in days if day] or ([action.due] if action.due else [])
    return Standing(
        action=action, state=state, evidence=evidence, effect=told.effect, told=told,
        steps=tuple(steps), expected=expected, first_due=stated[0] if stated else None,
        times_moved=sum(a != b for a, b in pairwise(stated)), closed_on=closed_on,
        age_days=((closed_on or today) - action.created_at.date()).days,
        stands_although=newest is not None and newest.kind == StepKind.STANDS,
    )  # fmt: skip


def _state(action: Action, newest: Step | None) -> State:
    if newest is None or newest.kind == StepKind.SENT_BACK:
        return State.UNDER_WAY if action.started_on or newest else State.NOT_BEGUN
    return {
        StepKind.SAID_DONE: State.SAID_DONE,
        StepKind.REOPENED: State.REOPENED,
    }.get(StepKind(newest.kind), State.CLOSED)


def _closed_on(steps: list[Step]) -> date | None:
    return next((s.at.date() for s in reversed(steps) if s.kind == StepKind.CLOSED), None)


def _steps(numbers: list[int]) -> Mapping[int, list[Step]]:
    found: dict[int, list[Step]] = defaultdict(list)
    for step in Step.objects.filter(action__in=numbers).select_related("by").order_by("pk"):
        found[step.action_id].append(step)
    return found


def _counts(numbers: list[int]) -> Mapping[int, int]:
    found: dict[int, int] = defaultdict(int)
    for number in Evidence.objects.filter(action__in=numbers).values_list("action", flat=True):
        found[number] += 1
    return found


def _days_due(numbers: list[int]) -> Mapping[int, list[date | None]]:
    found: dict[int, list[date | None]] = defaultdict(list)
    stating = (ActionAct.CREATED, ActionAct.CHANGED)
    events = ActionEvent.objects.filter(action__in=numbers, act__in=stating).order_by("pk")
    for number, due in events.values_list("action", "due"):
        found[number].append(due)
    return found
