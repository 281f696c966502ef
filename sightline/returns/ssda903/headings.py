"""SSDA903 tables known by their heading row."""

from __future__ import annotations

import re
from collections import Counter

from sightline.returns.headings import Shape
from sightline.returns.ssda903.schema import schema_of_any_year
from sightline.returns.ssda903.tables_2017 import RETURN_NAME

# Other names for a column, as exports and the XML form of the return write them.
_OTHER_NAMES = {
    "CHILDID": "CHILD",
    "CHILD_ID": "CHILD",
    "PL": "PLACE",
    "DATE_OF_BIRTH": "DOB",
    "ETHNICITY": "ETHNIC",
    "GENDER": "SEX",
    "PLACEMENT_PROVIDER": "PLACE_PROVIDER",
}


def column_name(heading: str) -> str:
    """A heading in capitals, with an underscore for anything that is no letter or digit."""
    name = re.sub(r"[^A-Z0-9]+", "_", heading.upper()).strip("_")
    return _OTHER_NAMES.get(name, name)


def names_of(column: str) -> tuple[str, ...]:
    """All names a column is known to be written by, its own first."""
    return (column, *(other for other, name in _OTHER_NAMES.items() if name == column))


def _shape(table: str, columns: frozenset[str], telling: frozenset[str]) -> Shape:
    def column(heading: str) -> str | None:
        name = column_name(heading)
        return name if name in columns else None

    return Shape(RETURN_NAME, table, telling, column)


def shapes() -> tuple[Shape, ...]:
    """A shape for every table; the columns that only one table has tell it."""
    tables = schema_of_any_year().values()
    seen = Counter(each.name for table in tables for each in table.fields)
    return tuple(
        _shape(
            table.name,
            frozenset(each.name for each in table.fields),
            frozenset(each.name for each in table.fields if seen[each.name] == 1),
        )
        for table in tables
    )


SHAPES = shapes()
