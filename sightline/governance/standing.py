"""How far what was promised to a board is: read off its steps, kept nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from sightline import words
from sightline.governance.models import Matter, MatterKind, MatterStep, Meeting, StepKind

_NOT_YET = {
    MatterKind.QUESTION: "Not answered yet",
    MatterKind.NOTED: "Only noted: nobody has said what followed",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A matter and its steps, oldest first."""

    matter: Matter
    steps: Sequence[MatterStep]

    @property
    def closed_on(self) -> date | None:
        """The day on which it was accepted as done; None while it comes back."""
        last = self._last
        return _day(last) if last and last.kind == StepKind.ACCEPTED else None

    @property
    def answer(self) -> MatterStep | None:
        """The newest answer, where it has not been sent back: it waits to be judged, or was."""
        said = [e for e in self.steps if e.kind in (StepKind.ANSWERED, StepKind.SENT_BACK)]
        return said[-1] if said and said[-1].kind == StepKind.ANSWERED else None

    @property
    def waits_to_be_judged(self) -> bool:
        """Whether an answer lies there on which nobody has decided."""
        return self.answer is not None and self.closed_on is None

    @property
    def answered_on(self) -> date | None:
        """The day of the answer that stands."""
        return _day(self.answer) if self.answer else None

    @property
    def first_answered_on(self) -> date | None:
        """The day of the first answer that was ever given, whatever became of it."""
        first = next((e for e in self.steps if e.kind == StepKind.ANSWERED), None)
        return _day(first) if first else None

    @property
    def due(self) -> date:
        """The day by which it is promised: the last that was given."""
        moved = [each.due for each in self.steps if each.due]
        return moved[-1] if moved else self.matter.due

    @property
    def times_moved(self) -> int:
        """How often it was given another day."""
        return sum(each.kind == StepKind.MOVED for each in self.steps)

    def late(self, today: date) -> bool:
        """Whether the day that was first promised has passed and it is not done.

        Another day does not make it less late.
        """
        return self.closed_on is None and self.matter.due < today

    def comes_back_at(self, day: date) -> bool:
        """Whether it was open on a day after the one on which it was raised."""
        raised, closed = self.matter.raised_on, self.closed_on
        return raised < day and (closed is None or closed >= day)

    def age_days(self, today: date) -> int:
        """Days since it was raised, to the day it was done if it was."""
        return ((self.closed_on or today) - self.matter.raised_on).days

    @property
    def state(self) -> str:
        """ "Answered by …; waits to be judged", "Done, says …", as a person reads it."""
        last = next((e for e in reversed(self.steps) if e.kind != StepKind.MOVED), None)
        if last is None:
            return _NOT_YET.get(MatterKind(self.matter.kind), "Not done yet")
        name, day = last.by.shown_name, words.short_day(_day(last))
        if last.kind == StepKind.ANSWERED:
            return f"Answered by {name}, {day}; waits to be judged"
        if last.kind == StepKind.SENT_BACK:
            return f"Sent back by {name}, {day}"
        change = "" if last.changed_something else "; nothing changed by it"
        return f"Accepted by {name}, {day}{change}"

    @property
    def _last(self) -> MatterStep | None:
        return self.steps[-1] if self.steps else None


def standings(matters: QuerySet[Matter] | None = None) -> list[Standing]:
    """Those given, else all; oldest first, in three queries."""
    rows = Matter.objects.order_by("raised_on", "pk") if matters is None else matters
    fetched = rows.select_related("body__reports_to", "meeting", "owner_account").prefetch_related(
        "steps__by"
    )
    return [_with_steps(each) for each in fetched]


def _with_steps(matter: Matter) -> Standing:
    """A matter whose steps are fetched already."""
    return Standing(matter, list(matter.steps.all()))


def standing_of(matter: Matter) -> Standing:
    """One matter as it stands."""
    return Standing(matter, list(matter.steps.select_related("by")))


def comes_back(every: Iterable[Standing]) -> list[Standing]:
    """What is not done, oldest first."""
    return sorted(
        (each for each in every if each.closed_on is None),
        key=lambda each: (each.matter.raised_on, each.matter.pk),
    )


def back_at(meeting: Meeting, every: Iterable[Standing]) -> list[Standing]:
    """What comes back at a meeting: of its body, raised before it, not done before it."""
    return [
        each
        for each in every
        if each.matter.body_id == meeting.body_id and each.comes_back_at(meeting.day)
    ]


def _day(step: MatterStep) -> date:
    return timezone.localdate(step.at)
