"""In-depth reviews of a committee: from recommendation to the executive's response to what is done.

An executive answers a report of its overview and scrutiny committee within two months (Local
Government Act 2000, s 9FE) [the Act's own words were not read].
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.duties.period import add_months
from sightline.governance.models import MatterKind, Planned
from sightline.governance.standing import Standing

MONTHS_TO_RESPOND = 2


@dataclass(frozen=True, slots=True)
class InDepth:
    """A review, and its recommendations with what became of them."""

    review: Planned
    recommendations: Sequence[Standing]
    today: date

    @property
    def respond_by(self) -> date | None:
        """The day by which the executive responds; None until it has the report."""
        sent = self.review.sent_on
        return add_months(sent, MONTHS_TO_RESPOND) if sent else None

    @property
    def responded(self) -> int:
        """Recommendations that were ever answered."""
        return sum(_first_answer(each) is not None for each in self.recommendations)

    @property
    def in_time(self) -> int:
        """Of these, those answered within two months."""
        by = self.respond_by
        answers = [_first_answer(each) for each in self.recommendations]
        return sum(by is not None and day is not None and day <= by for day in answers)

    @property
    def done(self) -> int:
        """Recommendations that somebody other than their owner accepted as carried out."""
        return sum(each.closed_on is not None for each in self.recommendations)

    @property
    def overdue(self) -> bool:
        """Whether the two months are over and a recommendation has no response."""
        by = self.respond_by
        return by is not None and by < self.today and self.responded < len(self.recommendations)

    @property
    def state(self) -> str:
        """How far it is, as a person reads it."""
        if not self.review.done_on:
            return "Overdue" if self.review.due < self.today else "Under way or to come"
        if not self.recommendations:
            return "Done, without a recommendation"
        if self.respond_by is None:
            return "Done; not given to the executive"
        if self.overdue:
            return "The executive has not responded within two months"
        if self.responded < len(self.recommendations):
            return "Waits for the executive’s response"
        done = self.done == len(self.recommendations)
        return "Carried out" if done else "Responded to; not yet carried out"


def reviews(
    planned: Iterable[Planned], recommended: Iterable[Standing], today: date
) -> list[InDepth]:
    """Each review with its recommendations."""
    every = [e for e in recommended if e.matter.kind == MatterKind.RECOMMENDATION]
    return [
        InDepth(each, [e for e in every if e.matter.review_id == each.pk], today)
        for each in planned
    ]


def _first_answer(each: Standing) -> date | None:
    return each.first_answered_on
