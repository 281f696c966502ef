"""The map of what is measured of care planning, and who fills a gap by when."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.oversight.models import CoverageGap
from sightline.people.models import User
from tests.oversight_data import NORTH, seen_by, stand_in
from tests.page_words import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    """Annex A's list 8 is all that was loaded."""
    stand_in(monkeypatch, settings, tmp_path)


def set_gap(element: str, **said: str) -> str:
    client = Client()
    user, _ = User.objects.get_or_create(username="director", role="director", team=NORTH)
    client.force_login(user)
    return words_of(client.post(f"/measures/coverage/{element}/", said, follow=True))


def test_what_is_measured_and_from_what() -> None:
    page = seen_by("councillor", "/measures/coverage/")
    assert "10 of 14 elements of care planning are not measured." in page
    assert "Annex A (list 8)" in page
    assert (
        "Declared in the catalogue, but nothing was loaded that feeds it: load Sightline&#x27;s "
        "templates (supervision)." in page
    )
    assert "Nothing that Sightline reads tells of it." in page
    assert "Set a date" not in page


def test_a_director_says_by_when_a_gap_is_filled_and_everybody_reads_it() -> None:
    page = set_gap("contingency", fill_by="31 3 2027", owner="Head of care planning", how="A form.")
    assert "There is a contingency plan: date and owner kept." in page
    page = seen_by("councillor", "/measures/coverage/")
    assert "To be measured by 31 March 2027: Head of care planning. A form." in page
    gap = CoverageGap.objects.get()
    assert (gap.fill_by, gap.set_by.username) == (date(2027, 3, 31), "director")


def test_it_can_be_changed_and_a_day_gone_by_is_said() -> None:
    set_gap("contingency", fill_by="31 3 2027", owner="One")
    set_gap("contingency", fill_by="1 2 2020", owner="Another")
    page = seen_by("analyst", "/measures/coverage/")
    assert CoverageGap.objects.count() == 1
    assert "1 February 2020: Another. That day has passed." in page


def test_what_is_wrong_with_the_form_is_said() -> None:
    page = set_gap("contingency", fill_by="soon", owner="")
    assert "Enter a date such as 31 3 2027" in page
    assert "Enter the name or the post of whoever sees to it" in page
    assert CoverageGap.objects.count() == 0


def test_an_element_that_is_none() -> None:
    assert "There is no element" not in seen_by("director", "/measures/coverage/dreams/", 404)
