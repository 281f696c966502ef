"""Tables made in DuckDB: their rows, their columns and types, and where they are found."""

from __future__ import annotations

import ibis
import pytest
from ibis import _

from sightline.records.fed import nothing
from sightline.records.making import made, make, make_empty

CHILDREN = ibis.schema({"child_id": "!string", "born": "date", "visits": "int64"})
TOLD = ibis.memtable(
    {"child_id": ["1", "2"], "visits": [3, 4]}, schema={"child_id": "string", "visits": "int64"}
)


def test_holds_the_rows_of_the_expression_and_says_how_many() -> None:
    connection = ibis.duckdb.connect()
    assert make(connection, "more", TOLD.filter(_.visits > 3)) == 1
    found = connection.to_pyarrow(made("more", TOLD.schema())).to_pylist()
    assert found == [{"child_id": "2", "visits": 4}]


def test_an_expression_asked_again_of_another_connection_speaks_of_that_ones_rows() -> None:
    of_whoever = made("told", TOLD.schema()).agg(total=_.visits.sum())
    totals = []
    for rows in (TOLD, TOLD.filter(_.child_id == "1")):
        connection = ibis.duckdb.connect()
        make(connection, "told", rows, temporary=True)
        make(connection, "summed", of_whoever)
        totals += connection.table("summed").to_pyarrow().to_pylist()
    assert totals == [{"total": 7}, {"total": 3}]


def test_its_columns_have_the_types_of_the_expression_whatever_the_engine_makes_of_it() -> None:
    connection = ibis.duckdb.connect()
    make(connection, "summed", TOLD.agg(total=_.visits.sum()))  # DuckDB's own is a HUGEINT
    assert connection.table("summed").schema() == ibis.schema({"total": "int64"})


def test_nothing_is_a_table_without_rows() -> None:
    connection = ibis.duckdb.connect()
    assert make(connection, "nobody", nothing(TOLD.schema())) == 0
    assert connection.table("nobody").schema() == TOLD.schema()


@pytest.mark.parametrize("names", [[], ["one"], ["one", "two"]])
def test_empty_ones_are_there_with_their_columns(names: list[str]) -> None:
    connection = ibis.duckdb.connect()
    make_empty(connection, dict.fromkeys(names, CHILDREN))
    assert sorted(connection.list_tables()) == names
    for name in names:
        assert connection.table(name).schema() == CHILDREN
        assert connection.table(name).count().execute() == 0


def test_a_temporary_one_is_the_connections_own_and_found_by_its_name() -> None:
    connection = ibis.duckdb.connect()
    make(connection, "step", TOLD, temporary=True)
    [row] = connection.raw_sql(
        "SELECT temporary FROM duckdb_tables() WHERE table_name = 'step'"
    ).fetchall()
    assert row == (True,)
    assert connection.to_pyarrow(made("step", TOLD.schema())).num_rows == 2
