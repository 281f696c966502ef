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
    page = seen("analyst", "/data/quality/by-figure/")
    assert "Teeth checked in the past year" in page
    assert "92% to 100%" in page


def test_counts_small_enough_to_tell_of_a_child_are_withheld_from_those_outside() -> None:
    page = seen("councillor", "/data/quality/")
    assert "A few issues wait to be put right." in page
    assert "errors" not in page
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


def test_leads_to_who_is_who_to_what_sources_say_and_to_what_was_rewritten(
    settings: Settings, doubtful: Path
) -> None:
    settings.DATA = doubtful
    page = seen("analyst", "/data/quality/")
    assert "Five clashes of date of birth, sex or number, with what was done" in page
    assert "Returns disagree about two children." in page
    for address in ("who-is-who/", "sources-disagree/"):
        assert f'href="/data/quality/{address}"' in page
    assert 'href="/data/changes/"' in page


def test_clashes_are_those_of_the_children_one_may_see(settings: Settings, doubtful: Path) -> None:
    settings.DATA = doubtful
    assert "Four clashes of date of birth, sex or number of the children you may see" in seen(
        "team_manager", "/data/quality/"
    )
    assert "Two clashes" in seen("team_manager", "/data/quality/", team="South team")


def test_those_outside_learn_no_small_number_of_clashes(settings: Settings, doubtful: Path) -> None:
    settings.DATA = doubtful
    page = seen("councillor", "/data/quality/")
    assert "A few clashes of date of birth, sex or number" in page
    assert "Returns disagree about a few children." in page
    assert "who-is-who" not in page
