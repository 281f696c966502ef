"""What is promised to a board comes back until somebody other than its owner says it is done."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.governance import keeping, steps
from sightline.governance.keeping import ChangedMeanwhileError
from sightline.governance.models import (
    Body,
    BodyKind,
    Change,
    HistoryStandsError,
    Matter,
    MatterKind,
    MatterStep,
    Meeting,
)
from sightline.governance.standing import back_at, standing_of, standings
from sightline.governance.steps import StepError
from sightline.people.models import AccessEvent, User
from tests.page_words import words_of

pytestmark = pytest.mark.django_db

FIRST, NEXT, THIRD = date(2026, 9, 1), date(2026, 10, 13), date(2026, 11, 24)
QUESTION = "How many visits were missed in the north?"


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def person(role: str, first: str = "", last: str = "") -> User:
    return User.objects.create_user(f"{role}{first}", role=role, first_name=first, last_name=last)


@pytest.fixture
def keeper() -> User:
    return person("improvement_lead", "Ida", "Keep")


@pytest.fixture
def head() -> User:
    return person("head_of_service", "Hal", "Own")


@pytest.fixture
def member() -> User:
    return person("councillor", "May", "Ash")


@pytest.fixture
def body(keeper: User) -> Body:
    made = Body(name="Scrutiny", kind=BodyKind.SCRUTINY, remit="Asks.", every_weeks=6)
    keeping.make(made, keeper, at(FIRST))
    return made


@pytest.fixture
def meetings(body: Body, keeper: User) -> list[Meeting]:
    made = [Meeting(body=body, day=day) for day in (FIRST, NEXT, THIRD)]
    for each in made:
        keeping.make(each, keeper, at(FIRST))
    return made


@pytest.fixture
def asked(meetings: list[Meeting], keeper: User, head: User) -> Matter:
    row = Matter(
        body=meetings[0].body, meeting=meetings[0], kind=MatterKind.QUESTION, words=QUESTION,
        raised_by="May Ash", raised_on=FIRST, owner="Hal Own", owner_account=head,
        organisation="The council", due=NEXT - timedelta(days=7),
    )  # fmt: skip
    keeping.make(row, keeper, at(FIRST))
    return row


def backs(meeting: Meeting) -> list[str]:
    return [each.matter.words for each in back_at(meeting, standings())]


def test_it_comes_back_at_each_meeting_until_it_is_accepted(
    asked: Matter, meetings: list[Meeting], head: User, member: User
) -> None:
    assert [backs(each) for each in meetings] == [[], [QUESTION], [QUESTION]]
    steps.answer(asked, "Twelve.", head, at(NEXT), with_evidence=True)
    assert backs(meetings[2]) == [QUESTION], "an answer alone does not end it"
    steps.accept(asked, "Visits are shared now.", member, at(NEXT), changed_something=True)
    assert [backs(each) for each in meetings] == [[], [QUESTION], []]
    assert standing_of(asked).age_days(THIRD) == 42, "from 1 September to 13 October"


def test_another_day_does_not_make_it_younger_or_less_late(asked: Matter, member: User) -> None:
    steps.move(asked, date(2027, 1, 1), "They asked for time.", member, at(NEXT))
    standing = standing_of(asked)
    assert (standing.due, standing.times_moved) == (date(2027, 1, 1), 1)
    assert standing.late(THIRD)
    assert standing.age_days(THIRD) == 84


def test_what_is_sent_back_is_not_answered(asked: Matter, head: User, member: User) -> None:
    steps.answer(asked, "We are working on it.", head, at(NEXT), with_evidence=False)
    steps.send_back(asked, "That gives no number.", member, at(NEXT))
    standing = standing_of(asked)
    assert standing.answered_on is None
    assert standing.closed_on is None
    assert steps.may_answer(standing, head)


def test_nobody_says_of_their_own_work_that_it_is_done(asked: Matter, head: User) -> None:
    director = person("director", "Dee", "Rex")
    namesake = person("director", "hal", "OWN")
    steps.answer(asked, "Done.", director, at(NEXT), with_evidence=False)
    for own in (head, director, namesake):
        with pytest.raises(StepError):
            steps.accept(asked, "Well done.", own, at(NEXT), changed_something=True)
    assert standing_of(asked).closed_on is None


def test_only_the_commissioner_ends_an_instruction(
    body: Body, keeper: User, head: User, member: User
) -> None:
    row = Matter(
        body=body, kind=MatterKind.INSTRUCTION, words="Allocate.", raised_by="Commissioner",
        raised_on=FIRST, owner="Dee Rex", organisation="The council", due=NEXT,
    )  # fmt: skip
    keeping.make(row, keeper, at(FIRST))
    steps.answer(row, "Done.", head, at(NEXT), with_evidence=True)
    with pytest.raises(StepError, match="for the commissioner to say"):
        steps.accept(row, "Yes.", member, at(NEXT), changed_something=True)
    commissioner = person("commissioner")
    steps.accept(row, "Seen.", commissioner, at(NEXT), changed_something=True)
    assert standing_of(row).closed_on == NEXT


def test_history_is_only_added_to(asked: Matter, head: User) -> None:
    step = steps.answer(asked, "Twelve.", head, at(NEXT), with_evidence=True)
    step.words = "Two."
    for act in (
        step.save,
        step.delete,
        asked.delete,
        MatterStep.objects.all().delete,
        Matter.objects.all().delete,
        lambda: Change.objects.update(version=9),
    ):
        with pytest.raises(HistoryStandsError):
            act()
    assert MatterStep.objects.get().words == "Twelve."


def test_a_change_keeps_what_was_before(body: Body, keeper: User) -> None:
    body.every_weeks = 4
    keeping.change(body, 1, keeper, at(NEXT))
    assert body.version == 2
    assert keeping.history(body)[1].changes == [
        {"what": "Weeks from one meeting to the next", "before": "6", "after": "4"}
    ]


def test_the_second_of_two_people_is_told_and_nothing_is_lost(body: Body, keeper: User) -> None:
    other = Body.objects.get(pk=body.pk)
    body.every_weeks = 4
    keeping.change(body, 1, keeper, at(NEXT))
    other.chair = "A. Nother"
    with pytest.raises(ChangedMeanwhileError, match="from “6” to “4”"):
        keeping.change(other, 1, person("director"), at(NEXT))
    stored = Body.objects.get(pk=body.pk)
    assert (stored.every_weeks, stored.chair) == (4, "")


def form_of(body: Body, **said: object) -> dict[str, object]:
    return {
        "name": body.name, "kind": body.kind, "remit": body.remit, "every_weeks": 6,
        "papers_days": 5, "look_within": 12, "version": 1, **said,
    }  # fmt: skip


def test_the_form_shows_the_second_person_both(body: Body, keeper: User) -> None:
    body.chair = "First Chair"
    keeping.change(body, 1, keeper, at(NEXT))
    client, address = Client(), f"/boards/change/board/{body.pk}/"
    client.force_login(person("director"))
    shown = client.post(address, form_of(body, chair="Second Chair"))
    told = words_of(shown)
    assert "Ida Keep" in told
    assert "First Chair" in told
    assert 'value="Second Chair"' in shown.content.decode()
    assert Body.objects.get(pk=body.pk).chair == "First Chair"
    again = client.post(address, form_of(body, chair="Second Chair", version=2))
    assert again.status_code == 302
    assert Body.objects.get(pk=body.pk).chair == "Second Chair"


def test_two_meetings_on_one_day_are_refused_in_words(meetings: list[Meeting]) -> None:
    client = Client()
    client.force_login(person("director"))
    address = f"/boards/new/meeting/?of={meetings[0].body_id}"
    shown = client.post(address, {"day": "1 9 2026", "version": 1})
    assert "This body has a meeting on that day already" in words_of(shown)
    assert Meeting.objects.count() == 3


def test_a_member_asks_and_may_write_down_nothing_else(meetings: list[Meeting]) -> None:
    client = Client()
    client.force_login(person("councillor"))
    said = {
        "kind": "action", "words": "Do it.", "raised_by": "Me", "owner": "You",
        "organisation": "The council", "due": "1 12 2026",
    }  # fmt: skip
    address = f"/boards/matters/raise/?of={meetings[0].pk}"
    assert client.post(address, said).status_code == 200
    assert not Matter.objects.exists()
    assert client.post(address, {**said, "kind": "question"}).status_code == 302
    assert Matter.objects.get().raised_on == FIRST


def test_every_list_comes_as_page_csv_and_excel(asked: Matter) -> None:
    client = Client()
    client.force_login(person("director"))
    assert QUESTION in words_of(client.get("/boards/what-comes-back/"))
    assert QUESTION in client.get("/boards/what-comes-back.csv").content.decode()
    assert client.get("/boards/what-comes-back.xlsx").content[:2] == b"PK"
    assert AccessEvent.objects.filter(act="downloaded").count() == 2
