"""Whether the record can be believed, in three sentences, as one person may read them."""

from dataclasses import dataclass
from pathlib import Path

from sightline import words
from sightline.jobs import doubts, history, numberings
from sightline.oversight.quality_asked import among
from sightline.oversight.record_changes import whole
from sightline.oversight.withheld import count_for
from sightline.people.scope import Scope


@dataclass(frozen=True, slots=True)
class Believed:
    """A sentence each on who is who, on what sources say, and on what was rewritten."""

    clashes: str
    disagreements: str
    changes: str


def believed(data: Path, scope: Scope, *, exact: bool) -> Believed:
    """The sentences. Clashes are of the children of the scope, or where it has none, of all."""
    return Believed(
        _clashes(data, scope, exact), _disagreements(data, exact), _changes(data, exact)
    )


def _clashes(data: Path, scope: Scope, exact: bool) -> str:
    mine = doubts.EVERY_CHILD if scope.nobody else among(scope)
    found = len(doubts.identity_clashes(data, mine))
    of = "" if mine == doubts.EVERY_CHILD else " of the children you may see"
    first = ""
    if numberings.own_numbers(data) or numberings.not_held(data):
        first = "Returns number children differently, so not every child is known in all of them. "
    if not found:
        return first.rstrip() or f"No date of birth, sex or number{of} clashes."
    shown = count_for(found, exact=exact)
    said = "A few clashes" if shown is None else words.count_of(shown, "clash", "clashes")
    return (
        f"{first}{said[0].upper()}{said[1:]} of date of birth, sex or number{of}, "
        "with what was done about each."
    )


def _disagreements(data: Path, exact: bool) -> str:
    found = doubts.children_of_disagreements(data)
    if not found:
        return "No two returns say different things of one child."
    shown = count_for(found, exact=exact)
    said = "a few children" if shown is None else words.count_of(shown, "child", "children")
    return f"Returns disagree about {said}."


def _changes(data: Path, exact: bool) -> str:
    total = whole(history.changes(data).total, exact=exact)
    if total.late.denominator == 0:
        return "There is no earlier extract to compare with yet."
    if total.late.withheld:
        return "How much was recorded late is withheld: it would tell of a few children."
    return f"{total.share} of what extracts show for the first time was recorded late."
