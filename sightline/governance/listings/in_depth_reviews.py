"""In-depth reviews: scope, evidence, recommendations, response and what was carried out."""

from collections import Counter
from datetime import date, timedelta

from django.urls import reverse

from sightline.governance import in_depth
from sightline.governance.in_depth import InDepth
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Body, BodyKind, Matter, MatterKind, Planned, PlannedKind
from sightline.governance.standing import standings
from sightline.governance.wording import counted
from sightline.people.models import User

COLUMNS = {
    "Review": 44, "How far it is": 40, "Recommended": 12, "Response due": 12, "Responded": 10,
    "In two months": 10, "Carried out": 10, "Board": 28, "Done": 12, "Given to the executive": 12,
    "What it asks": 50, "Evidence beyond officers": 44,
}  # fmt: skip
A_YEAR = timedelta(days=365)


def _row(each: InDepth) -> list[Cell]:
    review = each.review
    return [
        Link(review.title, reverse("kept-edit", args=["planned", review.pk])),
        each.state,
        len(each.recommendations),
        each.respond_by,
        each.responded,
        each.in_time,
        each.done,
        review.body.name,
        review.done_on,
        review.sent_on,
        review.scope,
        review.evidence,
    ]


def _made(user: User, today: date) -> Listing:
    planned = Planned.objects.filter(kind=PlannedKind.REVIEW).select_related("body")
    made = standings(Matter.objects.filter(kind=MatterKind.RECOMMENDATION, review__isnull=False))
    every = in_depth.reviews(planned, made, today)
    year = [e for e in every if e.review.done_on and today - A_YEAR < e.review.done_on <= today]
    done = Counter(each.review.body_id for each in year)
    without = [
        body
        for body in Body.objects.filter(kind=BodyKind.SCRUTINY)
        if body.stands(today) and not done[body.pk]
    ]
    return Listing(
        f"{counted(len(year), 'in-depth review')} done in the past year, "
        f"{len(every) - len(year)} under way, to come or older.",
        Table("In-depth reviews, by the day they are due", COLUMNS, [_row(each) for each in every]),
        intro="Meetings are not scrutiny. A review says what it asks, hears others than officers, "
        "and recommends; the executive responds within two months, and it is followed until "
        "somebody other than whoever had to do it says that it is done.",
        marks=[
            *(f"{each.name}: no in-depth review in the past year." for each in without),
            *(
                f"{each.review.title}: the executive has not responded within two months."
                for each in every
                if each.overdue
            ),
            *(
                f"{e.review.title}: it does not say what it asks."
                for e in every
                if not e.review.scope
            ),
        ],
        adds=add_link(user, "Add a review", reverse("kept-add", args=["planned"])),
    )


IN_DEPTH = List("in-depth-reviews", "In-depth reviews", _made)
