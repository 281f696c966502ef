"""The home page: what needs each person today."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.oversight.lead import stale
from sightline.people.models import User
from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_begins_with_what_matters_most() -> None:
    page = seen_by("director", "/")
    assert "Two children’s visits are overdue." in page
    assert "The longest has waited 30 days." in page


def test_says_what_changed_beyond_chance() -> None:
    page = seen_by("director", "/")
    assert "Reviews held in time rose" in page
    assert "Teeth checked" not in page.split("Who has waited")[0]


def test_says_in_which_team_it_changed_to_those_who_answer_for_it() -> None:
    fell = "Visits in time, South team, fell"
    assert fell in seen_by("director", "/")
    assert fell not in seen_by("team_manager", "/")  # North's
    assert fell not in seen_by("councillor", "/")


def test_names_who_waited_longest_with_reasons() -> None:
    page = seen_by("director", "/")
    assert page.index("/children/N1/") < page.index("/children/S1/")
    assert "Review was due on 1 June 2026: 152 days late." in page


def test_a_team_manager_sees_their_own_children() -> None:
    page = seen_by("team_manager", "/")
    assert "/children/N1/" in page
    assert "/children/S1/" not in page


def test_a_team_manager_of_no_team_sees_nobody() -> None:
    client = Client()
    client.force_login(User.objects.create_user("x", role="team_manager", team=""))
    assert "/children/N1/" not in client.get("/").content.decode()


def test_a_councillor_sees_counts_and_no_child() -> None:
    page = seen_by("councillor", "/")
    assert "/children/" not in page
    assert "Visit overdue" in page
    assert "A few children’s visits are overdue." in page


def test_the_pace_is_told_where_there_is_a_target() -> None:
    page = seen_by("director", "/")
    assert "No inspection is in the register yet" in page
    assert ">100%<" in page


def test_before_anything_is_loaded_the_page_says_how_to_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    assert "Load returns" in seen_by("analyst", "/")
    assert "When an analyst has loaded" in seen_by("councillor", "/measures/")


def test_old_data_is_said_to_be_old() -> None:
    assert stale(date(2026, 10, 31), date(2026, 12, 15)) == ""
    assert "46 days ago" in stale(date(2026, 10, 31), date(2026, 12, 16))
