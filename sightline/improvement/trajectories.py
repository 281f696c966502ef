"""Saying how far something has come: a step is added, and none is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sightline.improvement.models import Finding, Priority, Trajectory, TrajectoryStep
from sightline.people.models import User


class TrajectoryError(Exception):
    """The step cannot be added; the message says why, for the person."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far it has come, on which day, why one says so, and where that was seen."""

    state: Trajectory
    on: date
    why: str
    source: str


def add(of: Finding | Priority, step: Step, user: User, at: datetime) -> TrajectoryStep:
    """Adds a step. Raises TrajectoryError for a day to come, or without a reason or source."""
    if step.on > at.date():
        raise TrajectoryError("The day is still to come.")
    if not step.why.strip() or not step.source.strip():
        raise TrajectoryError("Say why, and where that was seen.")
    return TrajectoryStep.objects.create(
        finding=of if isinstance(of, Finding) else None,
        priority=of if isinstance(of, Priority) else None,
        state=step.state,
        on=step.on,
        why=step.why.strip(),
        source=step.source.strip(),
        by=user,
        at=at,
    )


def standing(steps: Iterable[TrajectoryStep]) -> TrajectoryStep | None:
    """The step of the newest day, of one day the one written last; None without any."""
    return max(steps, key=lambda step: (step.on, step.pk), default=None)
