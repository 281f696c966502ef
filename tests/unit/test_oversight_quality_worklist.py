"""What to put right, for the person whose it is."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.people.models.access_event import AccessEvent, Act
from tests.quality_authority import SOUTH, seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(settings: Settings, faulty: Path) -> None:
    settings.DATA = faulty


PAGE = "/data/quality/to-put-right/"


def named(page: str) -> set[str]:
    """The children whose rows are listed."""
    every = [f"{team}{number}" for team in "NS" for number in range(1, 7)]
    return {child for child in every if f'href="/children/{child}/"' in page}


def test_the_analyst_has_all_of_it_and_what_is_of_no_child() -> None:
    page = seen("analyst", PAGE)
    assert named(page) == {"N1", "N2", "S1", "S2"}
    assert "note.txt" in page
    assert "5 to put right" in page


def test_a_team_manager_has_that_of_the_team() -> None:
    assert named(seen("team_manager", PAGE)) == {"N1", "N2"}
    assert named(seen("team_manager", PAGE, team=SOUTH)) == {"S1", "S2"}


def test_a_social_worker_has_that_of_her_children() -> None:
    assert named(seen("social_worker", PAGE, worker="Bo Finch")) == {"S1", "S2"}


def test_another_teams_is_not_reached_by_asking() -> None:
    assert named(seen("team_manager", f"{PAGE}?team=South+team")) == set()


def test_who_has_no_team_has_nothing() -> None:
    assert "Nothing waits to be put right" in seen("team_manager", PAGE, team="")


def test_says_file_row_column_value_and_since_when() -> None:
    page = seen("analyst", PAGE)
    assert "newest.xlsx" in page
    assert "Date of Last Dental Check &#x27;31/09/2026&#x27; is not a date" in page
    assert "30 Sep 2026" in page  # when the plan of S1 could first not be told


def test_errors_come_first() -> None:
    page = seen("analyst", PAGE)
    assert page.index('href="/children/N2/"') < page.index('href="/children/S1/"')


@pytest.mark.parametrize(
    ("query", "children"),
    [
        ("return=ssda903", {"N2", "S2"}),
        ("rule=date_unreadable", {"N1"}),
        ("team=South+team", {"S1", "S2"}),
        ("new=1", {"N1"}),
        ("measure=dental_checks", {"N1"}),
        ("rule=nothing", set()),
    ],
)
def test_is_narrowed(query: str, children: set[str]) -> None:
    assert named(seen("analyst", f"{PAGE}?{query}")) == children


def test_a_page_that_is_not_there_is_the_last() -> None:
    assert named(seen("analyst", f"{PAGE}?page=99")) == {"N1", "N2", "S1", "S2"}


def test_every_look_is_in_the_access_log() -> None:
    seen("analyst", f"{PAGE}?rule=date_unreadable")
    event = AccessEvent.objects.latest("pk")
    assert (event.act, event.why) == (Act.LISTED_CHILDREN, "data to put right")
    assert event.path.endswith("?rule=date_unreadable")


def test_a_childs_issues_stand_together_and_the_child_with_an_error_first() -> None:
    page = seen("analyst", PAGE)
    places = [page.index(f'href="/children/{child}/"') for child in ("N2", "N1", "S1", "S2")]
    assert places[0] == min(places)
    assert page.count('href="/children/N1/"') == 1
