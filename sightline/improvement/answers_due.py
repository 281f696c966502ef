"""Which reviews of the authority itself must be answered, and how each stands against its clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from sightline.improvement.clocks import Answer, State, answers_due
from sightline.improvement.models import Review
from sightline.improvement.own import of_own, own_names
from sightline.improvement.progress import with_progress

if TYPE_CHECKING:
    from sightline.improvement.progress import Counted


@dataclass(frozen=True, slots=True)
class Line:
    """A review as a row; `answers` only of the authority's own, which alone it must answer."""

    review: Counted
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How many answers to reviews are late, due and met, and the last day of the next due."""

    late: int
    due: int
    met: int
    next_due: date | None


def lines_of(found: QuerySet[Review], today: date) -> list[Line]:
    """The reviews as rows, the newest first."""
    own = own_names()
    return [
        Line(
            each,
            answers_due(each, today, priority_actions=bool(each.priority_count))
            if each.authority in own
            else (),
        )
        for each in with_progress(found)
    ]


def standing(today: date) -> Standing:
    """How the answers to the authority's own reviews stand."""
    answers = [
        answer for line in lines_of(of_own(Review.objects.all()), today) for answer in line.answers
    ]
    return _counted(answers)


def _counted(answers: Sequence[Answer]) -> Standing:
    counts = Counter(each.state for each in answers)
    still = [each.due for each in answers if each.state is State.DUE]
    return Standing(
        counts[State.LATE], counts[State.DUE], counts[State.MET], min(still, default=None)
    )
