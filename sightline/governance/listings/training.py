"""Training of those who sit on boards: for those who keep the boards alone."""

from datetime import date

from django.urls import reverse

from sightline import words
from sightline.governance import trained
from sightline.governance.listings.listing import Link, List, Listing, Table, add_link
from sightline.governance.models import Confidence, Member, Training, TrainingKind
from sightline.governance.wording import counted
from sightline.people.models import User
from sightline.people.permissions import Permission

COLUMNS = {
    "Topic": 40, "Kind": 28, "Name": 24, "Board": 28, "Day": 12, "Given by": 24,
    "How sure they are": 22, "What they do otherwise": 44,
}  # fmt: skip


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
        adds=add_link(user, "Add training", reverse("kept-add", args=["training"])),
    )


TRAINING = List("training", "Training of members", _made, Permission.KEEP_BOARDS)
