"""How far a request is, and the share of requests answered by the meeting they were due at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from sightline.oversight.models import BoardRequest, RequestStep

Kind, Disclosure = RequestStep.Kind, RequestStep.Disclosure


@dataclass(frozen=True, slots=True)
class Standing:
    """A request with its steps, oldest first."""

    request: BoardRequest
    steps: tuple[RequestStep, ...]

    @property
    def last(self) -> str:
        """The kind of the newest step; empty where nobody has taken it on."""
        return self.steps[-1].kind if self.steps else ""

    @property
    def answered(self) -> bool:
        """Whether an answer stands: given, and not sent back."""
        return self.last in (Kind.ANSWERED, Kind.ACCEPTED)

    @property
    def closed(self) -> bool:
        """Whether whoever asked has accepted the answer, or withdrawn the question."""
        return self.last in (Kind.ACCEPTED, Kind.WITHDRAWN)

    @property
    def withdrawn_in_time(self) -> bool:
        """Whether it was withdrawn by the day of the meeting, so that no answer was due there."""
        if self.last != Kind.WITHDRAWN:
            return False
        return timezone.localdate(self.steps[-1].at) <= self.request.meeting

    @property
    def taken_on(self) -> RequestStep | None:
        """The step with which it was taken on: the method and the disclosure level."""
        return next((step for step in self.steps if step.kind == Kind.TAKEN_ON), None)

    @property
    def disclosure(self) -> str:
        """Who reads the answer; empty where nobody has decided it yet."""
        return self.taken_on.disclosure if self.taken_on else ""

    @property
    def answer(self) -> RequestStep | None:
        """The newest answer, whether it stands or was sent back."""
        return next((step for step in reversed(self.steps) if step.kind == Kind.ANSWERED), None)

    def late(self, today: date) -> bool:
        """Whether its meeting has been, and it is open with no answer that stands."""
        return not self.answered and not self.closed and self.request.meeting < today

    @property
    def in_time(self) -> bool:
        """Whether the answer that stands was given by the day of the meeting.

        An answer that was sent back does not count, however early it came.
        """
        given = self.answer if self.answered else None
        return given is not None and timezone.localdate(given.at) <= self.request.meeting


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the requests whose meeting has been, how many were answered by it."""

    in_time: int
    due: int

    @property
    def sentence(self) -> str:
        """The share with its counts."""
        if not self.due:
            return "No meeting for which something was asked has been yet."
        if self.due == 1:
            was = "was" if self.in_time else "was not"
            return f"One request has had its meeting; it {was} answered by then."
        share = f"{self.in_time / self.due:.0%}"
        return (
            f"{share} of requests were answered by the meeting they were due at "
            f"({self.in_time} of {self.due})."
        )


def standings() -> tuple[Standing, ...]:
    """Every request, the meeting that comes first at the top."""
    rows = BoardRequest.objects.select_related("asked_by").prefetch_related("steps__by")
    return tuple(Standing(row, tuple(row.steps.all())) for row in rows)


def standing_of(request: BoardRequest) -> Standing:
    """One request with its steps."""
    return Standing(request, tuple(request.steps.select_related("by")))


def kept(every: Iterable[Standing], today: date) -> Kept:
    """How requests whose meeting was before today were answered.

    One withdrawn by its meeting is not counted; one withdrawn later was due, and not answered.
    """
    due = [each for each in every if each.request.meeting < today and not each.withdrawn_in_time]
    return Kept(sum(each.in_time for each in due), len(due))


def in_order_to_act(every: Sequence[Standing]) -> list[Standing]:
    """The open ones: those without an answer first, and among them the meeting that comes first."""
    return sorted(
        (each for each in every if not each.closed),
        key=lambda each: (each.answered, each.request.meeting, each.request.pk),
    )
