"""Visits of those who oversee to those who do the work."""

from datetime import date

from django.urls import reverse

from sightline.duties.period import add_months
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Body, BodyKind, Visit
from sightline.governance.wording import counted
from sightline.people.models import User

COLUMNS = {
    "Visit": 36, "Day": 12, "Board": 28, "Who went": 28, "Spoke with": 28,
    "What they saw and heard": 60, "What they did with it": 50, "Question that came from it": 50,
}  # fmt: skip
WITHIN = 6  # months after which a board without a visit is marked
_VISIT = (BodyKind.SCRUTINY, BodyKind.CORPORATE_PARENTING)


def _row(each: Visit) -> list[Cell]:
    asked = each.matter
    return [
        Link(str(each), reverse("kept-edit", args=["visit", each.pk])),
        each.on,
        each.body.name,
        each.who,
        each.spoke_with,
        each.seen,
        each.followed,
        Link(asked.words, asked.get_absolute_url()) if asked else "",
    ]


def _made(user: User, today: date) -> Listing:
    every = list(Visit.objects.select_related("body", "matter"))
    led = sum(bool(each.followed or each.matter) for each in every)
    since = add_months(today, -WITHIN)
    went = {each.body_id for each in every if each.on >= since}
    stayed = [
        b for b in Body.objects.filter(kind__in=_VISIT) if b.stands(today) and b.pk not in went
    ]
    return Listing(
        f"{counted(len(every), 'visit')} to those who do the work; something came of {led}."
        if every
        else "No visit to those who do the work has been written down yet.",
        Table("Visits, the newest first", COLUMNS, [_row(each) for each in every]),
        intro="What staff and children say when nobody presents it to them. It names no child.",
        marks=[f"{each.name}: no visit in the past {WITHIN} months." for each in stayed],
        adds=add_link(user, "Add a visit", reverse("kept-add", args=["visit"])),
    )


VISITS = List("visits", "Visits to the frontline", _made)
