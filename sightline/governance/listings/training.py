"""Training of those who sit on boards: for those who keep the boards alone."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from sightline import words
from sightline.governance import trained
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import (
    Confidence,
    Matter,
    MatterKind,
    Member,
    Training,
    TrainingKind,
)
from sightline.governance.standing import Standing, standings
from sightline.governance.wording import counted
from sightline.people.models import User
from sightline.people.permissions import Permission

COLUMNS = {
    "Topic": 40, "Kind": 28, "Name": 24, "Board": 28, "Day": 12, "Given by": 24,
    "How sure they are": 22, "What they do otherwise": 44,
}  # fmt: skip
QUESTIONS = {
    "Name": 24, "Board": 28, "First trained": 12, "Asked before": 10, "Answered in substance": 12,
    "Asked since": 10, "Since, answered in substance": 14,
}  # fmt: skip
_QUESTION = MatterKind.QUESTION


def questions_asked(members: Sequence[Member], asked: Sequence[Standing]) -> list[list[Cell]]:
    """Of each trained member: the questions of theirs before and since, and what came of them.

    A question is a member's where their name is written as who asked. It is few questions of one
    person, and so no proof; give members with `trainings` and `body` fetched.
    """
    rows: list[list[Cell]] = []
    for member in members:
        first = min((each.on for each in trained.trainings_of(member)), default=None)
        own = [
            each
            for each in asked
            if each.matter.raised_by == member.name and each.matter.body_id == member.body_id
        ]
        if first is None or not own:
            continue
        before = [each for each in own if each.matter.raised_on < first]
        since = [each for each in own if each.matter.raised_on >= first]
        rows.append(
            [
                member.name,
                member.body.name,
                first,
                len(before),
                sum(each.closed_on is not None for each in before),
                len(since),
                sum(each.closed_on is not None for each in since),
            ]
        )
    return rows


def _made(user: User, today: date) -> Listing:
    members = list(Member.objects.select_related("body").prefetch_related("trainings"))
    without = trained.untrained(members, today)
    every = Training.objects.select_related("member__body")
    return Listing(
        f"{counted(len(without), 'member')} of scrutiny and corporate parenting boards "
        f"{'has' if len(without) == 1 else 'have'} had no training within {trained.WITHIN} months "
        "of taking the seat.",
        Table(
            "Training, the newest first",
            COLUMNS,
            [
                [
                    Link(each.topic, reverse("kept-edit", args=["training", each.pk])),
                    str(TrainingKind(each.kind).label),
                    each.member.name,
                    each.member.body.name,
                    each.on,
                    each.given_by,
                    str(Confidence(each.confidence).label) if each.confidence else "",
                    each.effect,
                ]
                for each in every
            ],
        ),
        intro="This list is for those who keep the boards. It is not published.",
        marks=[
            *(
                f"Not trained: {each.name}, {each.body.name}, since {words.day(each.since)}"
                for each in without
            ),
            *(
                f"No disclosure and barring check written down: {each.name}, {each.body.name}"
                for each in trained.unchecked(members, today)
            ),
        ],
        more=(
            Table(
                "What members asked since, beside before their first training",
                QUESTIONS,
                questions_asked(members, standings(Matter.objects.filter(kind=_QUESTION))),
            ),
        ),
        adds=add_link(user, "Add training", reverse("kept-add", args=["training"])),
    )


TRAINING = List("training", "Training of members", _made, Permission.KEEP_BOARDS)
