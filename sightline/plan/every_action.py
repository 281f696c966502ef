"""Every action, in the plan or not yet, with how it stands; narrowed as a person asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django import forms
from django.db.models import Prefetch

from sightline.closure.standing import Standing, State, standings
from sightline.improvement.models import Action, Answer
from sightline.plan.models import PlanAction

NOT_IN_PLAN = "Not in the plan"
_SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action as a row: its place in the plan where it has one, its answers, how it stands."""

    action: Action
    place: PlanAction | None
    standing: Standing
    answers: tuple[Answer, ...]

    @property
    def reference(self) -> str:
        """ "2.1.3"; empty outside the plan."""
        return self.place.reference if self.place else ""

    @property
    def priority(self) -> str:
        """ "2. Plans for permanence"."""
        return str(self.place.outcome.plan_priority) if self.place else NOT_IN_PLAN

    @property
    def partner(self) -> str:
        """Who outside the authority takes part; empty where nobody does."""
        return str(self.place.partner) if self.place else ""

    @property
    def unagreed(self) -> int:
        """Links to a finding that wait for a second person."""
        return sum(not each.agreed for each in self.answers)


class Due(StrEnum):
    """What its day is."""

    LATE = "late"
    SOON = "soon"
    MOVED = "moved"
    NONE = "none"


_DUE: dict[Due, tuple[str, Callable[[ActionLine, date], bool]]] = {
    Due.LATE: ("Open past the day first stated", lambda line, today: line.standing.late(today)),
    Due.SOON: ("Open and due in the next 30 days", lambda line, today: _soon(line, today)),
    Due.MOVED: ("Given another day", lambda line, _: line.standing.times_moved > 0),
    Due.NONE: ("Without a day", lambda line, _: line.action.due is None),
}


class ActionFilter(forms.Form):
    """What to narrow the list by; the choices are what is there."""

    priority = forms.ChoiceField(required=False)
    owner = forms.ChoiceField(required=False)
    partner = forms.ChoiceField(required=False)
    state = forms.ChoiceField(label="How it stands", required=False)
    due = forms.ChoiceField(label="Day", required=False)

    def __init__(self, data: dict[str, str] | None, lines: Sequence[ActionLine]) -> None:
        super().__init__(data)
        self._choose("priority", _names(line.priority for line in lines))
        self._choose("owner", _names(line.action.owner_name for line in lines))
        self._choose("partner", _names(line.partner for line in lines))
        self._choose("state", [(str(each), each.plain) for each in State])
        self._choose("due", [(str(each), title) for each, (title, _) in _DUE.items()])

    def narrowed(self, lines: Iterable[ActionLine], today: date) -> list[ActionLine]:
        """The rows that fit all of it; a choice that is none narrows nothing."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return [
            line
            for line in lines
            if said.get("priority") in {None, "", line.priority}
            and said.get("owner") in {None, "", line.action.owner_name}
            and said.get("partner") in {None, "", line.partner}
            and said.get("state") in {None, "", str(line.standing.state)}
            and (not said.get("due") or _DUE[Due(said["due"])][1](line, today))
        ]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "All"), *choices]


def every_action(today: date) -> list[ActionLine]:
    """All actions, the soonest due first, by one set of queries however many there are."""
    answers = Answer.objects.select_related("finding__review")
    actions = list(Action.objects.select_related("owner").prefetch_related(
        Prefetch("answers", answers)
    ))  # fmt: skip
    places = {
        each.action_id: each
        for each in PlanAction.objects.filter(dropped_on=None).select_related(
            "outcome__plan_priority__priority"
        )
    }
    found = standings(actions, today)
    return [
        ActionLine(each, places.get(each.pk), found[each.pk], tuple(each.answers.all()))
        for each in actions
    ]


def _soon(line: ActionLine, today: date) -> bool:
    due = line.action.due
    return line.standing.open and due is not None and today <= due <= today + _SOON


def _names(found: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, name) for name in sorted({each for each in found if each})]
