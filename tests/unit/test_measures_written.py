"""The queries of measures, kept beside the records: the next process asks the same, unwritten."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from sightline.measures import catalogue, keeping, written
from sightline.measures.due_dates import Calendar
from sightline.measures.keeping import keep_rows
from sightline.measures.rows import ROWS
from sightline.measures.view import View
from sightline.records import Records
from tests.canonical import records

OURS = [
    catalogue()[name] for name in ("children_in_care", "visits_in_timescale", "children_in_need")
]


def one_child(folder: Path) -> Records:
    found = records(
        date(2025, 1, 31),
        date(2025, 3, 31),
        person="child_id | date_of_birth\nAda | 2015-01-01",
        period_of_care="child_id | started | ended\nAda | 2019-01-01 | -",
        placement="child_id | started | ended | placement_type | carer_since\n"
        "Ada | 2019-01-01 | - | U6 | 2019-01-01",
        legal_status="child_id | started | ended | legal_status\nAda | 2019-01-01 | - | C2",
        visit="child_id | date | kind\nAda | 2025-01-10 | social_work",
    )
    return replace(found, folder=folder)


def kept(found: Records) -> list[tuple[object, ...]]:
    keep_rows(found, OURS)
    rows: list[tuple[object, ...]] = found.connection.raw_sql(
        f"SELECT measure_id, as_at, child_id, up, down FROM {ROWS} ORDER BY ALL"
    ).fetchall()
    return rows


@pytest.fixture(autouse=True)
def _as_in_a_new_process() -> None:
    written.steps.cache_clear()


def in_care(rows: list[tuple[object, ...]]) -> list[object]:
    return [day for name, day, child, *_ in rows if (name, child) == ("children_in_care", "Ada")]


def test_another_process_asks_what_was_written_and_comes_to_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept(one_child(tmp_path))
    assert in_care(first) == [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]
    written.steps.cache_clear()
    monkeypatch.setattr(written, "_write", None)
    assert kept(one_child(tmp_path)) == first


def test_of_another_source_nothing_written_before_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(one_child(tmp_path))
    [before] = (tmp_path / written.FOLDER).iterdir()
    written.steps.cache_clear()
    monkeypatch.setattr(written, "_source", lambda: "changed")
    kept(one_child(tmp_path))
    [after] = (tmp_path / written.FOLDER).iterdir()
    assert before != after


def test_the_digest_of_the_source_changes_with_a_letter_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written, "_SOURCE", tmp_path)
    digests = []
    for text in ("a = 1", "a = 2"):
        (tmp_path / "one.py").write_text(text, encoding="utf-8")
        digests.append(written._source.__wrapped__())
    assert digests[0] != digests[1]


def test_a_file_that_was_cut_off_is_written_again(tmp_path: Path) -> None:
    first = kept(one_child(tmp_path))
    [file] = (tmp_path / written.FOLDER).iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    written.steps.cache_clear()
    assert kept(one_child(tmp_path)) == first
    assert len(file.read_bytes()) > len(whole) // 2


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / written.FOLDER).write_text("not a folder", encoding="utf-8")
    assert len(in_care(kept(one_child(tmp_path)))) == 3


def test_every_step_waits_for_the_shared_tables_that_it_names(tmp_path: Path) -> None:
    found = one_child(tmp_path)
    view = View.of_history(found)
    named = [keeping._named(table) for table in (view.moment, Calendar.of(view).days)]
    asked = written.steps(tuple(OURS), named[0], named[1], None)
    given = {"view_moment", "view_working_days"}
    for step in asked:
        tables = set(re.findall(r'"working"\."main"\."(\w+)"', step.query.sql))
        assert tables - given == set(step.needs), step.name
    assert any(step.needs for step in asked if step.name != ROWS)


def test_no_rows_are_kept_where_one_measure_fails(tmp_path: Path) -> None:
    found = one_child(tmp_path)
    found.connection.raw_sql("DROP TABLE child_in_need")
    with pytest.raises(duckdb.Error):
        keep_rows(found, OURS)
    assert found.connection.table(ROWS).count().execute() == 0
    databases = found.connection.raw_sql("SELECT database_name FROM duckdb_databases()").fetchall()
    assert (written.WORKING,) not in databases
