"""The steps of a request: the only place that writes them. Each is kept, with who and when."""

from collections.abc import Sequence
from datetime import date, datetime

from sightline.oversight.board_requests.answers import quoted
from sightline.oversight.board_requests.standing import Disclosure, Kind, Standing, standing_of
from sightline.oversight.models import BoardRequest, RequestStep
from sightline.people.log import record
from sightline.people.models import User
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


class NotNowError(Exception):
    """The step does not follow on how far the request is, or is not this person's to take."""


def may_take_on(standing: Standing, user: User) -> bool:
    """Whether this person may take the request on: nobody has, and it is not their own."""
    return not standing.steps and _may_answer_at_all(standing, user)


def may_answer(standing: Standing, user: User) -> bool:
    """Whether this person may answer: it was taken on, or its answer came back."""
    return standing.last in (Kind.TAKEN_ON, Kind.SENT_BACK) and _may_answer_at_all(standing, user)


def may_settle(standing: Standing, user: User) -> bool:
    """Whether this person may accept the answer or send it back: whoever asked.

    Where their account is closed, anybody of the same role who may ask.
    """
    return standing.last == Kind.ANSWERED and _is_asker(standing, user)


def may_withdraw(standing: Standing, user: User) -> bool:
    """Whether this person may withdraw the question: who may settle it, while it is open."""
    return not standing.closed and _is_asker(standing, user)


def ask(
    question: str, board: str, meeting: date, user: User, at: datetime, measure_id: str = ""
) -> BoardRequest:
    """Ask a question for a board's meeting. Raises NotNowError for who may not ask."""
    if not user.may(Permission.ASK_FOR_BOARDS):
        raise NotNowError("Your role does not ask for boards.")
    row = BoardRequest.objects.create(
        question=question,
        measure_id=measure_id,
        board=board,
        meeting=meeting,
        asked_by=user,
        asked_at=at,
    )
    record(user, Act.DECIDED, why=f"asked request {row.pk} for {board}, {meeting}", at=at)
    return row


def take_on(
    request: BoardRequest, method: str, disclosure: str, user: User, at: datetime
) -> RequestStep:
    """Take a request on: how it will be answered, and who reads the answer. Raises NotNowError."""
    if not may_take_on(standing_of(request), user):
        raise NotNowError("It was taken on already, or it is your own question.")
    level = Disclosure(disclosure)
    return _kept(RequestStep(kind=Kind.TAKEN_ON, words=method, disclosure=level), request, user, at)


def answer(
    request: BoardRequest, said: str, measure_ids: Sequence[str], user: User, at: datetime
) -> RequestStep:
    """Answer a request, with the figures of the measures named, as its readers may see them.

    Raises NotNowError; GivenAwayError and NothingLoadedError of the figures.
    """
    standing = standing_of(request)
    if not may_answer(standing, user):
        raise NotNowError("It waits for no answer, or it is your own question.")
    figures = quoted(measure_ids, standing.disclosure) if measure_ids else []
    return _kept(RequestStep(kind=Kind.ANSWERED, words=said, figures=figures), request, user, at)


def send_back(request: BoardRequest, why: str, user: User, at: datetime) -> RequestStep:
    """Send the answer back with a reason. Raises NotNowError."""
    if not may_settle(standing_of(request), user):
        raise NotNowError("There is no answer to send back, or it is not to you that it was given.")
    return _kept(RequestStep(kind=Kind.SENT_BACK, words=why), request, user, at)


def accept(request: BoardRequest, user: User, at: datetime) -> RequestStep:
    """Accept the answer, which closes the request. Raises NotNowError."""
    if not may_settle(standing_of(request), user):
        raise NotNowError("There is no answer to accept, or it is not to you that it was given.")
    return _kept(RequestStep(kind=Kind.ACCEPTED), request, user, at)


def withdraw(request: BoardRequest, why: str, user: User, at: datetime) -> RequestStep:
    """Withdraw the question with a reason, which closes it. Raises NotNowError."""
    if not may_withdraw(standing_of(request), user):
        raise NotNowError("It is closed already, or it is not your own question.")
    return _kept(RequestStep(kind=Kind.WITHDRAWN, words=why), request, user, at)


def _is_asker(standing: Standing, user: User) -> bool:
    asker = standing.request.asked_by
    stands_in = not asker.is_active and user.role == asker.role
    return (user == asker or stands_in) and user.may(Permission.ASK_FOR_BOARDS)


def _may_answer_at_all(standing: Standing, user: User) -> bool:
    """Nobody answers their own question: who asked decides whether it was answered."""
    return user.may(Permission.ANSWER_BOARDS) and user != standing.request.asked_by


def _kept(step: RequestStep, request: BoardRequest, user: User, at: datetime) -> RequestStep:
    step.request, step.by, step.at = request, user, at
    step.save()
    did = Kind(step.kind).label.lower()
    record(user, Act.DECIDED, why=f"request {request.pk}: {did}", at=at)
    return step
