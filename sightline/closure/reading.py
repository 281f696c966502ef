"""What whoever closes an action should see before she does: checks that a machine can make."""

from collections.abc import Sequence

from sightline import words
from sightline.closure.models import Evidence, EvidenceKind
from sightline.closure.standing import Standing
from sightline.improvement.models import Action


def warnings_for(action: Action, given: Sequence[Evidence], standing: Standing) -> tuple[str, ...]:
    """What does not go together, in sentences; none where nothing stands out."""
    found = []
    if action.started_on:
        old = [each for each in given if each.dated < action.started_on]
        if old:
            found.append(
                f"{words.count_of(len(old), 'piece').capitalize()} of its evidence "
                f"{'tells' if len(old) == 1 else 'tell'} of a day before it began, on "
                f"{words.day(action.started_on)}."
            )
    else:
        found.append("Nobody has said when it began.")
    if standing.told.contradicts:
        found.append(f"The measure chosen for it: {standing.told.short}")
    if standing.expected is None:
        found.append("Nobody has said what difference it should make.")
    weak = [e for e in given if e.kind == EvidenceKind.REREAD and _less_than_half(e)]
    if weak:
        found.append("Fewer than half of the records read again bear it out.")
    return tuple(found)


def _less_than_half(each: Evidence) -> bool:
    return bool(each.reread) and 2 * (each.bearing_out or 0) < (each.reread or 0)
