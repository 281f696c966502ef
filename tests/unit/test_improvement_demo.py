"""The demo's register looks as if people had been at work in it."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement.demo import add_demo_letters
from sightline.improvement.models import Finding, FindingEvent, FindingKind, Review, Status
from sightline.people.models import User
from tests.improvement_letters import FOCUSED_VISIT_2021, text_letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    return User.objects.create_user("lead", role="improvement_lead")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    text_letter(folder, FOCUSED_VISIT_2021, "older.txt")
    text_letter(folder, name="newer.txt")
    (folder / "notes.json").write_text("{}", encoding="utf-8")
    return folder


def test_improvements_are_confirmed_and_the_newest_letter_waits(lead: User, letters: Path) -> None:
    added = add_demo_letters(letters, lead)
    assert len(added) == 2
    improvements = Finding.objects.exclude(kind=FindingKind.FINDING)
    assert {each.status for each in improvements} == {Status.CONFIRMED}
    newest = Finding.objects.filter(kind=FindingKind.FINDING, review=Review.objects.first())
    assert {each.status for each in newest} == {Status.CANDIDATE}
    older = Finding.objects.filter(kind=FindingKind.FINDING, review=Review.objects.last())
    assert [each.status for each in older.order_by("order")] == ["confirmed", "candidate"]


def test_nothing_is_decided_before_it_came(lead: User, letters: Path) -> None:
    add_demo_letters(letters, lead)
    for event in FindingEvent.objects.select_related("finding__review"):
        assert event.at > event.finding.review.added_at


def test_a_second_run_changes_nothing(lead: User, letters: Path) -> None:
    add_demo_letters(letters, lead)
    events = FindingEvent.objects.count()
    assert add_demo_letters(letters, lead) == ()
    assert (Review.objects.count(), FindingEvent.objects.count()) == (2, events)
