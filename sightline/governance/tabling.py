"""Whether every review that was received went to the next meeting of its board.

A meeting answers for what came after the meeting before it. What is not on its agenda is deferred
where somebody wrote down why, and missing where nobody did.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sightline.governance.elsewhere import Letter
from sightline.governance.models import Body, BodyKind, Look, Meeting


@dataclass(frozen=True, slots=True)
class Came:
    """A review as it came: `look` is its place in a board's programme, if it has one."""

    title: str
    day: date
    wanting: int
    look: Look | None

    @property
    def reported(self) -> Meeting | None:
        """The meeting at which its board had it."""
        return self.look.reported_at if self.look else None

    @property
    def why(self) -> str:
        """Why it waits, where somebody said so."""
        return self.look.why_late if self.look else ""


@dataclass(frozen=True, slots=True)
class Owed:
    """A review that a meeting should have had; `meeting` is the first after it came."""

    came: Came
    meeting: Meeting

    @property
    def on_agenda(self) -> bool:
        """Whether that meeting had it, or an earlier one."""
        reported = self.came.reported
        return reported is not None and reported.day <= self.meeting.day

    @property
    def missing(self) -> bool:
        """Whether it was neither on the agenda nor deferred with a reason."""
        return not self.on_agenda and not self.came.why

    @property
    def days_late(self) -> int:
        """Days from that meeting to the one that had it; 0 where it had it in time, or never."""
        reported = self.came.reported
        return max(0, (reported.day - self.meeting.day).days) if reported else 0

    @property
    def state(self) -> str:
        """How it stands, as a person reads it."""
        if self.on_agenda:
            return "On the agenda"
        bad = f"; it found {_weaknesses(self.came.wanting)}" if self.came.wanting else ""
        if self.came.reported:
            return f"Tabled {self.days_late} days late{bad}"
        if self.came.why:
            return f"Deferred: {self.came.why}"
        return f"Missing: not on the agenda, and nobody says why{bad}"


def received(body: Body, looks: Collection[Look], letters: Collection[Letter]) -> list[Came]:
    """Every review that came to this board: those of its programme, and those of the register.

    Each counts once. What lies in the register and in no board's programme is owed to the
    improvement board, through which all monitoring goes.
    """
    by_number = {each.number: each for each in letters}
    came = [
        Came(each.title, day, _wanting(each, by_number), each)
        for each in looks
        if each.body_id == body.pk and (day := _day(each, by_number))
    ]
    if body.kind == BodyKind.IMPROVEMENT:
        planned = {each.letter for each in looks if each.letter}
        came += [
            Came(each.title, each.day, each.wanting, None)
            for each in letters
            if each.number not in planned and each.day
        ]
    return sorted(came, key=lambda each: each.day)


def owed(meetings: Sequence[Meeting], came: Collection[Came]) -> Iterator[Owed]:
    """What each meeting of one board answers for; a meeting that was cancelled for nothing.

    What came before the first meeting that is written down is left out: nobody can say now which
    meeting should have had it.
    """
    held = sorted((each for each in meetings if not each.cancelled), key=lambda each: each.day)
    for before, meeting in pairwise(held):
        for each in came:
            if before.day < each.day <= meeting.day:
                yield Owed(each, meeting)


def waiting(meetings: Sequence[Meeting], came: Collection[Came]) -> list[Came]:
    """What came since the last meeting that is written down, and has not been before the board."""
    last = max((each.day for each in meetings if not each.cancelled), default=None)
    return [each for each in came if not each.reported and (last is None or each.day > last)]


def _day(look: Look, letters: dict[int, Letter]) -> date | None:
    letter = letters.get(look.letter) if look.letter else None
    return look.received_on or (letter.day if letter else None)


def _wanting(look: Look, letters: dict[int, Letter]) -> int:
    letter = letters.get(look.letter) if look.letter else None
    return letter.wanting if letter else 0


def _weaknesses(many: int) -> str:
    return f"{many} weakness{'' if many == 1 else 'es'}"
