"""What organisations undertook: commitments, and data to be supplied."""

from datetime import date

from django.urls import reverse

from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.listings.partners import partner_address
from sightline.governance.models import PartnerPromise, PromiseKind
from sightline.governance.wording import counted
from sightline.people.models import User

COLUMNS = {
    "What was promised": 60, "Organisation": 30, "Kind": 20, "Promised on": 12, "Due": 12,
    "Kept": 12, "How it stands": 24, "Why not, in the partner’s words": 44,
}  # fmt: skip


def state(each: PartnerPromise, today: date) -> str:
    """How a promise stands, as a person reads it."""
    if each.kept_on:
        return "Kept" if each.kept_on <= each.due else "Kept late"
    return "Late" if each.due < today else "Not due yet"


def row_of(each: PartnerPromise, today: date) -> list[Cell]:
    """The line of one promise."""
    return [
        Link(each.words, reverse("kept-edit", args=["promise", each.pk])),
        Link(each.organisation, partner_address(each.organisation)),
        str(PromiseKind(each.kind).label),
        each.agreed_on,
        each.due,
        each.kept_on,
        state(each, today),
        each.note,
    ]


def _made(user: User, today: date) -> Listing:
    every = list(PartnerPromise.objects.all())
    late = [each for each in every if state(each, today) == "Late"]
    return Listing(
        f"{counted(len(late), 'promise')} of {len(every)} past the day and not kept."
        if every
        else "No promise of a partner has been written down yet.",
        Table("Promises by organisation", COLUMNS, [row_of(each, today) for each in every]),
        adds=add_link(user, "Add a promise", reverse("kept-add", args=["promise"])),
    )


PROMISES = List("promises", "Promises and data of partners", _made)
