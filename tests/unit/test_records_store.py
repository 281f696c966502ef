"""The DuckDB file is made again whenever it cannot be used; readers never see half of it."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

import sightline.records.store as records_store
from sightline.records import NothingLoadedError, Records, Store
from tests.loading_apart import CHILDREN_A_LOAD, begin, commit, keep


def listing(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def children(records: Records) -> int:
    return int(records.table("period_of_care").count().execute())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    commit(tmp_path, 0)
    return Store(tmp_path)


class TestAFileThatCannotBeUsed:
    def assert_made_again(self, store: Store) -> None:
        assert not store.is_current()
        store.keep_current(lambda records: None)
        assert store.is_current()
        with store.open() as records:
            assert children(records) == CHILDREN_A_LOAD

    def test_garbage(self, store: Store) -> None:
        store.database.write_bytes(b"garbage" * 5000)
        self.assert_made_again(store)

    def test_empty(self, store: Store) -> None:
        store.database.write_bytes(b"")
        self.assert_made_again(store)

    def test_gone(self, store: Store) -> None:
        store.database.unlink()
        self.assert_made_again(store)

    @pytest.mark.parametrize("tenths", [2, 5, 9])
    def test_cut_short(self, store: Store, tenths: int) -> None:
        whole = store.database.read_bytes()
        store.database.write_bytes(whole[: len(whole) * tenths // 10])
        self.assert_made_again(store)

    def test_made_by_another_version(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(records_store, "software", lambda: "99.0")
        self.assert_made_again(store)

    def test_is_passed_over_even_by_whoever_opens_without_building(self, store: Store) -> None:
        """`open` alone builds the tables in memory rather than fail."""
        store.database.write_bytes(b"garbage")
        with store.open() as records:
            assert (children(records), records.load_id) == (CHILDREN_A_LOAD, 1)


class TestAsKnown:
    def test_of_a_load_that_never_was(self, store: Store) -> None:
        for number in (0, 2, -1):
            with (
                pytest.raises(NothingLoadedError, match="the newest is 1"),
                store.open(known_at=number),
            ):
                pass

    def test_nothing_loaded_names_the_folder_and_makes_none(self, tmp_path: Path) -> None:
        empty = Store(tmp_path / "nowhere")
        with pytest.raises(NothingLoadedError, match="nowhere"), empty.open():
            pass
        assert not (tmp_path / "nowhere").exists()


class TestSnapshots:
    def test_the_same_twice_changes_no_byte(self, store: Store) -> None:
        before = listing(store.folder)
        assert not commit(store.folder, 0)
        assert listing(store.folder) == before

    def test_february_then_march_keeps_both(self, store: Store) -> None:
        before = listing(store.folder / "parts")
        commit(store.folder, 1)
        after = listing(store.folder / "parts")
        assert {name: after[name] for name in before} == before
        assert [load.id for load in store.snapshots.loads()] == [1, 2]
        assert len({part.period for part in store.snapshots.current().values()}) == 2

    def test_two_extracts_the_other_way_round_say_the_same_of_today(self, tmp_path: Path) -> None:
        for name, order in (("forth", (0, 1)), ("back", (1, 0))):
            for number in order:
                commit(tmp_path / name, number)
        found = []
        for name in ("forth", "back"):
            with Store(tmp_path / name).open() as records:
                table = records.table("period_of_care").order_by(["child_id", "started"])
                found.append(records.connection.to_pyarrow(table).to_pylist())
        assert found[0] == found[1]


class TestTwoAtOnce:
    def test_loads_from_two_processes_are_both_kept_in_some_order(self, tmp_path: Path) -> None:
        both = [begin(tmp_path, [0, 1]), begin(tmp_path, [2, 3])]
        for process in both:
            process.join(120)
            assert process.exitcode == 0
        store = Store(tmp_path)
        assert [load.id for load in store.snapshots.loads()] == [1, 2, 3, 4]
        assert store.is_current()
        with store.open() as records:
            assert children(records) == 4 * CHILDREN_A_LOAD

    def test_a_reader_meanwhile_sees_the_whole_of_one_load_or_the_next(
        self, store: Store, tmp_path: Path
    ) -> None:
        seen: list[int] = []
        process = begin(tmp_path, [1, 2])
        while process.is_alive() or not seen:
            with store.open() as records:
                assert children(records) == records.load_id * CHILDREN_A_LOAD
                seen.append(records.load_id)
        process.join()
        assert seen == sorted(seen)
        with store.open() as records:
            assert records.load_id == 3

    def test_a_reader_who_holds_the_old_file_keeps_nobody_from_the_new(self, store: Store) -> None:
        """DuckDB would give the file that is open already to whoever connects to its path."""
        with store.open() as before:
            commit(store.folder, 1)
            assert children(before) == CHILDREN_A_LOAD
            with store.open() as after:
                assert children(after) == 2 * CHILDREN_A_LOAD
            assert store.is_current()

    def test_nobody_waits_for_a_build_who_can_read_the_load_before(self, store: Store) -> None:
        building, end = Event(), Event()

        def slowly(records: Records) -> None:
            building.set()
            end.wait(60)

        keep(store.folder, 1)
        builder = Thread(target=store.refresh, args=(slowly,))
        builder.start()
        assert building.wait(60)
        store.keep_current(lambda records: pytest.fail("a second build began"))
        with store.open() as records:
            assert records.load_id == 1
        end.set()
        builder.join()
        with store.open() as records:
            assert records.load_id == 2
