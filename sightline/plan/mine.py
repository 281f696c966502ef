"""One person's part in the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sightline.closure.acts import owns
from sightline.people.models import User
from sightline.plan.models import TeamPlanLine
from sightline.plan.standing import ActionStands, newest_plan, plan_stands


@dataclass(frozen=True, slots=True)
class Mine:
    """What a person owns, and the lines of her team's plan."""

    actions: tuple[ActionStands, ...]
    lines: tuple[TeamPlanLine, ...]
    team: str


def mine(user: User, today: date) -> Mine:
    """A person's part; empty where there is no plan, or nothing in it is hers."""
    plan = newest_plan()
    actions = plan_stands(plan, today).actions if plan else ()
    lines = (
        TeamPlanLine.objects.filter(team=user.team) if user.team else TeamPlanLine.objects.none()
    )
    return Mine(
        tuple(each for each in actions if owns(each.row.action, user)),
        tuple(lines.select_related("plan_priority__priority")),
        str(user.team),
    )
