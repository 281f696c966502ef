"""What boards noted, and what followed."""

from datetime import date

from sightline.governance.listings.listing import List, Listing, Table
from sightline.governance.listings.owed import COLUMNS, row_of
from sightline.governance.models import Matter, MatterKind
from sightline.governance.standing import standings
from sightline.governance.wording import counted
from sightline.people.models import User

KINDS = (MatterKind.NOTED, MatterKind.RECOMMENDATION)


def _made(user: User, today: date) -> Listing:
    every = standings(Matter.objects.filter(kind__in=KINDS))
    noted = [each for each in every if each.matter.kind == MatterKind.NOTED]
    changed = [e for e in every if e.closed_on and e.steps[-1].changed_something]
    only = [e for e in noted if e.matter.serious and not e.steps]
    return Listing(
        f"{counted(len(changed), 'thing')} of {len(every)} noted or recommended by boards can be "
        "traced to something that changed."
        if every
        else "Nothing has been noted or recommended yet.",
        Table(
            "Noted and recommended, the oldest first", COLUMNS, [row_of(e, today) for e in every]
        ),
        intro="What is only noted comes back too, until somebody says what followed and somebody "
        "else whether anything changed by it.",
        marks=[f"Serious, and only noted: {each.matter.words}" for each in only],
    )


NOTED = List("noted", "Noted, and what followed", _made)
