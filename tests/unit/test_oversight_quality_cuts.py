"""Data quality by return, by check, by team and by figure."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.quality_authority import NORTH, SOUTH, seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(settings: Settings, faulty: Path) -> None:
    settings.DATA = faulty


def cells(page: str, title: str) -> list[str]:
    """The numbers of the first table's row of that title, without the bar before them."""
    row = page.split(title)[1].split("</tr>")[0].split("</svg>")[-1]
    return [cell.split(">")[1] for cell in row.replace("</td>", "").split("<td")[1:]]


def test_by_return() -> None:
    page = seen("analyst", "/data/quality/by-return/")
    assert [cell.strip() for cell in cells(page, "SSDA903</a>")] == ["1", "1", "2", "–", "–"]
    assert [cell.strip() for cell in cells(page, "Annex A</a>")] == ["0", "2", "2", "1", "0"]
    assert "Files that could not be read" in page


def test_by_return_draws_the_days_the_files_speak_of() -> None:
    page = seen("analyst", "/data/quality/by-return/?return=annex_a")
    assert '<img src="/data/quality/by-return/annex_a.svg"' in page
    # one issue in twelve rows on 30 September, two in twelve on 31 October
    assert "83.33 on 30 September 2026, 166.67 on 31 October 2026" in page


def test_a_return_that_is_not_held_is_not_asked_for() -> None:
    assert "Annex A over time" in seen("analyst", "/data/quality/by-return/?return=nothing")


def test_rates_that_tell_of_few_issues_are_withheld_from_those_outside() -> None:
    assert "83.33" not in seen("councillor", "/data/quality/by-return/?return=annex_a")


def test_by_check_names_what_each_found() -> None:
    page = seen("analyst", "/data/quality/by-check/")
    assert 'href="/data/quality/by-check/key_unreadable/"' in page
    assert "A value that places the row cannot be read; the row is lost." in page


def test_by_team_leaves_what_is_of_no_child_to_the_analyst() -> None:
    page = seen("analyst", "/data/quality/by-team/")
    assert [cell.strip() for cell in cells(page, f"{NORTH}</a>")] == ["1", "1", "2", "1", "0"]
    assert [cell.strip() for cell in cells(page, f"{SOUTH}</a>")] == ["0", "2", "2", "0", "0"]
    assert [cell.strip() for cell in cells(page, "Of no child</a>")] == ["1", "0", "0", "–", "–"]


def test_by_team_says_how_much_is_filled_in() -> None:
    """One of South’s six has no plan that can be told: five of six, and eleven of all twelve."""
    page = seen("analyst", "/data/quality/by-team/")
    filled = [cell.strip() for cell in cells(page, "permanence plan for this child?")]
    assert filled == ["92%", "100%", "83%"]


def test_by_figure_says_which_figures_the_issues_reach() -> None:
    page = seen("analyst", "/data/quality/by-figure/")
    assert [cell.strip() for cell in cells(page, "Reviews held in time</a>")] == [
        *("1", "0", "1", "–", "–")
    ]


@pytest.mark.parametrize("page", ["by-return", "by-check", "by-team", "by-figure"])
def test_no_child_is_named_on_a_page_of_counts(page: str) -> None:
    for role in ("analyst", "councillor"):
        assert "/children/N" not in seen(role, f"/data/quality/{page}/")
