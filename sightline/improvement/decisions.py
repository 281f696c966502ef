"""Deciding on a finding: each act changes it and adds its event, together or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from sightline.improvement.models import (
    Finding,
    FindingAct,
    FindingEvent,
    FindingTheme,
    Status,
)
from sightline.people.models import User


class DecisionError(Exception):
    """The act is not open to this finding as it stands; the message says why, for the person."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person makes of a finding. `wording` equal to the exact words takes an edit back."""

    wording: str
    direction: str
    themes: tuple[str, ...]
    why: str


def confirm(finding: Finding, user: User, at: datetime) -> Finding:
    """The finding is what the page says. Raises DecisionError when it was decided already, or when
    the person typed it in: another must look."""
    with transaction.atomic():
        row = _open(finding, {Status.CANDIDATE})
        _by_another(row, user)
        row.reason = ""
        return _decided(row, Status.CONFIRMED, _event(row, FindingAct.CONFIRMED, user, at))


def edit(finding: Finding, user: User, at: datetime, made: Edit) -> Finding:
    """Gives the finding another wording, direction or themes, and confirms it so.

    The exact words stay in `text`. Raises DecisionError when the finding is rejected, when nothing
    is changed, when no reason is given, or for whoever typed it in.
    """
    why = _reason(made.why)
    with transaction.atomic():
        row = _open(finding, {Status.CANDIDATE, Status.CONFIRMED})
        _by_another(row, user)
        wording = made.wording.strip()
        themes = _in_order(row.theme_ids, made.themes)
        changes = list(_changes(row, wording, made.direction, themes))
        if not changes:
            raise DecisionError("Nothing was changed. To accept it as it stands, confirm it.")
        row.edited_text = "" if wording == row.text else wording
        row.direction, row.reason = made.direction, why
        _set_themes(row, themes)
        event = _event(row, FindingAct.EDITED, user, at, why)
        event.changes = changes
        return _decided(row, Status.CONFIRMED, event)


def reject(finding: Finding, user: User, at: datetime, why: str) -> Finding:
    """It is no finding. Raises DecisionError when it is rejected already or no reason is given."""
    reason = _reason(why)
    with transaction.atomic():
        row = _open(finding, {Status.CANDIDATE, Status.CONFIRMED})
        row.reason = reason
        return _decided(row, Status.REJECTED, _event(row, FindingAct.REJECTED, user, at, reason))


def reopen(finding: Finding, user: User, at: datetime, why: str) -> Finding:
    """Puts a decided finding back to be decided; an edited wording stays until edited again.

    Raises DecisionError when nobody had decided on it or no reason is given.
    """
    reason = _reason(why)
    with transaction.atomic():
        row = _open(finding, {Status.CONFIRMED, Status.REJECTED})
        return _decided(row, Status.CANDIDATE, _event(row, FindingAct.REOPENED, user, at, reason))


def _open(finding: Finding, to: set[Status]) -> Finding:
    """The finding as it now stands in the database, held for this transaction."""
    row = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    if row.status not in to:
        by = f" by {row.decided_by.shown_name}" if row.decided_by else ""
        said = {
            Status.CONFIRMED: f"It was confirmed{by} already.",
            Status.REJECTED: f"It was rejected{by}. Reopen it first.",
            Status.CANDIDATE: "Nobody has decided on it yet.",
        }
        raise DecisionError(said[Status(row.status)])
    return row


def _by_another(row: Finding, user: User) -> None:
    """What one person typed in another confirms, as nothing else holds it against its source."""
    if row.entered_by_id == user.pk:
        raise DecisionError(
            "You typed this in. Another person must read it against the review and confirm it; "
            "if it is wrong, reject it and enter it again."
        )


def _reason(why: str) -> str:
    if not why.strip():
        raise DecisionError("Say why, so that whoever reads this later understands it.")
    return why.strip()


def _in_order(before: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The chosen themes: those that were there first, in their order, then the new ones."""
    kept = tuple(theme for theme in before if theme in chosen)
    return kept + tuple(theme for theme in chosen if theme not in before)


def _changes(
    row: Finding, wording: str, direction: str, themes: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    pairs = (
        ("wording", row.wording, wording),
        ("direction", row.direction, direction),
        ("themes", list(row.theme_ids), list(themes)),
    )
    for what, before, after in pairs:
        if before != after:
            yield {"what": what, "before": before, "after": after}


def _set_themes(row: Finding, themes: tuple[str, ...]) -> None:
    row.themes.all().delete()
    FindingTheme.objects.bulk_create(
        FindingTheme(finding=row, theme=theme, order=order)
        for order, theme in enumerate(themes, start=1)
    )


def _event(row: Finding, act: FindingAct, user: User, at: datetime, why: str = "") -> FindingEvent:
    return FindingEvent(finding=row, act=act, by=user, at=at, why=why)


def _decided(row: Finding, status: Status, event: FindingEvent) -> Finding:
    row.status = status
    waits = status == Status.CANDIDATE
    row.decided_by, row.decided_at = (None, None) if waits else (event.by, event.at)
    row.save()
    event.save()
    return row
