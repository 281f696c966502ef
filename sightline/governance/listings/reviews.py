"""The programme of independent reviews of progress, each reported through a board."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.urls import reverse

from sightline.governance import looks, tabling
from sightline.governance.elsewhere import Letter, letters_received
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Body, JourneyStage, Look, LookKind, Meeting
from sightline.governance.wording import counted, theme_title, titles
from sightline.people.models import User

COLUMNS = {
    "Review": 44, "How far it is": 34, "Kind": 24, "Who looks": 24, "Themes": 40, "Stage": 16,
    "Planned for": 12, "Took place": 12, "Draft received": 12, "Draft went to": 24,
    "Comments sent": 12, "Report received": 12, "Report went to": 24, "Published": 12,
    "Board": 28, "To be reported by": 14, "Reported": 12,
    "Days from report to scrutiny": 14, "Why it waits": 40,
}  # fmt: skip
TABLED = {"Review": 44, "Board": 28, "Came": 12, "Meeting": 12, "How it stands": 50}
THEMES = {
    "Theme": 40, "Last looked at": 14, "Months allowed": 10, "Next": 12, "Gap": 8,
    **{str(stage.label): 14 for stage in JourneyStage},
}  # fmt: skip


def _row(each: Look, today: date) -> list[Cell]:
    return [
        Link(each.title, reverse("kept-edit", args=["review", each.pk])),
        looks.state(each, today),
        str(LookKind(each.kind).label),
        each.by_whom,
        titles(each.themes),
        str(JourneyStage(each.stage).label) if each.stage else "",
        each.planned_for,
        each.done_on,
        each.draft_on,
        each.draft_to,
        each.comments_on,
        each.received_on,
        each.final_to,
        each.published_on,
        each.body.name,
        looks.report_by(each),
        each.reported_at.day if each.reported_at else None,
        looks.lag(each),
        each.why_late,
    ]


def every_look() -> list[Look]:
    """Every review with its board and meetings, in one query."""
    return list(Look.objects.select_related("body", "reported_at", "scrutinised_at"))


def every_owed(every: Collection[Look], letters: Collection[Letter]) -> list[tabling.Owed]:
    """What each meeting of each board answers for, newest first."""
    by_body: dict[Body, list[Meeting]] = defaultdict(list)
    for meeting in Meeting.objects.select_related("body"):
        by_body[meeting.body].append(meeting)
    found = [
        owed
        for body, meetings in by_body.items()
        for owed in tabling.owed(meetings, tabling.received(body, every, letters))
    ]
    return sorted(found, key=lambda each: each.meeting.day, reverse=True)


def _made(user: User, today: date) -> Listing:
    every, letters = every_look(), letters_received()
    owed = every_owed(every, letters)
    past = [each for each in owed if each.meeting.day <= today]
    bad = [each for each in past if each.missing or each.days_late]
    themes = _themes(every, today)
    unlooked = [each for each in themes if each.gap(today)]
    return Listing(
        f"{counted(len(bad), 'review')} of {len(past)} did not go to the first meeting of its "
        f"board after it came; {counted(len(unlooked), 'theme').lower()} that boards oversee "
        f"{'has' if len(unlooked) == 1 else 'have'} not been looked at from outside in time."
        if every or letters
        else "No review of progress is planned yet.",
        Table("Reviews, the newest first", COLUMNS, [_row(each, today) for each in every]),
        intro="All monitoring goes through the board: what was received since one meeting is on "
        "the agenda of the next, or somebody says why it waits.",
        marks=[f"{each.came.title}, {each.meeting}: {_lower(each.state)}." for each in bad],
        more=(
            Table("Received, and the meeting it was due at", TABLED, [_tabled(e) for e in owed]),
            Table(
                "Each theme that boards oversee: who looked from outside, and at which stage",
                THEMES,
                [_theme(each, today) for each in themes],
            ),
        ),
        adds=add_link(user, "Add a review", reverse("kept-add", args=["review"])),
    )


def _themes(every: Collection[Look], today: date) -> list[looks.Looked]:
    """The themes of every board that stands; those nobody looked at for longest first."""
    within: dict[str, int] = {}
    for body in Body.objects.all():
        if body.stands(today):
            for theme in body.themes:
                within[theme] = min(body.look_within, within.get(theme, body.look_within))
    found = looks.looked_at(within, every, today)
    return sorted(found, key=lambda each: (each.last or date.min, theme_title(each.theme)))


def _theme(each: looks.Looked, today: date) -> list[Cell]:
    return [
        theme_title(each.theme),
        each.last or "Never",
        each.within,
        each.next or "Nothing planned",
        "Gap" if each.gap(today) else "",
        *("Looked at" if stage.value in each.stages else "" for stage in JourneyStage),
    ]


def _tabled(each: tabling.Owed) -> list[Cell]:
    return [
        each.came.title,
        each.meeting.body.name,
        each.came.day,
        Link(f"{each.meeting.day.day} {each.meeting.day:%b %Y}", each.meeting.get_absolute_url()),
        each.state,
    ]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


REVIEWS = List("reviews", "Reviews of progress", _made)
