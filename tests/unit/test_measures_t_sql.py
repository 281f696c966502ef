"""Every measure, and every canonical table of the SSD, can be said in SQL Server's language.

There is no SQL Server here to run it on: that the words are T-SQL is checked by parsing them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import ibis
import pytest
import sqlglot
from ibis.backends.sql.compilers.mssql import compiler
from ibis.expr.types import DateScalar, Table

from sightline.duties.clock import Clock
from sightline.duties.registry import CLOCKS
from sightline.duties.working_days import CALENDAR_SCHEMA
from sightline.measures import catalogue, figures
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.view import View
from sightline.records.in_place import KEPT, canonical
from sightline.records.session import keep_statements, put_statements
from sightline.records.tables import TABLES

TODAY = date(2026, 10, 31)


def said(expression: Table) -> str:
    return str(compiler.to_sqlglot(expression).sql("tsql"))


@dataclass
class Unbound:
    """Records of no database: what would be kept is only said."""

    load_id: int = 0
    as_at: date = TODAY
    sentences: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def table(self, name: str) -> Table:
        return ibis.table(TABLES[name].schema, name=name)

    def one_day(self, day: DateScalar) -> date:
        return date(2020, 11, 15)

    def kept(self, name: str, expression: Table) -> Table:
        self.sentences[name] = said(expression)
        return ibis.table(expression.schema(), name=name)

    def ask(self, question: Table) -> list[dict[str, Any]]:
        self.asked.append(said(question))
        return []


class Specified:
    """The SSD's tables as the specification has them, in no database."""

    def table(self, return_name: str, table: str, columns: Mapping[str, str]) -> Table:
        return ibis.table({**columns, "period": "date"}, name=f"{table}_{len(columns)}")

    def periods(self, return_name: str, table: str) -> list[date]:
        return [TODAY] if return_name == "ssd" else []


@pytest.mark.parametrize("name", list(catalogue()))
def test_a_measure_can_be_said_in_t_sql(name: str) -> None:
    records: Any = Unbound()
    figures.worked_out(records, {name: catalogue()[name]}, View.of_history(records))
    assert len(records.asked) == 1
    for sentence in (*records.asked, *records.sentences.values()):
        assert sqlglot.parse_one(sentence, read="tsql").find(sqlglot.exp.From)


@pytest.mark.parametrize("clock", [clock for clock in CLOCKS if clock.latest.within])
def test_a_due_date_can_be_said_in_t_sql(clock: Clock) -> None:
    days = Calendar(ibis.table(CALENDAR_SCHEMA, name="calendar"))
    starts = ibis.table({"start": "date"}, name="starts")
    sentence = said(with_due(starts, "start", clock, days))
    assert sqlglot.parse_one(sentence, read="tsql").find(sqlglot.exp.Case)


def test_every_canonical_table_can_be_said_in_t_sql() -> None:
    records = Unbound()
    made = canonical(Specified(), records.kept)
    assert set(KEPT) == records.sentences.keys()
    for name, expression in made.items():
        if name not in KEPT:
            assert "SELECT" in said(expression)


def test_what_is_kept_in_sql_server_is_for_the_session_alone() -> None:
    statements = keep_statements("tsql", "#sightline_person", "SELECT 1 AS one")
    assert statements == [
        "DROP TABLE IF EXISTS [#sightline_person]",
        "SELECT * INTO [#sightline_person] FROM (SELECT 1 AS one) AS kept",
    ]


def test_what_a_query_shares_comes_before_all_else() -> None:
    statements = keep_statements("tsql", "#kept", "WITH a AS (SELECT 1 AS one) SELECT one FROM a")
    assert statements[1] == (
        "WITH a AS (SELECT 1 AS one) SELECT * INTO [#kept] FROM (SELECT one FROM a) AS kept"
    )


def test_small_tables_are_put_value_by_value() -> None:
    columns = ibis.schema({"day": "date", "words": "string"}).to_sqlglot_column_defs("mssql")
    made, filled = put_statements(
        "tsql", "#small", columns, [(date(2026, 1, 31), "O'Neill"), (None, None)]
    )
    assert made == "CREATE TABLE [#small] ([day] DATE, [words] VARCHAR(max))"
    assert filled == (
        "INSERT INTO [#small] VALUES (CAST('2026-01-31' AS DATE), 'O''Neill'), (NULL, NULL)"
    )
