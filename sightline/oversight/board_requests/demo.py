"""The demo's requests: one of each kind that a reader would want to see."""

from datetime import timedelta

from django.utils import timezone

from sightline.oversight.board_requests import steps
from sightline.oversight.board_requests.standing import Disclosure
from sightline.oversight.models import BoardRequest
from sightline.people.models import User


def ask_demo(member: User, lead: User, analyst: User) -> None:
    """A new question, one past its meeting, one answered and one accepted; made once."""
    if BoardRequest.objects.exists():
        return
    now, today = timezone.now(), timezone.localdate()
    earlier = now - timedelta(days=40)
    board, improvement = "corporate-parenting-board", "improvement-board"
    steps.ask(
        "Which children wait longest to see a dentist, and what stands in their way?",
        *(board, today + timedelta(days=35), member, now, "dental_checks"),
    )
    late = steps.ask(
        "Why do some children still move three times in a year?",
        *(improvement, today - timedelta(days=5), lead, earlier, "three_or_more_placements"),
    )
    given = steps.ask(
        "Are children visited as often in every team?",
        *("scrutiny", today + timedelta(days=12), member, earlier, "visits_in_timescale"),
    )
    done = steps.ask(
        "Do children have their say in every review?",
        *(board, today - timedelta(days=10), member, earlier, "took_part_in_review"),
    )
    method = "The records of the past year read, and the reasons counted."
    for request in (late, given, done):
        steps.take_on(request, method, Disclosure.MEMBERS, analyst, earlier)
    steps.answer(
        given,
        "The page of the measure sets the teams beside each other, and says which of them lie "
        "further out than chance explains. We have asked their managers why.",
        ("visits_in_timescale",),
        *(analyst, now),
    )
    steps.answer(
        done,
        "Most have. Where they had none, the review was nearly always of a very young child.",
        ("took_part_in_review",),
        *(analyst, now - timedelta(days=12)),
    )
    steps.accept(done, member, now - timedelta(days=9))
