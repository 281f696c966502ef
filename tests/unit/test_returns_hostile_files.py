"""Files built to fill the memory or to reach outside: refused in words, and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sightline.returns import read_files
from tests.census_files import A_CHILD, cin, written
from tests.hostile_files import HOSTILE, REVIEWS_CSV, lying, sparse, zipped
from tests.returns_files import messages, read_file, rules

MOST_MEGABYTES = 100  # beyond what reading a plain census takes

READ_APART = """
import json, re, sys
from pathlib import Path
from sightline.returns import read_files
def peak():
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) / 1024
read_files([Path(sys.argv[1])])
before = peak()
read = {}
for path in sys.argv[2:]:
    (file,) = read_files([Path(path)])
    read[path] = [peak() - before, file.issues["rule"].to_pylist()]
print(json.dumps(read))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_is_refused_in_words(tmp_path: Path, name: str) -> None:
    build, rule, words = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(build())
    read = read_file(path)
    assert not read.tables
    [message] = messages(read)
    assert rules(read) == [rule]
    assert words in message
    assert name.split("/")[-1].split(".zip")[0] in message or "reviews.csv" in message


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak")
def test_none_of_them_fills_the_memory(tmp_path: Path) -> None:
    plain = written(tmp_path / "plain.xml", cin(A_CHILD))
    paths = [sparse(tmp_path / "vast.csv", REVIEWS_CSV.encode(), 2_000_000_000)]
    paths.append(sparse(tmp_path / "vast.xml", b"<Message>", 2_000_000_000))
    for name, (build, _, _) in HOSTILE.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(build())
    command = [sys.executable, "-c", READ_APART, str(plain), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    read = json.loads(done.stdout)
    assert len(read) == len(paths)
    assert all(found for _, found in read.values())
    grown = {Path(path).name: round(megabytes) for path, (megabytes, _) in read.items()}
    assert max(grown.values()) < MOST_MEGABYTES, grown


def test_a_file_larger_than_any_return_is_refused_unread(tmp_path: Path) -> None:
    for name, start in (("vast.csv", REVIEWS_CSV), ("vast.xml", "<Message>"), ("vast.zip", "PK")):
        read = read_file(sparse(tmp_path / name, start.encode(), 2_000_000_000))
        assert messages(read) == [
            f"{name} holds or unpacks to more than 1,000 MB, which no return does."
        ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.csv")
    assert messages(read_file(tmp_path / "pipe.csv")) == ["pipe.csv is not a file."]


def test_a_census_in_a_zip_streams_from_it(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"in/cin.xml": cin(A_CHILD), "reviews.csv": REVIEWS_CSV}))
    read = read_file(path)
    assert {t.table for t in read.tables} > {"children", "cin_details", "reviews"}
    assert {t.path for t in read.tables if t.table == "children"} == {f"{path}/in/cin.xml"}
    assert read.issues["rule"].to_pylist() == []


def test_a_hostile_file_stops_no_other(tmp_path: Path) -> None:
    members = {"cin.xml": cin(A_CHILD), "bad.xml": HOSTILE["laughs.xml"][0]().decode()}
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(members))
    other = written(tmp_path / "b.xml", cin(A_CHILD))
    first, second = read_files([path, other])
    assert messages(first)[0] == "bad.xml declares entities of its own; no return does."
    assert len(first.tables) == len(second.tables) == 9


def test_the_headers_are_changed_as_meant() -> None:
    changed = lying(zipped({"a": "x" * 50, "b": "y"}), "b", 77)
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert [member.file_size for member in archive.infolist()] == [50, 77]
