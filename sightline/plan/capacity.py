"""How far services have moved, and what the specialist posts lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings

from sightline.governance.wording import listed
from sightline.jobs.effects import Movement, since
from sightline.measures import catalogue
from sightline.plan.models import Function, ServiceMove, SpecialistPosts

_THINGS = {
    "staff_on": "staff", "budget_on": "budget", "systems_on": "case systems",
    "premises_on": "premises", "sharing_on": "data-sharing",
}  # fmt: skip
WATCHED = {
    Function.QUALITY: "audits_done",
    Function.PERFORMANCE: "",
    Function.PROJECTS: "",
    Function.SUPPORT: "",
    Function.COMMISSIONING: "unregistered_homes",
}
"""The measure that falls where a function has too few people, as far as one tells of it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A service: what has not moved yet, and what its measures did since the last thing did."""

    row: ServiceMove
    missing: tuple[str, ...]
    since: date | None
    measures: tuple[tuple[str, Movement], ...]

    @property
    def sentence(self) -> str:
        """How far it is."""
        if not self.missing:
            return "All of it has moved."
        if len(self.missing) == len(_THINGS):
            return "Nothing has moved yet."
        return f"Still to move: {listed(self.missing)}."

    def late(self, today: date) -> bool:
        """Past its day, and not all of it has moved."""
        return bool(self.missing) and self.row.due is not None and self.row.due < today


@dataclass(frozen=True, slots=True)
class Posts:
    """A function's newest count. `gap`: posts needed that nobody fills for good."""

    row: SpecialistPosts
    gap: Decimal
    watched: str

    @property
    def sentence(self) -> str:
        """What it lacks."""
        if self.gap <= 0:
            return "Every post needed is filled for good."
        unfunded = max(Decimal(0), self.row.required - self.row.funded)
        said = f"{self.gap:f} of {self.row.required:f} posts needed are not filled for good"
        return f"{said}, {unfunded:f} of them without money." if unfunded else f"{said}."

    def ended(self, today: date) -> bool:
        """Whether its interims should have left by now."""
        until = self.row.interim_until
        return bool(self.row.interim) and until is not None and until < today


def moves(today: date) -> tuple[Moved, ...]:
    """Every service that moves, in the order of the alphabet."""
    return tuple(_moved(row, today) for row in ServiceMove.objects.all())


def posts(today: date) -> tuple[Posts, ...]:
    """The newest count of each function up to today, in the functions' order."""
    newest = {
        row.function: row
        for row in SpecialistPosts.objects.filter(since__lte=today).order_by("since")
    }
    return tuple(_posts(newest[each.value]) for each in Function if each.value in newest)


def _moved(row: ServiceMove, today: date) -> Moved:
    days = [getattr(row, name) for name in _THINGS]
    missing = tuple(thing for name, thing in _THINGS.items() if getattr(row, name) is None)
    begun = max((day for day in days if day is not None and day <= today), default=None)
    known: Sequence[str] = [each for each in row.measures if each in catalogue()]
    told = tuple(
        (catalogue()[each].title, since(settings.DATA, each, begun, today))
        for each in (known if begun else ())
        if begun is not None
    )
    return Moved(row, missing, begun, told)


def _posts(row: SpecialistPosts) -> Posts:
    return Posts(row, row.required - row.filled, WATCHED[Function(row.function)])
