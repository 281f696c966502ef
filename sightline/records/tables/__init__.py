"""The canonical tables, by theme: what each holds, column by column.

Intervals are half open: a placement holds from `started` until the day before `ended`, which is
null while it lasts. `source` says which return a row came from and `period` the extract it was
last seen in, so that every row can be traced to a file.
"""

from sightline.records.tables import care, front_door, identity, people, practice, workforce
from sightline.records.tables.shape import PROVENANCE, CanonicalTable

TABLES: dict[str, CanonicalTable] = {
    table.name: table
    for theme in (people, identity, care, front_door, practice, workforce)
    for table in theme.TABLES
}

__all__ = ["PROVENANCE", "TABLES", "CanonicalTable"]
