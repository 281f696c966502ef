"""Gathering findings into priorities and overruling their order: each act with its event."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from sightline.improvement.measures import title_of
from sightline.improvement.models import (
    Finding,
    Priority,
    PriorityAct,
    PriorityEvent,
    PriorityFinding,
    Status,
)
from sightline.people.models import User


class PriorityError(Exception):
    """The act is not open as things stand; the message says why, for the person."""


def gather(name: str, findings: Iterable[Finding], why: str, user: User, at: datetime) -> Priority:
    """A new priority of confirmed findings.

    Raises PriorityError without a name or findings, for a name that is taken, or for a finding
    that nobody has confirmed.
    """
    rows, called = list(findings), " ".join(name.split())
    if not called or not rows:
        raise PriorityError("A priority needs a name and at least one finding.")
    _confirmed(rows)
    try:
        with transaction.atomic():
            priority = Priority.objects.create(name=called, created_by=user, created_at=at)
            _add(priority, rows)
            _event(priority, PriorityAct.GATHERED, user, at, f"{_counted(len(rows))} in it", why)
    except IntegrityError as error:
        raise PriorityError(f"There is a priority called {called} already.") from error
    return priority


def open_without_findings(name: str, why: str, user: User, at: datetime) -> Priority:
    """A new priority of a plan that names no finding; it hangs loose until `hold` gives it some.

    Raises PriorityError without a name, or for one that is taken.
    """
    called = " ".join(name.split())
    if not called:
        raise PriorityError("A priority needs a name.")
    try:
        with transaction.atomic():
            priority = Priority.objects.create(name=called, created_by=user, created_at=at)
            _event(priority, PriorityAct.GATHERED, user, at, "no finding in it yet", why)
    except IntegrityError as error:
        raise PriorityError(f"There is a priority called {called} already.") from error
    return priority


def hold(
    priority: Priority, findings: Collection[Finding], why: str, user: User, at: datetime
) -> Priority:
    """The priority holds these findings from now on.

    Raises PriorityError without a reason, for none left in it, or where nothing is changed.
    """
    reason = _reason(why)
    if not findings:
        raise PriorityError("A priority without a finding answers nothing: leave one in it.")
    with transaction.atomic():
        row = Priority.objects.select_for_update().get(pk=priority.pk)
        before = {each.pk: each for each in row.findings.all()}
        after = {each.pk: each for each in findings}
        came = [each for key, each in after.items() if key not in before]
        went = [each for key, each in before.items() if key not in after]
        if not came and not went:
            raise PriorityError("Nothing was changed.")
        _confirmed(came)
        _add(row, came)
        PriorityFinding.objects.filter(priority=row, finding__in=went).delete()
        said = [f"{_counted(len(came))} added"] if came else []
        said += [f"taken out: {', '.join(each.name for each in went)}"] if went else []
        _event(row, PriorityAct.CHANGED, user, at, "; ".join(said), reason)
    return row


def choose_measures(
    priority: Priority, measures: Iterable[str], why: str, user: User, at: datetime
) -> Priority:
    """The measures that would show whether it is put right; none leaves it to the themes.

    Raises PriorityError without a reason, or where nothing is changed.
    """
    reason, chosen = _reason(why), sorted(set(measures))
    with transaction.atomic():
        row = Priority.objects.select_for_update().get(pk=priority.pk)
        if chosen == sorted(row.measures):
            raise PriorityError("Nothing was changed.")
        row.measures = chosen
        row.save()
        said = "; ".join(title_of(each) for each in chosen) or "all that bear on its themes"
        _event(row, PriorityAct.MEASURES, user, at, said, reason)
    return row


def put_at(
    priority: Priority, place: int, stood_at: int, why: str, user: User, at: datetime
) -> Priority:
    """Puts it at a place, 1 being the first, whatever the reasons say; `stood_at` is from where.

    Raises PriorityError without a reason, or for a place before the first.
    """
    reason = _reason(why)
    if place < 1:
        raise PriorityError("The first place is 1.")
    with transaction.atomic():
        row = Priority.objects.select_for_update().get(pk=priority.pk)
        row.place = place
        row.save()
        said = f"from place {stood_at} to place {place}"
        _event(row, PriorityAct.OVERRULED, user, at, said, reason)
    return row


def leave_to_reasons(priority: Priority, why: str, user: User, at: datetime) -> Priority:
    """Its place follows from the reasons again. Raises PriorityError where nobody overruled it."""
    reason = _reason(why)
    with transaction.atomic():
        row = Priority.objects.select_for_update().get(pk=priority.pk)
        if row.place is None:
            raise PriorityError("Nobody overruled its place.")
        row.place = None
        row.save()
        _event(row, PriorityAct.LEFT, user, at, "", reason)
    return row


def _add(priority: Priority, findings: Iterable[Finding]) -> None:
    PriorityFinding.objects.bulk_create(
        PriorityFinding(priority=priority, finding=each) for each in findings
    )


def _confirmed(findings: Iterable[Finding]) -> None:
    if any(each.status != Status.CONFIRMED for each in findings):
        raise PriorityError("Only confirmed findings make a priority: confirm them first.")


def _counted(how_many: int) -> str:
    return f"{how_many} finding{'' if how_many == 1 else 's'}"


def _reason(why: str) -> str:
    if not why.strip():
        raise PriorityError("Say why, so that whoever reads this later understands it.")
    return why.strip()


def _event(
    priority: Priority, act: PriorityAct, user: User, at: datetime, what: str, why: str
) -> None:
    PriorityEvent.objects.create(
        priority=priority, act=act, by=user, at=at, what=what[:600], why=why.strip()
    )
