"""An authority with figures made by hand, and files of other areas beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sightline.jobs import figures as jobs
from sightline.jobs import peers
from sightline.measures import Figure, MeasureFigures, catalogue
from tests import peers_files as made
from tests.oversight_data import share

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
TEN = ["951", "952", "953", "954", "955", "956", "957", "958", "959", "960"]
MARCHES = (date(2024, 3, 31), date(2025, 3, 31), date(2026, 3, 31))


def ours(monkeypatch: pytest.MonkeyPatch, **figures: Sequence[Figure]) -> None:
    """Lets everyone find these figures of ours: figures of each measure by its id."""
    found = {
        name: MeasureFigures(catalogue()[name], tuple(series)) for name, series in figures.items()
    }
    monkeypatch.setattr(jobs, "one", lambda data, measure_id: found.get(measure_id))
    monkeypatch.setattr(jobs, "latest", lambda data: tuple(found.values()))


def moved() -> list[Figure]:
    """Three or more placements: 20, 40 and 9 of 200 at three 31 Marches."""
    return [share(day, met, 200) for day, met in zip(MARCHES, (20, 40, 9), strict=True)]


def loaded(data: Path, folder: Path, *files: Path, area: str = "Thornmere") -> None:
    """Keeps files of other areas and the neighbours of Thornmere, and says who we are."""
    neighbours = made.neighbours(folder / "sn.xlsx", {"901": TEN})
    for each in peers.load([*files, neighbours], data, loaded_at=NOON):
        assert not each.refused
    if area:
        peers.benchmarks(data).be(area)


def stability_2025(folder: Path) -> Path:
    """England 10%, region 12%, neighbours 9% and 11%, a third one confidential; ours 15%."""
    counts = {
        "England": ("8000", "80000"),
        "Middlemere": ("1200", "10000"),
        "901": ("30", "200"),
        "951": ("27", "300"),
        "952": ("44", "400"),
        "953": ("c", "100"),
    }
    return made.stability(folder / "stability.csv", counts)
