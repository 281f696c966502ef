"""Writing down and changing what is kept about boards: the row and its history, or neither."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from sightline import words
from sightline.governance.models import Change, Kept
from sightline.governance.report_parts import PARTS
from sightline.governance.wording import titles
from sightline.people.models import User

_NOTHING = "nothing"


class ChangedMeanwhileError(Exception):
    """Somebody else saved the row while this person had it open; `now` is how it stands."""

    def __init__(self, now: Kept, since: Sequence[Change]) -> None:
        said = "; ".join(_told(each) for each in since)
        super().__init__(
            f"While you had this open it was changed. {said}. What you wrote is still below, and "
            "nothing of it is saved. Look at both, then save what should stand."
        )
        self.now = now


def make(row: Kept, user: User, at: datetime) -> None:
    """Adds the row and the first entry of its history."""
    with transaction.atomic():
        row.save()
        _write(row, user, at, [])


def change(row: Kept, seen: int, user: User, at: datetime) -> None:
    """Saves the row as it now is, and what was before. Nothing is written where nothing differs.

    `seen` is the version that the person had before them. Raises ChangedMeanwhileError where that
    is no longer the newest.
    """
    with transaction.atomic():
        before = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
        if before.version != seen:
            since = history(before).filter(version__gt=seen)
            raise ChangedMeanwhileError(before, list(since))
        differences = list(_differences(before, row))
        if differences:
            row.version = seen + 1
            row.save()
            _write(row, user, at, differences)


def history(row: Kept) -> models.QuerySet[Change]:
    """Every change of the row, oldest first."""
    kind = row._meta.model_name or ""
    return Change.objects.filter(kind=kind, row=row.pk).select_related("by")


def read(row: Kept, name: str) -> str:
    """The value of one field as its history writes it."""
    return _read(row, row._meta.get_field(name))


def _write(row: Kept, user: User, at: datetime, changes: list[dict[str, str]]) -> None:
    kind = row._meta.model_name or ""
    Change(kind=kind, row=row.pk, version=row.version, by=user, at=at, changes=changes).save()


def _differences(before: Kept, after: Kept) -> Iterator[dict[str, str]]:
    for field in before._meta.concrete_fields:
        if field.name == "version":
            continue
        was, now = getattr(before, field.attname), getattr(after, field.attname)
        own = hasattr(before, f"read_{field.name}")  # it tells its history itself
        if isinstance(was, dict) and isinstance(now, dict) and not own:
            yield from _sections(was, now)
        elif was != now:
            what = str(field.verbose_name)
            yield {
                "what": what[0].upper() + what[1:],
                "before": _read(before, field),
                "after": _read(after, field),
            }


def _sections(was: dict[str, str], now: dict[str, str]) -> Iterator[dict[str, str]]:
    """What differs in the sections of a report, one by one."""
    for part in PARTS:
        before, after = was.get(part.id, ""), now.get(part.id, "")
        if before != after:
            yield {
                "what": part.title,
                "before": before or _NOTHING,
                "after": after or _NOTHING,
            }


def _read(row: Kept, field: Any) -> str:
    """The value as a person reads it."""
    value = getattr(row, field.name)
    own = getattr(row, f"read_{field.name}", None)
    if own is not None:
        return own() or _NOTHING
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, list):
        return titles(value) or _NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _NOTHING if value in (None, "") else str(value)


def _told(each: Change) -> str:
    what = ", ".join(
        f"{one['what'].lower()} from “{one['before']}” to “{one['after']}”" for one in each.changes
    )
    return f"{each.by.shown_name}, {words.moment(each.at)}: {what}"
