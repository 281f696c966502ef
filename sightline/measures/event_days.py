"""The days on which what a measure counts happened, for charts of rare events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
from ibis.expr.types import Table

from sightline.measures.language import Measure
from sightline.measures.rows import ROWS
from sightline.records import Records, ask_again


@dataclass(frozen=True, slots=True)
class EventDay:
    """A day with at least one row. `as_at`: its month; `met`: whether in the numerator."""

    as_at: date
    day: date
    met: bool


def event_days(records: Records, measure: Measure) -> tuple[EventDay, ...]:
    """The days of a share's or a count's rows, oldest first, each once for `met` and once for not.

    None of a measure that says how things stand at the month's end: its rows have no day.
    """

    def listed(of: str) -> Table:
        kept = records.connection.table(ROWS)
        dated = kept.filter(
            (kept.measure_id == ibis.literal(of)) & kept.day.notnull() & kept.up.notnull()
        )
        return dated.select("as_at", "day", met=dated.up > 0).distinct().order_by(["day", "met"])

    return tuple(
        EventDay(**row) for row in ask_again(records, "days of events", listed, of=measure.id)
    )
