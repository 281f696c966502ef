"""A board's request: asked, taken on, answered, sent back, accepted; nothing lost on the way."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.measures import MeasureFigures, catalogue
from sightline.oversight.board_requests import steps
from sightline.oversight.board_requests.standing import kept, standing_of, standings
from sightline.oversight.models import BoardRequest, RequestStep
from sightline.oversight.models.board_request import RequestsStandError
from sightline.oversight.publishing import published_before
from sightline.people.models import AccessEvent, User
from tests.oversight_data import ALL, months, seen_by, share, stand_in
from tests.page_words import words_of

pytestmark = pytest.mark.django_db

BOARD = "corporate-parenting-board"
MEETING = date(2026, 12, 10)
QUESTION = "Why is teeth checking late?"
SECRET = "Exactly 3 children at Larch House."
THREE = "3 at 31 October 2026"  # the children in unregistered homes, made by hand
STAFF, MEMBERS = RequestStep.Disclosure.STAFF, RequestStep.Disclosure.MEMBERS


def at(day: int, month: int = 12) -> datetime:
    return datetime(2026, month, day, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    """Beside the made-by-hand figures, visits: 120 of 150 were in time."""
    stand_in(monkeypatch, settings, tmp_path)
    visits = MeasureFigures(
        catalogue()["visits_in_timescale"], tuple(share(day, 120, 150) for day in months(27))
    )
    monkeypatch.setattr(figures, "latest", lambda data: (*ALL, visits))


@pytest.fixture
def member() -> User:
    return User.objects.create_user("m.ash", role="councillor", first_name="May", last_name="Ash")


@pytest.fixture
def analyst() -> User:
    return User.objects.create_user("a.reed", role="analyst", first_name="Ada", last_name="Reed")


def asked(user: User, meeting: date = MEETING, measure_id: str = "dental_checks") -> BoardRequest:
    return steps.ask(QUESTION, BOARD, meeting, user, at(1), measure_id)


def page(user: User, address: str) -> str:
    client = Client()
    client.force_login(user)
    return words_of(client.get(address))


def post(user: User, address: str, **sent: str) -> tuple[int, str]:
    client = Client()
    client.force_login(user)
    answer = client.post(address, sent)
    return answer.status_code, words_of(answer)


def test_from_the_question_to_its_acceptance_on_the_pages(member: User, analyst: User) -> None:
    form = {"question": QUESTION, "board": BOARD, "meeting": "10 12 2099"}
    status, _ = post(member, "/requests/ask/?measure=dental_checks", **form)
    made = BoardRequest.objects.get()
    address = f"/requests/{made.pk}/"
    assert (status, made.measure_id, made.asked_by) == (302, "dental_checks", member)
    assert "Nobody has taken it on yet" in page(member, address)
    took = {"method": "Every record read.", "disclosure": MEMBERS}
    assert post(analyst, f"{address}take-on/", **took)[0] == 302
    assert "Taken on by Ada Reed" in page(member, "/requests/")
    gave = {"said": "Appointments are scarce.", "first": "visits_in_timescale"}
    assert post(analyst, f"{address}answer/", **gave)[0] == 302
    read = page(member, address)
    assert "Appointments are scarce." in read
    assert "80% at 31 October 2026" in read
    assert post(member, f"{address}send-back/", why="Where are they scarce?")[0] == 302
    assert "Sent back: a new answer is owed" in page(analyst, address)
    assert post(analyst, f"{address}answer/", said="In the north.")[0] == 302
    assert post(member, f"{address}accept/")[0] == 302
    read = page(member, address)
    for every_step in ("Appointments are scarce.", "Where are they scarce?", "In the north."):
        assert every_step in read
    assert "Accepted by May Ash" in read
    assert [step.kind for step in standing_of(made).steps] == [
        *("taken_on", "answered", "sent_back", "answered", "accepted")
    ]
    assert AccessEvent.objects.filter(act="decided").count() == 6


def test_a_form_filled_in_wrongly_asks_nothing(member: User) -> None:
    form = {"question": QUESTION, "board": BOARD, "meeting": "10 12 2099"}
    for wrong, message in (
        ({"question": " "}, "Say what should be looked at"),
        ({"question": "Who are the 2 children?"}, "“2 children” tells of fewer than six"),
        ({"board": ""}, "Choose the board that asks"),
        ({"meeting": "31 2 2027"}, "Enter a date such as 31 1 2027"),
        ({"meeting": "1 2 2020"}, "a meeting that has not been yet"),
    ):
        assert message in post(member, "/requests/ask/", **{**form, **wrong})[1]
    assert not BoardRequest.objects.exists()


def test_an_answer_for_staff_is_not_read_by_members(member: User, analyst: User) -> None:
    made = asked(member)
    steps.take_on(made, "By hand.", STAFF, analyst, at(2))
    steps.answer(made, SECRET, ["unregistered_homes"], analyst, at(3))
    address = f"/requests/{made.pk}/"
    for role in ("councillor", "board_chair", "commissioner"):
        read = seen_by(role, address)
        assert "Larch House" not in read
        assert THREE not in read
        assert "is for staff alone" in read
    for role in ("director", "head_of_service", "improvement_lead"):
        assert SECRET in seen_by(role, address)
    assert THREE in seen_by("director", address)
    for listed in ("/requests/", f"/for/{BOARD}/", "/"):
        assert "Larch House" not in seen_by("councillor", listed)
    assert steps.may_settle(standing_of(made), member), "it was told at the meeting"


def test_an_answer_for_members_has_small_numbers_withheld(member: User, analyst: User) -> None:
    made = asked(member)
    steps.take_on(made, "By hand.", MEMBERS, analyst, at(2))
    address = f"/requests/{made.pk}/answer/"
    status, read = post(analyst, address, said="It is three children.", first="unregistered_homes")
    assert (status, RequestStep.objects.filter(kind="answered").count()) == (200, 0)
    assert "“three children” tells of fewer than six" in read
    steps.answer(made, "Very few.", ["unregistered_homes"], analyst, at(3))
    for role in ("councillor", "director"):
        read = seen_by(role, f"/requests/{made.pk}/")
        assert "the figure is withheld" in read
        assert THREE not in read


def test_what_an_answer_gave_to_members_is_protected_like_a_publication(
    member: User, analyst: User
) -> None:
    staff, members = asked(member), asked(member)
    steps.take_on(staff, "By hand.", STAFF, analyst, at(2))
    steps.answer(staff, "All.", ["reviews_in_timescale"], analyst, at(3))
    assert published_before() == ()
    steps.take_on(members, "By hand.", MEMBERS, analyst, at(2))
    steps.answer(members, "Few.", ["unregistered_homes"], analyst, at(3))
    (kept_for_later,) = published_before()
    assert (kept_for_later.measure_id, kept_for_later.withheld) == (
        "unregistered_homes",
        True,
    )


def test_only_who_asked_accepts_and_nobody_answers_their_own_question(analyst: User) -> None:
    director = User.objects.create_user("d", role="director")
    made = asked(director)
    with pytest.raises(steps.NotNowError):
        steps.take_on(made, "By hand.", STAFF, director, at(2))
    steps.take_on(made, "By hand.", STAFF, analyst, at(2))
    steps.answer(made, "So it is.", [], analyst, at(3))
    other = User.objects.create_user("other", role="director")
    for not_the_asker in (other, analyst):
        with pytest.raises(steps.NotNowError):
            steps.accept(made, not_the_asker, at(4))
        with pytest.raises(steps.NotNowError):
            steps.send_back(made, "Why?", not_the_asker, at(4))
    assert post(other, f"/requests/{made.pk}/accept/")[0] == 403
    director.is_active = False
    director.save()
    steps.accept(BoardRequest.objects.get(), other, at(5))
    assert standing_of(made).closed


def test_steps_come_in_their_order(member: User, analyst: User) -> None:
    made = asked(member)
    with pytest.raises(steps.NotNowError):
        steps.answer(made, "Too soon.", [], analyst, at(2))
    with pytest.raises(steps.NotNowError):
        steps.accept(made, member, at(2))
    steps.take_on(made, "By hand.", STAFF, analyst, at(2))
    with pytest.raises(steps.NotNowError):
        steps.take_on(made, "Again.", MEMBERS, analyst, at(3))


def test_nothing_is_changed_or_deleted(member: User, analyst: User) -> None:
    made = asked(member)
    step = steps.take_on(made, "By hand.", STAFF, analyst, at(2))
    for row in (made, step):
        with pytest.raises(RequestsStandError):
            row.save()
        with pytest.raises(RequestsStandError):
            row.delete()
    for rows in (BoardRequest.objects.all(), RequestStep.objects.all()):
        with pytest.raises(RequestsStandError):
            rows.delete()
        with pytest.raises(RequestsStandError):
            rows.update(id=99)


def test_the_database_refuses_what_says_nothing(member: User) -> None:
    made = asked(member)
    with pytest.raises(IntegrityError), transaction.atomic():
        BoardRequest.objects.create(
            question="", board=BOARD, meeting=MEETING, asked_by=member, asked_at=at(1)
        )
    for kind, disclosure in (("answered", ""), ("taken_on", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            RequestStep.objects.create(
                request=made,
                kind=kind,
                words="" if kind == "answered" else "How",
                disclosure=disclosure,
                by=member,
                at=at(2),
            )


def test_the_share_answered_by_their_meeting(member: User, analyst: User) -> None:
    """Meetings on 10 December, seen on the 20th: one of four was answered by then.

    In time; a day late; in time but sent back since; never. A fifth has its meeting still to come.
    """
    in_time, late, sent_back, _never = (asked(member) for _ in range(4))
    asked(member, meeting=date(2027, 1, 15))
    for made, day in ((in_time, 10), (late, 11), (sent_back, 8)):
        steps.take_on(made, "By hand.", STAFF, analyst, at(2))
        steps.answer(made, "So.", [], analyst, at(day))
    steps.send_back(sent_back, "Not so.", member, at(9))
    found = kept(standings(), date(2026, 12, 20))
    assert (found.in_time, found.due) == (1, 4)
    assert "25% of requests were answered by the meeting they were due at (1 of 4)." in (
        found.sentence
    )
    assert kept(standings(), date(2026, 12, 10)).due == 0


def test_the_unanswered_stand_on_the_page_of_the_board_that_asked(member: User) -> None:
    asked(member, meeting=date(2026, 6, 1))
    mine = page(member, f"/for/{BOARD}/")
    assert "On the agenda: what this board asked" in mine
    assert QUESTION in mine
    assert "(overdue)" in mine
    assert QUESTION not in page(member, "/for/scrutiny/")
    assert "past its meeting" in seen_by("analyst", "/")


def test_who_asks_for_boards_may_begin_at_a_measure(member: User) -> None:
    link = "/requests/ask/?measure=reviews_in_timescale"
    assert link in page(member, "/measures/reviews_in_timescale/")
    assert link not in seen_by("social_worker", "/measures/reviews_in_timescale/")
    assert "Reviews held in time" in page(member, link)


def test_who_asked_withdraws_the_question_with_a_reason_that_is_kept(
    member: User, analyst: User
) -> None:
    made = asked(member, meeting=date(2099, 12, 10))
    steps.take_on(made, "By hand.", MEMBERS, analyst, at(2))
    address = f"/requests/{made.pk}/"
    assert "Withdraw the question" in page(member, address)
    assert "Withdraw the question" not in page(analyst, address)
    assert "One question from a board waits for an answer" in page(analyst, "/")
    assert post(analyst, f"{address}withdraw/", why="It is dear.")[0] == 403
    assert "Say why it is withdrawn" in post(member, f"{address}withdraw/", why=" ")[1]
    assert post(member, f"{address}withdraw/", why="Another board asked it.")[0] == 302
    read = page(member, address)
    assert "Withdrawn by May Ash" in read
    assert "Another board asked it." in read
    assert "Withdraw the question" not in read
    assert "No question of a board is open." in page(member, "/requests/")
    assert "from a board" not in page(analyst, "/")
    with pytest.raises(steps.NotNowError):
        steps.answer(made, "So.", [], analyst, at(3))
    with pytest.raises(steps.NotNowError):
        steps.withdraw(made, "Again.", member, at(3))


def test_an_accepted_answer_is_not_withdrawn(member: User, analyst: User) -> None:
    made = asked(member)
    steps.take_on(made, "By hand.", STAFF, analyst, at(2))
    steps.answer(made, "So.", [], analyst, at(3))
    steps.accept(made, member, at(4))
    with pytest.raises(steps.NotNowError):
        steps.withdraw(made, "After all not.", member, at(5))


def test_a_question_withdrawn_after_its_meeting_was_not_answered_by_it(member: User) -> None:
    """Meetings on 10 December, seen on the 20th: one withdrawn on the day, one a day later."""
    in_time, after = asked(member), asked(member)
    steps.withdraw(in_time, "No longer needed.", member, at(10))
    steps.withdraw(after, "No longer needed.", member, at(11))
    found = kept(standings(), date(2026, 12, 20))
    assert (found.in_time, found.due) == (0, 1)
    assert not any(each.late(date(2026, 12, 20)) for each in standings())
