"""How far what a direction asks is carried out: by its actions' closure, never by a word alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.closure.standing import standings
from sightline.plan.models import Direction, Obligation, PlanAction


@dataclass(frozen=True, slots=True)
class Obliged:
    """An obligation, the actions that carry it with how they stand, and what follows."""

    row: Obligation
    actions: tuple[tuple[PlanAction, str], ...]
    closed: int
    contradicted: int
    late: bool

    @property
    def sentence(self) -> str:
        """How far it is."""
        if not self.actions:
            return "No action carries it."
        many = len(self.actions)
        if self.closed < many:
            said = self._not_all(many)
        else:
            said = (
                f"{'Every' if many > 1 else 'The'} action that carries it is closed with evidence."
            )
        if self.contradicted:
            said += " The data says otherwise of some."
        return said + (" It is past its day." if self.late else "")

    def _not_all(self, many: int) -> str:
        if many == 1:
            return "The action that carries it is not closed with evidence."
        closed = words.count_of(self.closed, "is", "are") if self.closed else "none is"
        return f"Of {words.count_of(many, 'action')}, {closed} closed with evidence."


def obliged(direction: Direction, today: date) -> tuple[Obliged, ...]:
    """Each thing that a direction asks, in its order."""
    rows = list(direction.obligations.order_by("pk"))
    numbers = {number for row in rows for number in row.actions}
    places = {
        each.pk: each
        for each in PlanAction.objects.filter(pk__in=numbers).select_related(
            "action__owner", "outcome__plan_priority"
        )
    }
    found = standings([each.action for each in places.values()], today)
    made = []
    for row in rows:
        here = [places[number] for number in row.actions if number in places]
        stand = [found[each.action_id] for each in here]
        closed = sum(each.evidenced for each in stand)
        made.append(
            Obliged(
                row, tuple((each, found[each.action_id].sentence) for each in here), closed,
                sum(each.contradicted for each in stand),
                row.due is not None and row.due < today and (not here or closed < len(here)),
            )
        )  # fmt: skip
    return tuple(made)


def changed_from(before: Direction, after: Direction) -> Sequence[str]:
    """What a later version of a direction asks otherwise, in sentences, clause by clause."""
    old = {each.clause: each for each in before.obligations.all()}
    new = {each.clause: each for each in after.obligations.all()}
    said = [f"Clause {c} is new: {new[c].words}" for c in new if c not in old]
    said += [f"Clause {c} is gone: {old[c].words}" for c in old if c not in new]
    for clause in (c for c in new if c in old):
        if old[clause].words != new[clause].words:
            said.append(f"Clause {clause} asks something else: {new[clause].words}")
        if old[clause].due != new[clause].due:
            said.append(
                f"Clause {clause} is due {_day(new[clause].due)}, where it had been "
                f"{_day(old[clause].due)}."
            )
    return said


def _day(day: date | None) -> str:
    return words.day(day) if day else "without a day"
