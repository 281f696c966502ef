"""What the authority's case system would show on a day: who is in it, and nothing yet to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline.synthetic.authority import Authority
from sightline.synthetic.chains import Chain, Known
from sightline.synthetic.days import iso
from sightline.synthetic.education import Request
from sightline.synthetic.front_door import known_as
from sightline.synthetic.model import Period, Person


@dataclass(slots=True)
class Extract:
    """An extract of `on`, of everything since `since`."""

    authority: Authority
    on: int
    since: int
    chains: list[Chain] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    care: list[tuple[Person, Period]] = field(default_factory=list)
    referral_to_care: dict[int, str] = field(default_factory=dict)
    requests: dict[str, Request] | None = None  # for education plans, once they are worked out

    @classmethod
    def of(cls, authority: Authority, on: int, since: int) -> Extract:
        """Whoever was in care, in need, referred or in early help in that time."""
        made = cls(authority, on, since)
        made._children_in_care()
        made._children_referred()
        for help_ in authority.door.early_help:
            if since <= help_.start <= on:
                made.known.setdefault(help_.child.child_id, help_.child)
        return made

    def _children_in_care(self) -> None:
        for person in [*self.authority.people, *self.authority.short_breaks]:
            for period in person.periods:
                if period.start <= self.on and period.end >= self.since:
                    self.care.append((person, period))
                    self.known[person.child_id] = known_as(person)

    def _children_referred(self) -> None:
        for chain in self.authority.door.chains:
            if chain.care is not None:
                self.referral_to_care[id(chain.care)] = referral_id(chain)
            if chain.contact <= self.on and max(chain.closed or 0, chain.contact) >= self.since:
                self.chains.append(chain)
                self.known.setdefault(chain.child.child_id, chain.child)

    def day(self, day: int | None) -> str:
        """A date as yyyy-mm-dd; blank for none and for one still ahead."""
        return iso(day) if day is not None and day <= self.on else ""

    def opened(self) -> Iterator[Chain]:
        """The chains that opened an episode of need."""
        for chain in self.chains:
            if chain.opened and chain.referral is not None and chain.referral <= self.on:
                yield chain

    def told(self, person: Person, day: int) -> int:
        """The day a review is said to have been held: later extracts tell some otherwise."""
        return self.authority.planted.told(person.child_id, day, self.on)

    def in_care(self) -> set[str]:
        """The ids of the children who were in care at some time of the extract."""
        return {person.child_id for person, _ in self.care if not person.short_breaks}


def referral_id(chain: Chain) -> str:
    """The id of the referral of a chain: the same in every table."""
    return f"{chain.child.child_id}R{chain.referral}"


def period_id(person: Person, period: Period) -> str:
    """The id of a period of care."""
    return f"{person.child_id}P{period.start}"


def yes_no(value: bool) -> str:
    """Y or N."""
    return "Y" if value else "N"
