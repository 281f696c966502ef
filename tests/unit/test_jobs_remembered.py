"""What is remembered is of the build that lies there now, whichever process made it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from sightline.jobs.authority import opened, store
from sightline.jobs.remembered import Memory, remembered
from sightline.records import Build, NothingLoadedError
from tests.loading_apart import CHILDREN_A_LOAD, begin, commit, keep

BUILD = Build(Path("a") / "records.duckdb", 1, 1, 1)
REBUILT = Build(BUILD.path, 2, 2, 1)
ELSEWHERE = Build(Path("b") / "records.duckdb", 1, 1, 1)

worked_out: list[tuple[Path, str]] = []


@remembered
def children(data: Path, of: str = "anyone") -> int:
    """How many periods of care there are, noting that somebody had to work it out."""
    worked_out.append((data, of))
    with opened(data) as records:
        return int(records.table("period_of_care").count().execute())


@pytest.fixture(autouse=True)
def nothing_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out.clear()
    monkeypatch.setattr("sightline.jobs.loads._work_out", lambda held, records: None)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    commit(tmp_path / "records", 0)
    return tmp_path


class TestOfABuild:
    def test_worked_out_once(self, data: Path) -> None:
        assert [children(data) for _ in range(3)] == [CHILDREN_A_LOAD] * 3
        assert worked_out == [(data, "anyone")]

    def test_each_question_and_each_folder_apart(self, data: Path, tmp_path: Path) -> None:
        other = tmp_path / "other"
        for number in (0, 1):
            commit(other / "records", number)
        assert (children(data), children(other)) == (CHILDREN_A_LOAD, 2 * CHILDREN_A_LOAD)
        children(data, of="one team")
        children(data, of="one team")
        assert worked_out == [(data, "anyone"), (other, "anyone"), (data, "one team")]

    def test_fresh_after_a_load(self, data: Path) -> None:
        children(data)
        commit(data / "records", 1)
        assert children(data) == 2 * CHILDREN_A_LOAD

    def test_fresh_after_a_load_by_another_process(self, data: Path) -> None:
        children(data)
        loading = begin(data / "records", [1, 2])
        loading.join(120)
        assert loading.exitcode == 0
        assert children(data) == 3 * CHILDREN_A_LOAD

    def test_a_load_whose_build_was_cut_off_is_built_before_anything_is_answered(
        self, data: Path
    ) -> None:
        children(data)
        keep(data / "records", 1)  # committed, and then the lights went out
        assert not store(data).is_current()
        assert children(data) == 2 * CHILDREN_A_LOAD

    def test_nothing_loaded_is_said_each_time(self, tmp_path: Path) -> None:
        for _ in range(2):
            with pytest.raises(NothingLoadedError):
                children(tmp_path)
        commit(tmp_path / "records", 0)
        assert children(tmp_path) == CHILDREN_A_LOAD


class TestMemory:
    def test_a_failure_is_not_remembered(self) -> None:
        memory = Memory()

        def fail() -> int:
            raise OSError("disk")

        with pytest.raises(OSError, match="disk"):
            memory.recall(BUILD, ("q",), fail)
        assert memory.recall(BUILD, ("q",), lambda: 1) == 1

    def test_nothing_is_remembered_as_well_as_something(self) -> None:
        memory = Memory()
        assert memory.recall(BUILD, ("q",), lambda: None) is None
        assert memory.recall(BUILD, ("q",), lambda: 1) is None

    def test_an_older_build_of_the_same_file_is_forgotten_and_no_other(self) -> None:
        memory = Memory()
        for build in (BUILD, ELSEWHERE, REBUILT):
            memory.recall(build, ("q",), lambda build=build: build.inode)  # type: ignore[misc]
        assert memory.recall(ELSEWHERE, ("q",), lambda: 99) == 1
        assert memory.recall(REBUILT, ("q",), lambda: 99) == 2
        assert memory.recall(BUILD, ("q",), lambda: 99) == 99

    def test_the_one_not_asked_for_longest_is_forgotten_first(self) -> None:
        memory = Memory(most=2)
        for question in ("a", "b", "a", "c"):
            memory.recall(BUILD, (question,), lambda: 1)
        assert [memory.recall(BUILD, (q,), lambda: 2) for q in ("a", "c", "b")] == [1, 1, 2]

    def test_those_who_ask_while_it_is_worked_out_wait_for_the_one_answer(self) -> None:
        memory = Memory()
        begun, go_on, times = threading.Event(), threading.Event(), []
        answers: list[int] = []

        def work() -> int:
            times.append(1)
            begun.set()
            assert go_on.wait(30)
            return 7

        asking = [
            threading.Thread(target=lambda: answers.append(memory.recall(BUILD, ("q",), work)))
            for _ in range(5)
        ]
        for thread in asking:
            thread.start()
        assert begun.wait(30)
        go_on.set()
        for thread in asking:
            thread.join(30)
        assert (answers, len(times)) == ([7] * 5, 1)
