"""What boards noted, and what followed."""

from collections.abc import Iterable, Sequence
from datetime import date

from sightline import words
from sightline.governance.listings.listing import Cell, List, Listing, Table
from sightline.governance.listings.owed import COLUMNS, row_of
from sightline.governance.models import Matter, MatterKind
from sightline.governance.standing import Standing, standings
from sightline.governance.wording import counted
from sightline.people.models import User

KINDS = (
    MatterKind.NOTED,
    MatterKind.COMMENTED,
    MatterKind.RECOMMENDATION,
    MatterKind.CALLED_IN,
    MatterKind.RESOLVED,
)
BY_OUTCOME = {"Outcome": 24, "Items": 8, "Something changed by it": 16, "Share": 8}


def _made(user: User, today: date) -> Listing:
    every = standings(Matter.objects.filter(kind__in=KINDS))
    noted = [each for each in every if each.matter.kind == MatterKind.NOTED]
    changed = _changed(every)
    only = [e for e in noted if e.matter.serious and not e.steps]
    silent = [e for e in every if e.matter.kind == MatterKind.COMMENTED and not e.steps]
    return Listing(
        f"{counted(len(changed), 'thing')} of {len(every)} ({_share(changed, every)}) that boards "
        "noted, commented on, recommended, called in or resolved can be traced to something that "
        "changed."
        if every
        else "Nothing has been noted or recommended yet.",
        Table(
            "What boards concluded, the oldest first", COLUMNS, [row_of(e, today) for e in every]
        ),
        intro="What is only noted comes back too, until somebody says what followed and somebody "
        "else whether anything changed by it.",
        marks=[
            *(f"Serious, and only noted: {each.matter.words}" for each in only),
            *(f"Commented on, and nobody has responded: {each.matter.words}" for each in silent),
        ],
        more=(Table("By outcome", BY_OUTCOME, [_outcome(kind, every) for kind in KINDS]),),
    )


def _outcome(kind: MatterKind, every: Sequence[Standing]) -> list[Cell]:
    items = [each for each in every if each.matter.kind == kind]
    changed = _changed(items)
    return [str(kind.label), len(items), len(changed), _share(changed, items)]


def _changed(items: Iterable[Standing]) -> list[Standing]:
    return [each for each in items if each.closed_on and each.steps[-1].changed_something]


def _share(some: Sequence[Standing], every: Sequence[Standing]) -> str:
    return words.percentage(len(some) / len(every)) if every else ""


NOTED = List("noted", "Noted, and what followed", _made)
