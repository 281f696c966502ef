"""The child-level record: snapshots never overwritten, and the canonical tables they make.

In come the typed tables of `returns`; out go Ibis tables (person, period_of_care, placement,
review, visit …) as at the newest extract, or as they were known after any earlier load.
"""

from sightline.records.asked_again import ask_again
from sightline.records.chronology import Event, chronology, events
from sightline.records.held_open import Build
from sightline.records.snapshots import Load, Part, Snapshots
from sightline.records.software import software
from sightline.records.store import NothingLoadedError, Records, Store
from sightline.records.tables import TABLES

__all__ = [
    "TABLES",
    "Build",
    "Event",
    "Load",
    "NothingLoadedError",
    "Part",
    "Records",
    "Snapshots",
    "Store",
    "ask_again",
    "chronology",
    "events",
    "software",
]
