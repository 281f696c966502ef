"""Everything promised to a board and not yet done, the oldest first."""

from collections.abc import Iterable
from datetime import date

from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.models import MatterKind
from sightline.governance.standing import Standing, comes_back, standings
from sightline.governance.wording import age, counted
from sightline.people.models import User

COLUMNS = {
    "What": 60, "Board": 28, "Age": 18, "Overdue": 10, "How far it is": 44, "Who sees to it": 24,
    "Organisation": 24, "Raised": 12, "First due": 12, "Due now": 12, "Kind": 14,
}  # fmt: skip


def row_of(standing: Standing, today: date) -> list[Cell]:
    """The line of one matter."""
    matter = standing.matter
    return [
        Link(matter.words, matter.get_absolute_url()),
        matter.body.name,
        age(matter.raised_on, standing.closed_on or today),
        "Yes" if standing.late(today) else "",
        standing.state,
        matter.owner,
        matter.organisation,
        matter.raised_on,
        matter.due,
        standing.due,
        str(MatterKind(matter.kind).label),
    ]


def said(every: Iterable[Standing], today: date) -> str:
    """ "Nine things promised to boards are not done. The oldest has waited 7 months." """
    open_now = comes_back(every)
    if not open_now:
        return "Nothing that was promised to a board is waiting to be done."
    late = sum(each.late(today) for each in open_now)
    oldest = age(open_now[0].matter.raised_on, today)
    one = len(open_now) == 1
    of_them = f", {late} of them past the day first promised" if late else ""
    return (
        f"{counted(len(open_now), 'thing')} promised to boards "
        f"{'is' if one else 'are'} not done{of_them}. The oldest has waited {oldest}."
    )


def _made(user: User, today: date) -> Listing:
    every = standings()
    return Listing(
        said(every, today),
        Table(
            "Not done yet, the oldest first",
            COLUMNS,
            [row_of(each, today) for each in comes_back(every)],
            "Nothing waits.",
        ),
        intro="Each comes back at the next meeting until somebody other than its owner says that "
        "it is done. Another day may be given; its age never begins again.",
    )


COMES_BACK = List("what-comes-back", "What comes back", _made)
