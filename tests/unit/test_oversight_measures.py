"""The measures page."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.oversight_data import seen_by, stand_in

AREAS = ("Children in care", "Health", "Where children live")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_every_measure_has_its_interval_and_its_trust() -> None:
    page = seen_by("analyst", "/measures/?audience=public")
    assert "between 89% and 98%" in page  # Wilson, 95 of 100
    assert "not recorded for 34% of the children" in page


def test_a_councillor_gets_a_c_for_a_small_number() -> None:
    page = seen_by("councillor", "/measures/?audience=public")
    assert 'sl-now">c<' in page
    assert 'sl-now">95%<' not in page  # five of the hundred were not in time


def test_it_opens_with_the_areas_and_what_is_in_them() -> None:
    """Reviews rose from 81 of 100 to 95; teeth have a third of their inputs missing."""
    page = seen_by("analyst", "/measures/")
    contents = page[page.index('id="areas"') :]
    care, health, homes = (contents.index(f">{area}<") for area in AREAS)
    assert care < health < homes
    assert 'data-label="Changed">1<' in contents[care:health]
    assert 'data-label="Not to be used">1<' in contents[health:homes]
    assert "data-label" not in contents[homes:].replace('data-label="Measures">1<', "")
    assert "between 89% and 98%" not in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("area=Health", {"dental_checks"}),
        ("q=TEETH+checked", {"dental_checks"}),
        ("q=teeth+held", set()),
        ("show=changed", {"reviews_in_timescale"}),
        ("show=worse", set()),
        ("show=not-to-be-used", {"dental_checks"}),
        ("audience=IRO+service&area=Children+in+care", {"reviews_in_timescale"}),
        ("show=nonsense&area=Health", {"dental_checks"}),
        ("area=Nowhere", set()),
    ],
)
def test_it_is_narrowed_by_words_area_audience_and_state(asked: str, found: set[str]) -> None:
    page = seen_by("analyst", f"/measures/?{asked}")
    ids = ("reviews_in_timescale", "dental_checks", "unregistered_homes")
    assert {name for name in ids if f"/measures/{name}/" in page} == found
    assert f"<strong>{len(found)}</strong> of 3 shown" in page
    assert ("No measure fits all of this" in page) == (not found)


def test_it_lists_the_pages_that_the_person_may_open() -> None:
    assert "/for/director/" in seen_by("analyst", "/measures/")
    page = seen_by("councillor", "/measures/")
    assert "/for/director/" not in page
    assert "/for/scrutiny/" in page
