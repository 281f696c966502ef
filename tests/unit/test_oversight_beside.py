"""The section "Beside other areas" of a measure's page, its picture and its file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.measures import Figure
from sightline.people.models import User
from tests import peers_files as made
from tests.oversight_data import count, seen_by, share, stand_in
from tests.peers_data import loaded, moved, ours, stability_2025

pytestmark = pytest.mark.django_db
PAGE = "/measures/three_or_more_placements/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path / "data")
    has(monkeypatch, moved())


def has(monkeypatch: pytest.MonkeyPatch, series: Sequence[Figure]) -> None:
    """Our own figures of three or more placements."""
    ours(monkeypatch, three_or_more_placements=series)


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Path:
    loaded(Path(settings.DATA), tmp_path, stability_2025(tmp_path))
    return Path(settings.DATA)


def answer(role: str, address: str) -> str:
    user, _ = User.objects.get_or_create(username=role, role=role)
    client = Client()
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_says_first_how_it_lies_and_whether_chance_explains_it(data: Path) -> None:
    page = seen_by("analyst", PAGE)
    assert (
        "Higher than the median of the two statistical neighbours, of 10, whose figure is "
        "published (20% against 10%), its region Middlemere (12%) and England (10%), by more "
        "than chance explains." in page
    )


def test_says_the_year_of_both_and_the_file(data: Path) -> None:
    page = seen_by("analyst", PAGE)
    assert "All figures are at 31 March 2025" in page
    assert "From stability.csv; neighbours from sn.xlsx." in page


def test_the_rank_comes_with_how_far_chance_could_move_it(data: Path) -> None:
    page = seen_by("analyst", PAGE)
    assert (
        "Of 3 areas, Thornmere and its neighbours, it comes 3rd, the 1st being the lowest" in page
    )


def test_a_table_has_every_area_and_our_own_figure_as_published(data: Path) -> None:
    section = seen_by("analyst", PAGE).split('id="beside"')[1]
    for name, value in (
        ("Thornmere, from its own records", "20%"),
        ("Median of the neighbours", "10%"),
        ("Fenwick Vale", "9%"),
        ("Ostermouth", "11%"),
        ("Thornmere, as published", "15%"),
    ):
        assert value in section.split(name)[1].split("</tr>")[0], name


def test_where_chance_explains_it_that_is_said(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    has(monkeypatch, [share(date(2025, 3, 31), 24, 200)])  # 12%: Wilson's limits 8.2% and 17.2%
    page = seen_by("analyst", PAGE)
    assert "No further from the median of the two" in page
    assert "than chance explains." in page


def test_our_own_figure_stands_beside_the_first_area_named(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, [share(date(2025, 3, 31), 31, 200)])  # 15.5%: Wilson's limits 11.1% and 21.2%
    page = seen_by("analyst", PAGE)
    assert "and England (10%), by more than chance explains; no further from its region" in page
    assert "is published (16% against 10%) and England" in page
    assert "Middlemere (12%) than chance explains." in page


def test_a_rate_says_its_unit(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, on_protection_plan=[count(date(2025, 3, 31), 155)])
    row = f"{made.place('901')},Children looked after on 31 March each year,50000"
    columns = "population_type,population_estimate"
    rows = made.lait_of("CPP_rate", 2025, {"England": "40.6"})
    loaded(
        Path(settings.DATA),
        tmp_path,
        made.dfe(tmp_path / "p.csv", columns, [row]),
        made.lait(tmp_path / "l.parquet", rows),
    )
    page = seen_by("analyst", "/measures/on_protection_plan/")
    assert (
        "Lower than England (31.0 against 40.6 per 10,000 children), by more than chance explains."
        in page
    )


def test_who_may_load_is_told_how_where_nothing_is_loaded() -> None:
    assert "sightline benchmarks load FILE" in seen_by("analyst", PAGE)
    assert "Beside other areas" not in seen_by("director", PAGE)


def test_where_nothing_loaded_answers_that_is_said(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, [share(date(2026, 3, 31), 40, 200)])
    assert "is of a year for which our own records give this figure" in seen_by("director", PAGE)


def test_who_may_load_is_told_to_say_which_authority_we_are(
    settings: Settings, tmp_path: Path
) -> None:
    loaded(Path(settings.DATA), tmp_path, stability_2025(tmp_path), area="")
    assert 'sightline benchmarks area "NAME"' in seen_by("analyst", PAGE)
    assert "sightline benchmarks area" not in seen_by("director", PAGE)


def test_a_measure_beside_which_nothing_is_published_has_no_section(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, children_supervised=moved())
    assert "Beside other areas" not in seen_by("analyst", "/measures/children_supervised/")


def test_a_councillor_sees_the_others_and_not_our_own_few_children(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, [share(date(2025, 3, 31), 3, 200)])
    section = seen_by("councillor", PAGE).split('id="beside"')[1]
    assert "Our own figure is withheld" in section
    own = section.split("Thornmere, from its own records")[1].split("</tr>")[0]
    assert ">c<" in own
    assert "2%" not in section.replace("12%", "")
    assert "it comes" not in section
    # as it would be written beside any figure of ours: decimals would tell that ours is small
    assert ">11%<" in section
    assert "(2% against" in seen_by("analyst", PAGE).split('id="beside"')[1]


def test_a_figure_that_is_not_to_be_used_is_not_compared(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, [share(date(2025, 3, 31), 40, 200, known=0.5)])
    section = seen_by("analyst", PAGE).split('id="beside"')[1]
    assert "Our own figure gives no score to compare." in section
    own = section.split("Thornmere, from its own records")[1].split("</tr>")[0]
    assert "No score" in own
    assert "Higher than" not in section
    assert "it comes" not in section
    assert ">11%<" in section
    assert "Thornmere without a score" in answer("analyst", f"{PAGE}beside.svg")
    lines = answer("analyst", f"{PAGE}beside.csv").splitlines()
    assert any(line.endswith(",%,No score,own records") for line in lines)


def test_the_picture_of_a_councillor_has_not_our_own_few_children(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, [share(date(2025, 3, 31), 3, 200)])
    councillor = answer("councillor", f"{PAGE}beside.svg")
    assert "Thornmere withheld" in councillor
    assert "Thornmere 2%" not in councillor
    assert "Thornmere 2%" in answer("analyst", f"{PAGE}beside.svg")


def test_the_picture_tells_what_it_shows_to_who_does_not_see_it(data: Path) -> None:
    svg = ElementTree.fromstring(answer("analyst", f"{PAGE}beside.svg?narrow=1"))
    assert svg.attrib["role"] == "img"
    title, told = svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")
    assert title == "Three or more placements in a year beside other areas, at 31 March 2025"
    assert told == (
        "Strip of dots: Thornmere 20%; its neighbours from 9% to 11%, their median 10%; "
        "Middlemere 12%; England 10%. The table beneath has every figure."
    )
    rows = {"".join(text.itertext()) for text in svg.iter(f"{SVG}text")}
    assert {"Thornmere", "Two neighbours", "Middlemere", "England"} <= rows


def test_the_file_has_every_area_and_is_noted(data: Path) -> None:
    lines = answer("analyst", f"{PAGE}beside.csv").splitlines()
    assert lines[0] == "measure,as_at,area,unit,value,source"
    ours_now = next(line for line in lines if "own records" in line.rsplit(",", 1)[1])
    assert ours_now.startswith("three_or_more_placements,2025-03-31,")
    assert ",%,0.2,own records" in ours_now
    assert "three_or_more_placements,2025-03-31,Ostermouth,%,0.11,stability.csv" in lines


def test_the_file_of_a_councillor_withholds_our_own_few_children(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, [share(date(2025, 3, 31), 3, 200)])
    lines = answer("councillor", f"{PAGE}beside.csv").splitlines()
    assert any(line.endswith(",%,c,own records") for line in lines)


def test_without_a_comparison_there_is_no_picture_and_no_file() -> None:
    for address in ("beside.svg", "beside.csv"):
        seen_by("analyst", f"{PAGE}{address}", 404)
        seen_by("analyst", f"/measures/happiness/{address}", 404)


def test_what_the_published_definition_counts_otherwise_is_said(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours(monkeypatch, placed_with_parents=[share(date(2025, 3, 31), 20, 200)])
    rows = made.lait_of("LAC_Parents_OR_Others", 2025, {"England": "6", "901": "-", "951": "7"})
    loaded(Path(settings.DATA), tmp_path, made.lait(tmp_path / "l.parquet", rows))
    page = seen_by("analyst", "/measures/placed_with_parents/")
    assert "counts every child placed with parents" in page
    assert "the numbers are not published" in page  # so the rank has no interval
