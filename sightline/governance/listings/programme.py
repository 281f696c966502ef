"""The work programme: what boards will look at, and what came of it."""

from datetime import date

from django.urls import reverse

from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Planned, PlannedKind, Prompt
from sightline.governance.wording import counted
from sightline.people.models import User

COLUMNS = {
    "What": 50, "Kind": 20, "Board": 28, "Chosen from": 34,
    "Why it was chosen": 44, "What it asks": 44,
    "Evidence beyond officers": 36,
    "Who brings it": 24, "Due": 12, "Done": 12, "What came of it": 44,
}  # fmt: skip


def _row(each: Planned, today: date) -> list[Cell]:
    silent = not each.done_on and not each.outcome and each.due < today
    return [
        Link(each.title, reverse("kept-edit", args=["planned", each.pk])),
        str(PlannedKind(each.kind).label),
        each.body.name,
        str(Prompt(each.prompted_by).label) if each.prompted_by else "",
        each.why,
        each.scope,
        each.evidence,
        each.by_whom,
        each.due,
        each.done_on,
        "Overdue, and nobody has said why" if silent else each.outcome,
    ]


def _made(user: User, today: date) -> Listing:
    every = list(Planned.objects.select_related("body"))
    overdue = [each for each in every if not each.done_on and each.due < today]
    offered = sum(e.prompted_by == Prompt.OFFICERS for e in every)
    deep = [e for e in every if e.kind == PlannedKind.REVIEW]
    return Listing(
        f"{counted(len(overdue), 'report or review', 'reports and reviews')} overdue; "
        f"{len(deep)} in-depth reviews in the programme. Officers proposed {offered} of "
        f"{len(every)}."
        if every
        else "Nothing is planned yet.",
        Table("The programme, by the day it is due", COLUMNS, [_row(e, today) for e in every]),
        marks=[
            f"{each.title}: an in-depth review with no evidence beyond officers’."
            for each in deep
            if not each.evidence
        ],
        adds=add_link(user, "Add to the programme", reverse("kept-add", args=["planned"])),
    )


PROGRAMME = List("programme", "Work programme", _made)
