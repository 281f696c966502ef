"""The clocks of a learning review: what was due when, and what is late."""

from dataclasses import dataclass
from datetime import date

from sightline.duties.clock import Clock
from sightline.duties.incidents import INCIDENT_NOTIFICATION, PRACTICE_REVIEW, RAPID_REVIEW
from sightline.governance.models import LearningReview, Publishing, ReviewKind


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: what, by when, when it was done, whether late; `due` None before time runs."""

    title: str
    due: date | None
    done: date | None
    late: bool
    clock: Clock


def stages(review: LearningReview, today: date) -> list[Stage]:
    """Notification, rapid review and publication, as far as each has a clock.

    The clocks of incidents began in 2018: a serious case review before them has none.
    A review that is not to be published must be complete by the day it would have been published.
    """
    ended = review.published_on or (
        review.completed_on if review.publishing == Publishing.NO else None
    )
    steps = (
        (INCIDENT_NOTIFICATION, review.aware_on, review.notified_on, "Panel notified"),
        (RAPID_REVIEW, review.notified_on, review.rapid_on, "Rapid review sent"),
    )
    made = [_stage(*each, today) for each in steps]
    if review.kind == ReviewKind.PRACTICE:
        made.append(
            _stage(PRACTICE_REVIEW, review.decided_on, ended, "Complete and published", today)
        )
    return made


def _stage(clock: Clock, start: date | None, done: date | None, title: str, today: date) -> Stage:
    due = clock.due(start) if start else None
    return Stage(title, due, done, due is not None and due < (done or today), clock)
