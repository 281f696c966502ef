"""`sightline letters add`: a folder of reports into the register, from the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.improvement_letters import FOCUSED_VISIT_2021, FOCUSED_VISIT_2023, text_letter

COMMAND = [sys.executable, "-c", "from sightline.cli import main; main(prog_name='sightline')"]
SIGN_UP = """
import django
django.setup()
from sightline.site import serving
serving.prepare()
from sightline.people.models import User
User.objects.create_user("imogen", role="improvement_lead")
"""
TOLD = """
import django
django.setup()
from sightline.improvement.models import Review, Sighting
from sightline.people.models import AccessEvent
print(Review.objects.count(), Sighting.objects.exists(), AccessEvent.objects.get().sentence)
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one person in it, who took in a folder of two letters and a broken one."""
    folder = tmp_path_factory.mktemp("authority")
    _python(SIGN_UP, folder)
    return folder


def _python(code: str, data: Path) -> str:
    environment = {
        **os.environ,
        "SIGHTLINE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "sightline.site.settings",
    }
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


def add(data: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    words = ["letters", "add", *map(str, arguments), "--data", str(data)]
    return subprocess.run([*COMMAND, *words], capture_output=True, check=False)


def test_a_folder_is_taken_in_and_what_is_broken_told_of(data: Path, tmp_path: Path) -> None:
    deep = tmp_path / "2021"
    deep.mkdir()
    text_letter(deep, FOCUSED_VISIT_2021, "older.txt")
    text_letter(tmp_path, FOCUSED_VISIT_2023, "newer.txt")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / ".hidden").touch()
    ran = add(data, tmp_path, "--by", "imogen", "--json")
    assert ran.returncode == 1, "one was refused"
    came = {each["file"]: each["outcome"] for each in json.loads(ran.stdout)["files"]}
    assert came == {"broken.pdf": "refused", "newer.txt": "read", "older.txt": "read"}
    assert b"3 of 3: older.txt" in ran.stderr
    reviews, linked, told = _python(TOLD, data).strip().split(" ", 2)
    assert (reviews, linked) == ("2", "True")
    assert told.startswith("imogen loaded: ")
    assert list((data / "uploads").iterdir()) == []
    again = add(data, tmp_path / "newer.txt", "--by", "imogen")
    assert again.returncode == 0
    assert "Already there" in again.stdout.decode()


def test_somebody_unknown_adds_nothing(data: Path, tmp_path: Path) -> None:
    ran = add(data, text_letter(tmp_path), "--by", "nobody")
    assert ran.returncode != 0
    assert ran.stderr.decode().strip().endswith("Nobody signs in as nobody.")
    assert b"Traceback" not in ran.stderr
