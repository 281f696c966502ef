"""Our figure of a year beside those published of the same year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.insight.comparison import Side
from sightline.jobs import peers
from sightline.measures import Figure
from tests import peers_files as made
from tests.oversight_data import count, share
from tests.peers_data import NOON, loaded, moved, ours, stability_2025

MARCH = date(2025, 3, 31)
YEAR = [date(2024 + (m > 12), (m - 1) % 12 + 1, 28) for m in range(4, 15)] + [MARCH]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_ours_is_of_the_year_that_is_published_though_we_have_a_newer_one(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, three_or_more_placements=moved())
    loaded(data, tmp_path, stability_2025(tmp_path))
    found = peers.beside(data, "three_or_more_placements")
    assert found is not None
    assert (found.year, found.own.as_at, found.own.numerator) == (2025, MARCH, 40)
    assert found.source == "stability.csv"
    assert found.neighbours_source == "sn.xlsx"


def test_beside_neighbours_region_and_england_chance_allowed_for(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, three_or_more_placements=moved())
    loaded(data, tmp_path, stability_2025(tmp_path))
    found = peers.beside(data, "three_or_more_placements")
    assert found is not None
    comparison = found.comparison
    assert comparison.own.value == pytest.approx(0.20)  # 40 of 200
    # 27 of 300 is 9%, 44 of 400 is 11%; the third's count is confidential
    assert comparison.neighbours_median == pytest.approx(0.10)
    assert [area.name for area in found.neighbours] == ["Fenwick Vale", "Ostermouth"]
    assert found.neighbours_named == 10
    assert found.region_name == "Middlemere"
    assert found.region == pytest.approx(0.12)
    assert found.england == pytest.approx(0.10)
    # Wilson's limits of 40 of 200 are 15.0% and 26.1%: all of them lie below
    assert comparison.interval is not None
    assert comparison.interval.low == pytest.approx(0.1504, abs=0.0005)
    assert comparison.beside_median is Side.HIGHER
    assert comparison.beside_region is Side.HIGHER
    assert comparison.beside_england is Side.HIGHER
    assert comparison.rank is not None
    assert (comparison.rank.place, comparison.rank.of) == (3, 3)  # low is better
    assert comparison.rank.interval is not None
    assert found.as_published == pytest.approx(0.15)  # 30 of 200: theirs of us


def test_events_of_twelve_months_are_set_beside_a_published_year(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, rereferrals=[share(day, 3, 10) for day in YEAR])
    rows = made.lait_of("ReReferral", 2025, {"England": "22.6", "951": "20.0", "952": "24.0"})
    loaded(data, tmp_path, made.lait(tmp_path / "l.parquet", rows), area="")
    found = peers.beside(data, "rereferrals")
    assert found is not None
    assert (found.own.numerator, found.own.denominator) == (36, 120)
    assert found.comparison.own.value == pytest.approx(0.30)
    assert found.england == pytest.approx(0.226)


def test_a_count_is_divided_by_the_children_living_in_the_area(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, on_protection_plan=[count(MARCH, 155)])
    rows = made.lait_of("CPP_rate", 2025, {"England": "40.6", "951": "50.0", "901": "27.5"})
    plans = made.lait(tmp_path / "l.parquet", rows)
    loaded(data, tmp_path, plans)
    assert peers.beside(data, "on_protection_plan") is None, "nobody has said how many live there"

    kind = "Children looked after on 31 March each year"
    row = f"{made.place('901')},{kind},50000"
    population = made.dfe(tmp_path / "p.csv", "population_type,population_estimate", [row])
    loaded(data, tmp_path, population)
    found = peers.beside(data, "on_protection_plan")
    assert found is not None
    assert found.comparison.own.value == pytest.approx(0.0031)  # 155 in 50,000: 31 per 10,000
    assert found.england == pytest.approx(0.00406)
    # exact Poisson limits of 155 are 131.5 and 181.4: 26.3 to 36.3 per 10,000
    assert found.comparison.interval is not None
    assert found.comparison.interval.high == pytest.approx(0.00363, abs=0.00001)
    assert found.comparison.beside_england is Side.LOWER


def test_a_mean_keeps_its_own_interval(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = Figure(MARCH, 1540, 100, 15.4, 13.7, 17.1, 1.0, 0.9)
    ours(monkeypatch, sdq_mean=[figure])
    rows = made.lait_of("Emotional_LAC", 2025, {"England": "14.9", "951": "13.0"})
    loaded(data, tmp_path, made.lait(tmp_path / "l.parquet", [*rows, *_names("Emotional_LAC")]))
    found = peers.beside(data, "sdq_mean")
    assert found is not None
    assert found.comparison.beside_england is Side.SIMILAR
    assert found.comparison.beside_median is Side.HIGHER
    assert found.among is None, "without numbers there is no funnel"


def test_before_anyone_said_who_we_are_england_alone_is_beside_us(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, three_or_more_placements=moved())
    loaded(data, tmp_path, stability_2025(tmp_path), area="")
    found = peers.beside(data, "three_or_more_placements")
    assert found is not None
    assert found.name == "This authority"
    assert (found.neighbours, found.region, found.comparison.rank) == ((), None, None)
    assert found.comparison.beside_england is Side.HIGHER


def test_all_authorities_make_a_funnel_about_england(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 200 children at 10%, 34 or more come in over 1 of 1,000 chances, 35 or more in under."""
    ours(monkeypatch, three_or_more_placements=moved())
    loaded(data, tmp_path, stability_2025(tmp_path))
    found = peers.beside(data, "three_or_more_placements")
    assert found is not None
    assert found.among is not None
    assert found.authorities == 3  # the two that publish a number, and ours in place of theirs
    assert 34 / 200 <= found.among.alarm.high < 35 / 200
    assert found.among.outside
    assert found.among.high


def test_nothing_comparable_or_nothing_loaded_is_no_comparison(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, three_or_more_placements=moved())
    assert peers.beside(data, "three_or_more_placements") is None
    assert peers.all_beside(data) == ()
    loaded(data, tmp_path, stability_2025(tmp_path))
    assert peers.beside(data, "children_supervised") is None
    assert peers.beside(data, "sdq_received") is None
    with pytest.raises(KeyError):
        peers.beside(data, "happiness")
    assert [each.measure.id for each in peers.all_beside(data)] == ["three_or_more_placements"]


def test_a_file_that_cannot_be_kept_does_not_stop_the_others(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    refused, kept = peers.load([other, stability_2025(tmp_path)], data, loaded_at=NOON)
    assert refused.kind is None
    assert "other.csv is not a file" in refused.refused
    assert (kept.new, kept.rows) == (True, 12)


def _names(short: str) -> list[tuple[object, ...]]:
    """A row that names us, and gives no figure."""
    return [(short, 2025, "Thornmere", "-", 901, "Middlemere")]
