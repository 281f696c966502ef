"""Writing down actions and what they answer: each act and its event together, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from sightline import words
from sightline.improvement.models import (
    Action,
    ActionAct,
    ActionEvent,
    Answer,
    Finding,
    Nature,
    NoAction,
    Status,
    Strength,
)
from sightline.people.models import User


class ActingError(Exception):
    """The act is not open as things stand; the message says why, for the person."""


class ChangedMeanwhileError(ActingError):
    """Somebody else changed the action while this person had it open."""

    def __init__(self, now: Action, since: Sequence[ActionEvent]) -> None:
        said = " ".join(f"{words.moment(each.at)}: {each.sentence}." for each in since)
        super().__init__(
            f"While you had this open it was changed. {said} What you wrote is still below, and "
            "nothing of it is saved. Look at both, then save what should stand."
        )
        self.now = now


@dataclass(frozen=True, slots=True)
class Draft:
    """An action to be written down. `owner` is given where the owner signs in here."""

    title: str
    nature: Nature
    owner_name: str
    owner: User | None = None
    due: date | None = None
    started_on: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """How far an action answers a finding, and how. `part` counts the parts from 1."""

    finding: Finding
    strength: Strength
    how: str
    part: int | None = None


def write_down(draft: Draft, links: Sequence[Link], user: User, at: datetime) -> Action:
    """A new action with what it answers. Raises ActingError as `answer`, or without an owner."""
    if not draft.title.strip() or not draft.owner_name.strip():
        raise ActingError("An action needs to say what is to be done, and one person who owns it.")
    with transaction.atomic():
        action = Action.objects.create(
            title=draft.title.strip(),
            nature=draft.nature,
            owner=draft.owner,
            owner_name=draft.owner_name.strip(),
            due=draft.due,
            started_on=draft.started_on,
            created_by=user,
            created_at=at,
        )
        _event(action, ActionAct.CREATED, user, at, what=_written(draft), due=draft.due)
        for link in links:
            answer(action, link, user, at)
    return action


def write_down_parts(
    finding: Finding, drafts: Sequence[Draft], user: User, at: datetime
) -> tuple[Action, ...]:
    """An action for each part of a recommendation, in the order of its parts; all of them or none.

    Each answers a part of it. Raises ActingError as `write_down`.
    """
    with transaction.atomic():
        return tuple(
            write_down(draft, [Link(finding, Strength.PART, f"Does part {n}.", n)], user, at)
            for n, draft in enumerate(drafts, start=1)
        )


def answer(action: Action, link: Link, user: User, at: datetime) -> Answer:
    """Says that an action answers a finding; it counts once another person agrees.

    Raises ActingError for a finding that is not confirmed, a link that is there, no words on how,
    or the same words as for another finding: each link is thought through by itself.
    """
    how = " ".join(link.how.split())
    if not how:
        raise ActingError("Say how the action would put this finding right.")
    if link.finding.status != Status.CONFIRMED:
        raise ActingError("The finding is not confirmed, so nothing can answer it yet.")
    with transaction.atomic():
        there = list(Answer.objects.filter(action=action))
        if any(each.finding_id == link.finding.pk for each in there):
            raise ActingError("It is said already that this action answers this finding.")
        if any(each.how.casefold() == how.casefold() for each in there):
            raise ActingError(
                "The same words stand beside another finding that this action answers. "
                "Say how it would put this one right."
            )
        row = Answer.objects.create(
            action=action,
            finding=link.finding,
            strength=link.strength,
            how=how,
            part=link.part,
            by=user,
            at=at,
        )
        said = f"{link.finding.name}, {row.strength_title.lower()}"
        _event(action, ActionAct.LINKED, user, at, what=said, why=how)
    return row


def agree(answered: Answer, user: User, at: datetime) -> Answer:
    """A second person agrees. Raises ActingError for who made the link, or when agreed already."""
    with transaction.atomic():
        row = Answer.objects.select_for_update(of=("self",)).get(pk=answered.pk)
        if row.by_id == user.pk:
            raise ActingError("You made this link yourself: another person must agree to it.")
        if row.agreed:
            raise ActingError("Somebody agreed to it already.")
        row.reviewer, row.reviewed_at = user, at
        row.save()
        said = f"{row.finding.name}, {row.strength_title.lower()}"
        _event(row.action, ActionAct.AGREED, user, at, what=said)
    return row


def withdraw(answered: Answer, why: str, user: User, at: datetime) -> Action:
    """Takes back that an action answers a finding. Raises ActingError without a reason."""
    reason = _reason(why)
    with transaction.atomic():
        action, said = answered.action, answered.finding.name
        _event(action, ActionAct.WITHDRAWN, user, at, what=said, why=reason)
        answered.delete()
    return action


def start(action: Action, day: date, user: User, at: datetime) -> Action:
    """It began on a day. Raises ActingError for a day to come, or one that has begun."""
    if day > at.date():
        raise ActingError("The day is still to come: say that it began once it has.")
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        if row.started_on:
            raise ActingError(f"It began on {words.day(row.started_on)} already.")
        row.started_on = day
        row.save()
        _event(row, ActionAct.STARTED, user, at, what=f"on {words.day(day)}")
    return row


@dataclass(frozen=True, slots=True)
class Change:
    """Another day due, owner or wording, and why. `seen`: the version that the person had open."""

    due: date | None
    owner_name: str
    why: str
    seen: int | None = None
    title: str = ""  # "" leaves it as it is


def change(action: Action, made: Change, user: User, at: datetime) -> Action:
    """Another day due, owner or wording; the earlier ones stay in its events.

    Raises ActingError without a reason, or where nothing is changed; ChangedMeanwhileError where
    `made.seen` is no longer the newest version.
    """
    reason, owner = _reason(made.why), made.owner_name.strip()
    with transaction.atomic():
        row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
        if made.seen is not None and made.seen != row.version:
            since = row.events.filter(act=ActionAct.CHANGED).select_related("by")
            raise ChangedMeanwhileError(row, list(since)[made.seen - row.version :])
        changes = []
        if made.due != row.due:
            changes.append(f"due: {_day(row.due)} to {_day(made.due)}")
        if owner and owner != row.owner_name:
            changes.append(f"owner: {row.owner_name} to {owner}")
            row.owner_name, row.owner = owner, None
        if made.title and made.title != row.title:
            changes.append(f"what is to be done: {row.title}")
            row.title = made.title
        if not changes:
            raise ActingError("Nothing was changed.")
        row.due = made.due
        row.version += 1
        row.save()
        said = "; ".join(changes)
        _event(row, ActionAct.CHANGED, user, at, what=said, why=reason, due=row.due)
    return row


def say_no_action(finding: Finding, why: str, user: User, at: datetime) -> NoAction:
    """Why nothing is done about a finding. Raises ActingError without words."""
    return NoAction.objects.create(finding=finding, why=_reason(why), by=user, at=at)


def take_back_no_action(finding: Finding, why: str, user: User, at: datetime) -> NoAction:
    """The reason no longer stands. Raises ActingError where none does, or without words."""
    newest = finding.no_action.last()
    if newest is None or not newest.stands:
        raise ActingError("No reason stands in place of an action.")
    return NoAction.objects.create(finding=finding, why=_reason(why), stands=False, by=user, at=at)


def _written(draft: Draft) -> str:
    due = f", due {words.day(draft.due)}" if draft.due else ", no day due"
    began = f", begun on {words.day(draft.started_on)}" if draft.started_on else ""
    return f"owner {draft.owner_name.strip()}{due}{began}"


def _day(day: date | None) -> str:
    return words.day(day) if day else "no day"


def _reason(why: str) -> str:
    if not why.strip():
        raise ActingError("Say why, so that whoever reads this later understands it.")
    return why.strip()


def _event(action: Action, act: ActionAct, user: User, at: datetime, **told: Any) -> None:
    told["what"] = str(told.get("what", ""))[:600]
    ActionEvent.objects.create(action=action, act=act, by=user, at=at, **told)
