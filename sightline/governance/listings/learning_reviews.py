"""Serious case and learning reviews with their timetable."""

from datetime import date

from django.urls import reverse

from sightline.duties.incidents import INCIDENT_NOTIFICATION, PRACTICE_REVIEW, RAPID_REVIEW
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import LearningReview, Publishing, ReviewKind
from sightline.governance.timetable import Stage, stages
from sightline.governance.wording import age, counted
from sightline.people.models import User

COLUMNS = {
    "Reference": 16, "Kind": 40, "Partnership": 30, "Who writes it": 24, "How far it is": 34,
    "Known": 12, "Notified": 24, "Rapid review": 24, "Begun": 12, "Published": 24,
    "Publication": 24, "Reason for delay": 44, "Recommendations": 16, "Done": 8,
    "What is otherwise": 44,
}  # fmt: skip
CLOCKS = {"Clock": 40, "What it says": 70, "Source": 60}


def _when(stage: Stage | None) -> str:
    """ "3 Dec 2026, late", "Due 3 Dec 2026", "Overdue since 3 Dec 2026"."""
    if stage is None:
        return ""
    if stage.done:
        return f"{_short(stage.done)}{', late' if stage.late else ''}"
    if stage.due is None:
        return ""
    return f"{'Overdue since' if stage.late else 'Due'} {_short(stage.due)}"


def _short(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _row(each: LearningReview, today: date) -> list[Cell]:
    by_title = {stage.title: stage for stage in stages(each, today)}
    return [
        Link(each.reference, reverse("kept-edit", args=["learning-review", each.pk])),
        str(ReviewKind(each.kind).label),
        each.body.name,
        each.author,
        each.stage,
        each.aware_on,
        _when(by_title.get("Panel notified")),
        _when(by_title.get("Rapid review sent")),
        each.decided_on,
        _when(by_title.get("Complete and published")) or each.published_on,
        str(Publishing(each.publishing).label),
        each.delay,
        each.recommendations,
        each.done,
        each.effect,
    ]


def _late(each: LearningReview, today: date) -> bool:
    return any(stage.late and stage.done is None for stage in stages(each, today))


def _made(user: User, today: date) -> Listing:
    every = list(LearningReview.objects.select_related("body"))
    open_now = [each for each in every if not (each.completed_on or each.published_on)]
    oldest = min((each.aware_on for each in open_now), default=None)
    waited = f" The oldest began {age(oldest, today)} ago." if oldest else ""
    return Listing(
        f"{counted(len(open_now), 'review')} of {len(every)} open.{waited}"
        if every
        else "No learning review has been written down.",
        Table("Reviews, the oldest first", COLUMNS, [_row(each, today) for each in every]),
        intro="Reviews stand here under a reference that names nobody.",
        marks=[
            f"{each.reference} is overdue, and no reason for the delay is given."
            for each in open_now
            if _late(each, today) and not each.delay
        ]
        + [
            f"{each.reference}: its recommendations are done, and nobody says what is otherwise."
            for each in every
            if each.recommendations and each.done == each.recommendations and not each.effect
        ],
        more=(
            Table(
                "By which clocks",
                CLOCKS,
                [
                    [clock.title, clock.latest.words, str(clock.latest.citation)]
                    for clock in (INCIDENT_NOTIFICATION, RAPID_REVIEW, PRACTICE_REVIEW)
                ],
            ),
        ),
        adds=add_link(user, "Add a review", reverse("kept-add", args=["learning-review"])),
    )


LEARNING_REVIEWS = List("learning-reviews", "Learning reviews", _made)
