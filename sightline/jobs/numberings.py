"""Returns that number children differently: which, of how many children, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ibis import _

from sightline.jobs.authority import opened
from sightline.jobs.quality_kept import ISSUE
from sightline.jobs.remembered import remembered

APART = "numbered_apart"
JOINED = ("upn", "former_upn")


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """A return whose numbers a newer one uses for other children.

    `apart`: how many children stand under `named` and their number; `joined`: how many are known
    under the other return's number too, by UPN and date of birth. `period`: of its newest extract.
    """

    source: str
    period: date
    named: str
    apart: int
    joined: int


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Two returns with hardly a child in common, so that none of the one was sought in the other.

    `return_name`, `period`: the one of the two that was to be checked. `message`: as the check
    says it, both returns by name with how many children each has.
    """

    return_name: str
    period: date | None
    message: str


@remembered
def own_numbers(data: Path) -> tuple[OwnNumbers, ...]:
    """Each return whose children go by its own numbers, by name. Raises NothingLoadedError."""
    with opened(data) as records:
        known = records.table("identifier")
        of_its_own = known.filter(_.how == APART)
        every = known.semi_join(of_its_own, "source")
        counted = every.group_by("source").agg(
            period=_.period.max(),
            example=_.child_id.min(where=_.how == APART),
            apart=_.child_id.nunique(where=_.how == APART),
            joined=_.child_id.nunique(where=_.how.isin(JOINED)),
        )
        rows = records.connection.to_pyarrow(counted.order_by("source")).to_pylist()
    return tuple(
        OwnNumbers(
            source=row["source"],
            period=row["period"],
            named=row["example"].partition(":")[0],
            apart=row["apart"],
            joined=row["joined"],
        )
        for row in rows
    )


@remembered
def not_held(data: Path) -> tuple[NotHeld, ...]:
    """Each two returns not held against each other, in the newest files. NothingLoadedError."""
    with opened(data) as records:
        issues = records.connection.table(ISSUE)
        found = issues.filter(_.open & (_.rule == "numbered_differently"))
        wanted = found.order_by("id").select(list(NotHeld.__dataclass_fields__))
        rows = records.connection.to_pyarrow(wanted).to_pylist()
    return tuple(NotHeld(**row) for row in rows)
