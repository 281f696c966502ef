"""The workforce census year by year; a year is named by its 30 September."""

from __future__ import annotations

from sightline.returns.fields import Table
from sightline.returns.workforce.tables_2022 import RETURN_NAME, TABLES_2022
from sightline.returns.yearly import Schemas

TITLE = "the social work workforce census"
YEARS = range(2017, 2027)
SCHEMAS = Schemas(RETURN_NAME, "workforce census", YEARS, TABLES_2022, (), str)


def schema_for(year: int) -> dict[str, Table]:
    """The tables collected in a year, by name. Raises ValueError for a year outside YEARS."""
    return SCHEMAS.of(year)


def schema_of_any_year() -> dict[str, Table]:
    """Every table ever collected, each column with the codes of all years."""
    return SCHEMAS.of_any_year()
