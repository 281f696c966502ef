"""What stands to be put right, whose it is, and since when: told as what happens to a file.

Each story loads small files one after another, as an analyst would, and asks what stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from sightline.records import Load, Part
from sightline.records.standing import Standing, standing
from sightline.returns.tables import ISSUE_SCHEMA

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
MARCH_2025, MARCH_2026 = date(2025, 3, 31), date(2026, 3, 31)
NIGHT = datetime(2026, 11, 2, tzinfo=UTC)


@dataclass
class Loads:
    """Loads as they were kept, with the issues that each brought; stands in for the snapshots."""

    kept: list[Load]
    found: dict[int, pa.Table]

    def issues(self, load: Load) -> pa.Table:
        return self.found[load.id]

    def stands(self) -> Standing:
        return standing(self, self.kept)  # type: ignore[arg-type]


@pytest.fixture
def loads() -> Loads:
    return Loads([], {})


Given = tuple[str, date, str, Sequence[tuple[str, str]]]


def load(into: Loads, *tables: Given, unread: str = "") -> None:
    """A load of tables: return, day, table, and of each issue the child and the value."""
    number = len(into.kept) + 1
    parts, issues = [], []
    for return_name, period, table, wrong in tables:
        path = f"{number}/{return_name}-{period}.csv"
        parts.append(
            Part(return_name, period, table, 100, 100, 0, f"{number}", (path,), f"{path}.parquet")
        )
        issues += [_issue(path, table, child, value) for child, value in wrong]
    if unread:
        issues.append({**_issue(unread, None, None, None), "rule": "file_unknown"})
    at = NIGHT + timedelta(days=number)
    into.kept.append(Load(number, at, tuple(parts), "issues.parquet"))
    into.found[number] = pa.Table.from_pylist(issues, schema=ISSUE_SCHEMA)


def _issue(path: str, table: str | None, child: str | None, value: str | None) -> dict[str, Any]:
    return {
        "path": path,
        "table": table,
        "row": 2,
        "column": "LAST_SEEN",
        "value": value,
        "child_id": child,
        "rule": "date_unreadable",
        "severity": "warning",
        "message": "Row 2 …",
    }


def open_issues(found: Standing) -> list[tuple[str | None, str | None]]:
    """The child and the value of each issue still to be put right, in order."""
    return sorted(found.issues.filter("open").select("child_id", "value").rows(), key=str)


class TestMonthlyLists:
    def test_what_is_wrong_in_two_months_is_put_right_once(self, loads: Loads) -> None:
        load(loads, ("annex_a", SEPTEMBER, "list_8", [("A", "31/09")]))
        load(loads, ("annex_a", OCTOBER, "list_8", [("A", "31/09")]))
        found = loads.stands()
        assert open_issues(found) == [("A", "31/09")]
        assert found.issues.filter(~pl.col("open")).height == 1  # September's, which stays history

    def test_it_was_first_seen_in_the_first_month_that_had_it(self, loads: Loads) -> None:
        load(loads, ("annex_a", SEPTEMBER, "list_8", [("A", "31/09")]))
        load(loads, ("annex_a", OCTOBER, "list_8", [("A", "31/09"), ("B", "32/10")]))
        newest = loads.stands().issues.filter("open").sort("child_id")
        assert newest["first_seen"].to_list() == [SEPTEMBER, OCTOBER]
        assert newest["times"].to_list() == [2, 1]
        assert newest["new"].to_list() == [False, True]

    def test_what_the_next_month_no_longer_has_is_gone(self, loads: Loads) -> None:
        load(loads, ("annex_a", SEPTEMBER, "list_8", [("A", "31/09"), ("B", "x")]))
        load(loads, ("annex_a", OCTOBER, "list_8", [("B", "x")]))
        found = loads.stands()
        assert found.gone["child_id"].to_list() == ["A"]
        assert open_issues(found) == [("B", "x")]

    def test_another_value_is_another_issue(self, loads: Loads) -> None:
        load(loads, ("annex_a", SEPTEMBER, "list_8", [("A", "31/09")]))
        load(loads, ("annex_a", OCTOBER, "list_8", [("A", "32/10")]))
        found = loads.stands()
        assert found.issues.filter("open")["new"].to_list() == [True]
        assert found.gone["value"].to_list() == ["31/09"]

    def test_two_months_loaded_at_once_are_compared_all_the_same(self, loads: Loads) -> None:
        load(
            loads,
            ("annex_a", OCTOBER, "list_8", []),
            ("annex_a", SEPTEMBER, "list_8", [("A", "31/09")]),
        )
        assert loads.stands().gone["child_id"].to_list() == ["A"]

    def test_an_old_month_loaded_late_changes_nothing_of_what_is_open(self, loads: Loads) -> None:
        load(loads, ("annex_a", OCTOBER, "list_8", [("A", "x")]))
        load(loads, ("annex_a", SEPTEMBER, "list_8", [("B", "y")]))
        assert open_issues(loads.stands()) == [("A", "x")]


class TestYearlyReturns:
    def test_every_year_still_waits_to_be_put_right(self, loads: Loads) -> None:
        load(
            loads,
            ("ssda903", MARCH_2025, "reviews", [("A", "x")]),
            ("ssda903", MARCH_2026, "reviews", [("B", "y")]),
        )
        assert open_issues(loads.stands()) == [("A", "x"), ("B", "y")]

    def test_another_year_is_not_the_file_before(self, loads: Loads) -> None:
        load(
            loads,
            ("ssda903", MARCH_2025, "reviews", [("A", "x")]),
            ("ssda903", MARCH_2026, "reviews", [("B", "y")]),
        )
        found = loads.stands()
        assert found.gone.is_empty()
        assert found.issues["new"].to_list() == [None, None]

    def test_the_same_year_sent_again_takes_the_place_of_the_first(self, loads: Loads) -> None:
        load(loads, ("ssda903", MARCH_2026, "reviews", [("A", "x"), ("B", "y")]))
        load(loads, ("ssda903", MARCH_2026, "reviews", [("B", "y"), ("C", "z")]))
        found = loads.stands()
        assert open_issues(found) == [("B", "y"), ("C", "z")]
        assert found.issues.sort("child_id")["new"].to_list() == [False, True]
        assert found.gone["child_id"].to_list() == ["A"]


class TestFilesThatCannotBeRead:
    def test_stand_until_the_next_load(self, loads: Loads) -> None:
        load(loads, ("annex_a", SEPTEMBER, "list_8", []), unread="note.txt")
        assert loads.stands().issues["file"].to_list() == ["note.txt"]
        load(loads, ("annex_a", OCTOBER, "list_8", []))
        assert loads.stands().issues.is_empty()


def test_a_table_that_was_not_new_keeps_the_issues_it_first_came_with(loads: Loads) -> None:
    """Load 2 reads the old file again, but keeps only what is new; nothing is counted twice."""
    load(loads, ("annex_a", SEPTEMBER, "list_8", [("A", "x")]))
    again = {**_issue("2/old.csv", "list_8", "A", "x")}
    load(loads, ("ssda903", MARCH_2026, "reviews", []))
    loads.found[2] = pa.Table.from_pylist([again], schema=ISSUE_SCHEMA)
    assert open_issues(loads.stands()) == [("A", "x")]


def test_issues_over_several_tables_stand_beside_those_of_reading(loads: Loads) -> None:
    load(loads, ("ssda903", MARCH_2026, "header", [("A", "x")]))
    schema = pa.schema(
        [*ISSUE_SCHEMA, pa.field("return_name", pa.string()), pa.field("period", pa.date32())]
    )
    across = [
        {**_issue("1/a.csv", "header", child, "y"), "return_name": "ssda903", "period": day}
        for child, day in (("B", MARCH_2026), ("C", None))
    ]
    found = standing(
        loads,  # type: ignore[arg-type]
        loads.kept,
        pa.Table.from_pylist(across, schema=schema),
    )
    assert open_issues(found) == [("A", "x"), ("B", "y"), ("C", "y")]
    assert found.gone.is_empty()
