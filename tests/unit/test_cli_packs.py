"""`sightline pack`: a pack drafted over a small made-up authority, and who may issue one."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sightline.cli.packs import NAMES
from sightline.oversight.packs.kinds import KINDS
from tests.made_up_authority import Loaded


def pack(data: Path, *said: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: Django reads the data folder when it starts."""
    command = [sys.executable, "-c", "from sightline.cli import main; main()", "pack", *said]
    with_data = {**os.environ, "SIGHTLINE_DATA": str(data)}
    return subprocess.run(command, env=with_data, capture_output=True, text=True, check=False)


def test_the_names_are_those_of_the_packs() -> None:
    assert tuple(kind.id for kind in KINDS) == NAMES


def test_a_draft_is_written_in_four_files(authority: Loaded, tmp_path: Path) -> None:
    data = authority.copy(tmp_path / "data")
    made = pack(data, "scrutiny", "--out", str(tmp_path / "out"), "--json")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    assert told["pack"] == "Pack for scrutiny"
    assert told["issue"] is None
    assert told["sections"][0]["title"] == "What changed since the last pack"
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"pack.pdf", "pack.docx", "pack.xlsx", "pack.json"}


def test_nobody_issues_a_pack_unnamed(authority: Loaded, tmp_path: Path) -> None:
    made = pack(authority.copy(tmp_path / "data"), "scrutiny", "--issue")
    assert made.returncode == 1
    assert made.stderr == "Say who issues it: --by USERNAME, of somebody who may sign in.\n"


def test_nothing_loaded_is_said(tmp_path: Path) -> None:
    made = pack(tmp_path / "empty", "scrutiny")
    assert made.returncode == 1
    assert "Traceback" not in made.stderr
