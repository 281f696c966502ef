"""Children in care whom a measure of children in care leaves out, and why.

Why is told where the record says it: short breaks, or a start of care that nobody knows. All others
are not among those whom the measure is about, as its own words say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.measures.language import Kind, Measure
from sightline.measures.rows import ROWS
from sightline.measures.view import SHORT_BREAKS
from sightline.records import Records, ask_again
from sightline.records.spells import lasts_past

SHORT_BREAK = "On short breaks only"
START_UNKNOWN = "When care began is not known"
NOT_ABOUT = "Not among those whom it is about"
_IN_CARE = "children in care"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A child in care on the day who is in no row of the measure, and why."""

    child_id: str
    why: str
    team: str | None
    worker: str | None


def is_of_children_in_care(measure: Measure) -> bool:
    """Whether it counts, or is out of, children in care at the moment, as its words say."""
    out_of = measure.denominator_words or measure.numerator_words
    return measure.kind in (Kind.SHARE, Kind.COUNT) and out_of.startswith(_IN_CARE)


def left_out(records: Records, measure: Measure, as_at: date) -> tuple[LeftOut, ...]:
    """Those in care on a day whom the measure leaves out; none for a measure of somebody else."""
    if not is_of_children_in_care(measure):
        return ()

    def listed(of: str, day: str) -> Table:
        on = ibis.literal(day).cast("date")
        kept = records.connection.table(ROWS)
        counted = kept.filter((kept.measure_id == of) & (kept.as_at == on)).select("child_id")
        care = _holding(records.table("period_of_care"), on, "start_unknown")
        status = _holding(records.table("legal_status"), on, "legal_status")
        owner = _holding(
            records.table("involvement").filter(_.team.notnull()), on, "team", "worker"
        )
        known = care.left_join(status, "child_id").drop("child_id_right")
        found = known.left_join(owner, "child_id").drop("child_id_right")
        why = ibis.cases(
            (found.legal_status.isin(SHORT_BREAKS), SHORT_BREAK),
            (found.start_unknown.fill_null(False), START_UNKNOWN),
            else_=NOT_ABOUT,
        )
        told = found.mutate(why=why).anti_join(counted.distinct(), "child_id")
        return told.select("child_id", "why", "team", "worker").distinct().order_by("child_id")

    asked = {"of": measure.id, "day": as_at.isoformat()}
    rows = ask_again(records, "children left out", listed, **asked)
    return tuple(LeftOut(**row) for row in rows)


def _holding(spells: Table, on: ibis.Value, *columns: str) -> Table:
    """The spells that hold on a day."""
    held = spells.filter((spells.started <= on) & lasts_past(spells.ended, on))
    return held.select("child_id", *columns)
