"""What each partner promised, and whether it came."""

from collections import defaultdict
from datetime import date

from sightline.governance.listings.listing import Cell, List, Listing, Table
from sightline.governance.listings.members import sitting, times_came
from sightline.governance.models import Member
from sightline.governance.standing import Standing, standings
from sightline.governance.wording import age, counted
from sightline.people.models import User

COLUMNS = {
    "Organisation": 30, "Seats": 8, "Came": 8, "Of": 8, "Promised": 10, "Done": 8,
    "Done by its day": 16, "Not done": 10, "Past its day": 12, "Oldest": 18,
}  # fmt: skip


def _made(user: User, today: date) -> Listing:
    members: dict[str, list[Member]] = defaultdict(list)
    for each in sitting():
        members[each.organisation].append(each)
    owed: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings():
        owed[standing.matter.organisation].append(standing)
    names = sorted({*members, *owed})
    rows = [_row(name, members[name], owed[name], today) for name in names]
    return Listing(
        f"{counted(len(names), 'organisation')} have a seat on a board or owe one something.",
        Table("Each organisation", COLUMNS, rows),
        intro="The council’s own services are counted by the same rules as its partners.",
    )


def _row(name: str, members: list[Member], owed: list[Standing], today: date) -> list[Cell]:
    came = [times_came(each, today) for each in members]
    done = [each for each in owed if each.closed_on]
    open_now = [each for each in owed if not each.closed_on]
    oldest = min((each.matter.raised_on for each in open_now), default=None)
    return [
        name,
        sum(each.sits(today) for each in members),
        sum(each for each, _ in came),
        sum(each for _, each in came),
        len(owed),
        len(done),
        sum(each.answered_on is not None and each.answered_on <= each.matter.due for each in done),
        len(open_now),
        sum(each.late(today) for each in open_now),
        age(oldest, today) if oldest else "",
    ]


PARTNERS = List("partners", "Partners", _made)
