"""Declaring that the work is done otherwise, and taking it back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs.control import Declared
from sightline.measures import MeasureFigures, catalogue
from sightline.oversight import declaring
from sightline.oversight.models import DeclaredChange
from sightline.oversight.models.declared_change import ChangesStandError
from sightline.people.models import AccessEvent, User
from sightline.people.models.access_event import Act
from tests import oversight_data
from tests.oversight_data import months, seen_by, share, stand_in
from tests.page_words import words_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ADDRESS = "/measures/visits_in_timescale/changes/declare/"
SAID = {"day": "1 11 2025", "reason": "New visiting standard", "bears_on": "this"}


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    """Visits in time: 60 of 100 for a year, then 80."""
    figures = tuple(
        share(day, 60 if place < 12 else 80, 100) for place, day in enumerate(months(24))
    )
    found = MeasureFigures(catalogue()["visits_in_timescale"], figures)
    monkeypatch.setattr(oversight_data, "ALL", (*oversight_data.ALL, found))
    stand_in(monkeypatch, settings, tmp_path)


@pytest.fixture
def analyst(client: Client) -> User:
    user = User.objects.create_user("a.reed", role="analyst", first_name="Ada", last_name="Reed")
    client.force_login(user)
    return user


def test_is_declared_with_its_reason_and_marked_on_the_chart(client: Client, analyst: User) -> None:
    before = client.get("/measures/visits_in_timescale/chart.svg").content.decode()
    assert "Limits anew" not in before
    answer = client.post(ADDRESS, SAID, follow=True)
    page = words_of(answer)
    assert "Limits anew from November 2025: New visiting standard" in page
    assert "Declared by Ada Reed" in page
    assert "Limits anew" in client.get("/measures/visits_in_timescale/chart.svg").content.decode()
    assert AccessEvent.objects.filter(act=Act.DECIDED).count() == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"reason": "  "}, "Say what changed"),
        ({"day": "31 2 2025"}, "Enter a date such as 1 5 2025"),
        ({"day": ""}, "Enter the day the change began"),
        ({"day": "1 1 2200"}, "Enter a day that has been"),
    ],
)
def test_a_form_filled_in_wrongly_declares_nothing(
    client: Client, analyst: User, wrong: dict[str, str], message: str
) -> None:
    assert message in words_of(client.post(ADDRESS, {**SAID, **wrong}))
    assert not DeclaredChange.objects.exists()


def test_every_measure_or_this_one() -> None:
    user = User.objects.create_user("a.reed", role="analyst")
    declaring.declare("visits_in_timescale", date(2025, 11, 1), "New standard", user, NOW)
    declaring.declare("", date(2025, 4, 1), "New record system", user, NOW)
    assert declaring.declared_for("visits_in_timescale") == (
        Declared(date(2025, 4, 1), "New record system"),
        Declared(date(2025, 11, 1), "New standard"),
    )
    assert declaring.declared_for("referrals") == (Declared(date(2025, 4, 1), "New record system"),)


def test_is_taken_back_with_a_reason_and_stays_listed(client: Client, analyst: User) -> None:
    client.post(ADDRESS, SAID)
    change = DeclaredChange.objects.get()
    address = f"/measures/visits_in_timescale/changes/{change.pk}/take-back/"
    assert "Say why" in words_of(client.post(address, {"why": ""}))
    page = words_of(client.post(address, {"why": "It was a pilot in one team"}, follow=True))
    assert "Taken back by Ada Reed" in page
    assert "It was a pilot in one team" in page
    assert declaring.declared_for("visits_in_timescale") == ()
    assert AccessEvent.objects.filter(act=Act.DECIDED).count() == 2


def test_the_first_reason_for_taking_back_is_kept() -> None:
    user = User.objects.create_user("a.reed", role="analyst")
    change = declaring.declare("", date(2025, 4, 1), "New record system", user, NOW)
    declaring.take_back(change, "A mistake", user, NOW)
    declaring.take_back(change, "Another story", user, NOW)
    assert DeclaredChange.objects.get().taken_back_why == "A mistake"


def test_nothing_is_deleted_and_nothing_stands_without_a_reason() -> None:
    user = User.objects.create_user("a.reed", role="analyst")
    change = declaring.declare("", date(2025, 4, 1), "New record system", user, NOW)
    with pytest.raises(ChangesStandError):
        change.delete()
    with pytest.raises(ChangesStandError):
        DeclaredChange.objects.all().delete()
    with pytest.raises(declaring.NoReasonError):
        declaring.declare("", date(2025, 4, 1), " ", user, NOW)
    with pytest.raises(declaring.NoReasonError):
        declaring.take_back(change, "", user, NOW)


def test_the_database_refuses_a_change_without_a_reason() -> None:
    user = User.objects.create_user("a.reed", role="analyst")
    with pytest.raises(IntegrityError):
        DeclaredChange.objects.create(day=date(2025, 4, 1), reason="", by=user, at=NOW)


def test_a_change_of_another_measure_is_not_found(client: Client, analyst: User) -> None:
    declaring.declare("referrals", date(2025, 4, 1), "Front door moved", analyst, NOW)
    pk = DeclaredChange.objects.get().pk
    assert client.get(f"/measures/visits_in_timescale/changes/{pk}/take-back/").status_code == 404
    assert client.get("/measures/happiness/changes/declare/").status_code == 404


def test_a_manager_reads_of_it_and_declares_nothing() -> None:
    user = User.objects.create_user("a.reed", role="analyst")
    declaring.declare("", date(2025, 11, 1), "New visiting standard", user, NOW)
    page = seen_by("team_manager", "/measures/visits_in_timescale/")
    assert "Limits anew from November 2025: New visiting standard" in page
    assert "/changes/" not in page
