"""Declaring that the work is done otherwise from a day on, and taking it back: never wordlessly."""

from collections.abc import Sequence
from datetime import date, datetime

from sightline.jobs.control import Declared
from sightline.oversight.models import DeclaredChange
from sightline.people.log import record
from sightline.people.models import User
from sightline.people.models.access_event import Act


class NoReasonError(ValueError):
    """A change was declared, or taken back, without saying why."""

    def __init__(self) -> None:
        super().__init__("Say why: limits are not drawn anew without a reason.")


def declared_for(measure_id: str) -> tuple[Declared, ...]:
    """The changes that bear on a measure and stand, earliest first."""
    rows = DeclaredChange.objects.bearing_on(measure_id).standing()
    return tuple(Declared(row.day, row.reason) for row in rows)


def ever_declared_for(measure_id: str) -> Sequence[DeclaredChange]:
    """The changes that bear on a measure, those taken back included, the latest day first."""
    rows = DeclaredChange.objects.bearing_on(measure_id).select_related("by", "taken_back_by")
    return list(rows.order_by("-day", "-pk"))


def declare(measure_id: str, day: date, reason: str, user: User, at: datetime) -> DeclaredChange:
    """Declare a change; `measure_id` is blank for every measure. NoReasonError without a reason."""
    if not reason.strip():
        raise NoReasonError
    row = DeclaredChange.objects.create(
        measure_id=measure_id, day=day, reason=reason.strip(), by=user, at=at
    )
    record(user, Act.DECIDED, why=f"declared change {row.pk}: {row.reason}", at=at)
    return row


def take_back(change: DeclaredChange, why: str, user: User, at: datetime) -> None:
    """Take a change back; the first to do so is kept. NoReasonError without a reason."""
    if not why.strip():
        raise NoReasonError
    taken = DeclaredChange.objects.filter(pk=change.pk).standing()
    if taken.update(taken_back_by=user, taken_back_at=at, taken_back_why=why.strip()):
        record(user, Act.DECIDED, why=f"took back change {change.pk}: {why.strip()}", at=at)
