"""A child who left care and came back is in an extract twice for twelve months."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.records import Store
from sightline.returns.tables import ReadFile
from tests.asciitable import NOON, annex_a, rows

# A left on 1 March and came back on 1 June; every extract to February 2027 lists both. The rows of
# the first time in care keep its dates, its plan and its worker.
LISTED = """
month      | care_started | care_ended | last_visit | permanence_plan | team  | worker
2026-06-30 | 2025-01-01   | 2026-03-01 | 2026-02-10 | RETURN_HOME     | North | Ada Reed
2026-06-30 | 2026-06-01   | -          | 2026-06-20 | ADOPTION        | South | Bo Finch
2026-07-31 | 2025-01-01   | 2026-03-01 | 2026-02-10 | RETURN_HOME     | North | Ada Reed
2026-07-31 | 2026-06-01   | -          | 2026-07-25 | ADOPTION        | South | Bo Finch
2026-08-31 | 2025-01-01   | 2026-03-01 | 2026-02-10 | RETURN_HOME     | North | Ada Reed
2026-08-31 | 2026-06-01   | -          | 2026-07-15 | ADOPTION        | South | Bo Finch
"""
COLUMNS = "child_id | care_started | care_ended | last_visit | permanence_plan | team | worker"


def extracts(*, upside_down: bool) -> list[tuple[ReadFile, date]]:
    found = []
    for month in dict.fromkeys(str(row["month"]) for row in rows(LISTED)):
        lines = [
            " | ".join(["A", *(value or "-" for name, value in row.items() if name != "month")])
            for row in rows(LISTED)
            if row["month"] == month
        ]
        found.append(
            annex_a(month, list_8="\n".join([COLUMNS, *lines[:: -1 if upside_down else 1]]))
        )
    return found


@pytest.fixture(params=[False, True], ids=["as listed", "upside down"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """The order of an extract's rows says nothing."""
    given = extracts(upside_down=request.param)
    store = Store(tmp_path)
    store.commit([file for file, _ in given], {file.path: day for file, day in given}, NOON)
    return store


def shown(store: Store, table: str, *columns: str) -> list[tuple[str, ...]]:
    with store.open() as records:
        found = records.table(table).select(*columns).order_by(list(columns))
        content = records.connection.to_pyarrow(found).to_pylist()
    return [tuple(str(row[name]) for name in columns) for row in content]


def test_the_old_date_beside_it_takes_no_visit_back_but_a_later_extract_does(
    store: Store,
) -> None:
    """August has 15 July for July's 25th: a mistake put right. February's visit was one."""
    assert shown(store, "visit", "date") == [("2026-02-10",), ("2026-06-20",), ("2026-07-15",)]


def test_the_plan_and_the_worker_are_those_of_the_time_in_care_that_began_last(
    store: Store,
) -> None:
    assert shown(store, "care_plan", "permanence_plan", "started", "ended") == [
        ("ADOPTION", "2026-06-30", "None")
    ]
    assert shown(store, "involvement", "team", "worker", "started", "ended") == [
        ("South", "Bo Finch", "2026-06-30", "None")
    ]
