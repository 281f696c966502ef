"""The tables of every return by name, each with every column it ever had."""

from __future__ import annotations

from collections.abc import Mapping

from sightline.returns.annex_a.tables import RETURN_NAME as ANNEX_A
from sightline.returns.annex_a.tables import TABLES as ANNEX_A_TABLES
from sightline.returns.cin_census.schema import schema_of_any_year as cin_census_tables
from sightline.returns.cin_census.tables_2017 import RETURN_NAME as CIN_CENSUS
from sightline.returns.fields import Table
from sightline.returns.ssd.columns import RETURN_NAME as SSD
from sightline.returns.ssd.tables import TABLES as SSD_TABLES
from sightline.returns.ssda903.schema import schema_of_any_year
from sightline.returns.ssda903.tables_2017 import RETURN_NAME as SSDA903
from sightline.returns.templates.declaring import RETURN_NAME as TEMPLATES
from sightline.returns.templates.every import TABLES as TEMPLATE_TABLES
from sightline.returns.workforce.schema import schema_of_any_year as workforce_tables
from sightline.returns.workforce.tables_2022 import RETURN_NAME as WORKFORCE

TABLES: Mapping[str, Mapping[str, Table]] = {
    SSDA903: schema_of_any_year(),
    ANNEX_A: ANNEX_A_TABLES,
    CIN_CENSUS: cin_census_tables(),
    WORKFORCE: workforce_tables(),
    TEMPLATES: TEMPLATE_TABLES,
    SSD: SSD_TABLES,
}
"""Return → table → what it should hold."""


def table_named(name: str) -> Table:
    """The table that "ssda903.episodes" names; KeyError where there is none."""
    return_name, _, table = name.partition(".")
    return TABLES[return_name][table]
