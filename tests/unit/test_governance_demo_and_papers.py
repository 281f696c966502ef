"""The demo's boards, papers that are files, and who came, written down by two people at once."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.governance import keeping
from sightline.governance.demo import add_demo_boards
from sightline.governance.demo_rows import MATTERS
from sightline.governance.models import (
    Attendance,
    Body,
    BodyKind,
    Matter,
    MatterKind,
    Meeting,
    Member,
    Paper,
)
from sightline.people.models import AccessEvent, User
from tests.page_words import words_of

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 16)


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def director() -> User:
    return User.objects.create_user("d.rex", role="director", first_name="Dee", last_name="Rex")


@pytest.fixture
def client(director: User) -> Client:
    made = Client()
    made.force_login(director)
    return made


@pytest.fixture
def meeting(director: User) -> Meeting:
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    body = Body(name="Board", kind=BodyKind.IMPROVEMENT, remit="Asks.", every_weeks=6)
    keeping.make(body, director, at)
    member = Member(
        body=body, name="Ash", role="Nurse", organisation="Health", since=date(2026, 1, 1)
    )
    keeping.make(member, director, at)
    made = Meeting(body=body, day=DAY)
    keeping.make(made, director, at)
    return made


def test_the_demo_is_made_once_and_meets_on_working_days() -> None:
    keeper, owner, judge = (
        User.objects.create_user(role, role=role)
        for role in ("improvement_lead", "analyst", "councillor")
    )
    for _ in range(2):
        add_demo_boards(keeper, owner, judge, date(2026, 12, 16))
    assert Body.objects.count() == 5
    raised = Matter.objects.exclude(kind=MatterKind.INSTRUCTION).filter(review=None)
    assert raised.count() == len(MATTERS)
    days = set(Meeting.objects.values_list("day", flat=True))
    assert not days & {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
    assert all(day.weekday() < 5 for day in days)


def test_a_paper_is_kept_and_handed_out_and_the_log_says_so(
    client: Client, meeting: Meeting
) -> None:
    sent = {
        "title": "Visits", "source": "officer", "received_on": "9 12 2026", "version": 1,
        "upload": SimpleUploadedFile("visits.pdf", b"%PDF-1.4 hello"),
    }  # fmt: skip
    assert client.post(f"/boards/new/paper/?of={meeting.pk}", sent).status_code == 302
    paper = Paper.objects.get()
    given = client.get(f"/boards/papers/{paper.pk}/file/")
    assert b"".join(given.streaming_content) == b"%PDF-1.4 hello"  # type: ignore[attr-defined]
    assert 'attachment; filename="visits.pdf"' in given["Content-Disposition"]
    assert AccessEvent.objects.get(act="downloaded").why == "visits.pdf"
    assert "Late" in words_of(client.get(f"/boards/meetings/{meeting.pk}/")), "four clear days"


def test_a_file_that_is_no_paper_is_refused_and_nothing_is_kept(
    client: Client, meeting: Meeting, settings: Settings
) -> None:
    sent = {
        "title": "Run me", "source": "officer", "received_on": "9 12 2026", "version": 1,
        "upload": SimpleUploadedFile("run.html", b"<script>"),
    }  # fmt: skip
    shown = client.post(f"/boards/new/paper/?of={meeting.pk}", sent)
    assert "run.html is of a kind that is not taken here" in words_of(shown)
    assert not Paper.objects.exists()
    assert not (Path(settings.DATA) / "papers").exists()


def test_who_came_written_down_by_two_people_at_once(client: Client, meeting: Meeting) -> None:
    member = Member.objects.get()
    address = f"/boards/meetings/{meeting.pk}/attendance/"
    seen_by_both = {f"seen-{member.pk}": 0}
    first = client.post(address, {**seen_by_both, f"member-{member.pk}": "came"})
    assert first.status_code == 302
    second = client.post(address, {**seen_by_both, f"member-{member.pk}": "apologies"})
    assert "While you had this open it was changed" in words_of(second)
    assert Attendance.objects.get().came == "came"


def test_a_learning_review_takes_no_name_for_a_reference(client: Client, meeting: Meeting) -> None:
    said = {
        "reference": "Child Alex", "kind": "practice", "body": meeting.body_id, "stage": "Begun",
        "aware_on": "1 3 2026", "publishing": "undecided", "recommendations": 0, "done": 0,
        "version": 1,
    }  # fmt: skip
    shown = client.post("/boards/new/learning-review/", said)
    assert "Use letters and numbers that name nobody" in words_of(shown)
    said["reference"] = "LR-2026-03"
    assert client.post("/boards/new/learning-review/", said).status_code == 302
