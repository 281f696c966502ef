"""The log that is only ever added to, and that shows when somebody meddled with it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from sightline.people.log import record, verify
from sightline.people.models import AccessEvent, User
from sightline.people.models.access_event import Act, AppendOnlyError

pytestmark = pytest.mark.django_db


@pytest.fixture
def director() -> User:
    return User.objects.create_user("d.marsh", role="director")


def three_looks(user: User) -> None:
    for child in ("C0001", "C0002", "C0003"):
        record(user, Act.LOOKED_AT_CHILD, child_id=child, path=f"/children/{child}/")


def meddle(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_an_event_reads_as_a_sentence(director: User) -> None:
    event = record(director, Act.LOOKED_AT_CHILD, child_id="C0001", why="from the worklist")
    assert event.sentence == "d.marsh looked at the record of child C0001: from the worklist"


def test_a_row_is_not_changed_or_deleted(director: User) -> None:
    event = record(director, Act.SIGNED_IN)
    for attempt in (
        event.save,
        event.delete,
        AccessEvent.objects.all().delete,
        lambda: AccessEvent.objects.update(child_id="C9"),
        lambda: AccessEvent.objects.bulk_create([AccessEvent()]),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_an_untouched_log_is_whole(director: User) -> None:
    three_looks(director)
    verdict = verify()
    assert verdict.sound
    assert verdict.events == 3


def test_a_row_changed_behind_our_back_is_seen(director: User) -> None:
    three_looks(director)
    second = AccessEvent.objects.order_by("pk")[1]
    meddle(f"UPDATE people_accessevent SET child_id = 'C0009' WHERE id = {second.pk}")
    assert verify().broken_at == second.pk


def test_a_row_taken_from_the_middle_is_seen(director: User) -> None:
    three_looks(director)
    _, second, third = AccessEvent.objects.order_by("pk")
    meddle(f"DELETE FROM people_accessevent WHERE id = {second.pk}")
    assert verify().broken_at == third.pk


def test_the_command_says_whether_it_is_whole(director: User) -> None:
    three_looks(director)
    out = StringIO()
    call_command("verify_access_log", stdout=out)
    assert "3 events" in out.getvalue()
    meddle("UPDATE people_accessevent SET why = 'nothing to see'")
    with pytest.raises(CommandError, match="has been changed"):
        call_command("verify_access_log")


def test_the_page_narrows_to_one_child(client: Client, director: User) -> None:
    three_looks(director)
    client.force_login(director)
    page = client.get("/access-log/", {"child": "C0002"}).content.decode()
    assert "C0002" in page
    assert "C0001" not in page


def test_the_page_says_when_nothing_fits(client: Client, director: User) -> None:
    client.force_login(director)
    assert "Nothing has been logged yet" in client.get("/access-log/").content.decode()
    page = client.get("/access-log/", {"child": "C0404"}).content.decode()
    assert "Nobody has done anything that fits this" in page
