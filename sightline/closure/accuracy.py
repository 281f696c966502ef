"""How far what we say is done is done: closed actions drawn by lot and looked at from elsewhere.

Nobody chooses what is checked, so the share found done holds for all that were closed when lots
were drawn, within its interval (Wilson's, 95%). It is a share of actions, not of their owners: a
service with few checks has a wide interval, and no ranking follows.
"""

from __future__ import annotations

import random
import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sightline import words
from sightline.closure.acts import ClosureError, owns
from sightline.closure.models import Check, Draw, Evidence, Step, StepKind
from sightline.closure.standing import Standing
from sightline.improvement.models import Action
from sightline.insight.intervals import Interval, wilson
from sightline.people.models import User

_SEEDS = 2**32
_NOT_SAID = "Not said"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of `actions`, `closed` are closed; `checked` were looked at by somebody else, `done` done.

    `reopened` were closed once and are open again, `contradicted` are closed while the figures say
    otherwise.
    """

    name: str
    actions: int
    closed: int
    checked: int
    done: int
    reopened: int
    contradicted: int

    @property
    def claimed(self) -> float | None:
        """The share said to be closed; None without actions."""
        return self.closed / self.actions if self.actions else None

    @property
    def verified(self) -> float | None:
        """The share of those checked that were done; None where none was."""
        return self.done / self.checked if self.checked else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95% interval of the share verified."""
        return wilson(self.done, self.checked) if self.checked else None

    @property
    def came_back(self) -> float | None:
        """Of all ever closed, the share opened again or contradicted by figures; None of none."""
        ever = self.closed + self.reopened
        return (self.reopened + self.contradicted) / ever if ever else None

    @property
    def sentence(self) -> str:
        """ "92% are closed; of 25 looked at by somebody else, 71% were done (52% to 85%)"."""
        if self.claimed is None:
            return "There is no action yet."
        said = f"{words.percentage(self.claimed)} of the actions are closed"
        if self.verified is None or self.interval is None:
            return f"{said}. Nobody from elsewhere has checked any of them yet."
        found = words.percentage(self.verified)
        low, high = words.percentage(self.interval.low), words.percentage(self.interval.high)
        looked = words.count_of(self.checked, "was", "were")
        return (
            f"{said}. {looked.capitalize()} looked at again by somebody else, drawn by lot: "
            f"{found} were done (between {low} and {high})."
        )


def service_of(action: Action) -> str:
    """Whose it is, by service: the owner's team, or what stands after the owner's name."""
    if action.owner is not None and action.owner.team:
        return str(action.owner.team)
    _, comma, after = action.owner_name.partition(",")
    if comma and after.strip():
        return after.strip()[:1].upper() + after.strip()[1:]
    return action.owner.role_title if action.owner is not None else _NOT_SAID


def draw(
    how_many: int, among: Iterable[Standing], user: User, at: datetime, *, seed: int | None = None
) -> Draw:
    """Draws lots among the closed actions. `seed` is drawn too, but where a drawing is done again.

    Raises ClosureError for none, or more than there are.
    """
    closed = sorted(each.action.pk for each in among if each.evidenced)
    if not closed:
        raise ClosureError("No action is closed, so there is nothing to draw from.")
    if not 1 <= how_many <= len(closed):
        raise ClosureError(f"Draw between 1 and {len(closed)}: so many actions are closed.")
    seed = secrets.randbelow(_SEEDS) if seed is None else seed
    drawn = random.Random(seed).sample(closed, how_many)
    return Draw.objects.create(seed=seed, among=closed, drawn=sorted(drawn), by=user, at=at)


def check(drawing: Draw, action: Action, found: Found, user: User, at: datetime) -> Check:
    """What was found of a drawn action.

    Raises ClosureError for one that was not drawn or is checked already, for whoever owns it, gave
    evidence for it or closed it, for the owner's own service, or without words.
    """
    if action.pk not in drawing.drawn:
        raise ClosureError("This action was not drawn.")
    if Check.objects.filter(draw=drawing, action=action).exists():
        raise ClosureError("It was checked already in this draw.")
    _refuse_near(action, found, user)
    if not found.words.strip():
        raise ClosureError("Say what you found, so that it can be learned from.")
    return Check.objects.create(
        draw=drawing, action=action, done=found.done, words=found.words.strip(),
        service=found.service.strip(), by=user, at=at,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What the one who checked found, and from which service she is."""

    done: bool
    words: str
    service: str


def accuracy(among: Iterable[Standing]) -> Accuracy:
    """Over all actions."""
    return _accuracy("All services", list(among), _newest_checks())


def by_service(among: Iterable[Standing]) -> tuple[Accuracy, ...]:
    """Service by service, in the order of the alphabet."""
    checks, rows = _newest_checks(), defaultdict(list)
    for each in among:
        rows[service_of(each.action)].append(each)
    return tuple(_accuracy(name, rows[name], checks) for name in sorted(rows))


def _newest_checks() -> dict[int, bool]:
    """Whether each checked action was found done, by the newest check of it."""
    return dict(Check.objects.order_by("pk").values_list("action", "done"))


def _accuracy(name: str, rows: list[Standing], checks: dict[int, bool]) -> Accuracy:
    found = [checks[row.action.pk] for row in rows if row.action.pk in checks]
    ever = [row for row in rows if any(s.kind == StepKind.CLOSED for s in row.steps)]
    return Accuracy(
        name=name,
        actions=len(rows),
        closed=sum(row.evidenced for row in rows),
        checked=len(found),
        done=sum(found),
        reopened=sum(row.open for row in ever),
        contradicted=sum(row.contradicted for row in rows),
    )


def _refuse_near(action: Action, found: Found, user: User) -> None:
    near = (
        owns(action, user)
        or Evidence.objects.filter(action=action, by=user).exists()
        or Step.objects.filter(action=action, by=user).exists()
    )
    if near:
        raise ClosureError("You had a part in this action: somebody else must check it.")
    if found.service.strip().casefold() == service_of(action).casefold():
        raise ClosureError("The check must come from another service than the owner’s.")
