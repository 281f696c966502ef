"""Censuses loaded: kept as snapshots of their own day, whatever else the records are built from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sightline.jobs import checks, loads
from sightline.jobs.authority import store
from sightline.returns import UndatedExtractError
from tests.census_files import A_CHILD, A_WORKER, cin, workforce, written

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_censuses_are_kept_each_by_its_day_and_once(tmp_path: Path) -> None:
    given = [
        written(tmp_path / "a.xml", cin(A_CHILD)),
        written(tmp_path / "b.xml", cin(A_CHILD, day="2025-03-31")),
        written(tmp_path / "c.xml", workforce(A_WORKER)),
    ]
    data = tmp_path / "data"
    receipt = loads.load(given, data, loaded_at=NOON)
    assert (receipt.load_id, receipt.as_at) == (1, None)
    snapshots = store(data).snapshots
    parts = snapshots.current()
    assert {(name, day) for name, day, _ in parts} == {
        ("cin_census", date(2026, 3, 31)),
        ("cin_census", date(2025, 3, 31)),
        ("workforce", date(2025, 9, 30)),
    }
    reviews = parts["cin_census", date(2026, 3, 31), "reviews"]
    assert (reviews.rows, reviews.kept, reviews.rejected) == (2, 2, 0)
    kept = pq.read_table(snapshots.path(reviews))
    assert kept["CPPID"].to_pylist() == ["101-1-C1"] * 2
    assert loads.load(given, data, loaded_at=NOON).nothing_new


def test_a_census_that_does_not_say_its_year_is_sent_back(tmp_path: Path) -> None:
    given = written(tmp_path / "c.xml", f"<Message>{A_WORKER}</Message>")
    with pytest.raises(UndatedExtractError, match="Say the year of its 30 September"):
        loads.load([given], tmp_path / "data", loaded_at=NOON)
    receipt = loads.load([given], tmp_path / "data", loaded_at=NOON, year=2024)
    assert receipt.load_id == 1
    nobody = "<Message><Children><Child><LAchildID>1</LAchildID></Child></Children></Message>"
    with pytest.raises(UndatedExtractError, match="by the March it ends in"):
        loads.load([written(tmp_path / "d.xml", nobody)], tmp_path / "data", loaded_at=NOON)


def test_a_census_checked_is_counted_by_table(tmp_path: Path) -> None:
    report = checks.check([written(tmp_path / "a.xml", cin(A_CHILD))])
    assert {row.table: (row.rows, row.kept, row.year) for row in report.tables}["section47"] == (
        1,
        1,
        2026,
    )
    assert not report.has_errors
