"""By when an authority must answer a review, and whether it did: each kind by its own clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sightline import words
from sightline.duties import inspection
from sightline.duties.clock import Clock
from sightline.improvement.models import Review
from sightline.letters import LetterKind


class State(StrEnum):
    """Where an answer stands against its clock."""

    MET = "met"
    LATE = "late"
    DUE = "due"

    @property
    def plain(self) -> str:
        """ "Met"."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that is due: what, from when time runs, by when, and when it was sent."""

    title: str
    runs_from: date | None  # None where the last day was agreed and no law says it
    due: date
    sent: date | None
    today: date
    from_publication: bool = False  # as the day on which it was received is not written down
    rule: str = ""  # who says so; "[unverified]" where nobody has read it there

    @property
    def state(self) -> State:
        """Late when it was sent after its last day, or has not been and that day is past."""
        if (self.sent or self.today) > self.due:
            return State.LATE
        return State.MET if self.sent else State.DUE

    @property
    def sentence(self) -> str:
        """ "Due 12 May 2026; sent 3 May 2026."."""
        due = f"{'Was due' if self.sent or self.today > self.due else 'Due'} {words.day(self.due)}"
        sent = f"sent {words.day(self.sent)}" if self.sent else "nothing is recorded as sent"
        said = f"{due}; {sent}."
        if self.from_publication:
            said += " Counted from publication: the day it was received is not recorded."
        return said


def answers_due(review: Review, today: date, *, priority_actions: bool) -> tuple[Answer, ...]:
    """The answers that the review asks for; none where nothing says by when.

    `priority_actions`: whether it names any: a focused visit then asks for a plan and its draft, an
    area SEND inspection for a plan. The day that a joint report names itself, entered as agreed,
    goes before the law's.
    """
    kind = LetterKind(review.kind)
    asked: list[Answer | None] = []
    if review.no_answer_asked:
        return ()
    if kind is LetterKind.FOCUSED_VISIT and priority_actions:
        draft = _by_law(review, inspection.DRAFT_ACTION_PLAN, review.draft_plan_sent, today)
        asked = [draft, _by_law(review, inspection.ACTION_PLAN, review.response_sent, today)]
    elif kind is LetterKind.INSPECTION:
        asked = [_by_law(review, inspection.ACTION_PLAN, review.response_sent, today)]
    elif kind is LetterKind.JTAI and not review.response_due:
        asked = [_by_law(review, inspection.STATEMENT_OF_ACTION, review.response_sent, today)]
    elif kind is LetterKind.SEND_INSPECTION and priority_actions and not review.response_due:
        clock = _of_send(review)
        asked = [_by_law(review, clock, review.response_sent, today)]
    elif review.response_due:
        asked = [Answer("Answer", None, review.response_due, review.response_sent, today)]
    return tuple(each for each in asked if each)


def _of_send(review: Review) -> Clock:
    """The framework of 2023 asks for a priority action plan, the one before for a statement."""
    start = review.final_shared or review.published
    newest = inspection.PRIORITY_ACTION_PLAN
    return newest if start and newest.due(start) else inspection.STATEMENT_OF_ACTION


def _by_law(review: Review, clock: Clock, sent: date | None, today: date) -> Answer | None:
    start = review.final_shared or review.published
    rule = clock.rule_on(start) if start else None
    due = rule.due(start) if rule and start else None
    if rule is None or due is None:
        return None
    told_by_publication = not review.final_shared
    said = str(rule.citation)
    return Answer(
        clock.title, start, due, sent, today, from_publication=told_by_publication, rule=said
    )
