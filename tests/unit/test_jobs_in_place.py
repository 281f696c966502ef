"""The address of a database: what it may say, and that it holds no secret."""

from __future__ import annotations

import pytest

from sightline.jobs.in_place import PASSWORD, Address, InPlaceError, connect


def test_an_address_of_postgresql() -> None:
    found = Address.read("postgresql://ann@db.example:5433/care?schema=ssd")
    assert (found.kind, found.host, found.port, found.user) == (
        "postgres",
        "db.example",
        5433,
        "ann",
    )
    assert (found.database, found.schema) == ("care", "ssd")


def test_an_address_of_sql_server_names_its_driver() -> None:
    found = Address.read("mssql://db.example/care?driver=ODBC+Driver+18+for+SQL+Server")
    assert (found.kind, found.user, found.driver) == (
        "mssql",
        None,
        "ODBC Driver 18 for SQL Server",
    )


@pytest.mark.parametrize(
    "text",
    ["care", "mysql://host/care", "postgresql://host", "postgresql://host/care?shcema=ssd"],
)
def test_what_is_no_address_is_told_how_one_reads(text: str) -> None:
    with pytest.raises(InPlaceError, match="reads postgresql://"):
        Address.read(text)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(InPlaceError) as told:
        Address.read("postgresql://ann:hush-hush@db.example/care")
    assert PASSWORD in str(told.value)
    assert "hush" not in str(told.value)


def test_a_database_that_is_not_there_is_told_in_a_line() -> None:
    with pytest.raises(InPlaceError, match="cannot be opened"):
        connect(Address.read("postgresql://ann@127.0.0.1:1/care"))
