"""What the made-up authority knows about its children: plain records, days as ordinals."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class Spell:
    """A state that holds from `start` until the next one: a legal status, a permanence plan."""

    start: int
    code: str


@dataclass(slots=True)
class Placement:
    """Where a child lives from `start`. `carer` stays the same when only the status changes."""

    start: int
    end: int
    code: str
    carer: str
    provider: str
    urn: str
    postcode: str
    authority: str
    why_ended: str = ""


@dataclass(slots=True)
class Recorded:
    """Something done on `day` that the system shows only from `recorded` on."""

    day: int
    recorded: int


@dataclass(slots=True)
class Review:
    """A statutory review and how the child took part."""

    day: int
    code: str


@dataclass(slots=True)
class Missing:
    """An episode missing (M) or away without authorisation (A), and the return interview."""

    start: int
    end: int
    kind: str
    offered: bool
    accepted: bool


@dataclass(slots=True)
class Adoption:
    """The steps of a plan for adoption; a plan given up has a day and a reason for that."""

    decision: int
    order: int
    matched: int | None = None
    placed: int | None = None
    adopted: int | None = None
    reversed_on: int | None = None
    reason_reversed: str = ""
    same_carer: bool = False
    early_permanence: int | None = None


@dataclass(slots=True)
class Allocation:
    """Who works with a child from `start`, in which team, and why it changed."""

    start: int
    worker: str
    team: str
    reason: str


@dataclass(slots=True)
class Health:
    """Assessments and dental checks on their days; yearly answers by return year."""

    assessments: list[int] = field(default_factory=list)
    dental: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Period:
    """One period of being looked after, from start to the day it ends (which may lie ahead)."""

    start: int
    end: int
    reason: str
    route: str
    need: str
    legal: list[Spell]
    home_postcode: str
    placements: list[Placement] = field(default_factory=list)
    plans: list[Spell] = field(default_factory=list)
    adoption: Adoption | None = None
    reviews: list[Review] = field(default_factory=list)
    visits: list[Recorded] = field(default_factory=list)
    health: Health = field(default_factory=Health)
    missing: list[Missing] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)

    def open_during(self, first: int, last: int) -> bool:
        """Whether the child was looked after at any time from first to last, both included."""
        return self.start <= last and self.end >= first


@dataclass(slots=True)
class Person:
    """A child, and every period of care."""

    child_id: str
    sex: str
    born: int
    ethnicity: str
    uasc: bool
    disabled: bool
    upn: str
    periods: list[Period] = field(default_factory=list)
    mother_of: int | None = None  # the birth date of her own child
    twin: bool = False
    family: str = ""  # shared by brothers and sisters
    short_breaks: bool = False

    def period_on(self, day: int) -> Period | None:
        """The period of care open on a day (the last day included)."""
        for period in self.periods:
            if period.start <= day < period.end:
                return period
        return None


def state_on(spells: list[Spell], day: int) -> Spell | None:
    """The state in force on a day."""
    index = bisect_right(spells, day, key=lambda spell: spell.start)
    return spells[index - 1] if index else None


def placement_on(placements: list[Placement], day: int) -> Placement:
    """The placement in force on a day: the last begun by then, or the first."""
    index = bisect_right(placements, day, key=lambda placement: placement.start)
    return placements[max(index - 1, 0)]
