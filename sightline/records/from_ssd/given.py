"""Reading the SSD's tables: only the newest extract of each, since each holds the whole history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import ibis
from ibis import _
from ibis.expr.types import Table

RETURN = "ssd"


class Given(Protocol):
    """What a source of extracts can do: snapshots on disk, or the tables of a database in place."""

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        """The named columns (name → Ibis type) of every extract's table, plus `period`."""

    def periods(self, return_name: str, table: str) -> list[date]:
        """The periods for which this table was given, oldest first."""


def read(given: Given, table: str, names: Mapping[str, str], kinds: Mapping[str, str]) -> Table:
    """The newest extract's rows of a table: our name → its column; our name → kind, if not text.

    With `source` and `period`.
    """
    columns = {theirs: kinds.get(ours, "string") for ours, theirs in names.items()}
    found = given.table(RETURN, table, columns)
    newest = max(given.periods(RETURN, table), default=None)
    if newest is not None:
        found = found.filter(_.period == newest)
    return found.rename(dict(names)).mutate(source=ibis.literal(RETURN))


def was_given(given: Given, table: str) -> bool:
    """Whether any extract holds the table: one that none does says nothing, not nothing at all."""
    return bool(given.periods(RETURN, table))


def newest_day(given: Given) -> date | None:
    """The day of the newest extract that says who is in care; None where there is none."""
    return max(given.periods(RETURN, "ssd_cla_episodes"), default=None)
