"""Every paper: whose account it is, and whether it came in time."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sightline import words
from sightline.governance import papers
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.models import Paper, Source
from sightline.people.models import User

COLUMNS = {
    "Paper": 50, "Meeting": 40, "Whose account": 40, "Received": 12, "In time": 24,
    "Pages": 8,
}  # fmt: skip
MIX = {"Whose account": 44, "Papers": 10}
OVER_TIME = {
    "Board": 30, "Quarter": 18, "Papers": 8, "Officers alone": 10, "Share of officers": 12,
}  # fmt: skip


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
            each.pages,
        ]
        for each in every
    ]
    return Listing(
        f"{officers} of {len(every)} papers give the account of officers alone."
        if every
        else "No paper has been written down yet.",
        Table("Papers, those of the newest meeting first", COLUMNS, rows),
        intro="Members who read only what officers write cannot tell what officers do not say.",
        more=(
            Table("By whose account", MIX, [[str(s.label), mix[s]] for s in Source]),
            Table("The share of officers’ papers, quarter by quarter", OVER_TIME, over_time(every)),
        ),
    )


def over_time(papers_read: Iterable[Paper]) -> list[list[Cell]]:
    """Of each board and quarter: how many papers, and how many of them are officers' alone."""

    def when(each: Paper) -> tuple[str, int, int]:
        day = each.meeting.day
        return each.meeting.body.name, day.year, (day.month + 2) // 3

    rows: list[list[Cell]] = []
    for (board, year, quarter), group in groupby(sorted(papers_read, key=when), key=when):
        sources = [each.source for each in group]
        alone = sources.count(Source.OFFICER)
        share = words.percentage(alone / len(sources))
        rows.append([board, f"{year}, quarter {quarter}", len(sources), alone, share])
    return rows


PAPERS = List("papers", "Papers", _made)
