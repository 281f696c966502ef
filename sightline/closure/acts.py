"""Saying that an action is done, giving evidence, closing it, and opening it again.

The owner says; somebody who neither owns it nor gave the evidence looks and closes. "Some managers
record these as concluded when this is not always accurate" (Ofsted to Sefton, 23 August 2023).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from sightline import words
from sightline.closure.models import Evidence, EvidenceKind, ExpectedEffect, Step, StepKind
from sightline.improvement.acting import ActingError
from sightline.improvement.models import Action
from sightline.people.models import User

_POINTS_ELSEWHERE = re.compile(
    r"^(please )?(see|as per|refer to|as in|per) (the )?(minutes?|notes?|e-?mails?|file|plan|above|"
    r"attached|previous|papers?)\W*$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


class ClosureError(ActingError):
    """The act is not open as things stand; the message says why, for the person."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence to be given; what is not of its kind stays empty."""

    kind: EvidenceKind
    words: str
    dated: date
    file: str = ""
    file_name: str = ""
    measure: str = ""
    figure: str = ""
    figure_as_at: date | None = None
    reread: int | None = None
    bearing_out: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference that an action should make: what would show it, for whom, by when."""

    cohort: str
    by_when: date
    measure: str = ""
    audit_question: str = ""
    standard: str = ""


def expect(action: Action, said: Difference, user: User, at: datetime) -> ExpectedEffect:
    """Says what difference it should make. Raises ClosureError where nothing would show it."""
    if not (said.measure or said.standard or said.audit_question.strip()):
        raise ClosureError("Name a measure or an audit question that would show the difference.")
    if not said.cohort.strip():
        raise ClosureError("Say for which children it should make a difference.")
    return ExpectedEffect.objects.create(
        action=action, measure=said.measure, audit_question=said.audit_question.strip(),
        standard=said.standard, cohort=said.cohort.strip(), by_when=said.by_when, by=user, at=at,
    )  # fmt: skip


def give(action: Action, shown: Shown, user: User, at: datetime) -> Evidence:
    """Adds a piece of evidence.

    Raises ClosureError for words that only point elsewhere, a day to come, a document without a
    file, a figure without its measure, or records read again without their numbers.
    """
    _look_at(shown, at)
    return Evidence.objects.create(
        action=action, kind=shown.kind, words=" ".join(shown.words.split()), dated=shown.dated,
        file=shown.file, file_name=shown.file_name, measure=shown.measure, figure=shown.figure,
        figure_as_at=shown.figure_as_at, reread=shown.reread, bearing_out=shown.bearing_out,
        by=user, at=at,
    )  # fmt: skip


def say_done(action: Action, why: str, user: User, at: datetime) -> Step:
    """The owner's word. Raises ClosureError without evidence newer than the last time it came back.

    An owner's word closes nothing.
    """
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        _refuse_unless(row, (None, StepKind.SENT_BACK, StepKind.REOPENED))
        if not in_hand(row):
            raise ClosureError(
                "Nothing shows that it is done. Give a piece of evidence first; if it came back, "
                "one that is newer than that."
            )
        return _step(row, StepKind.SAID_DONE, why, user, at)


def close(action: Action, why: str, user: User, at: datetime) -> Step:
    """A second person looked at the evidence and closes it.

    Raises ClosureError for its owner, for whoever said that it is done or gave the evidence, where
    nobody said that it is done, or without words on what she saw.
    """
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        _refuse_unless(row, (StepKind.SAID_DONE,))
        _refuse_the_first_person(row, user)
        return _step(row, StepKind.CLOSED, _needed(why), user, at)


def send_back(action: Action, why: str, user: User, at: datetime) -> Step:
    """A second person looked and was not shown that it is done. Raises ClosureError as `close`."""
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        _refuse_unless(row, (StepKind.SAID_DONE,))
        _refuse_the_first_person(row, user)
        return _step(row, StepKind.SENT_BACK, _needed(why), user, at)


def reopen(action: Action, why: str, user: User, at: datetime) -> Step:
    """A closed action is open again; its age and its first day due are as they were."""
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        _refuse_unless(row, (StepKind.CLOSED, StepKind.STANDS))
        return _step(row, StepKind.REOPENED, _needed(why), user, at)


def let_stand(action: Action, why: str, user: User, at: datetime) -> Step:
    """It stays closed although the figures say otherwise, for a reason that stays too."""
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        _refuse_unless(row, (StepKind.CLOSED, StepKind.STANDS))
        if owns(row, user):
            raise ClosureError("You own this action: another person must say why it may stand.")
        return _step(row, StepKind.STANDS, _needed(why), user, at)


def owns(action: Action, user: User) -> bool:
    """Whether the action is this person's."""
    return action.owner_id == user.pk or action.owner_name.strip().casefold() == (
        user.shown_name.strip().casefold()
    )


def in_hand(action: Action) -> list[Evidence]:
    """The evidence given since the action last came back, or ever where it never did."""
    back = (
        Step.objects.filter(action=action, kind__in=(StepKind.SENT_BACK, StepKind.REOPENED))
        .order_by("pk")
        .last()
    )
    found = Evidence.objects.filter(action=action).select_related("by")
    return list(found.filter(at__gt=back.at) if back else found)


def _refuse_unless(action: Action, open_from: tuple[StepKind | None, ...]) -> None:
    newest = Step.objects.filter(action=action).order_by("pk").last()
    kind = StepKind(newest.kind) if newest else None
    if kind in open_from:
        return
    if newest is None:
        raise ClosureError("Nobody has said yet that it is done.")
    told = f"{words.day(newest.at.date())}: {newest.sentence}."
    raise ClosureError(f"That cannot be done as things stand. {told}")


def _refuse_the_first_person(action: Action, user: User) -> None:
    if owns(action, user):
        raise ClosureError("You own this action: another person must look at the evidence.")
    said = Step.objects.filter(action=action, kind=StepKind.SAID_DONE).order_by("pk").last()
    if said is not None and said.by_id == user.pk:
        raise ClosureError("You said that it is done: another person must look at the evidence.")
    if any(each.by_id == user.pk for each in in_hand(action)):
        raise ClosureError("You gave evidence for it: another person must look at it.")


def _look_at(shown: Shown, at: datetime) -> None:
    said = " ".join(shown.words.split())
    if _POINTS_ELSEWHERE.match(said) or len(said.split()) < _FEWEST_WORDS:
        raise ClosureError(
            "Say what it shows in a sentence. Whoever looks at it must not have to search for it."
        )
    if shown.dated > at.date():
        raise ClosureError("The evidence is of a day that is still to come.")
    if shown.kind is EvidenceKind.DOCUMENT and not shown.file:
        raise ClosureError("Send the document, so that somebody else can read it.")
    if shown.kind is EvidenceKind.FIGURE and not (shown.measure and shown.figure):
        raise ClosureError("Choose a measure that has a figure.")
    if shown.kind is EvidenceKind.REREAD:
        _numbers(shown)


def _numbers(shown: Shown) -> None:
    if not shown.reread or shown.bearing_out is None:
        raise ClosureError("Say how many records were read again, and how many bear it out.")
    if shown.bearing_out > shown.reread:
        raise ClosureError("No more records can bear it out than were read.")


def _needed(why: str) -> str:
    if not why.strip():
        raise ClosureError("Say what you saw, so that whoever reads this later understands it.")
    return why.strip()


def _step(action: Action, kind: StepKind, why: str, user: User, at: datetime) -> Step:
    return Step.objects.create(action=action, kind=kind, why=why.strip(), by=user, at=at)
