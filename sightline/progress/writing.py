"""Writing down what people said and what holds of a priority: rows are added, none is changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from sightline.assurance.sustaining import Sustained
from sightline.assurance.triangulation import Triangulated
from sightline.improvement.models import Priority
from sightline.people.models import User
from sightline.progress.models import AskedFor, Heard, Settled, Stated


class ProgressError(Exception):
    """It cannot be written down; the message says why, for the person."""


def hear(said: Mapping[str, Any], instead_of: Heard | None, user: User, at: datetime) -> Heard:
    """Adds what people said. Raises ProgressError for a day to come, or a row corrected before."""
    _not_to_come(said["on"], at)
    if instead_of is not None and Heard.objects.filter(instead_of=instead_of).exists():
        raise ProgressError("Somebody corrected this already: open the list again.")
    return Heard.objects.create(**said, instead_of=instead_of, by=user, at=at)


def ask_for(
    priority: Priority,
    said: Mapping[str, Any],
    instead_of: AskedFor | None,
    user: User,
    at: datetime,
) -> AskedFor:
    """Adds what children asked for. Raises ProgressError for a day to come, or half an answer."""
    _not_to_come(said["on"], at)
    if said["said_on"] is not None:
        _not_to_come(said["said_on"], at)
    if bool(said["says_now"]) != bool(said["words_now"]):
        raise ProgressError("Give both what they say now and their words, or neither.")
    if instead_of is not None and AskedFor.objects.filter(instead_of=instead_of).exists():
        raise ProgressError("Somebody added to this already: open the page again.")
    return AskedFor.objects.create(priority=priority, **said, instead_of=instead_of, by=user, at=at)


def settle(
    theme: str, found: Triangulated, said: Mapping[str, str], user: User, at: datetime
) -> Settled:
    """Adds which source to go by. Raises ProgressError where no two sources are opposed."""
    if not found.conflicts:
        raise ProgressError("No two sources say opposite things of this theme.")
    return Settled.objects.create(
        theme=theme,
        by_source=said["by_source"],
        why=said["why"],
        status_then=found.status,
        by=user,
        at=at,
    )


def state(priority: Priority, said: Mapping[str, Any], user: User, at: datetime) -> Stated:
    """Adds what holds of a priority; one that is closed stays closed."""
    held = stated_of(priority)
    return Stated.objects.create(
        priority=priority,
        promised_by=said["promised_by"],
        funded=_yes_no(said["funded"]),
        permanent=_yes_no(said["permanent"]),
        closed=held is not None and held.closed,
        why=said["why"],
        by=user,
        at=at,
    )


def close(priority: Priority, test: Sustained, why: str, user: User, at: datetime) -> Stated:
    """Closes a priority. Raises ProgressError with what stands in the way."""
    if not test.may_close:
        raise ProgressError(f"It may not be closed yet. {' '.join(test.wanting)}")
    with transaction.atomic():
        held = Stated.objects.filter(priority=priority).last()
        return Stated.objects.create(
            priority=priority,
            promised_by=held.promised_by if held else None,
            funded=held.funded if held else None,
            permanent=held.permanent if held else None,
            closed=True,
            why=why,
            by=user,
            at=at,
        )


def stated_of(priority: Priority) -> Stated | None:
    """What holds of a priority; None where nobody stated anything."""
    return Stated.objects.filter(priority=priority).select_related("by").last()


def _not_to_come(day: date, at: datetime) -> None:
    if day > at.date():
        raise ProgressError("The day is still to come.")


def _yes_no(said: str) -> bool | None:
    return {"yes": True, "no": False}.get(said)
