"""The page of one child."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.people.models import AccessEvent
from sightline.people.models.access_event import Act
from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_says_who_she_is_what_is_owed_and_what_happened() -> None:
    page = seen_by("analyst", "/children/N1/")
    assert "9 (born 4 May 2017)" in page
    assert "White and Black Caribbean" in page
    assert "Full care order, since 1 June 2024" in page
    assert "Review was due on 1 June 2026: 152 days late." in page
    assert '<strong class="sl-late">152 days late</strong>' in page
    assert "Due in 31 days" in page
    assert page.index(">2026: 1 event<") < page.index(">2024: ")


def test_says_where_sources_disagree_which_was_used_and_why() -> None:
    page = seen_by("analyst", "/children/N1/")
    row = page.split("Sources disagree")[1].split("</table>")[0]
    assert "Legal status" in row
    assert row.index("Full care order") < row.index("SSDA903 of 31 Mar 2026")
    assert row.index("Interim care order") < row.index("Annex A of 28 Feb 2026")
    assert "The 903 is checked." in row
    assert "Sources disagree" not in seen_by("analyst", "/children/GONE/")


def test_every_look_is_logged() -> None:
    seen_by("analyst", "/children/N1/")
    assert AccessEvent.objects.get().sentence == "analyst looked at the record of child N1"


def test_another_teams_child_is_not_found_and_the_attempt_is_logged() -> None:
    seen_by("team_manager", "/children/N1/")
    page = seen_by("team_manager", "/children/S1/", 404)
    assert "Page not found" in page
    assert AccessEvent.objects.first().act == Act.CHILD_REFUSED  # type: ignore[union-attr]


def test_a_child_who_is_not_there_looks_the_same_as_one_who_is_not_yours() -> None:
    not_yours = seen_by("team_manager", "/children/S1/", 404).split("<main")[1]
    not_there = seen_by("team_manager", "/children/X9/", 404).split("<main")[1]
    assert not_yours == not_there


def test_a_child_who_left_care_is_seen_by_the_last_team() -> None:
    assert "the child is not in care" in seen_by("analyst", "/children/GONE/")
    seen_by("team_manager", "/children/GONE/", 404)  # her last team was South
