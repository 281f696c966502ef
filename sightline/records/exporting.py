"""Canonical tables written for another engine: to a folder of Parquet, or into a database.

Identifiers carry the authority's name (`890/1042`), so that two authorities' children with one
number stay two where a region puts their tables together.
"""

from __future__ import annotations

import re
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import sqlglot.expressions as sge
from ibis.backends.sql import SQLBackend

from sightline.records.exported import HANDED_ON, OF, ExportError
from sightline.records.merging import conformed
from sightline.records.store import Records

_NAME = re.compile(r"[A-Za-z0-9_-]+")


def to_folder(records: Records, folder: Path, authority: str) -> int:
    """Write the tables as `TABLE/exported_by=NAME/records.parquet`; returns how many rows.

    What this authority wrote there before is replaced, file by file. Raises ExportError where the
    name is no name of a folder, OSError where the disk refuses.
    """
    written = 0
    for name in HANDED_ON:
        rows = _outgoing(records, name, authority)
        place = folder / name / f"{OF}={authority}"
        place.mkdir(parents=True, exist_ok=True)
        unfinished = place / ".records.part"  # no engine reads a hidden file
        pq.write_table(rows, unfinished)
        unfinished.chmod(0o600)
        unfinished.replace(place / "records.parquet")
        written += len(rows)
    return written


def to_database(records: Records, backend: SQLBackend, schema: str | None, authority: str) -> int:
    """Put the tables into a schema that is there, each with `exported_by`; returns how many rows.

    What this authority put there before is replaced, table by table. Raises ExportError where the
    name is none that a folder could have, so that either way takes the same names.
    """
    there = set(backend.list_tables(database=schema))
    written = 0
    for name in HANDED_ON:
        rows = _outgoing(records, name, authority)
        named = rows.append_column(OF, pa.array([authority] * len(rows), pa.string()))
        if name in there:
            _take_out(backend, name, schema, authority)
        else:
            backend.create_table(name, schema=ibis.schema(named.schema), database=schema)
        backend.insert(name, named, database=schema)
        written += len(named)
    return written


def _take_out(backend: SQLBackend, name: str, schema: str | None, authority: str) -> None:
    table = sge.table_(name, db=schema, quoted=True)
    mine = sge.column(OF, quoted=True).eq(authority)
    with backend.begin() as cursor:
        cursor.execute(sge.delete(table).where(mine).sql(backend.dialect))


def _outgoing(records: Records, name: str, authority: str) -> pa.Table:
    """A canonical table whose identifiers say of which authority they are."""
    if not _NAME.fullmatch(authority):
        raise ExportError(
            "An authority's name in an export is a code or one word, of letters, digits, - and _: "
            f"not {authority!r}."
        )
    rows = conformed(name, records.table(name))
    ids = [column for column in rows.columns if column.endswith("_id")]
    named = rows.mutate(**{column: ibis.literal(f"{authority}/") + rows[column] for column in ids})
    return records.connection.to_pyarrow(named)
