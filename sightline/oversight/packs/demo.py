"""The demo's packs: what a made-up authority has issued to its boards over the last year."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from sightline.jobs import figures
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs.issuing import issue
from sightline.oversight.packs.kinds import KIND_BY_ID
from sightline.people.models import User

ISSUED = (
    ("commissioner-six-months", 9),
    ("improvement-board", 6),
    ("commissioner-twelve-months", 3),
    ("improvement-board", 3),
    ("scrutiny", 0),
    ("corporate-parenting-board", 0),
    ("safeguarding-partners", 0),
)
"""The packs, and how many months before the newest day each speaks of; the oldest first."""

_DAYS_TO_ISSUE = 9  # from the end of the month to the issue


def issue_demo_packs(analyst: User) -> None:
    """Issue them, once. Their days lie in the past, and so do the moments of issue."""
    if IssuedPack.objects.exists():
        return
    newest = max(each.latest.as_at for each in figures.latest(settings.DATA))
    for kind, months in ISSUED:
        day = _month_end(newest, months)
        issued_on = datetime.combine(day + timedelta(days=_DAYS_TO_ISSUE), time(10))
        issue(KIND_BY_ID[kind], analyst, timezone.make_aware(issued_on), as_at=day)


def issue_todays_pack(analyst: User) -> None:
    """Issue the improvement board's newest pack, now: it tells how the plan stands. Once."""
    newest = max(each.latest.as_at for each in figures.latest(settings.DATA))
    if not IssuedPack.objects.filter(kind="improvement-board", as_at=newest).exists():
        issue(KIND_BY_ID["improvement-board"], analyst, timezone.now(), as_at=newest)


def _month_end(newest: date, before: int) -> date:
    month = newest.year * 12 + newest.month - 1 - before
    year, number = divmod(month, 12)
    return date(year, number + 1, monthrange(year, number + 1)[1])
