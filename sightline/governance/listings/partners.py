"""What each partner promised, whether it came, and whether it says that this is right."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.listings.members import sitting
from sightline.governance.models import Countersign, PartnerPromise
from sightline.governance.partnering import Partner, partners
from sightline.governance.standing import standings
from sightline.governance.wording import age, counted
from sightline.people.models import User

COLUMNS = {
    "Organisation": 30, "Figures": 36, "Seats": 8, "Came": 12, "Commitments kept": 14,
    "Data supplied": 12, "Done": 12, "Done by its day": 16, "Past its day": 12, "Oldest": 18,
}  # fmt: skip


def every_partner(today: date) -> list[Partner]:
    """Every organisation as it stands on that day."""
    return partners(
        sitting(), PartnerPromise.objects.all(), standings(), Countersign.objects.all(), today
    )


def partner_address(name: str) -> str:
    """The page of one organisation."""
    return f"{reverse('partner')}?{urlencode({'name': name})}"


def _made(user: User, today: date) -> Listing:
    every = every_partner(today)
    without = [each for each in every if not each.agreed]
    return Listing(
        f"{counted(len(every), 'organisation')} have a seat on a board or owe one something; the "
        f"figures of {len(without)} are not countersigned.",
        Table("Each organisation", COLUMNS, [_row(each, today) for each in every]),
        intro="The council’s own services are counted by the same rules as its partners. A partner "
        "countersigns its own figures before they are issued, or says what is wrong with them.",
        marks=[f"{each.name}: {_said(each)}." for each in without],
    )


def _said(each: Partner) -> str:
    if each.word and not each.word.agreed:
        return f"it says that its figures are wrong: {each.word.words.rstrip('.')}"
    return each.state[:1].lower() + each.state[1:]


def _row(each: Partner, today: date) -> list[Cell]:
    said = each.figures
    oldest = min((e.matter.raised_on for e in each.owed if not e.closed_on), default=None)
    return [
        Link(each.name, partner_address(each.name)),
        each.state,
        *(said[what] for what in SHOWN),
        age(oldest, today) if oldest else "",
    ]


SHOWN = (
    "Seats",
    "Meetings attended in the past year",
    "Commitments kept",
    "Data supplied",
    "Actions and answers done",
    "Done by the day first promised",
    "Past the day first promised",
)
PARTNERS = List("partners", "Partners", _made)
