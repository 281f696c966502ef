"""The chart of a measure."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_is_svg_with_a_title_and_a_description() -> None:
    chart = seen_by("analyst", "/measures/reviews_in_timescale/chart.svg")
    assert '<title id="title">Reviews held in time</title>' in chart
    assert "95% in October 2026" in chart


def test_a_councillor_is_told_nothing_that_is_withheld() -> None:
    chart = seen_by("councillor", "/measures/unregistered_homes/chart.svg")
    assert "lowest 0 in" in chart
    assert "highest 0 in" in chart
