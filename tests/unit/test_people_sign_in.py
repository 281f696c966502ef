"""Signing in, being refused, and the rest an account takes after ten wrong tries."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from sightline.people import log
from sightline.people.accounts import Person, create_account
from sightline.people.demo import create_demo_users
from sightline.people.models import AccessEvent
from sightline.people.models.access_event import Act
from sightline.people.models.user import User
from sightline.people.sign_in import resting

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough sentence"
IN_WORDS = "The user name or password is not right"


@pytest.fixture(autouse=True)
def quick_hashing(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def analyst() -> User:
    return create_account(Person("a.reed", "Ada", "Reed", "analyst"), PASSWORD)


def try_to_sign_in(client: Client, username: str, password: str) -> str:
    response = client.post("/sign-in/", {"username": username, "password": password})
    return "in" if response.status_code == 302 else response.content.decode()


def test_the_right_password_opens_the_home_page(client: Client, analyst: User) -> None:
    response = client.post("/sign-in/?next=/", {"username": "a.reed", "password": PASSWORD})
    assert response.headers["Location"] == "/"
    assert AccessEvent.objects.get().act == Act.SIGNED_IN


def test_a_wrong_password_is_refused_and_noted(client: Client, analyst: User) -> None:
    assert IN_WORDS in try_to_sign_in(client, "a.reed", "wrong")
    assert AccessEvent.objects.get().sentence == "a.reed was refused at sign-in"


def test_a_name_that_nobody_has_gets_the_same_words_and_is_not_kept(client: Client) -> None:
    assert IN_WORDS in try_to_sign_in(client, "my secret password", "oops")
    assert not AccessEvent.objects.exists()


def test_after_ten_wrong_tries_the_right_password_does_not_open(
    client: Client, analyst: User
) -> None:
    for _ in range(10):
        try_to_sign_in(client, "a.reed", "wrong")
    assert IN_WORDS in try_to_sign_in(client, "a.reed", PASSWORD)


def test_the_rest_ends_after_a_quarter_of_an_hour(analyst: User) -> None:
    now = timezone.now()
    for _ in range(10):
        log.record(analyst, Act.SIGN_IN_REFUSED, at=now - timedelta(minutes=14))
    assert resting("a.reed", now)
    assert not resting("a.reed", now + timedelta(minutes=2))


def test_a_success_wipes_the_slate(analyst: User) -> None:
    now = timezone.now()
    for _ in range(9):
        log.record(analyst, Act.SIGN_IN_REFUSED, at=now)
    log.record(analyst, Act.SIGNED_IN, at=now)
    log.record(analyst, Act.SIGN_IN_REFUSED, at=now)
    assert not resting("a.reed", now)


def test_a_real_install_lists_nobody(client: Client, analyst: User) -> None:
    page = client.get("/sign-in/").content.decode()
    assert "demo" not in page.lower()
    assert "a.reed" not in page


def test_the_demo_shows_whom_one_can_be(client: Client) -> None:
    people = create_demo_users("Harbour team")
    page = client.get("/sign-in/").content.decode()
    assert len(people) == 9
    for person in people:
        assert person.username in page
        assert person.password in page
    assert User.objects.get(username="manager").team == "Harbour team"
    assert try_to_sign_in(client, "councillor", "councillor-demo") == "in"


def test_making_the_demo_people_twice_changes_nothing() -> None:
    assert create_demo_users("Harbour team") == create_demo_users("Harbour team")
    assert User.objects.count() == 9


def test_signing_out_ends_the_session(client: Client, analyst: User) -> None:
    client.force_login(analyst)
    client.post("/sign-out/")
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"


def test_a_session_ends_after_twelve_hours_however_busy(client: Client, analyst: User) -> None:
    client.force_login(analyst)
    session = client.session
    session["signed_in_at"] = (timezone.now() - timedelta(hours=12, minutes=1)).timestamp()
    session.save()
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"


def test_a_session_ends_after_half_an_hour_of_nothing(client: Client, analyst: User) -> None:
    client.force_login(analyst)
    client.get("/access-log/")
    assert client.session.get_expiry_age() <= 30 * 60
