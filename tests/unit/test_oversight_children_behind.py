"""The children behind a figure."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.people.models import AccessEvent
from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_lists_first_those_for_whom_it_was_not_done() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/children/")
    assert page.index("S1") < page.index("N1")
    assert "Interim care order" in page
    assert AccessEvent.objects.get().sentence == (
        "analyst listed children: behind “Reviews held in time”"
    )


def test_a_team_manager_sees_their_own() -> None:
    page = seen_by("team_manager", "/measures/reviews_in_timescale/children/")
    assert "N1" in page
    assert "S1" not in page
