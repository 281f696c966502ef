"""Requests as one person may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sightline import words
from sightline.measures import catalogue
from sightline.oversight.audiences import PROFILE_BY_ID
from sightline.oversight.board_requests.standing import (
    Disclosure,
    Kind,
    Standing,
    in_order_to_act,
    standings,
)
from sightline.oversight.board_requests.steps import may_settle
from sightline.oversight.models import RequestStep
from sightline.people.models import User
from sightline.people.permissions import Permission

FOR_STAFF = "The answer holds exact figures and is for staff alone. It is told at the meeting."


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request in a list. `measure` is the title of what it is about; may be empty."""

    pk: int
    question: str
    board: str
    meeting: date
    asked_by: str
    state: str
    late: bool
    measure_id: str
    measure: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step: what was done, by whom, when, in which words and with which figures.

    `told`: False where the words are not for this person.
    """

    did: str
    by: str
    at: datetime
    words: str
    figures: Sequence[dict[str, Any]]
    told: bool
    kind: str


def row_of(standing: Standing, today: date) -> RequestRow:
    """The line of one request."""
    asked = standing.request
    about = catalogue().get(asked.measure_id)
    return RequestRow(
        pk=asked.pk,
        question=asked.question,
        board=board_said(asked.board),
        meeting=asked.meeting,
        asked_by=asked.asked_by.shown_name,
        state=_state(standing),
        late=standing.late(today),
        measure_id=about.id if about else "",
        measure=about.title if about else "",
    )


def open_rows(every: Iterable[Standing], today: date, board: str = "") -> list[RequestRow]:
    """The open requests, those without an answer first; of one board where it is named."""
    wanted = [each for each in every if board in ("", each.request.board)]
    return [row_of(each, today) for each in in_order_to_act(wanted)]


def steps_for(standing: Standing, user: User) -> list[StepLine]:
    """The steps, oldest first. An answer for staff has no words for who sees no exact figures."""
    return [_line(step, told=_told(step, standing, user)) for step in standing.steps]


def waiting_said(user: User, today: date) -> str:
    """What waits for this person, in a sentence; empty where nothing does."""
    every = standings()
    if user.may(Permission.ANSWER_BOARDS):
        owed = [e for e in every if not e.answered and not e.closed]
        unanswered = [e for e in owed if e.request.asked_by != user]
        late = sum(each.late(today) for each in unanswered)
        if unanswered:
            said = words.count_of(len(unanswered), "question").capitalize()
            wait = "waits" if len(unanswered) == 1 else "wait"
            of_them = f", {words.count_of(late, 'past its', 'past their')} meeting" if late else ""
            return f"{said} from a board {wait} for an answer{of_them}."
    to_accept = sum(may_settle(each, user) for each in every)
    if to_accept:
        return "An answer waits for you to accept it or send it back."
    return ""


def board_said(board: str) -> str:
    """The name of a board by the id of its profile."""
    profile = PROFILE_BY_ID.get(board)
    return profile.name if profile else board


def _state(standing: Standing) -> str:
    if not standing.steps:
        return "Nobody has taken it on yet"
    last = standing.steps[-1]
    name = last.by.shown_name
    return {
        Kind.TAKEN_ON: f"Taken on by {name}",
        Kind.ANSWERED: f"Answered by {name}; waits for {standing.request.asked_by.shown_name}",
        Kind.SENT_BACK: "Sent back: a new answer is owed",
        Kind.ACCEPTED: f"Accepted by {name}",
        Kind.WITHDRAWN: f"Withdrawn by {name}",
    }[Kind(last.kind)]


def _told(step: RequestStep, standing: Standing, user: User) -> bool:
    for_members = standing.disclosure == Disclosure.MEMBERS
    return step.kind != Kind.ANSWERED or for_members or user.sees_exact_figures


def _line(step: RequestStep, *, told: bool) -> StepLine:
    return StepLine(
        did=step.get_kind_display(),
        by=step.by.shown_name,
        at=step.at,
        words=step.words if told else FOR_STAFF,
        figures=step.figures if told else (),
        told=told,
        kind=step.kind,
    )
