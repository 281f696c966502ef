"""Every meeting, whether it was quorate, and whether its papers came in time."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Count, Q

from sightline import words
from sightline.governance import papers
from sightline.governance.cycle import A_WEEK_OVER, too_far_apart
from sightline.governance.elections import explained
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.listings.members import PRESENT
from sightline.governance.load_index import load_of
from sightline.governance.models import Body, BodyKind, Election, Meeting
from sightline.governance.wording import counted
from sightline.people.models import User

COLUMNS = {
    "Meeting": 44, "Board": 28, "Came": 8, "Quorum": 10, "Papers": 8, "Late papers": 12,
    "Pages": 8, "Times what was agreed": 14, "Raised there": 12, "Cancelled because": 30,
}  # fmt: skip
OF_COUNCILLORS = (BodyKind.COUNCIL, BodyKind.SCRUTINY, BodyKind.CORPORATE_PARENTING)


def _made(user: User, today: date) -> Listing:
    came = Count("attendances", filter=Q(attendances__came__in=PRESENT), distinct=True)
    raised = Count("matters", distinct=True)
    every = list(
        Meeting.objects.select_related("body")
        .prefetch_related("papers")
        .annotate(present=came, raised=raised)
    )
    ahead = [each for each in every if each.day >= today and not each.cancelled]
    return Listing(
        f"{counted(len(ahead), 'meeting')} to come, {len(every) - len(ahead)} past or cancelled.",
        Table("Meetings, the newest first", COLUMNS, [_row(each, today) for each in every]),
        intro="Papers are measured against the pages that each board agreed to read.",
        marks=[*_breaks(every, list(Election.objects.all())), *_inquorate(every, today)],
    )


def _row(each: Meeting, today: date) -> list[Cell]:
    late = [paper for paper in each.papers.all() if papers.said(paper, each, today)[:4] == "Late"]
    present: int = each.present  # type: ignore[attr-defined]
    load = load_of(each.body, each.papers.all())
    noted = each.day <= today and bool(present)
    quorum = each.body.quorum
    return [
        Link(str(each), each.get_absolute_url()),
        each.body.name,
        present if noted else None,
        ("" if not quorum or not noted else "Yes" if present >= quorum else "Not quorate"),
        len(each.papers.all()),
        len(late),
        load.pages or None,
        f"{load.index:.1f}" if load.index is not None else "",
        each.raised,  # type: ignore[attr-defined]
        each.cancelled,
    ]


def _inquorate(every: Sequence[Meeting], today: date) -> list[str]:
    """Meetings that could decide nothing."""
    return [
        f"{each} was not quorate: {each.present} came, "  # type: ignore[attr-defined]
        f"and its quorum is {each.body.quorum}."
        for each in every
        if each.day <= today
        and each.present  # type: ignore[attr-defined]
        and each.body.quorum
        and each.present < each.body.quorum  # type: ignore[attr-defined]
    ]


def _breaks(every: Sequence[Meeting], elections: Sequence[Election]) -> list[str]:
    """Where a body met more than a week later than its round says; an election may explain it."""
    held = sorted((e for e in every if not e.cancelled), key=lambda e: (e.body.name, e.day))
    return [
        f"{body.name} meets every {body.every_weeks} weeks, but not between {words.day(one)} and "
        f"{words.day(other)}{_because(body, (one, other), elections)}."
        for body, meetings in groupby(held, key=lambda each: each.body)
        for one, other in too_far_apart([each.day for each in meetings], body.every_weeks)
    ]


def _because(body: Body, gap: tuple[date, date], elections: Sequence[Election]) -> str:
    most = timedelta(weeks=body.every_weeks) + A_WEEK_OVER
    why = explained(gap, elections, most) if body.kind in OF_COUNCILLORS else ""
    return f"; {why} fell between" if why else ""


MEETINGS = List("meetings", "Meetings", _made)
