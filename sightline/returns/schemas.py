"""The tables of every return by name, each with every column it ever had."""

from __future__ import annotations

from collections.abc import Mapping

from sightline.returns.annex_a.tables import RETURN_NAME as ANNEX_A
from sightline.returns.annex_a.tables import TABLES as ANNEX_A_TABLES
from sightline.returns.fields import Table
from sightline.returns.ssda903.schema import schema_of_any_year
from sightline.returns.ssda903.tables_2017 import RETURN_NAME as SSDA903

TABLES: Mapping[str, Mapping[str, Table]] = {
    SSDA903: schema_of_any_year(),
    ANNEX_A: ANNEX_A_TABLES,
}
"""Return → table → what it should hold."""


def table_named(name: str) -> Table:
    """The table that "ssda903.episodes" names; KeyError where there is none."""
    return_name, _, table = name.partition(".")
    return TABLES[return_name][table]
