"""Whether a closed action made the difference that was expected of it, as far as figures tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.conf import settings

from sightline import words
from sightline.closure.models import ExpectedEffect
from sightline.improvement.models import Action
from sightline.jobs.audited import audits_since
from sightline.jobs.effects import Moved, Movement, since


class Effect(StrEnum):
    """Whether it makes a difference: a thing of its own beside whether it is done."""

    NONE_EXPECTED = "none_expected"
    TOO_SOON = "too_soon"
    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    CANNOT_TELL = "cannot_tell"

    @property
    def plain(self) -> str:
        """In plain English."""
        return {
            Effect.NONE_EXPECTED: "Nobody said what difference it should make",
            Effect.TOO_SOON: "Too soon to tell whether it makes a difference",
            Effect.SHOWN: "The figures show a difference",
            Effect.NOT_SHOWN: "The figures show no difference",
            Effect.CANNOT_TELL: "Figures cannot tell whether it makes a difference",
        }[self]


@dataclass(frozen=True, slots=True)
class Told:
    """What the figures tell. `sentence` holds them, `short` does not.

    `contradicts`: they got worse beyond chance. That they have not moved shows no difference, and
    contradicts nothing.
    """

    effect: Effect
    sentence: str
    short: str
    small: bool = False
    contradicts: bool = False

    def for_person(self, *, exact: bool) -> str:
        """As this person may read it."""
        return self.short if self.small and not exact else self.sentence


def told_of(
    action: Action, expected: ExpectedEffect | None, closed_on: date | None, today: date
) -> Told:
    """What the figures tell of an action, since it began or, where nobody said so, was closed."""
    if expected is None:
        return _plain(Effect.NONE_EXPECTED)
    begun = action.started_on or closed_on
    if begun is None:
        return Told(Effect.TOO_SOON, *("It has not begun.",) * 2)
    if expected.standard and not expected.measure:
        moved = audits_since(settings.DATA, expected.standard, begun, today)
        return _of_measure(moved, expected, today)
    if not expected.measure:
        return Told(Effect.CANNOT_TELL, *(f"To be seen in audits: {expected.audit_question}",) * 2)
    return _of_measure(since(settings.DATA, expected.measure, begun, today), expected, today)


def _of_measure(moved: Movement, expected: ExpectedEffect, today: date) -> Told:
    due = expected.by_when <= today
    if moved.moved is Moved.BETTER:
        return Told(Effect.SHOWN, moved.sentence, moved.short, moved.small)
    if moved.moved is Moved.WORSE:
        return Told(Effect.NOT_SHOWN, moved.sentence, moved.short, moved.small, contradicts=True)
    if moved.moved is Moved.CANNOT_TELL:
        return Told(Effect.CANNOT_TELL, moved.sentence, moved.short, moved.small)
    if moved.moved is Moved.TOO_SOON or not due:
        wait = f" It should show by {words.day(expected.by_when)}." if not due else ""
        return Told(Effect.TOO_SOON, moved.sentence + wait, moved.short + wait, moved.small)
    return Told(Effect.NOT_SHOWN, moved.sentence, moved.short, moved.small)


def _plain(effect: Effect) -> Told:
    return Told(effect, f"{effect.plain}.", f"{effect.plain}.")
