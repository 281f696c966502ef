"""The plan with how everything in it stands: what every page and list of the plan draws from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from sightline.closure.standing import Standing, standings
from sightline.plan.models import Milestone, Outcome, Plan, PlanAction, PlanPriority


@dataclass(frozen=True, slots=True)
class ActionStands:
    """An action in its place, and how it stands."""

    row: PlanAction
    reference: str
    standing: Standing
    milestones: tuple[Milestone, ...]

    @property
    def title(self) -> str:
        """What is to be done."""
        return str(self.row.action.title)


@dataclass(frozen=True, slots=True)
class OutcomeStands:
    """An outcome with its actions."""

    row: Outcome
    reference: str
    actions: tuple[ActionStands, ...]


@dataclass(frozen=True, slots=True)
class PriorityStands:
    """A priority with its outcomes."""

    row: PlanPriority
    outcomes: tuple[OutcomeStands, ...]

    @property
    def actions(self) -> tuple[ActionStands, ...]:
        """All of its actions, in the order of the plan."""
        return tuple(each for outcome in self.outcomes for each in outcome.actions)

    @property
    def tally(self) -> Tally:
        """How many of its actions stand how."""
        return tally(self.actions)


@dataclass(frozen=True, slots=True)
class Tally:
    """Of so many actions: said to be done, evidenced, making a difference, contradicted."""

    actions: int
    said_done: int
    evidenced: int
    shown: int
    contradicted: int


@dataclass(frozen=True, slots=True)
class PlanStands:
    """The whole plan on a day."""

    plan: Plan
    priorities: tuple[PriorityStands, ...]
    today: date

    @property
    def actions(self) -> tuple[ActionStands, ...]:
        """All of its actions, in the order of the plan."""
        return tuple(each for priority in self.priorities for each in priority.actions)

    @property
    def tally(self) -> Tally:
        """How many of its actions stand how."""
        return tally(self.actions)

    @property
    def late(self) -> tuple[ActionStands, ...]:
        """Open past the day first stated, the oldest first."""
        rows = [each for each in self.actions if each.standing.late(self.today)]
        return tuple(sorted(rows, key=lambda each: each.standing.first_due or self.today))


def newest_plan() -> Plan | None:
    """The plan that runs: the one that began last."""
    return Plan.objects.order_by("-begins", "-pk").first()


def plan_stands(plan: Plan, today: date) -> PlanStands:
    """The plan, by nine queries however long it is."""
    actions = PlanAction.objects.filter(dropped_on=None).select_related("action__owner")
    outcomes = Outcome.objects.prefetch_related(
        Prefetch("actions", actions.prefetch_related("milestones").order_by("number", "pk"))
    ).order_by("number", "pk")
    priorities = list(
        plan.priorities.select_related("priority").prefetch_related(Prefetch("outcomes", outcomes))
    )
    every = [
        action for row in priorities for outcome in row.outcomes.all()
        for action in outcome.actions.all()
    ]  # fmt: skip
    found = standings([each.action for each in every], today)
    return PlanStands(plan, tuple(_priority(row, found) for row in priorities), today)


def tally(actions: tuple[ActionStands, ...]) -> Tally:
    """Counts how actions stand."""
    found = [each.standing for each in actions]
    return Tally(
        actions=len(found),
        said_done=sum(each.state == "said_done" for each in found),
        evidenced=sum(each.evidenced for each in found),
        shown=sum(each.evidenced and each.effect == "shown" for each in found),
        contradicted=sum(each.contradicted for each in found),
    )


def _priority(row: PlanPriority, found: dict[int, Standing]) -> PriorityStands:
    return PriorityStands(row, tuple(_outcome(each, row, found) for each in row.outcomes.all()))


def _outcome(row: Outcome, above: PlanPriority, found: dict[int, Standing]) -> OutcomeStands:
    reference = f"{above.number}.{row.number}"
    actions = tuple(
        ActionStands(
            each, f"{reference}.{each.number}", found[each.action_id],
            tuple(each.milestones.all()),
        )
        for each in row.actions.all()
    )  # fmt: skip
    return OutcomeStands(row, reference, actions)
