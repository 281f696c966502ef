"""The demo's register: letters taken in, and decided on as by people in the middle of it."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sightline.improvement import decisions
from sightline.improvement.demo_answers import answer_demo
from sightline.improvement.models import FindingKind, Review
from sightline.improvement.reading import AlreadyThereError, add_review
from sightline.letters import read
from sightline.people.models import User

_TYPES = {".pdf", ".txt", ".md"}
_DAYS_TO_DECIDE = 14


def add_demo_letters(folder: Path, user: User) -> tuple[Review, ...]:
    """Adds every letter in the folder, and confirms what a person would have by now.

    Every improvement is confirmed. Of the findings, those of the newest letter still wait, and of
    the older letters every second is confirmed.
    A letter that is there already is left as it is, so a second run changes nothing. Raises
    LetterError for a file that cannot be read.
    """
    added = []
    for path in sorted(each for each in folder.iterdir() if each.suffix.lower() in _TYPES):
        try:
            added.append(add_review(path, user, _came_on(path)))
        except AlreadyThereError:
            continue
    newest = Review.objects.first()
    with transaction.atomic():
        for review in added:
            _decide(review, user, findings_too=review != newest)
    answer_demo(user)
    return tuple(added)


def _came_on(path: Path) -> datetime:
    """Nine o'clock on the day it was published, else the last of the visit, else now."""
    letter = read(path)
    day = letter.published or letter.visited_to
    return _at(day, time(9)) if day else timezone.now()


def _decide(review: Review, user: User, *, findings_too: bool) -> None:
    at = _decided_at(review)
    rows = review.findings.order_by("order")
    said = rows.filter(kind=FindingKind.FINDING) if findings_too else rows.none()
    for finding in (*rows.exclude(kind=FindingKind.FINDING), *said[::2]):
        decisions.confirm(finding, user, at)


def _decided_at(review: Review) -> datetime:
    """Ten o'clock, a fortnight after it came."""
    return _at(review.added_at.date() + timedelta(days=_DAYS_TO_DECIDE), time(10))


def _at(day: date, clock: time) -> datetime:
    """The moment in British time; now, where that lies in the future."""
    return min(timezone.now(), timezone.make_aware(datetime.combine(day, clock)))
