"""The census's tables year by year; a year is named by the 31 March it ends on: 2025 is 2024/25."""

from __future__ import annotations

from sightline.returns.cin_census.changes import BASE_YEAR, CHANGES, LAST_YEAR
from sightline.returns.cin_census.tables_2017 import CHILD, RETURN_NAME, TABLES_2017
from sightline.returns.fields import Table
from sightline.returns.yearly import Schemas, financial_year

TITLE = "the children in need census"
YEARS = range(BASE_YEAR, LAST_YEAR + 1)
SCHEMAS = Schemas(
    RETURN_NAME, "CIN census", YEARS, TABLES_2017, CHANGES, financial_year, CHILD.name
)


def schema_for(year: int) -> dict[str, Table]:
    """The tables collected in a year, by name. Raises ValueError for a year outside YEARS."""
    return SCHEMAS.of(year)


def schema_of_any_year() -> dict[str, Table]:
    """Every table ever collected, each column with the codes of all years."""
    return SCHEMAS.of_any_year()
