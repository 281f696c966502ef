"""Taking down a version of the plan, signing it, and saying where it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from sightline.people.models import User
from sightline.plan.freezing import frozen
from sightline.plan.models import Plan, PlanVersion, Publication, SignOff


class VersionError(Exception):
    """The act is not open as things stand; the message says why, for the person."""


@dataclass(frozen=True, slots=True)
class Published:
    """Where a version's vision stands for people to read."""

    on: date
    audience: str
    where: str


def take(plan: Plan, note: str, user: User, at: datetime, *, in_progress: bool) -> PlanVersion:
    """Keeps the plan as it stands. Raises VersionError without words, or where nothing changed."""
    if not note.strip():
        raise VersionError("Say what this version is, so that it is found again.")
    with transaction.atomic():
        newest = plan.versions.select_for_update(of=("self",)).last()
        content = frozen(plan)
        if newest is not None and newest.content == content:
            raise VersionError(f"Nothing has changed since version {newest.number}.")
        number = newest.number + 1 if newest else 1
        row = PlanVersion(
            plan=plan, number=number, by=user, at=at, note=note.strip(),
            in_progress=in_progress, content=content,
        )  # fmt: skip
        row.save()
    return row


def sign(version: PlanVersion, body: str, note: str, user: User, at: datetime) -> SignOff:
    """Signs a version for a body.

    Raises VersionError for who took it down, without a body, or for one that signed already.
    """
    if version.by_id == user.pk:
        raise VersionError("You took this version down yourself: another person must sign it.")
    if not body.strip():
        raise VersionError("Say for whom you sign.")
    if version.signed.filter(body=body.strip()).exists():
        raise VersionError(f"{body.strip()} signed this version already.")
    row = SignOff(of_version=version, body=body.strip(), note=note.strip(), by=user, at=at)
    row.save()
    return row


def publish(version: PlanVersion, told: Published, user: User, at: datetime) -> Publication:
    """Says that a version's vision was published. Raises VersionError for a day to come."""
    if told.on > at.date():
        raise VersionError("The day is still to come: say it once it is published.")
    row = Publication(
        of_version=version, by=user, at=at, on=told.on, audience=told.audience, where=told.where
    )
    row.save()
    return row


def contradiction(version: PlanVersion) -> str:
    """What does not go together of a version: signed off, and still being worked on. Else empty."""
    signed = list(version.signed.all())
    if not (version.in_progress and signed):
        return ""
    names = ", ".join(each.body for each in signed)
    return (
        f"Version {version.number} is signed off for {names}, and is said to be still being worked "
        "on. A plan that is signed should not change beneath the signature."
    )
