"""A small made-up authority, made once and loaded twice, for the tests of the command line.

The folders are shared: a test that changes one takes a copy.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sightline.jobs import loads, runs
from sightline.synthetic import Made, generate

FIRST_NIGHT = datetime(2026, 9, 1, tzinfo=UTC)
SECOND_NIGHT = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Loaded:
    """A data folder after two loads, and what its figures were after the first."""

    data: Path
    first: runs.Run
    first_run: dict[str, Any]  # the same, as printed

    def copy(self, to: Path) -> Path:
        """The data folder again, to be changed."""
        return Path(shutil.copytree(self.data, to))


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The files of an authority with 40 children in care and two years."""
    return generate(tmp_path_factory.mktemp("made-up"), children_in_care=40, years=2)


@pytest.fixture(scope="session")
def authority(made_up: Made, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """One 903 year and three months' extracts; then the next year and month, which rewrite them."""
    data = tmp_path_factory.mktemp("authority") / "data"
    first_year, second_year = sorted({path.parent for path in made_up.returns})
    *_, may, june, july, august = made_up.workbooks[:-2]
    first = loads.load([first_year, may, june, july], data, loaded_at=FIRST_NIGHT)
    assert first.load_id == 1
    run = runs.run(data)
    second = loads.load([second_year, august], data, loaded_at=SECOND_NIGHT)
    assert second.load_id == 2
    return Loaded(data, run, json.loads(json.dumps(run.as_json())))
