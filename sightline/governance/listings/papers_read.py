"""Every paper: whose account it is, and whether it came in time."""

from collections import Counter
from datetime import date

from sightline.governance import papers
from sightline.governance.listings.listing import Link, List, Listing, Table
from sightline.governance.models import Paper, Source
from sightline.people.models import User

COLUMNS = {"Paper": 50, "Meeting": 40, "Whose account": 40, "Received": 12, "In time": 24}
MIX = {"Whose account": 44, "Papers": 10}


def _made(user: User, today: date) -> Listing:
    every = list(Paper.objects.select_related("meeting__body").order_by("-meeting__day", "pk"))
    mix = Counter(each.source for each in every)
    officers = mix[Source.OFFICER]
    rows = [
        [
            each.title,
            Link(str(each.meeting), each.meeting.get_absolute_url()),
            str(Source(each.source).label),
            each.received_on,
            papers.said(each, each.meeting, today) or "In time",
        ]
        for each in every
    ]
    return Listing(
        f"{officers} of {len(every)} papers give the account of officers alone."
        if every
        else "No paper has been written down yet.",
        Table("Papers, those of the newest meeting first", COLUMNS, rows),
        intro="Members who read only what officers write cannot tell what officers do not say.",
        more=(Table("By whose account", MIX, [[str(s.label), mix[s]] for s in Source]),),
    )


PAPERS = List("papers", "Papers", _made)
