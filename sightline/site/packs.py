"""Packs for the command line: drafted, or issued in the name of somebody who may."""

from dataclasses import dataclass
from datetime import date, datetime

from sightline.oversight.packs.drafting import draft
from sightline.oversight.packs.issuing import (
    HinderedError,
    NoReasonError,
    content_of,
    files_of,
    issue,
)
from sightline.oversight.packs.kinds import KIND_BY_ID
from sightline.packs import Pack
from sightline.packs.files import written
from sightline.people.models import User
from sightline.people.permissions import Permission


class NotAllowedError(Exception):
    """The pack cannot be issued; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pack with its files; `version` and `digest` are empty for a draft."""

    pack: Pack
    files: dict[str, bytes]
    load_id: int
    run: str
    version: int | None = None
    digest: str = ""

    def as_json(self) -> dict[str, object]:
        """The contract of `pack --json`, version 1."""
        return {
            "version": 1,
            "pack": self.pack.title,
            "as_at": self.pack.as_at.isoformat(),
            "standing": self.pack.standing,
            "issue": self.version,
            "load": self.load_id,
            "run": self.run,
            "digest": self.digest or None,
            "sections": [
                {"title": each.title, "sentence": each.sentence, "points": list(each.points)}
                for each in self.pack.sections
            ],
        }


def drafted(name: str, now: datetime, *, as_at: date | None) -> Made:
    """A draft and its files. Raises NothingLoadedError."""
    made = draft(KIND_BY_ID[name], now.date(), as_at=as_at)
    return Made(made.pack, written(made.pack, now), made.origin.load_id, made.origin.run)


def issued(
    name: str, username: str, now: datetime, *, as_at: date | None, what_changed: str
) -> Made:
    """The pack, issued. Raises NotAllowedError, NothingLoadedError; then nothing is kept."""
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NotAllowedError("Say who issues it: --by USERNAME, of somebody who may sign in.")
    if not user.may(Permission.PUBLISH):
        raise NotAllowedError(f"{username} may not issue packs; an analyst or the director may.")
    try:
        row = issue(KIND_BY_ID[name], user, now, as_at=as_at, what_changed=what_changed)
    except NoReasonError as problem:
        raise NotAllowedError(f"{problem} (--what-changed)") from problem
    except HinderedError as problem:
        raise NotAllowedError(str(problem)) from problem
    return Made(content_of(row), files_of(row), row.load_id, row.run, row.version, row.digest)
