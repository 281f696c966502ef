"""What a canonical table is, and the columns that many of them share."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
from ibis import Schema

PROVENANCE = {"source": "string", "period": "date"}


@dataclass(frozen=True, slots=True)
class CanonicalTable:
    """One canonical table: its name, what one row is, and its columns."""

    name: str
    one_row_is: str
    columns: dict[str, str]

    @property
    def schema(self) -> Schema:
        """The Ibis schema, provenance columns included."""
        return ibis.schema({**self.columns, **PROVENANCE})


CHILD = {"child_id": "string"}
SPELL = {**CHILD, "started": "date", "ended": "date"}
SEEN_IN_MONTH = {**CHILD, "as_at": "date"}
EVENT = {**CHILD, "date": "date"}
