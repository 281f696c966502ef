"""A backup brings everything back, whole; anything less is refused and changes nothing."""

from __future__ import annotations

import gzip
import io
import random
import sqlite3
import tarfile
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from sightline.jobs import backups
from sightline.jobs.authority import store
from sightline.jobs.backups import BackupError
from tests.loading_apart import keep


@pytest.fixture(autouse=True)
def no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures are proven elsewhere; here they take too long."""
    monkeypatch.setattr("sightline.jobs.loads._work_out", lambda held, records: None)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two loads, a letter, and the site's database."""
    folder = tmp_path / "data"
    keep(folder / "records", 0)
    keep(folder / "records", 1)
    (folder / "letters").mkdir()
    (folder / "letters" / "letter.pdf").write_bytes(b"%PDF-1.4 a letter")
    with closing(sqlite3.connect(folder / "sightline.sqlite3")) as database, database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE plan (words TEXT)")
        database.execute("INSERT INTO plan VALUES ('first')")
    return folder


def kept(folder: Path) -> dict[str, bytes]:
    """Every file that a backup must bring back byte for byte."""
    left_out = ("records.duckdb", ".lock", "sightline.sqlite3", "-wal", "-shm")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(left_out)
    }


def plans(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "sightline.sqlite3")) as database:
        return [words for (words,) in database.execute("SELECT words FROM plan ORDER BY rowid")]


def _unpacked(file: Path) -> bytes | None:
    """What the compressed file holds; None where gzip itself finds it damaged."""
    try:
        return gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error):
        return None


def archive(file: Path, *names: str) -> Path:
    """A tar with these names in it, each a file of a few bytes."""
    with tarfile.open(file, "w:gz") as packed:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 4
            packed.addfile(member, io.BytesIO(b"evil"))
    return file


def test_all_comes_back_while_the_site_writes(data: Path, tmp_path: Path) -> None:
    """The site's database is open, with a row that lies only in its write-ahead log."""
    with closing(sqlite3.connect(data / "sightline.sqlite3")) as site:
        site.execute("INSERT INTO plan VALUES ('second')")
        site.commit()
        site.execute("INSERT INTO plan VALUES ('never said to be so')")  # not committed
        assert (data / "sightline.sqlite3-wal").stat().st_size > 0
        written = backups.backup(data, tmp_path / "kept.tgz")
        site.rollback()
    restored = backups.restore(tmp_path / "kept.tgz", tmp_path / "again")
    assert restored == written
    assert kept(tmp_path / "again") == kept(data)
    assert plans(tmp_path / "again") == ["first", "second"]
    assert store(tmp_path / "again").is_current(), "the figures are worked out again"
    assert [one.id for one in store(tmp_path / "again").snapshots.loads()] == [1, 2]


def test_a_backup_is_for_its_owner_alone(data: Path, tmp_path: Path) -> None:
    backups.backup(data, tmp_path / "kept.tgz")
    assert (tmp_path / "kept.tgz").stat().st_mode & 0o077 == 0


def test_rubbish_of_cut_off_loads_and_what_can_be_made_again_stay_out(
    data: Path, tmp_path: Path
) -> None:
    records = data / "records"
    (records / "parts" / "000003-dead").mkdir()
    (records / "parts" / "000003-dead" / "half.parquet").write_bytes(b"PAR1")
    (records / "building-dead.duckdb").write_bytes(b"half")
    (records / "records.duckdb").write_bytes(b"made again")
    (records / "loads" / "000003.part").write_bytes(b"{")
    backups.backup(data, tmp_path / "kept.tgz")
    with tarfile.open(tmp_path / "kept.tgz") as packed:
        names = packed.getnames()
    assert not [name for name in names if "dead" in name or "duckdb" in name or ".part" in name]
    assert not [name for name in names if name.endswith((".lock", "-wal", "-shm"))]


def test_a_load_that_ends_while_the_backup_is_written_is_left_out_whole(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = tarfile.TarFile.add

    def load_meanwhile(packed: tarfile.TarFile, *arguments: object) -> None:
        keep(data / "records", 2)
        add(packed, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(tarfile.TarFile, "add", load_meanwhile)
    backups.backup(data, tmp_path / "kept.tgz")
    monkeypatch.undo()
    monkeypatch.setattr("sightline.jobs.loads._work_out", lambda held, records: None)
    backups.restore(tmp_path / "kept.tgz", tmp_path / "again")
    assert [one.id for one in store(tmp_path / "again").snapshots.loads()] == [1, 2]


class TestRefused:
    def refused(self, file: Path, to: Path, words: str) -> None:
        beside = set(to.parent.iterdir())
        with pytest.raises(BackupError, match=words):
            backups.restore(file, to)
        assert not to.exists()
        assert set(to.parent.iterdir()) == beside

    def test_cut_short_anywhere(self, data: Path, tmp_path: Path) -> None:
        backups.backup(data, tmp_path / "kept.tgz")
        whole = (tmp_path / "kept.tgz").read_bytes()
        lengths = [0, 1, len(whole) - 1, *(len(whole) * part // 12 for part in range(1, 12))]
        for length in lengths:
            (tmp_path / "cut.tgz").write_bytes(whole[:length])
            self.refused(tmp_path / "cut.tgz", tmp_path / "again", "not a whole backup")

    def test_a_byte_changed_anywhere(self, data: Path, tmp_path: Path) -> None:
        """The archive's own checksum finds what unpacking alone would let pass.

        A few bits of a compressed stream carry nothing (the last byte's padding; which of two equal
        runs a copy is taken from): where one of those changed, all comes back as it was.
        """
        backups.backup(data, tmp_path / "kept.tgz")
        whole = (tmp_path / "kept.tgz").read_bytes()
        places = random.Random(903)
        harmless = 0
        for number in range(30):
            place = places.randrange(30, len(whole))  # past the header, which says only a name
            changed = bytearray(whole)
            changed[place] ^= 1 << places.randrange(8)
            file, again = tmp_path / "changed.tgz", tmp_path / f"again{number}"
            file.write_bytes(changed)
            if _unpacked(file) == _unpacked(tmp_path / "kept.tgz"):
                harmless += 1
                backups.restore(file, again)
                assert kept(again) == kept(data)
            else:
                self.refused(file, again, "not a")
        assert harmless < 10, "most bits carry something, or this test proves nothing"

    @pytest.mark.parametrize(
        "name", ["../outside.txt", "records/../../outside.txt", "a/../../outside.txt"]
    )
    def test_names_that_lead_out_of_the_folder(self, tmp_path: Path, name: str) -> None:
        file = archive(tmp_path / "evil.tgz", "records/loads/x", name)
        self.refused(file, tmp_path / "again", "not a whole backup")
        assert list(tmp_path.rglob("outside.txt")) == []

    def test_an_absolute_name_stays_within_the_folder(self, tmp_path: Path) -> None:
        """As tar itself does, the leading slash is dropped."""
        elsewhere = tmp_path / "elsewhere.txt"
        file = archive(tmp_path / "evil.tgz", "records/x", str(elsewhere))
        backups.restore(file, tmp_path / "again")
        assert not elsewhere.exists()
        assert len(list((tmp_path / "again").rglob("elsewhere.txt"))) == 1

    def test_an_archive_of_something_else(self, tmp_path: Path) -> None:
        file = archive(tmp_path / "holiday.tgz", "photos/1.jpg")
        self.refused(file, tmp_path / "again", "is not a backup of Sightline")

    def test_a_file_of_another_kind(self, tmp_path: Path) -> None:
        (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4")
        self.refused(tmp_path / "letter.pdf", tmp_path / "again", "not a whole backup")

    def test_a_load_without_its_rows(self, data: Path, tmp_path: Path) -> None:
        part = next(iter(store(data).snapshots.current().values()))
        with tarfile.open(tmp_path / "holed.tgz", "w:gz") as packed:
            for path in sorted(data.rglob("*.*")):
                if path.is_file() and path != store(data).snapshots.path(part):
                    packed.add(path, path.relative_to(data).as_posix())
        self.refused(tmp_path / "holed.tgz", tmp_path / "again", "is not a backup")

    def test_into_a_folder_that_holds_something(self, data: Path, tmp_path: Path) -> None:
        backups.backup(data, tmp_path / "kept.tgz")
        before = kept(data)
        with pytest.raises(BackupError, match="not empty"):
            backups.restore(tmp_path / "kept.tgz", data)
        assert kept(data) == before

    def test_a_backup_over_another(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "kept.tgz").write_bytes(b"last week's")
        with pytest.raises(BackupError, match="never overwritten"):
            backups.backup(data, tmp_path / "kept.tgz")
        assert (tmp_path / "kept.tgz").read_bytes() == b"last week's"

    def test_where_it_cannot_be_written(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(BackupError, match="could not be written"):
            backups.backup(data, tmp_path / "file" / "kept.tgz")
        backups.backup(data, tmp_path / "kept.tgz")
        with pytest.raises(BackupError, match="could not be written"):
            backups.restore(tmp_path / "kept.tgz", tmp_path / "file" / "again")

    def test_a_full_disk_leaves_no_half_backup(
        self, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*arguments: object, **options: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(tarfile.TarFile, "add", full)
        with pytest.raises(BackupError, match="No space left on device"):
            backups.backup(data, tmp_path / "kept.tgz")
        assert [path.name for path in tmp_path.iterdir()] == ["data"]

    def test_a_database_that_is_none(self, data: Path, tmp_path: Path) -> None:
        (data / "sightline.sqlite3").write_bytes(b"garbage" * 1000)
        with pytest.raises(BackupError, match="not a database"):
            backups.backup(data, tmp_path / "kept.tgz")
        assert [path.name for path in tmp_path.iterdir()] == ["data"]
