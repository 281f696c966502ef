"""How far the days of a plan have slipped, from its versions and from every act between them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sightline.improvement.models import ActionEvent
from sightline.plan.differing import Slip, slips
from sightline.plan.freezing import frozen
from sightline.plan.models import Plan


def plan_slips(plan: Plan) -> tuple[Slip, ...]:
    """From the day first stated to the plan as it stands, the furthest in all first.

    A day that moved twice between two versions has moved twice. Seven queries, whatever its length.
    """
    contents = plan.versions.order_by("number").values_list("content", flat=True)
    return slips([*contents, frozen(plan)], _stated(plan))


def _stated(plan: Plan) -> Mapping[int, list[date]]:
    """Every day that an act on an action stated, in order, by the action's number."""
    found: dict[int, list[date]] = defaultdict(list)
    events = ActionEvent.objects.filter(
        action__in_plan__outcome__plan_priority__plan=plan, due__isnull=False
    )
    for number, due in events.order_by("pk").values_list("action", "due"):
        if due is not None and (not found[number] or found[number][-1] != due):
            found[number].append(due)
    return found
