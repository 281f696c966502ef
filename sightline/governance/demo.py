"""The demo's boards: a year of meetings and of what came back to them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from sightline.duties.working_days import add_working_days, is_working_day
from sightline.governance import keeping, steps
from sightline.governance.demo_further import add_further
from sightline.governance.demo_held import add_held_to_account
from sightline.governance.demo_rows import BOARDS, MATTERS, MEMBERS, MatterRow, MemberRow
from sightline.governance.models import (
    Attendance,
    Body,
    Came,
    Matter,
    Meeting,
    Member,
    Paper,
    Seniority,
    Source,
)
from sightline.people.models import User

ROUNDS, WEEKS = 8, 6  # meetings in the year past, and the weeks between them
LAST_MET = {"scrutiny": 10, "improvement": 17, "parenting": 24}  # days before the last day
_HABIT = {"c": Came.CAME, "s": Came.SUBSTITUTE, "a": Came.APOLOGIES, "x": Came.ABSENT}

# title, whose account, days before the meeting, pages, and up to how many rounds ago it was sent
_PAPERS = (
    ("Performance report", Source.OFFICER, 9, 46, ROUNDS),
    ("What children told their visitors", Source.CHILDREN, 10, 8, ROUNDS),
    ("Progress against the plan", Source.OFFICER, 3, 31, ROUNDS),
    ("What staff of two teams said", Source.FRONTLINE, 9, 6, 2),
    ("Every action, with its history", Source.OFFICER, 9, 212, 0),
)
PAUSED = ("scrutiny", 6)  # the meeting that fell into the time before the election


def add_demo_boards(keeper: User, owner: User, judge: User, until: date) -> None:
    """Makes the boards as they stand on `until`; made once.

    `keeper` writes down, `owner` answers, `judge` accepts or sends back.
    """
    if Body.objects.exists():
        return
    with transaction.atomic():
        bodies = _bodies(keeper, until)
        meetings = {key: _meetings(key, bodies[key], keeper, until) for key in LAST_MET}
        _members(bodies, meetings, keeper, until)
        for row in MATTERS:
            _matter(row, bodies[row.board], meetings[row.board], (keeper, owner, judge))
        add_further(bodies, meetings, keeper, until)
        add_held_to_account(bodies, meetings, (keeper, owner, judge), until)


def _bodies(keeper: User, until: date) -> dict[str, Body]:
    made: dict[str, Body] = {}
    for row in BOARDS:
        body = Body(
            name=row.name, kind=row.kind, chair=row.chair, remit=row.remit,
            every_weeks=row.every_weeks, quorum=row.quorum, reports_to=made.get(row.above),
            agreed_pages=row.pages, agreed_items=8,
            agreed_on=until + timedelta(days=row.review_in - 365),
            review_by=until + timedelta(days=row.review_in),
            themes=sorted({*row.themes.split(), *row.leads.split()}),
            leads=sorted(row.leads.split()),
            areas=[each for each in row.areas.split("|") if each],
        )  # fmt: skip
        keeping.make(body, keeper, at(until - timedelta(days=364)))
        made[row.key] = body
    return made


def _meetings(key: str, body: Body, keeper: User, until: date) -> list[Meeting]:
    """The meetings, the next first, so that its place says how many rounds ago one was."""
    last = until - timedelta(days=LAST_MET[key])
    made: list[Meeting] = []
    for n in range(-1, ROUNDS):
        day = working_day(last - timedelta(weeks=WEEKS * n))
        meeting = Meeting(body=body, day=day, place="Council house")
        if (key, len(made)) == PAUSED:
            meeting.cancelled = "The time before the election"
        keeping.make(meeting, keeper, at(min(meeting.day, until) - timedelta(days=30)))
        made.append(meeting)
        for title, source, days, pages, rounds in () if meeting.cancelled else _PAPERS:
            if n > rounds:
                continue
            received = meeting.day - timedelta(days=days)
            paper = Paper(meeting=meeting, title=title, source=source, pages=pages)
            paper.received_on = received if received <= until else None
            keeping.make(paper, keeper, at(min(received, until)))
    return made


def _members(
    bodies: dict[str, Body], meetings: dict[str, list[Meeting]], keeper: User, until: date
) -> None:
    for row in MEMBERS:
        member = Member(
            body=bodies[row.board], name=row.name, role=row.role, organisation=row.organisation,
            party=row.party, seniority=_speaks_as(row),
            since=until - timedelta(days=row.from_days),
        )  # fmt: skip
        keeping.make(member, keeper, at(until - timedelta(days=min(row.from_days, 364))))
        for meeting, habit in zip(reversed(meetings[row.board][1:]), row.habit, strict=False):
            if member.sits(meeting.day) and not meeting.cancelled:
                came = Attendance(meeting=meeting, member=member, came=_HABIT[habit])
                keeping.make(came, keeper, at(meeting.day))


def _speaks_as(row: MemberRow) -> Seniority:
    if row.party:
        return Seniority.ELECTED
    if row.organisation == "Young people":
        return Seniority.LIVED
    if row.organisation == "Independent":
        return Seniority.INDEPENDENT
    # a superintendent sits for the police, and cannot decide for them
    return Seniority.MANAGES if row.role == "Superintendent" else Seniority.DECIDES


def _matter(
    row: MatterRow, body: Body, meetings: list[Meeting], people: tuple[User, User, User]
) -> None:
    keeper, owner, judge = people
    meeting = meetings[row.ago]
    matter = Matter(
        body=body, meeting=meeting, kind=row.kind, words=row.words, raised_by=row.raised_by,
        raised_on=meeting.day, owner=row.owner, organisation=row.organisation, theme=row.theme,
        serious=row.serious, due=meeting.day + timedelta(weeks=WEEKS * row.due_rounds),
    )  # fmt: skip
    keeping.make(matter, keeper, at(meeting.day))
    acts: dict[str, Callable[[str, datetime, date], object]] = {
        "answer": lambda said, t, _: steps.answer(matter, said, owner, t, with_evidence=False),
        "evidence": lambda said, t, _: steps.answer(matter, said, owner, t, with_evidence=True),
        "back": lambda said, t, _: steps.send_back(matter, said, judge, t),
        "accept": lambda said, t, _: steps.accept(
            matter, said, judge, t, changed_something="nothing" not in said
        ),
        "move": lambda said, t, due: steps.move(matter, due, said, judge, t),
    }
    for step in row.steps:
        act, rounds, said = step.split(":", 2)
        day = meetings[int(rounds)].day
        acts[act](said, at(day), day + timedelta(weeks=2 * WEEKS))


def working_day(day: date) -> date:
    """The day itself, or the first working day after it: nobody meets on a holiday."""
    return day if is_working_day(day) else add_working_days(day, 1)


def at(day: date) -> datetime:
    """Two o'clock on a day."""
    return timezone.make_aware(datetime.combine(day, time(14)))
