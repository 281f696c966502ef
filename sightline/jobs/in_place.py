"""The measures of an authority's own SSD, worked out in its database: only figures come out.

    postgresql://user@host:port/database?schema=ssd
    mssql://user@host:port/database?schema=dbo&driver=ODBC+Driver+18+for+SQL+Server

A password is never part of the address. PostgreSQL takes it from PGPASSWORD or ~/.pgpass; for SQL
Server it is SIGHTLINE_DATABASE_PASSWORD, and with no user in the address Windows vouches for you.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import ibis

from sightline.jobs.runs import Run
from sightline.measures import catalogue, figures
from sightline.measures.view import View
from sightline.records.database_extract import InPlaceError
from sightline.records.in_place import InPlace, opened

if TYPE_CHECKING:
    from ibis.backends.sql import SQLBackend

PASSWORD = "SIGHTLINE_DATABASE_PASSWORD"
_KINDS = {"postgresql": "postgres", "postgres": "postgres", "mssql": "mssql"}


__all__ = ["PASSWORD", "Address", "InPlaceError", "connect", "run"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, without any secret."""

    kind: str  # "postgres" or "mssql", as Ibis names them
    host: str | None
    port: int | None
    user: str | None
    database: str
    schema: str | None
    driver: str | None

    @classmethod
    def read(cls, text: str) -> Address:
        """Raises InPlaceError where the text is no address, or holds a password."""
        parts = urlsplit(text)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        strange = asked.keys() - {"schema", "driver"}
        if (kind := _KINDS.get(parts.scheme)) is None or not parts.path.strip("/") or strange:
            raise InPlaceError(
                "The address of a database reads postgresql://user@host/database?schema=name, or "
                "mssql://… in the same way; SQL Server may also need &driver=name."
            )
        if parts.password is not None:
            raise InPlaceError(
                f"Leave the password out of the address: put it in {PASSWORD}, or for PostgreSQL "
                "in PGPASSWORD or ~/.pgpass."
            )
        return cls(
            kind,
            unquote(parts.hostname) if parts.hostname else None,
            _port(parts.netloc, text),
            unquote(parts.username) if parts.username else None,
            unquote(parts.path.strip("/")),
            asked.get("schema"),
            asked.get("driver"),
        )

    @property
    def words(self) -> str:
        """The database as a person would say it."""
        return f"{self.database} on {self.host or 'this machine'}"


def _port(netloc: str, text: str) -> int | None:
    try:
        return urlsplit(text).port
    except ValueError as problem:
        raise InPlaceError(f"The port in {netloc} is not a number.") from problem


def run(text: str, *, as_at: date | None = None) -> Run:
    """Every figure of the SSD at an address, up to the day its tables speak of.

    `as_at` is that day; without it their newest events tell. A measure whose SSD tables the
    database lacks is left out. Raises InPlaceError.
    """
    address = Address.read(text)
    with opened(connect(address), address.schema, as_at) as records:
        measures = {name: one for name, one in catalogue().items() if not _lacks(records, name)}
        found = figures.worked_out(records, measures, View.of_history(records))
        return Run(records.as_at, records.load_id, tuple(found.values()))


def _lacks(records: InPlace, measure: str) -> bool:
    return bool(records.lacks & set(catalogue()[measure].records))


def connect(address: Address) -> SQLBackend:
    """An open connection. Raises InPlaceError with what the driver or the database says."""
    password = os.environ.get(PASSWORD)
    named = {
        "host": address.host,
        "port": address.port,
        "user": address.user,
        "database": address.database,
        "password": password,
        "driver": address.driver,
    }
    if address.kind == "postgres":
        named["port"] = address.port or 5432
    try:
        backend: SQLBackend = getattr(ibis, address.kind).connect(
            **{name: value for name, value in named.items() if value is not None}
        )
    except ImportError as problem:
        raise InPlaceError(
            f"Reading {address.words} needs more packages: install "
            f"sightline[{address.kind}] ({problem})."
        ) from problem
    except Exception as problem:
        raise InPlaceError(f"{address.words} cannot be opened: {_first_line(problem)}") from problem
    return backend


def _first_line(problem: Exception) -> str:
    """What a driver says, without any password it may repeat."""
    said = str(problem).strip().splitlines()
    secret = os.environ.get(PASSWORD)
    first = said[0] if said else type(problem).__name__
    return first.replace(secret, "…") if secret else first
