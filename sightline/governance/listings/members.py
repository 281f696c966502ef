"""Who sits on which board, and how often they came."""

from datetime import date, timedelta

from django.db.models import Prefetch

from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.models import Attendance, Body, BodyKind, Came, Member, Seniority
from sightline.governance.wording import counted, listed
from sightline.people.models import User

COLUMNS = {
    "Board": 28, "Name": 24, "Came": 8, "Of meetings": 12, "Role": 28, "Organisation": 26,
    "Speaks as": 28, "Political group": 18, "Since": 12, "Until": 12,
}  # fmt: skip
PRESENT = (Came.CAME, Came.SUBSTITUTE)
A_YEAR = timedelta(days=365)


def sitting() -> list[Member]:
    """Every member with their body and the year's attendance, in two queries."""
    came = Prefetch("attendances", Attendance.objects.select_related("meeting"))
    return list(Member.objects.select_related("body").prefetch_related(came))


def times_came(member: Member, today: date) -> tuple[int, int]:
    """How often they came (or sent a substitute), of the meetings noted in the past year."""
    year = [
        each.came for each in member.attendances.all() if today - A_YEAR < each.meeting.day <= today
    ]
    return sum(each in PRESENT for each in year), len(year)


def row_of(member: Member, today: date) -> list[Cell]:
    """The line of one member."""
    came, of = times_came(member, today)
    return [
        Link(member.body.name, member.body.get_absolute_url()),
        member.name,
        came,
        of,
        member.role,
        member.organisation,
        str(Seniority(member.seniority).label) if member.seniority else "",
        member.party,
        member.since,
        member.until,
    ]


def groups_missing(body: Body, members: list[Member], today: date) -> str:
    """Which political groups came to none of the last two meetings of a board of councillors."""
    if body.kind not in (BodyKind.CORPORATE_PARENTING, BodyKind.SCRUTINY):
        return ""
    noted = sorted(
        {a.meeting.day for m in members for a in m.attendances.all() if a.meeting.day <= today}
    )[-2:]
    came = {
        m.party
        for m in members
        for a in m.attendances.all()
        if a.meeting.day in noted and a.came in PRESENT
    }
    absent = sorted({m.party for m in members if m.party and m.sits(today)} - came)
    if len(noted) < 2 or not absent:
        return ""
    return f"{body.name}: nobody of {listed(absent)} came to the last two meetings."


def _made(user: User, today: date) -> Listing:
    members = sitting()
    now = [each for each in members if each.sits(today)]
    bodies = {each.body_id: each.body for each in now}.values()
    marks = [
        groups_missing(body, [m for m in members if m.body_id == body.pk], today) for body in bodies
    ]
    return Listing(
        f"{counted(len(now), 'seat')} on {len(bodies)} boards.",
        Table("Members", COLUMNS, [row_of(each, today) for each in members]),
        intro="A substitute counts as having come. The past year’s meetings count.",
        marks=[each for each in marks if each],
    )


MEMBERS = List("members", "Members and attendance", _made)
