"""The eleven lists as tables to be read: each column with its kind and the reader of its words."""

from __future__ import annotations

from sightline.returns.annex_a.lists import CHILD, LISTS, Column
from sightline.returns.annex_a.words import reader_for
from sightline.returns.fields import Field, Kind, Table

RETURN_NAME = "annex_a"

_KINDS: dict[str, Kind] = {
    "text": "text",
    "date": "date",
    "number": "number",
    "yes_no": "flag",
    "code": "code",
}


def _field(column: Column) -> Field:
    return Field(
        column.name,
        _KINDS[column.kind],
        key=column.required,
        low=0 if column.kind == "number" else None,
        told=reader_for(column),
        heading=column.heading,
    )


TABLES: dict[str, Table] = {
    each.name: Table(
        RETURN_NAME,
        each.name,
        tuple(_field(c) for c in each.columns),
        CHILD.name if CHILD in each.columns else None,
    )
    for each in LISTS
}
