"""The children who wait."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_are_narrowed_by_team_and_reason() -> None:
    assert "/children/S1/" not in seen_by("analyst", "/children/?team=North+team")
    assert "/children/S1/" not in seen_by("analyst", "/children/?reason=review")
    assert "/children/S1/" in seen_by("analyst", "/children/?reason=visit")


def test_say_so_when_nobody_fits() -> None:
    assert "Nobody fits this." in seen_by("analyst", "/children/?reason=vanished")


def test_another_teams_children_are_not_reached_by_asking() -> None:
    assert "/children/S1/" not in seen_by("team_manager", "/children/?team=South+team")
