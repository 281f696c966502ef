"""What is done about a matter: each step says who and when, and none is taken back."""

from datetime import date, datetime

from django.db import transaction

from sightline.governance.models import Matter, MatterKind, MatterStep, StepKind
from sightline.governance.standing import Standing, standing_of
from sightline.people.models import User
from sightline.people.permissions import Permission


class StepError(Exception):
    """The step is not open to this person or this matter; the message says why."""


def may_answer(standing: Standing, user: User) -> bool:
    """Whether this person may say what was done: it is open, and no answer waits."""
    allowed = user.may_any((Permission.ANSWER_BOARDS, Permission.KEEP_BOARDS))
    return allowed and standing.closed_on is None and not standing.waits_to_be_judged


def may_settle(standing: Standing, user: User) -> bool:
    """Whether this person may judge the answer that waits: never its owner, nor who gave it."""
    return standing.waits_to_be_judged and not why_not_settle(standing, user)


def may_move(standing: Standing, user: User) -> bool:
    """Whether this person may give it another day: as who may judge, and it is open."""
    return standing.closed_on is None and not why_not_settle(standing, user)


def why_not_settle(standing: Standing, user: User) -> str:
    """Why this person may not judge it; empty where they may."""
    matter, answer = standing.matter, standing.answer
    if matter.kind == MatterKind.INSTRUCTION:
        if not user.may(Permission.INSTRUCT):
            return "Whether an instruction is carried out is for the commissioner to say."
    elif not user.may(Permission.ASK_FOR_BOARDS):
        return "Whether it is done is for the board to say."
    is_owner = matter.owner_account_id == user.pk or _same(matter.owner, user.shown_name)
    if is_owner or (answer and answer.by_id == user.pk):
        return "Somebody other than whoever had to do it says whether it is done."
    return ""


def answer(
    matter: Matter, said: str, user: User, at: datetime, *, with_evidence: bool
) -> MatterStep:
    """Says what was done, or answers the question. Raises StepError where that is not open."""
    with transaction.atomic():
        if not may_answer(_now(matter), user):
            raise StepError("An answer waits to be judged already, or the matter is closed.")
        return _add(
            matter, StepKind.ANSWERED, user, at, MatterStep(words=said, with_evidence=with_evidence)
        )


def accept(
    matter: Matter, said: str, user: User, at: datetime, *, changed_something: bool
) -> MatterStep:
    """Judges it done, or answered in substance, which ends its coming back. Raises StepError."""
    step = MatterStep(words=said, changed_something=changed_something)
    return _settle(matter, StepKind.ACCEPTED, user, at, step)


def send_back(matter: Matter, why: str, user: User, at: datetime) -> MatterStep:
    """Judges it not done, or not answered in substance. Raises StepError."""
    return _settle(matter, StepKind.SENT_BACK, user, at, MatterStep(words=why))


def move(matter: Matter, due: date, why: str, user: User, at: datetime) -> MatterStep:
    """Gives it another day; it is as old as it was. Raises StepError."""
    with transaction.atomic():
        standing = _now(matter)
        if not may_move(standing, user):
            raise StepError(why_not_settle(standing, user) or "The matter is closed.")
        return _add(matter, StepKind.MOVED, user, at, MatterStep(words=why, due=due))


def _settle(
    matter: Matter, kind: StepKind, user: User, at: datetime, step: MatterStep
) -> MatterStep:
    with transaction.atomic():
        standing = _now(matter)
        if not may_settle(standing, user):
            why = why_not_settle(standing, user)
            raise StepError(why or "No answer waits: it was judged already, or none was given.")
        return _add(matter, kind, user, at, step)


def _now(matter: Matter) -> Standing:
    """The matter as it stands in the database, held for this transaction."""
    return standing_of(Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk))


def _add(matter: Matter, kind: StepKind, user: User, at: datetime, step: MatterStep) -> MatterStep:
    step.matter, step.kind, step.by, step.at = matter, kind, user, at
    step.save()
    return step


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
