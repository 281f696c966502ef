"""A view of some children, each on days of her own: what was so, and due, just before something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ibis import _
from ibis.expr.types import Table

from sightline.measures.view import View
from sightline.records import Records
from sightline.records.spells import lasts_past


@dataclass(frozen=True)
class ChildDays(View):
    """The records of given children on given days. `pairs`: child_id, as_at."""

    pairs: Table

    @classmethod
    def of(cls, records: Records, pairs: Table) -> ChildDays:
        """Of a table with child_id and as_at; what it repeats counts once."""
        create = records.connection.create_table
        kept = create(
            "asked_pair", pairs.select("child_id", "as_at").distinct(), temp=True, overwrite=True
        )
        moment = create("asked_moment", kept.select("as_at").distinct(), temp=True, overwrite=True)
        return cls(records, moment, kept)

    @cached_property
    def in_care(self) -> Table:
        """As `View.in_care`, of the pairs alone."""
        care = self.table("period_of_care").select("child_id", "started", "ended")
        held = self.pairs.join(care, "child_id").filter(
            (_.started <= _.as_at) & lasts_past(_.ended, _.as_at)
        )
        described = self._described(held.select("as_at", "child_id", care_started=_.started))
        return self.records.connection.create_table(
            "asked_in_care", described, temp=True, overwrite=True
        )
