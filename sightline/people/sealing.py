"""Seeing what was changed behind the product's back.

Every row that the product writes to a sealed table leaves a seal: a digest of the row, chained to
the seal before. A row that no longer agrees with its newest seal was changed, added or taken away
by somebody who wrote to the database itself; a seal that was changed breaks the chain. Whoever can
write to the database and knows this code can make seals too: a copy of the newest digest, kept
elsewhere, guards against that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction
from django.db.models.signals import post_delete, post_save

from sightline.people.models.seal import FIRST_SEAL, Seal

Model = type[models.Model]
_TRIES = 20  # two processes may seal at once; `previous` is unique, so one of them tries again
_SEALED: dict[str, Model] = {}


@dataclass(frozen=True, slots=True)
class Tampering:
    """A row that is not as the product left it."""

    table: str
    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Soundness:
    """What a look at everything found. `newest` is the digest to keep elsewhere."""

    rows: int
    seals: int
    found: tuple[Tampering, ...]
    newest: str

    @property
    def sound(self) -> bool:
        """Whether every row is as the product left it."""
        return not self.found

    @property
    def sentence(self) -> str:
        """The finding in words."""
        if self.sound:
            return f"{self.rows:,} rows are each as Sightline wrote them."
        many = len(self.found)
        rows = "1 row was" if many == 1 else f"{many:,} rows were"
        return f"{rows} changed outside Sightline, out of {self.rows:,}."


def seal_rows_of(*kinds: Model) -> None:
    """From now on every writing of these tables leaves a seal. Called as an app gets ready."""
    for kind in kinds:
        _SEALED[kind._meta.label] = kind
        post_save.connect(_written, sender=kind, dispatch_uid=f"seal {kind._meta.label}")
        post_delete.connect(_taken_away, sender=kind, dispatch_uid=f"unseal {kind._meta.label}")


def seal_what_is_there() -> None:
    """Seals every row of a table that has no seal yet: once, when a table begins to be sealed."""
    for label, kind in _SEALED.items():
        if not Seal.objects.filter(table=label).exists():
            for row in kind._default_manager.order_by("pk").values().iterator():
                _add(label, row[_key(kind)], row)


def soundness() -> Soundness:
    """Walks the chain of seals, then every sealed row: one query a table, and one for the chain."""
    newest, found, last, seals = _walk()
    rows = 0
    for label, kind in sorted(_SEALED.items()):
        there = {row[_key(kind)]: row for row in kind._default_manager.values().iterator()}
        rows += len(there)
        known = {row: seal for (table, row), seal in newest.items() if table == label}
        found += list(_compared(kind, there, known))
    return Soundness(rows, seals, tuple(found), last)


def _walk() -> tuple[dict[tuple[str, int], Seal], list[Tampering], str, int]:
    previous, seals = FIRST_SEAL, 0
    newest: dict[tuple[str, int], Seal] = {}
    broken: list[Tampering] = []
    for seal in Seal.objects.order_by("pk").iterator(chunk_size=2_000):
        if seal.previous != previous or seal.digest != seal.worked_out_digest():
            said = f"The seal of {seal.table} {seal.row} was changed, or one before it taken away."
            broken.append(Tampering(seal.table, seal.row, said))
        previous, seals = seal.digest, seals + 1
        newest[seal.table, seal.row] = seal
    return newest, broken, previous, seals


def _compared(
    kind: Model, there: dict[int, dict[str, Any]], known: dict[int, Seal]
) -> Iterator[Tampering]:
    name = str(kind._meta.verbose_name)
    for row, told in sorted(there.items()):
        if row not in known:
            said = f"{name.capitalize()} {row} was written outside Sightline"
        elif not _agrees(told, known[row]):
            said = f"{name.capitalize()} {row} was changed outside Sightline"
        else:
            continue
        yield Tampering(kind._meta.label, row, f"{said}: {_named(kind, row)}.")
    for row in sorted(r for r, seal in known.items() if seal.content and r not in there):
        said = f"{name.capitalize()} {row} was taken away outside Sightline."
        yield Tampering(kind._meta.label, row, said)


def _named(kind: Model, row: int) -> str:
    found = kind._default_manager.filter(pk=row).first()
    return str(found)[:200] if found is not None else "it is gone"


def _written(sender: Model, instance: models.Model, **told: Any) -> None:
    row = sender._default_manager.filter(pk=instance.pk).values().get()
    _add(sender._meta.label, int(instance.pk), row)


def _taken_away(sender: Model, instance: models.Model, **told: Any) -> None:
    _add(sender._meta.label, int(instance.pk or 0), None)


def _add(table: str, row: int, told: dict[str, Any] | None) -> None:
    columns = ",".join(sorted(told)) if told else ""
    content = _digest(told) if told else ""
    for _ in range(_TRIES):
        seal = Seal(table=table, row=row, columns=columns, content=content)
        try:
            with transaction.atomic():
                last = Seal.objects.order_by("-pk").first()
                seal.previous = last.digest if last else FIRST_SEAL
                seal.digest = seal.worked_out_digest()
                seal.save()
        except IntegrityError:
            continue
        return
    raise RuntimeError("The row could not be sealed, so it is not written.")


def _agrees(told: dict[str, Any], seal: Seal) -> bool:
    """Whether what was sealed is as it was; a column that a later release took away is left out."""
    columns = seal.columns.split(",")
    if any(each not in told for each in columns):
        return True
    return _digest({each: told[each] for each in columns}) == seal.content


def _digest(row: dict[str, Any]) -> str:
    told = json.dumps(row, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _key(kind: Model) -> str:
    return str(kind._meta.pk.attname) if kind._meta.pk is not None else "id"
