"""The measures page."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_every_measure_has_its_interval_and_its_trust() -> None:
    page = seen_by("analyst", "/measures/")
    assert "between 89% and 98%" in page  # Wilson, 95 of 100
    assert "not recorded for 34% of the children" in page


def test_a_councillor_gets_a_c_for_a_small_number() -> None:
    page = seen_by("councillor", "/measures/")
    assert 'sl-now">c<' in page
    assert 'sl-now">95%<' not in page  # five of the hundred were not in time
