"""The page of one check."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.quality_authority import SOUTH, seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(settings: Settings, faulty: Path) -> None:
    settings.DATA = faulty


PAGE = "/data/quality/by-check/value_not_told/"


def test_says_what_it_means_and_what_to_do() -> None:
    page = seen("analyst", PAGE)
    assert "We cannot tell what the words mean; they are read as blank." in page
    assert "Put it right in the recording system" in page
    assert "Long-term fostering planned, not matched" in page  # a figure that the plan reaches


def test_shows_the_rows_of_the_children_whom_the_person_may_see() -> None:
    assert "somewhere nice" in seen("analyst", PAGE)
    assert "somewhere nice" in seen("team_manager", PAGE, team=SOUTH)
    assert "somewhere nice" not in seen("team_manager", PAGE)
    assert "somewhere nice" not in seen("social_worker", PAGE)  # S1 is Bo Finch's


@pytest.mark.parametrize("role", ["improvement_lead", "board_chair", "councillor"])
def test_shows_no_row_to_those_who_see_no_child(role: str) -> None:
    page = seen(role, PAGE)
    assert "somewhere nice" not in page
    assert "/children/S1/" not in page


def test_a_check_that_is_none_is_not_found() -> None:
    seen("analyst", "/data/quality/by-check/nothing/", status=404)
