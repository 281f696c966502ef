"""Issuing a pack: its files frozen, its figures added to what was shown, never changed after."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from sightline import words
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs.drafting import Draft, draft
from sightline.oversight.packs.facts import facts_as_json
from sightline.oversight.packs.kinds import PackKind
from sightline.oversight.packs.supplied import Hindrance, hindrances
from sightline.packs import Pack, frozen
from sightline.packs.files import CONTENT, written
from sightline.people.log import record
from sightline.people.models import User
from sightline.people.models.access_event import Act
from sightline.people.small_numbers import no_small_number


class HinderedError(ValueError):
    """Something stands against issuing the pack; the message names it, `found` has it."""

    def __init__(self, found: Sequence[Hindrance]) -> None:
        self.found = tuple(found)
        named = " ".join(f"{each.words}" for each in self.found)
        super().__init__(f"The pack cannot be issued. {named}")


class NoReasonError(ValueError):
    """A pack was to be issued again without saying what changed, or with a small number."""


def issue(
    kind: PackKind,
    user: User,
    now: datetime,
    *,
    as_at: date | None = None,
    what_changed: str = "",
) -> IssuedPack:
    """Draft the pack and issue it. A second issue for one day needs `what_changed`.

    Raises HinderedError, NoReasonError, NothingLoadedError; then nothing is kept.
    """
    with transaction.atomic():
        against = [each for each in hindrances(kind.id, now) if each.blocks]
        if against:
            raise HinderedError(against)
        made = draft(kind, now.date(), as_at=as_at, what_changed=_checked(what_changed))
        if made.version > 1 and not what_changed.strip():
            raise NoReasonError(
                f"A pack for {words.day(made.pack.as_at)} is issued already. "
                "Say what this version changes."
            )
        pack = made.pack.with_standing(_standing(made, now))
        row = _row(kind, user, now, made, what_changed)
        row.digest = frozen.freeze(settings.DATA, row.folder, written(pack, now))
        row.save()
        record(user, Act.DECIDED, why=f"issued {row.folder}", at=now)
    return row


def _checked(what_changed: str) -> str:
    try:
        no_small_number(what_changed)
    except ValidationError as error:
        raise NoReasonError(error.message) from error
    return what_changed.strip()


def _standing(made: Draft, now: datetime) -> str:
    version = f", version {made.version}" if made.version > 1 else ""
    return f"issued on {words.day(now)}{version}"


def _row(kind: PackKind, user: User, now: datetime, made: Draft, what_changed: str) -> IssuedPack:
    return IssuedPack(
        kind=kind.id,
        as_at=made.pack.as_at,
        version=made.version,
        load_id=made.origin.load_id,
        run=made.origin.run,
        software=made.origin.software,
        facts=facts_as_json(made.facts),
        figures=list(made.new_figures),
        what_changed=what_changed.strip(),
        issued_by=user,
        issued_at=now,
    )


def files_of(row: IssuedPack) -> dict[str, bytes]:
    """Its files as they were issued. Raises ChangedError where they are not."""
    return frozen.opened(settings.DATA, row.folder, row.digest)


def content_of(row: IssuedPack) -> Pack:
    """What it says. Raises ChangedError as `files_of`."""
    return Pack.from_json(json.loads(files_of(row)[CONTENT]))
