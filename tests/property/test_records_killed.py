"""A load killed at random moments, many times over (make test-long)."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sightline.jobs.authority import opened, store
from tests.loading_apart import kill_at_random

EPISODES = """\
CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
1,01/05/{before},S,C1,N1,U6,PR1,,,,AB1 2CD,AB1 2CD,1111111
"""


# deaths of the store's writer, and of the command: many by default, fewer in the bout of CI
KILLS, LOADS = (20, 3) if os.environ.get("SIGHTLINE_HYPOTHESIS") == "bout" else (200, 10)


@pytest.mark.long
def test_a_load_killed_many_times_is_whole_or_not_there(tmp_path: Path) -> None:
    assert kill_at_random(tmp_path, KILLS) > 0, "some deaths fall in the midst of writing"


@pytest.mark.long
def test_the_command_killed_at_random_leaves_the_whole_load_or_none(tmp_path: Path) -> None:
    """`sightline load` itself: killed, asked for a figure, and asked again for the same load."""
    moments, data = random.Random(903), tmp_path / "data"
    for round_, year in enumerate(range(2017, 2017 + LOADS)):
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
