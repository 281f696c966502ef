"""Data quality at a glance."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.quality_authority import seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(settings: Settings, faulty: Path) -> None:
    settings.DATA = faulty


def test_says_first_how_much_waits_and_whether_a_figure_is_in_doubt() -> None:
    page = seen("analyst", "/data/quality/")
    assert "Two errors and three warnings wait to be put right" in page
    assert "in the records of four children" in page
    assert "See what to put right" in page


def test_gives_each_share_with_its_bounds() -> None:
    """Twelve of twelve had their teeth checked in a year; of N1 the newest day cannot be read."""
    page = seen("analyst", "/data/quality/")
    assert "Teeth checked in the past year" in page
    assert "92% to 100%" in page


def test_counts_small_enough_to_tell_of_a_child_are_withheld_from_those_outside() -> None:
    page = seen("councillor", "/data/quality/")
    assert "a few errors and a few warnings wait to be put right" in page.lower()
    assert "92% to 100%" not in page
    assert "See what to put right" not in page
    assert "data-quality.xlsx" not in page


def test_says_what_is_no_longer_to_be_put_right() -> None:
    assert "1 issue stands in older monthly extracts" in seen("analyst", "/data/quality/")


@pytest.mark.parametrize(
    ("role", "heads"), [("analyst", "/data/"), ("social_worker", "/data/quality/")]
)
def test_data_in_the_navigation_leads_here_those_who_may_not_see_loads(
    role: str, heads: str
) -> None:
    assert f'href="{heads}"' in seen(role, "/data/quality/").split("</nav>")[0]
