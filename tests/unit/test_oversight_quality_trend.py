"""The charts of issues over time."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.quality_authority import seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(settings: Settings, faulty: Path) -> None:
    settings.DATA = faulty


@pytest.mark.parametrize("address", ["by-return/annex_a.svg", "after-each-load.svg"])
def test_says_what_it_shows_to_who_does_not_see_it(address: str) -> None:
    for narrow in ("", "?narrow=1"):
        drawn = seen("analyst", f"/data/quality/{address}{narrow}")
        assert drawn.startswith("<svg")
        assert "Issues for every 1,000 rows of" in drawn.split("</title>")[0]
        assert "The table beneath has every figure." in drawn.split("</desc>")[0]


def test_what_is_withheld_is_not_told_by_the_chart() -> None:
    assert "83.33" in seen("analyst", "/data/quality/by-return/annex_a.svg")
    assert "83.33" not in seen("councillor", "/data/quality/by-return/annex_a.svg")
