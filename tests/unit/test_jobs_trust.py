"""How far a figure may be believed, from a list of children in care to the page that shows it.

Thirty children, of whom some have a date of dental check that no calendar has. The bounds are
Manski's: at worst none of the doubted had a check, at best all had.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from sightline.insight.trust import Level
from sightline.jobs import figures, runs
from sightline.measures import MeasureFigures
from tests.quality_authority import NIGHT, OCTOBER, SEPTEMBER, child, load_list_8


def dental_checks(data: Path, unreadable: int) -> MeasureFigures:
    """The measure where so many of thirty children have an unreadable date."""
    wrong = [child(f"N{number}", last_dental_check="31/09/2026") for number in range(unreadable)]
    right = [child(f"N{number}") for number in range(unreadable, 30)]
    load_list_8(data, OCTOBER, *wrong, *right)
    found = figures.one(data, "dental_checks")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("unreadable", "level", "why"),
    [
        (0, Level.SOUND, "no check speaks against it"),
        (4, Level.WITH_CARE, "could move it further than chance would: anywhere from 87% to 100%"),
        (8, Level.NOT_TO_BE_USED, "the truth could be anywhere from 73% to 100%"),
    ],
)
def test_the_more_dates_cannot_be_read_the_less_a_figure_is_believed(
    tmp_path: Path, unreadable: int, level: Level, why: str
) -> None:
    newest = dental_checks(tmp_path / "data", unreadable).latest
    assert newest.level is level
    assert why in newest.trust_reason
    assert newest.trusted is (level is not Level.NOT_TO_BE_USED)


def test_where_a_measure_is_not_to_be_used_no_teams_figure_is(tmp_path: Path) -> None:
    data = tmp_path / "data"
    dental_checks(data, 8)
    teams = [each for (name, _), each in figures.by_team(data).items() if name == "dental_checks"]
    groups = figures.breakdown(data, "dental_checks", "team", OCTOBER)
    assert teams
    assert groups
    assert not any(each.latest.trusted for each in teams)
    assert not any(group.figure.trusted for group in groups)


def test_a_run_tells_machines_too_and_is_the_same_run_however_it_is_believed(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    dental_checks(data, 8)
    printed = runs.run(data).as_json()
    measures = printed["measures"]
    assert isinstance(measures, list)
    [dental] = [one for one in measures if one["id"] == "dental_checks"]
    assert dental["trusted"] is False
    assert dental["trust"]["level"] == "not to be used"
    assert runs.reproduce(data, runs.SavedRun.from_json(printed)).same


@pytest.mark.parametrize(("late", "level"), [(3, Level.SOUND), (10, Level.WITH_CARE)])
def test_visits_that_an_earlier_list_should_have_shown_lower_trust(
    tmp_path: Path, late: int, level: Level
) -> None:
    """Of thirty visits that October's list shows first, some lie before September's."""
    data = tmp_path / "data"
    names = [f"N{number}" for number in range(30)]
    load_list_8(data, SEPTEMBER, *(child(each, last_visit=date(2026, 8, 17)) for each in names))
    visited = [date(2026, 9, 25)] * late + [date(2026, 10, 20)] * (30 - late)
    second = [child(each, last_visit=day) for each, day in zip(names, visited, strict=True)]
    load_list_8(data, OCTOBER, *second, at=NIGHT + timedelta(days=1))
    found = figures.one(data, "visits_in_timescale")
    assert found is not None
    assert found.latest.level is level
    said = "Of 30 new entries that it rests on in a year, 10 (33%) were recorded late"
    assert (said in found.latest.trust_reason) is (level is Level.WITH_CARE)
