"""What the page of a child asks, worked out once a load for every child and kept."""

from __future__ import annotations

from sightline.measures.view import View
from sightline.records import Records, events

EVENT = "child_event"
IN_CARE = "child_in_care"


def keep_children(records: Records, today: View) -> None:
    """Keep every child's events, one child's together, and the children in care today."""
    told = events(records).order_by(["child_id", "date"])
    records.connection.create_table(EVENT, told, overwrite=True)
    records.connection.create_table(IN_CARE, today.in_care, overwrite=True)
