"""What is in doubt in the record: returns that disagree, and identifiers that clash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ibis import _

from sightline.jobs.authority import opened
from sightline.records import Records


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact on which two returns disagree. Values are as the returns give them: codes or days."""

    child_id: str
    what: str
    used_source: str
    used_value: str
    used_period: date
    other_source: str
    other_value: str
    other_period: date
    reason: str


@dataclass(frozen=True, slots=True)
class IdentityClash:
    """A doubt about who is who, what was done about it, and why.

    `other_child_id` is None where the doubt lies within one child's record, or where to name the
    other would itself link an adopted child's two identities. `source` and what follows are None
    where no one return is meant.
    """

    child_id: str
    other_child_id: str | None
    kind: str
    value: str | None
    source: str | None
    period: date | None
    other_value: str | None
    other_source: str | None
    other_period: date | None
    outcome: str
    reason: str


def disagreements(data: Path, child_id: str) -> tuple[Disagreement, ...]:
    """On what the returns disagree about one child, by what it is; NothingLoadedError if empty."""
    with opened(data) as records:
        return disagreements_in(records, child_id)


def disagreements_in(records: Records, child_id: str) -> tuple[Disagreement, ...]:
    """As `disagreements`, from records that are open."""
    found = records.table("disagreement").filter(_.child_id == child_id)
    wanted = found.select(list(Disagreement.__dataclass_fields__))
    ordered = wanted.order_by(["what", "used_period", "used_value", "other_source", "other_value"])
    rows = records.connection.to_pyarrow(ordered).to_pylist()
    return tuple(Disagreement(**row) for row in rows)


def identity_clashes(data: Path) -> tuple[IdentityClash, ...]:
    """Every doubt about who is who, by child. Raises NothingLoadedError."""
    with opened(data) as records:
        wanted = records.table("identity_clash").select(list(IdentityClash.__dataclass_fields__))
        ordered = wanted.order_by(["child_id", "kind", "other_child_id", "other_value"])
        rows = records.connection.to_pyarrow(ordered).to_pylist()
    return tuple(IdentityClash(**row) for row in rows)
