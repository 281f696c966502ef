"""The children behind a figure."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.people.models import AccessEvent, User
from tests.oversight_data import rows, seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_lists_first_those_for_whom_it_was_not_done() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/children/")
    assert page.index("S1") < page.index("N1")
    assert "Interim care order" in page
    assert AccessEvent.objects.get().sentence == (
        "analyst listed children: behind “Reviews held in time”"
    )


def test_says_how_many_count_and_who_is_left_out_with_the_reason() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/children/")
    assert "Of those you may see: 1 counted, 1 not." in page
    assert "On short breaks only: one child" in page
    assert "When care began is not known: one child" in page
    assert "S8" in page


def test_a_child_whose_answer_is_not_recorded_is_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unknown = replace(rows()[0], child_id="N9", met=None)
    monkeypatch.setattr(figures, "children", lambda *a, **k: [*rows(), unknown])
    page = seen_by("analyst", "/measures/reviews_in_timescale/children/")
    assert "1 counted, 1 not; 1 left out: what it rests on is not recorded." in page


def test_a_team_manager_sees_their_own() -> None:
    page = seen_by("team_manager", "/measures/reviews_in_timescale/children/")
    assert "N1" in page
    assert "N8" in page
    assert "S1" not in page
    assert "S8" not in page


@pytest.mark.parametrize(
    ("referer", "told"),
    [
        ("http://testserver/scrutiny/?all", ", opened from /scrutiny/"),
        ("http://elsewhere.example/scrutiny/", ""),
    ],
)
def test_the_log_says_from_which_of_our_pages_the_list_was_opened(referer: str, told: str) -> None:
    user = User.objects.create(username="analyst", role="analyst")
    client = Client()
    client.force_login(user)
    client.get("/measures/reviews_in_timescale/children/", headers={"referer": referer})
    why = AccessEvent.objects.order_by("pk").last()
    assert why is not None
    assert why.why == f"behind “Reviews held in time”{told}"
