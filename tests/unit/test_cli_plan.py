"""`sightline plan`: what hangs loose and what was changed outside, as printed and documented."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
MAKES = """
from pathlib import Path
from sightline.site.inside import use
use(Path({data!r}))
from datetime import UTC, date, datetime
from sightline.governance import keeping
from sightline.people.models import User
from sightline.plan.models import Plan, TeamPlanLine
at = datetime(2026, 1, 5, tzinfo=UTC)
by = User.objects.create_user("imogen", role="improvement_lead")
keeping.make(Plan(title="Our plan", vision="Seen and safe.", begins=date(2026, 1, 1)), by, at)
"""
LOOSE = 'keeping.make(TeamPlanLine(team="Harbour team", words="Tidy the drive."), by, at)'


def python(said: str, data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: Django reads the data folder when it starts."""
    env = {**os.environ, "SIGHTLINE_DATA": str(data)}
    command = [sys.executable, "-c", said, *more]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def plan(data: Path, *said: str) -> subprocess.CompletedProcess[str]:
    return python("from sightline.cli import main; main()", data, "plan", *said)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a plan of which nothing hangs loose."""
    made = python(MAKES.format(data=str(tmp_path)), tmp_path)
    assert made.returncode == 0, made.stderr
    return tmp_path


def documented(command: str) -> dict[str, object]:
    section = PAGE.read_text(encoding="utf-8").split(f"### `{command}`")[1]
    read: dict[str, object] = json.loads(section.split("```json\n")[1].split("```")[0])
    return read


def test_without_a_plan_it_says_so(tmp_path: Path) -> None:
    made = plan(tmp_path, "validate")
    assert (made.returncode, made.stderr) == (1, "No plan is written down yet.\n")


def test_a_plan_in_order_ends_with_nought(data: Path) -> None:
    made = plan(data, "validate")
    assert (made.returncode, made.stderr) == (0, "Nothing hangs loose.\n")


def test_what_hangs_loose_is_printed_as_documented(data: Path) -> None:
    more = MAKES.format(data=str(data)).replace('"imogen"', '"petra"') + LOOSE
    assert python(more, data).returncode == 0
    made = plan(data, "validate", "--json")
    told, shown = json.loads(made.stdout), documented("plan validate --json")
    assert made.returncode == 1
    assert told["loose"] == [
        {"rule": "line", "about": "Harbour team", "sentence": "Tidy the drive."}
    ]
    assert told.keys() == shown.keys()
    assert told == shown


def test_a_day_changed_in_the_database_itself_is_told(data: Path) -> None:
    assert plan(data, "verify-history").returncode == 0
    with sqlite3.connect(data / "sightline.sqlite3") as database:
        database.execute("UPDATE plan_plan SET begins = '2026-06-01'")
    made = plan(data, "verify-history", "--json")
    told = json.loads(made.stdout)
    assert made.returncode == 1
    shown = documented("plan verify-history --json")
    assert told["changed_outside"] == shown["changed_outside"]
    assert told.keys() == shown.keys()
