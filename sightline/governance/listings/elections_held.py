"""Elections: when committees may pause, and who was trained once the seats had changed hands."""

from datetime import date

from django.urls import reverse

from sightline.duties.period import add_months
from sightline.governance import elections, trained
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Election, Member
from sightline.people.models import User
from sightline.people.permissions import Permission

COLUMNS = {
    "Election": 36, "Quiet from": 12, "Day of the poll": 12, "New members": 12,
    "Trained within 3 months": 16, "Time still runs": 12, "Not trained in time": 16,
}  # fmt: skip


def _row(each: Election, members: list[Member], today: date) -> list[Cell]:
    seated = elections.seated_since(members, each)
    in_time = sum(elections.trained_in_time(member) for member in seated)
    runs = sum(
        not elections.trained_in_time(member) and add_months(member.since, trained.WITHIN) >= today
        for member in seated
    )
    return [
        Link(each.title, reverse("kept-edit", args=["election", each.pk])),
        each.quiet_from,
        each.polling_on,
        len(seated),
        in_time,
        runs,
        len(seated) - in_time - runs,
    ]


def _made(user: User, today: date) -> Listing:
    every = list(Election.objects.all())
    members = list(Member.objects.select_related("body").prefetch_related("trainings"))
    ahead = min(
        (e for e in every if e.polling_on >= today), key=lambda e: e.polling_on, default=None
    )
    return Listing(
        f"The next poll is on {ahead.polling_on.day} {ahead.polling_on:%B %Y}: {ahead.title}."
        if ahead
        else "No election to come is written down.",
        Table("Elections, the newest first", COLUMNS, [_row(e, members, today) for e in every]),
        intro="Before a poll committees of councillors may pause; a gap in their meetings that an "
        "election explains says so. After it every new member of scrutiny and of the corporate "
        "parenting board is trained within three months of taking the seat.",
        adds=add_link(user, "Add an election", reverse("kept-add", args=["election"])),
    )


ELECTIONS = List("elections", "Elections", _made, Permission.KEEP_BOARDS)
