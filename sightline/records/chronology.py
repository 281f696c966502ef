"""The chronology of one child: everything every source says of her, in the order it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.store import Records


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `detail` holds the codes or words of the source, or nothing."""

    date: date
    kind: str
    detail: str | None
    source: str


# kind of event → the table, its date column, and the column that says more
EVENTS: dict[str, tuple[str, str, str | None]] = {
    "contact": ("contact", "date", "made_by"),
    "early_help_started": ("early_help", "started", "organisation"),
    "referral": ("referral", "date", "made_by"),
    "assessment_started": ("assessment", "started", None),
    "assessment_authorised": ("assessment", "ended", None),
    "strategy_discussion": ("section47", "strategy_discussion", None),
    "conference": ("section47", "conference", None),
    "protection_plan_started": ("protection_plan", "started", "latest_category"),
    "protection_plan_ended": ("protection_plan", "ended", None),
    "care_started": ("period_of_care", "started", None),
    "care_ended": ("period_of_care", "ended", "reason_ceased"),
    "placement_started": ("placement", "started", "placement_type"),
    "legal_status_started": ("legal_status", "started", "legal_status"),
    "review": ("review", "date", "participation"),
    "visit": ("visit", "date", "kind"),
    "health_check": ("health_check", "date", "kind"),
    "missing_started": ("missing_episode", "started", "kind"),
    "missing_ended": ("missing_episode", "ended", "kind"),
    "plan_seen": ("care_plan", "started", "permanence_plan"),
    "permanence_step": ("permanence_step", "date", "step"),
    "worker_seen": ("involvement", "started", "worker"),
    "deprivation_of_liberty_started": ("deprivation_of_liberty", "started", None),
}


def chronology(records: Records, child_id: str) -> tuple[Event, ...]:
    """All dated events of one child, oldest first, in one query."""
    found = ibis.union(*(_events(records, kind, child_id) for kind in EVENTS), distinct=True)
    rows = records.connection.to_pyarrow(found.order_by(["date", "kind", "detail"])).to_pylist()
    return tuple(Event(**row) for row in rows)


def _events(records: Records, kind: str, child_id: str) -> Table:
    table, day, detail = EVENTS[kind]
    events = records.table(table)
    return events.filter((_.child_id == child_id) & events[day].notnull()).select(
        date=events[day],
        kind=ibis.literal(kind),
        detail=(events[detail] if detail else ibis.null()).cast("string"),
        source=events.source,
    )
