"""A load that is killed at any moment is there whole or not at all, and stands in nobody's way."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sightline.jobs.authority import opened, store
from sightline.records import Store
from tests.loading_apart import CHILDREN_A_LOAD, TABLES_A_LOAD, begin, commit, keep

LOADS_A_ROUND = 4
EPISODES = """\
CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
1,01/05/{before},S,C1,N1,U6,PR1,,,,AB1 2CD,AB1 2CD,1111111
"""


def assert_whole(folder: Path) -> int:
    """Every load that is named is there with all its rows; returns how many there are."""
    held = Store(folder)
    loads = held.snapshots.loads()
    for load in loads:
        assert len(load.parts) == TABLES_A_LOAD
        assert all(held.snapshots.path(part).is_file() for part in load.parts)
    if loads:
        with held.open() as records:
            rows = records.table("period_of_care").count().execute()
            assert rows == CHILDREN_A_LOAD * records.load_id
            assert records.load_id <= loads[-1].id
    return len(loads)


def left_over(folder: Path) -> list[str]:
    held = Store(folder)
    named = {Path(p.parquet).parent.name for one in held.snapshots.loads() for p in one.parts}
    parts = [path.name for path in (folder / "parts").glob("*") if path.name not in named]
    return [
        *parts,
        *(path.name for path in folder.glob("building-*")),
        *(path.name for path in (folder / "loads").glob("*.part")),
    ]


def kill_at_random(folder: Path, rounds: int) -> int:
    """Kill a loading process again and again; returns how often it left something behind."""
    moments = random.Random(903)
    number = untidy = 0
    for _ in range(rounds):
        process = begin(folder, list(range(number, number + LOADS_A_ROUND)))
        time.sleep(moments.uniform(0, 1))
        process.kill()
        process.join()
        untidy += bool(left_over(folder))
        number = assert_whole(folder)
        assert keep(folder, number), "what was cut off, or comes next, loads at once"
        assert not keep(folder, number), "and again is nothing new"
        number += 1
    commit(folder, number)
    assert assert_whole(folder) == number + 1
    assert left_over(folder) == []
    return untidy


def test_a_load_killed_a_dozen_times_is_whole_or_not_there(tmp_path: Path) -> None:
    kill_at_random(tmp_path, 12)


@pytest.mark.long
def test_a_load_killed_a_hundred_times_is_whole_or_not_there(tmp_path: Path) -> None:
    assert kill_at_random(tmp_path, 100) > 0, "some deaths fall in the midst of writing"


@pytest.mark.long
def test_the_command_killed_at_random_leaves_the_whole_load_or_none(tmp_path: Path) -> None:
    """`sightline load` itself: killed, asked for a figure, and asked again for the same load."""
    moments, data = random.Random(903), tmp_path / "data"
    for round_, year in enumerate(range(2017, 2027)):
        folder = tmp_path / str(year)
        folder.mkdir()
        (folder / "episodes.csv").write_text(EPISODES.format(before=year - 1), "utf-8")
        command = [sys.executable, "-c", "from sightline.cli import main; main()", "load"]
        process = subprocess.Popen(
            [*command, str(folder), "--data", str(data)], stderr=subprocess.PIPE, text=True
        )
        assert process.stderr is not None
        process.stderr.readline()  # it reads
        time.sleep(moments.uniform(0, 6))
        process.kill()
        process.communicate()
        assert len(store(data).snapshots.loads()) in (round_, round_ + 1)
        again = subprocess.run([*command, str(folder), "--data", str(data)], capture_output=True)
        assert again.returncode == 0
        with opened(data) as records:
            assert records.load_id == round_ + 1


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
