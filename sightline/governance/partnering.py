"""What one organisation brings to the boards: its seats, its promises, its data, its actions.

And whether it has countersigned these figures: nothing about a partner is issued as agreed on the
council's word alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.governance.listings.members import times_came
from sightline.governance.models import Countersign, Member, PartnerPromise, PromiseKind
from sightline.governance.standing import Standing


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation on one day."""

    name: str
    members: Sequence[Member]
    promises: Sequence[PartnerPromise]
    owed: Sequence[Standing]
    word: Countersign | None
    today: date

    @property
    def figures(self) -> dict[str, str]:
        """What is said of it, as read; this is what it countersigns."""
        came = [times_came(each, self.today) for each in self.members]
        done = [each for each in self.owed if each.closed_on]
        timely = sum(e.answered_on is not None and e.answered_on <= e.matter.due for e in done)
        commitments = [e for e in self.promises if e.kind == PromiseKind.COMMITMENT]
        data = [e for e in self.promises if e.kind == PromiseKind.DATA]
        return {
            "Seats": str(sum(each.sits(self.today) for each in self.members)),
            "Meetings attended in the past year": _of(
                sum(c for c, _ in came), sum(n for _, n in came)
            ),
            "Commitments kept": self._kept(commitments),
            "Commitments kept by their day": self._timely(commitments),
            "Data supplied": self._kept(data),
            "Data supplied by its day": self._timely(data),
            "Actions and answers done": _of(len(done), len(self.owed)),
            "Done by the day first promised": _of(timely, len(self.owed)),
            "Past the day first promised": str(sum(e.late(self.today) for e in self.owed)),
        }

    @property
    def changed(self) -> list[tuple[str, str, str]]:
        """What is otherwise since its word: (what, then, now)."""
        if self.word is None:
            return []
        then: Mapping[str, str] = self.word.figures
        return [
            (what, then.get(what, "not there"), now)
            for what, now in self.figures.items()
            if then.get(what) != now
        ]

    @property
    def agreed(self) -> bool:
        """Whether it has countersigned the figures as they are today."""
        return self.word is not None and self.word.agreed and not self.changed

    @property
    def state(self) -> str:
        """Whether the figures are countersigned, as a person reads it."""
        if self.word is None:
            return "Not countersigned"
        if not self.word.agreed:
            return "The partner says that they are wrong"
        return "Countersigned" if self.agreed else "Changed since it was countersigned"

    def _due(self, promises: Iterable[PartnerPromise]) -> list[PartnerPromise]:
        """What should have come by now, or has."""
        return [each for each in promises if each.kept_on or each.due <= self.today]

    def _kept(self, promises: Sequence[PartnerPromise]) -> str:
        due = self._due(promises)
        return _of(sum(each.kept_on is not None for each in due), len(due))

    def _timely(self, promises: Sequence[PartnerPromise]) -> str:
        due = self._due(promises)
        return _of(sum(e.kept_on is not None and e.kept_on <= e.due for e in due), len(due))


def partners(
    members: Iterable[Member],
    promises: Iterable[PartnerPromise],
    owed: Iterable[Standing],
    words: Iterable[Countersign],
    today: date,
) -> list[Partner]:
    """Every organisation that has a seat, promised or owes something, by name."""
    members, promises, owed = list(members), list(promises), list(owed)
    last = {each.organisation: each for each in words}  # the newest, which comes last
    names = {
        *(each.organisation for each in members),
        *(each.organisation for each in promises),
        *(each.matter.organisation for each in owed),
    }
    return [
        Partner(
            name,
            [each for each in members if each.organisation == name],
            [each for each in promises if each.organisation == name],
            [each for each in owed if each.matter.organisation == name],
            last.get(name),
            today,
        )
        for name in sorted(names)
    ]


def _of(some: int, every: int) -> str:
    return f"{some} of {every}" if every else "none due"
