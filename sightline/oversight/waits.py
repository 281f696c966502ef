"""Who waits, of the children that one person may see."""

from pathlib import Path

from sightline.jobs import children
from sightline.people.scope import Scope
from sightline.trackers.waiting import Kind, WaitingChild

REASONS: dict[str, str] = {
    Kind.UNREGISTERED.value: "In an unregistered home",
    Kind.VANISHED.value: "Gone from the extracts",
    Kind.VISIT.value: "Visit overdue",
    Kind.REVIEW.value: "Review overdue",
    Kind.HEALTH_ASSESSMENT.value: "Health assessment overdue",
    Kind.NO_PLAN.value: "No permanence plan",
    Kind.UNMATCHED.value: "Waiting for a long-term match",
    Kind.AT_HOME.value: "At home on a care order",
}


def of_scope(data: Path, scope: Scope) -> tuple[WaitingChild, ...]:
    """The children of the scope who wait, in the order to act."""
    if scope.nobody:
        return ()
    listed = children.waiting(data, team=scope.team)
    return tuple(child for child in listed if scope.holds(child.team, child.worker))
