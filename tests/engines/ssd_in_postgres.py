"""The rows of a made-up SSD put into PostgreSQL, in columns of the types the SSD's scripts make."""

from __future__ import annotations

import psycopg

from sightline.returns.fields import Field
from sightline.returns.ssd import SSD_TABLES
from tests.made_up_ssd import Rows, columns

_TYPES = {"date": "timestamp", "number": "float8", "flag": "char(1)", "integer": "int4"}
_HELD_AS_TEXT = ("csdq_sdq_score", "senn_active_ehcp_need_rank")
_TWO_LETTERS = ("miss_missing_rhi_offered", "miss_missing_rhi_accepted")


def put(rows: Rows, connection: psycopg.Connection, schema: str) -> None:
    """Make every table of the SSD in the schema, and fill it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}".encode())
        for table, listed in rows.items():
            names = columns(table)
            fields = {field.name: field for field in SSD_TABLES[table].table.fields}
            typed = ", ".join(f"{name} {_type(fields[name])}" for name in names)
            cursor.execute(f"CREATE TABLE {schema}.{table} ({typed})".encode())
            marks = ", ".join(["%s"] * len(names))
            insert = f"INSERT INTO {schema}.{table} ({', '.join(names)}) VALUES ({marks})"
            cursor.executemany(
                insert.encode(), [[row.get(name) for name in names] for row in listed]
            )


def _type(field: Field) -> str:
    if field.name in _HELD_AS_TEXT:
        return "varchar(100)"
    if field.name in _TWO_LETTERS:
        return "varchar(2)"
    return _TYPES.get(field.kind, "varchar(4000)")
