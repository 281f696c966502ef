"""The SSDA903 tables year by year: the tables of 2016/17, and what each later year changed.

A year is named by the calendar year in which it ends on 31 March: 2025 is 2024/25. Code sets are
those of the Department for Education's guide to the return of each year.
"""

from __future__ import annotations

from sightline.returns.fields import Table
from sightline.returns.ssda903.changes import BASE_YEAR, CHANGES, LAST_YEAR
from sightline.returns.ssda903.tables_2017 import CHILD, RETURN_NAME, TABLES_2017
from sightline.returns.yearly import Schemas, financial_year

YEARS = range(BASE_YEAR, LAST_YEAR + 1)
year_label = financial_year
SCHEMAS = Schemas(RETURN_NAME, "SSDA903", YEARS, TABLES_2017, CHANGES, financial_year, CHILD.name)


def schema_for(year: int) -> dict[str, Table]:
    """The tables collected in a year, by name; each column with the codes of other years beside.

    Raises ValueError for a year outside YEARS.
    """
    return SCHEMAS.of(year)


def schema_of_any_year() -> dict[str, Table]:
    """Every table ever collected, each column with the codes of all years; for a year unknown."""
    return SCHEMAS.of_any_year()
