"""The habits that scripts/check_house.py holds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import check_house
import pytest


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    room = tmp_path / "sightline" / "records"
    room.mkdir(parents=True)
    (tmp_path / "sightline" / "__init__.py").write_text('"""The house."""\n')
    (room / "__init__.py").write_text('"""The child-level record."""\n')
    return tmp_path


def said_of(checkout: Path) -> list[str]:
    return list(check_house.breaches(checkout))


def test_a_tidy_checkout_has_nothing_to_say(checkout: Path) -> None:
    (checkout / "README.md").write_text("Open http://127.0.0.1:8000/home/ and sign in.\n")
    assert said_of(checkout) == []


def test_a_file_of_401_lines_asks_to_be_two(checkout: Path) -> None:
    module = checkout / "sightline" / "records" / "store.py"
    module.write_text("a = 1\n" * 400)
    assert said_of(checkout) == []
    module.write_text("a = 1\n" * 401)
    assert said_of(checkout) == [
        "sightline/records/store.py:1: 401 lines; over 400 asks to be two files"
    ]


def test_a_room_needs_its_sign(checkout: Path) -> None:
    (checkout / "sightline" / "records" / "__init__.py").write_text("")
    new = checkout / "sightline" / "trackers"
    new.mkdir()
    (new / "drift.py").write_text("a = 1\n")
    assert [line.split(":")[0] for line in said_of(checkout)] == [
        "sightline/records/__init__.py",
        "sightline/trackers",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "open('" + "/home" + "/someone/returns')",
        "see " + "/Users" + "/someone/x.csv",
        "# FIX" + "ME later",
        "# TO" + "DO",
    ],
)
def test_a_machine_path_or_unfinished_mark_is_named_with_its_line(
    checkout: Path, line: str
) -> None:
    (checkout / "sightline" / "records" / "store.py").write_text(f"a = 1\n{line}\n")
    (said,) = said_of(checkout)
    assert said.startswith("sightline/records/store.py:2: ")
