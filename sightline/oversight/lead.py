"""The one thing that matters most today, in a sentence or two."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.oversight.changes import Changed
from sightline.oversight.withheld import count_for
from sightline.trackers.waiting import Kind, WaitingChild

STALE_DAYS = 45
URGENT = (Kind.UNREGISTERED, Kind.VANISHED)
_SAYS = {
    Kind.UNREGISTERED: (
        "child lives in a home with no sign of registration",
        "children live in homes with no sign of registration",
    ),
    Kind.VANISHED: (
        "child is gone from the extracts with no end date",
        "children are gone from the extracts with no end date",
    ),
    Kind.VISIT: ("child’s visit is overdue", "children’s visits are overdue"),
    Kind.REVIEW: ("child’s review is overdue", "children’s reviews are overdue"),
    Kind.HEALTH_ASSESSMENT: (
        "child’s health assessment is overdue",
        "children’s health assessments are overdue",
    ),
    Kind.NO_PLAN: (
        "child has no recorded plan for permanence",
        "children have no recorded plan for permanence",
    ),
    Kind.UNMATCHED: ("child waits for a long-term match", "children wait for a long-term match"),
    Kind.AT_HOME: (
        "child has lived at home on a care order for a year or more",
        "children have lived at home on a care order for a year or more",
    ),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """A headline, why it stands first, and where to go."""

    headline: str
    why: str
    reason: str = ""  # narrows the worklist, where it is about children


def lead(
    waiting: Sequence[WaitingChild], changed: Sequence[Changed], *, exact: bool
) -> Lead | None:
    """What matters most: a child in an unlawful home or lost, then the commonest wait, then a
    measure that worsened. None where nothing waits and nothing worsened."""
    counted = Counter(reason.kind for child in waiting for reason in child.reasons)
    for kind in URGENT:
        if counted[kind]:
            return _of_children(kind, counted[kind], waiting, exact=exact)
    owed = [(kind, how_many) for kind, how_many in counted.most_common() if kind not in URGENT]
    if owed:
        return _of_children(*owed[0], waiting, exact=exact)
    worse = next((change for change in changed if change.worse), None)
    return Lead(worse.sentence, "It is the surest change for the worse.") if worse else None


def stale(as_at: date, today: date) -> str:
    """A warning where the newest data is old; else nothing."""
    days = (today - as_at).days
    if days <= STALE_DAYS:
        return ""
    return (
        f"The newest data is of {words.day(as_at)}, {days:,} days ago. "
        "Nothing that happened since is known here."
    )


def _of_children(
    kind: Kind, how_many: int, waiting: Sequence[WaitingChild], *, exact: bool
) -> Lead:
    one, many = _SAYS[kind]
    shown = count_for(how_many, exact=exact)
    if shown is None:
        return Lead(f"A few {many}.", "The number is withheld because it is small.")
    longest = max(r.days for child in waiting for r in child.reasons if r.kind is kind)
    headline = f"{_capital(words.count_of(shown, one, many))}."
    why = f"The longest has waited {words.count_of(longest, 'day')}." if exact else ""
    return Lead(headline, why, kind.value if exact else "")


def _capital(said: str) -> str:
    return said[0].upper() + said[1:]
