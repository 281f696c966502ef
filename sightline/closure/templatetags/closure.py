"""How an action stands, for its page; what was promised and is not so, for the first page."""

from typing import Any

from django import template
from django.utils import timezone

from sightline import words
from sightline.closure.acts import in_hand, owns
from sightline.closure.every import contradicted, every_standing, waiting
from sightline.closure.models import Evidence, EvidenceKind
from sightline.closure.reading import warnings_for
from sightline.closure.standing import Standing, State, standing_of
from sightline.improvement.models import Action
from sightline.measures import catalogue
from sightline.people.permissions import Permission

register = template.Library()


@register.inclusion_tag("closure/_action.html", takes_context=True)
def action_closure(context: dict[str, Any], action: Action) -> dict[str, Any]:
    """Done, evidenced, making a difference: three lines, what was given, and what may be done."""
    user, today = context["user"], timezone.localdate()
    standing = standing_of(action, today)
    given = list(Evidence.objects.filter(action=action).select_related("by"))
    may_own = user.may(Permission.OWN_ACTIONS) and standing.open
    mine = owns(action, user)
    return {
        "action": action,
        "standing": standing,
        "told": standing.told.for_person(exact=user.sees_exact_figures),
        "evidence": given,
        "warnings": _warnings(action, given, standing),
        "kinds": [(kind.value, kind.label) for kind in EvidenceKind],
        "in_hand": bool(in_hand(action)),
        "may_give": may_own,
        "may_say": may_own and standing.state is not State.SAID_DONE,
        "may_close": user.may(Permission.CLOSE_ACTIONS) and not mine,
        "may_expect": user.may_any((Permission.OWN_ACTIONS, Permission.KEEP_PLAN)),
        "said_done": standing.state is State.SAID_DONE,
        "measure": _title(standing.expected.measure) if standing.expected else "",
        "standard": standing.expected.standard if standing.expected else "",
        "late_said": _said_late(standing),
    }


@register.inclusion_tag("closure/_home.html", takes_context=True)
def closure_home(context: dict[str, Any]) -> dict[str, Any]:
    """What is closed while the data says otherwise, and what waits for a second person."""
    user = context.get("user")
    if user is None or not user.may(Permission.SEE_PLAN):
        return {"contradicted": (), "waiting": 0}
    every = every_standing(timezone.localdate())
    exact = user.sees_exact_figures
    rows = [(each, each.told.for_person(exact=exact)) for each in contradicted(every)[:3]]
    return {"contradicted": rows, "waiting": len(waiting(every))}


def _warnings(action: Action, given: list[Evidence], standing: Standing) -> tuple[str, ...]:
    """What the one who looks should see; nothing before there is something to look at."""
    return warnings_for(action, given, standing) if standing.state is State.SAID_DONE else ()


def _title(measure: str) -> str:
    known = catalogue()
    return known[measure].title if measure in known else measure


def _said_late(standing: Standing) -> str:
    """That the difference was said only once the action was closed."""
    if standing.expected is None or standing.closed_on is None:
        return ""
    said = standing.expected.at.date()
    return f"Said on {words.day(said)}, after it was closed." if said > standing.closed_on else ""
