"""The programme of independent reviews of progress, each reported through a board."""

from datetime import date

from django.urls import reverse

from sightline.governance import looks
from sightline.governance.elsewhere import letters_received
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Body, Look, LookKind
from sightline.governance.wording import counted, theme_title, titles
from sightline.people.models import User

COLUMNS = {
    "Review": 44, "How far it is": 34, "Kind": 24, "Who looks": 24, "Themes": 40,
    "Planned for": 12, "Took place": 12,
    "Draft received": 12, "Comments sent": 12, "Report received": 12, "Published": 12,
    "Board": 28, "To be reported by": 14, "Reported": 12,
    "Days from report to scrutiny": 14, "Why it waits": 40,
}  # fmt: skip


def _row(each: Look, today: date) -> list[Cell]:
    return [
        Link(each.title, reverse("kept-edit", args=["review", each.pk])),
        looks.state(each, today),
        str(LookKind(each.kind).label),
        each.by_whom,
        titles(each.themes),
        each.planned_for,
        each.done_on,
        each.draft_on,
        each.comments_on,
        each.received_on,
        each.published_on,
        each.body.name,
        looks.report_by(each),
        each.reported_at.day if each.reported_at else None,
        looks.lag(each),
        each.why_late,
    ]


def _made(user: User, today: date) -> Listing:
    every = list(Look.objects.select_related("body", "reported_at", "scrutinised_at"))
    late = [e for e in every if looks.unreported(e, today)]
    waiting = [e for e in late if not e.reported_at]
    overseen = sorted({t for body in Body.objects.all() for t in body.themes}, key=theme_title)
    unlooked = looks.unlooked(overseen, every, today)
    in_programme = {each.letter for each in every if each.letter}
    unplanned = [e for e in letters_received() if e.number not in in_programme]
    marks = [f"{each.title}: not reported to {each.body.name} in its time." for each in waiting]
    marks += [
        f"{each.title}: in the register of findings, in no board’s programme." for each in unplanned
    ]
    return Listing(
        f"{counted(len(late), 'review')} of {len(every)} missed the board’s time."
        if every
        else "No review of progress is planned yet.",
        Table("Reviews, the newest first", COLUMNS, [_row(each, today) for each in every]),
        intro="A review goes through its board no later than one round of that board’s meetings "
        "after its report was received.",
        marks=marks,
        more=(
            Table(
                f"Overseen, and not looked at from outside for {looks.LOOKED_AT_WITHIN} months",
                {"Theme": 44},
                [[theme_title(each)] for each in unlooked],
            ),
        ),
        adds=add_link(user, "Add a review", reverse("kept-add", args=["review"])),
    )


REVIEWS = List("reviews", "Reviews of progress", _made)
