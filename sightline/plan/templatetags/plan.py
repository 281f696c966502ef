"""The navigation of the plan's pages, and the thread of one action."""

from datetime import date
from typing import Any

from django import template
from django.urls import resolve, reverse

from sightline import words
from sightline.improvement.models import Action, Answer
from sightline.measures import catalogue
from sightline.people.access import permissions_of
from sightline.people.models import User
from sightline.people.permissions import Permission
from sightline.plan.models import Obligation, PlanAction, TeamPlanLine
from sightline.plan.sheets.drawing import lines_of

register = template.Library()

PLACES = (
    ("plan", "The plan"),
    ("actions", "Actions"),
    ("closure", "What is done"),
    ("plan-loose", "Loose ends"),
    ("plan-aligned", "Going together"),
    ("plan-versions", "Versions"),
    ("directions", "Direction"),
    ("plan-teams", "Teams"),
    ("plan-capacity", "Services and posts"),
    ("plan-history", "History"),
    ("plan-mine", "My part"),
)


@register.inclusion_tag("plan/_nav.html", takes_context=True)
def plan_nav(context: dict[str, Any]) -> dict[str, Any]:
    """The pages of the plan that this person may open; the one they are on is marked."""
    user, path = context.get("user"), context["request"].path
    links = []
    for name, title in PLACES:
        href = reverse(name)
        if isinstance(user, User) and user.may_any(permissions_of(resolve(href).func)):
            here = path == href if name in {"plan", "actions"} else path.startswith(href)
            links.append({"href": href, "title": title, "here": here})
    return {"links": links}


@register.filter
def measure_title(name: str) -> str:
    """A measure's title; its id where the catalogue no longer has it."""
    known = catalogue()
    return known[name].title if name in known else name


@register.filter
def written_day(kept: str) -> str:
    """A day as a version keeps it, 2026-10-31, as people write it."""
    return words.day(date.fromisoformat(kept)) if kept else ""


@register.inclusion_tag("plan/_thread.html", takes_context=True)
def action_thread(context: dict[str, Any], action: Action) -> dict[str, Any]:
    """One action's thread: the direction and findings above it, milestones and teams beneath."""
    user = context["user"]
    place = (
        PlanAction.objects.select_related("outcome__plan_priority__priority")
        .filter(action=action)
        .first()
    )
    if place is None:
        return {"place": None}
    above = place.outcome.plan_priority
    obligations = [
        each
        for each in Obligation.objects.filter(direction__lifted_on=None).select_related("direction")
        if place.pk in each.actions
    ]
    return {
        "place": place,
        "above": above,
        "obligations": obligations,
        "answers": Answer.objects.filter(action=action).select_related("finding__review"),
        "milestones": place.milestones.all(),
        "sheet": lines_of(place.sheet),
        "lines": TeamPlanLine.objects.filter(plan_priority=above),
        "waits": PlanAction.objects.filter(pk__in=place.waits_for).select_related("action"),
        "may_keep": user.may(Permission.KEEP_PLAN),
    }
