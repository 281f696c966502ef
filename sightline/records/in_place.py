"""Records over an authority's own SSD in its database: the canonical tables as queries.

Nothing is copied out of the database but what is asked for. The history of care is worked out once
for the session, in temporary tables that end with it: `KEPT` names them. The other canonical tables
are queries over the SSD's own tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
from ibis.backends.sql import SQLBackend
from ibis.expr.types import Table

from sightline.records import from_ssd, from_ssda903
from sightline.records.care_history import backdated, within_care
from sightline.records.database_extract import DatabaseExtract
from sightline.records.merging import conformed
from sightline.records.session import Session
from sightline.records.store import Records
from sightline.records.tables import TABLES

KEPT = (
    "care_episode",
    "period_of_care",
    "placement",
    "legal_status",
    "person",
    "care_plan",
    "involvement",
    "missing_state",
    "outcome_year",
)
"""Canonical tables that are joined many times over, so the session keeps them once worked out."""

# canonical table → the SSD's tables without which it says nothing
RESTS_ON = {
    "person": ("ssd_person",),
    "placement": ("ssd_cla_placement",),
    "legal_status": ("ssd_legal_status",),
    "review": ("ssd_cla_reviews",),
    "visit": ("ssd_cla_visits",),
    "health_check": ("ssd_cla_health",),
    "outcome_year": ("ssd_sdq_scores",),
    "missing_state": ("ssd_missing",),
    "care_plan": ("ssd_cla_care_plan",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlace(Records):
    """The canonical tables of a database, as long as its session lasts."""

    session: Session
    tables: Mapping[str, Table]
    lacks: frozenset[str]  # canonical tables about which the database says nothing

    def table(self, name: str) -> Table:
        """A canonical table; KeyError for any other name."""
        return self.tables[name]

    def ask(self, question: Table) -> list[dict[str, Any]]:
        """The rows of an expression."""
        return self.session.ask(question)

    def kept(self, name: str, expression: Table) -> Table:
        """The rows of an expression, in a temporary table of the session."""
        return self.session.kept(name, expression)


@contextmanager
def opened(
    backend: SQLBackend, schema: str | None = None, as_at: date | None = None
) -> Iterator[InPlace]:
    """Records over the SSD of a database. Raises InPlaceError where it cannot be measured.

    `as_at` is the day the tables speak of; without it their newest events tell.
    """
    session = Session(backend)
    try:
        extract = DatabaseExtract(session, schema, as_at)
        yield InPlace(
            connection=backend,
            load_id=0,
            session=session,
            tables=canonical(extract, session.kept),
            lacks=frozenset(
                name
                for name, needed in RESTS_ON.items()
                if not all(extract.has(table) for table in needed)
            ),
        )
    finally:
        session.close()


def canonical(given: from_ssd.Given, keep: Any) -> dict[str, Table]:
    """Every canonical table from the SSD alone; one it cannot answer is there, and empty.

    `keep` takes a name and an expression, and gives a table with its rows.
    """
    made: dict[str, Table] = {}

    def add(name: str, expression: Table) -> Table:
        typed = conformed(name, expression)
        made[name] = keep(name, typed) if name in KEPT else typed
        return made[name]

    episodes = add("care_episode", from_ssd.care_episode(given))
    told = from_ssda903.period_of_care(episodes)
    periods = add("period_of_care", backdated(told, from_ssd.entered(given)))
    add("placement", within_care(from_ssda903.placement(episodes), periods))
    add("legal_status", within_care(from_ssda903.legal_status(episodes), periods))
    for name, expression in from_ssd.tables(given, periods).items():
        add(name, expression)
    add("extract", from_ssd.extract(given))
    empty = {
        name: ibis.memtable(table.schema.to_pyarrow().empty_table())
        for name, table in TABLES.items()
        if name not in made
    }
    return {**empty, **made}
