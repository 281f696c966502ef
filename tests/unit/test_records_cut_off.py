"""A load that is killed at any moment is there whole or not at all, and stands in nobody's way."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sightline.records import Store
from tests.loading_apart import assert_whole, commit, keep, kill_at_random, left_over


def test_a_load_killed_six_times_is_whole_or_not_there(tmp_path: Path) -> None:
    kill_at_random(tmp_path, 6)


class TestAFullDisk:
    """No space left: an OSError at any of the moments at which a load writes."""

    @pytest.mark.parametrize("moment", ["parquet", "flush", "rename"])
    def test_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
    ) -> None:
        def full(*arguments: object, **options: object) -> None:
            raise OSError(28, "No space left on device")

        keep(tmp_path, 0)
        where = {
            "parquet": (pq, "write_table"),
            "flush": (os, "fsync"),
            "rename": (Path, "replace"),
        }[moment]
        with monkeypatch.context() as broken:
            broken.setattr(*where, full)
            with pytest.raises(OSError, match="No space left"):
                keep(tmp_path, 1)
        assert len(Store(tmp_path).snapshots.loads()) == 1
        assert left_over(tmp_path) == []
        assert keep(tmp_path, 1)

    def test_while_building_keeps_the_tables_of_before_and_mends_itself(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*arguments: object, **options: object) -> None:
            raise OSError(28, "No space left on device")

        commit(tmp_path, 0)
        with monkeypatch.context() as broken:
            broken.setattr("sightline.records.store.build", full)
            with pytest.raises(OSError, match="No space left"):
                commit(tmp_path, 1)
        assert left_over(tmp_path) == []
        with Store(tmp_path).open() as records:
            assert records.load_id == 1
        assert not commit(tmp_path, 1), "its rows are kept already"
        with Store(tmp_path).open() as records:
            assert records.load_id == 2


def test_leftovers_of_dead_processes_go_at_the_next_load(tmp_path: Path) -> None:
    commit(tmp_path, 0)
    (tmp_path / "parts" / "000002-deadbeef").mkdir()
    (tmp_path / "parts" / "000002-deadbeef" / "half.parquet").write_bytes(b"PAR1")
    (tmp_path / "loads" / "000002.part").write_text('{"id": 2')
    (tmp_path / "building-deadbeef.duckdb").write_bytes(b"half")
    (tmp_path / "building-deadbeef.duckdb.wal").write_bytes(b"half")
    (tmp_path / "building-deadbeef.duckdb.tmp").mkdir()
    assert len(left_over(tmp_path)) == 5
    commit(tmp_path, 1)
    assert left_over(tmp_path) == []
    assert assert_whole(tmp_path) == 2
