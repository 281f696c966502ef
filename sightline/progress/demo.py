"""The demo's people: what children, families and staff of a made-up authority say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from sightline.improvement.models import Priority
from sightline.people.models import User
from sightline.progress import writing
from sightline.progress.models import Heard, Who


class _Said(NamedTuple):
    """A row: about what, who, how, how many of how many, how many days ago, and the words."""

    theme: str
    who: str
    how: str
    people: int
    asked: int | None
    ago: int
    says: str
    words: str


_SAID = (
    _Said("visits", Who.CHILDREN, "survey", 64, 150, 40, "poor",
          "A new person comes each time and we tell it all again."),
    _Said("visits", Who.STAFF, "survey", 71, 120, 60, "better",
          "There is more time to see children since the new team began."),
    _Said("physical_health", Who.CHILDREN, "forum", 14, None, 75, "good",
          "Somebody helps us see the dentist and comes along."),
    _Said("physical_health", Who.STAFF, "survey", 71, 120, 60, "good",
          "The nurse answers the same day."),
    _Said("care_planning", Who.CHILDREN, "forum", 14, None, 75, "worse",
          "The plan is written without us and nobody tells us when it changes."),
    _Said("care_planning", Who.FAMILIES, "interview", 22, 40, 110, "same",
          "We hear of the plan at the meeting and not before."),
    _Said("placement_stability", Who.FAMILIES, "survey", 48, 130, 90, "better",
          "Help comes sooner when things go wrong at home."),
    _Said("placement_stability", Who.CHILDREN, "visit", 12, None, 30, "poor",
          "We were told on the day that we would move."),
    _Said("supervision", Who.STAFF, "survey", 71, 120, 60, "same",
          "It happens, and is mostly a list of dates."),
    _Said("caseloads", Who.STAFF, "survey", 71, 120, 60, "worse",
          "We are asked to take on more each month."),
    _Said("voice", Who.CHILDREN, "survey", 64, 150, 40, "better",
          "They asked us and came back to say what they would do."),
    _Said("reviews_iro", Who.CHILDREN, "complaint", 9, None, 20, "poor",
          "The meeting was moved and nobody said why."),
    _Said("leadership", Who.PARTNERS, "interview", 11, 18, 50, "better",
          "The same people come to the meetings now."),
)  # fmt: skip
_ASKED_FOR = (
    (18, 400, "One person who stays, and who rings when they say they will.",
     "Children keep their social worker when they move within the area.", "same",
     "It is better for some of us. Mine still changed twice.", 45),
    (14, 330, "Tell us about our plan before the meeting.",
     "A page in plain words goes out a week before.", "", "", None),
)  # fmt: skip


def add_demo_progress(keeper: User, until: date) -> None:
    """Makes what people said, and what children asked for, as known on `until`; made once."""
    if Heard.objects.exists():
        return
    with transaction.atomic():
        for row in _SAID:
            said = row._asdict()
            on = until - timedelta(days=said.pop("ago"))
            writing.hear({**said, "on": on}, None, keeper, _at(on + timedelta(days=5)))
        for priority, asked in zip(Priority.objects.order_by("pk"), _ASKED_FOR, strict=False):
            _ask(priority, asked, keeper, until)
            said = {
                "promised_by": until + timedelta(days=270), "funded": "yes", "permanent": "no",
                "why": "The post is filled by somebody on a contract until the summer.",
            }  # fmt: skip
            writing.state(priority, said, keeper, _at(until))


def _ask(priority: Priority, row: tuple[Any, ...], keeper: User, until: date) -> None:
    people, ago, words, done, says_now, words_now, said_ago = row
    said = {
        "people": people,
        "on": until - timedelta(days=ago),
        "words": words,
        "done": done,
        "says_now": says_now,
        "words_now": words_now,
        "said_on": until - timedelta(days=said_ago) if said_ago else None,
    }
    writing.ask_for(priority, said, None, keeper, _at(until))


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10)))
