"""Every board, committee and partnership."""

from collections import defaultdict
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse

from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.listings.owed import said
from sightline.governance.models import Body, BodyKind, Meeting
from sightline.governance.standing import Standing, comes_back, standings
from sightline.governance.wording import age
from sightline.people.models import User

COLUMNS = {
    "Board": 30, "Not done": 10, "Oldest": 18, "Last met": 12, "Next meets": 14, "Chair": 24,
    "Reports to": 28, "Meets every": 14, "What it is": 26,
}  # fmt: skip


def _made(user: User, today: date) -> Listing:
    every = standings()
    owed: dict[int, list[Standing]] = defaultdict(list)
    for each in comes_back(every):
        owed[each.matter.body_id].append(each)
    meetings = Prefetch("meetings", Meeting.objects.filter(cancelled="").order_by("day"))
    bodies = Body.objects.select_related("reports_to").prefetch_related(meetings)
    return Listing(
        said(every, today),
        Table(
            "Boards and partnerships",
            COLUMNS,
            [_row(body, owed[body.pk], today) for body in bodies],
            "No board has been written down yet.",
        ),
        marks=[
            f"{body.name}: its terms of reference were to be looked at again by "
            f"{body.review_by.day} {body.review_by:%B %Y}."
            for body in bodies
            if body.review_by and body.review_by < today and body.stands(today)
        ],
        adds=add_link(user, "Add a board", reverse("kept-add", args=["board"])),
    )


def _row(body: Body, owed: list[Standing], today: date) -> list[Cell]:
    days = [each.day for each in body.meetings.all()]
    ahead = next((day for day in days if day >= today), None)
    return [
        Link(body.name, body.get_absolute_url()),
        len(owed),
        age(owed[0].matter.raised_on, today) if owed else "",
        next((day for day in reversed(days) if day < today), None),
        ahead or ("Ended" if not body.stands(today) else "No day set"),
        body.chair,
        body.reports_to.name if body.reports_to else "",
        f"{body.every_weeks} weeks",
        str(BodyKind(body.kind).label),
    ]


BODIES = List("list", "Boards", _made)
