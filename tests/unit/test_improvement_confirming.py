"""Deciding quickly: step by step through a review, and all improvements at once."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement.models import Finding, FindingEvent, Review, Status
from sightline.improvement.reading import add_review
from sightline.people.models import User
from tests.improvement_letters import (
    ASKED,
    BLAMED,
    EARLIER_BLAMED,
    FOCUSED_VISIT_2021,
    PRAISED,
    text_letter,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    return User.objects.create_user("lead", role="improvement_lead", first_name="Imogen")


@pytest.fixture
def page(lead: User) -> Client:
    client = Client()
    client.force_login(lead)
    return client


@pytest.fixture
def review(lead: User, tmp_path: Path) -> Review:
    return add_review(text_letter(tmp_path), lead)


def of(text: str) -> Finding:
    return Finding.objects.get(text=text)


def together(page: Client, review: Review, *texts: str) -> str:
    address = f"/findings/reports/{review.pk}/confirm/"
    keys = [of(text).pk for text in texts]
    return page.post(address, {"finding": keys}, follow=True).content.decode()


def test_the_improvements_are_listed_first(page: Client, review: Review) -> None:
    body = page.get(f"/findings/reports/{review.pk}/confirm/").content.decode()
    assert all(text in body for text in ASKED)
    assert BLAMED not in body, "a paragraph is read one at a time"
    assert "Confirm all 2" in body
    assert set(Finding.objects.values_list("status", flat=True)) == {Status.CANDIDATE}


def test_all_that_were_listed_are_confirmed_each_with_its_event(
    page: Client, review: Review
) -> None:
    body = together(page, review, *ASKED)
    assert "Two findings confirmed. 2 of 4 decided." in body
    assert BLAMED in body, "on to the first that waits"
    events = FindingEvent.objects.all()
    assert [each.sentence for each in events] == ["Imogen confirmed this finding"] * 2
    assert {of(text).status for text in ASKED} == {Status.CONFIRMED}


def test_nothing_is_done_by_halves_when_another_person_was_there_first(
    page: Client, review: Review
) -> None:
    page.post(f"/findings/{of(ASKED[0]).pk}/reject/", {"why": "It repeats another."})
    body = together(page, review, *ASKED)
    assert "Nothing was confirmed: look again." in body
    assert of(ASKED[1]).status == Status.CANDIDATE


def test_only_improvements_of_this_review_and_only_if_any_were_listed(
    page: Client, review: Review
) -> None:
    assert "Nothing was confirmed" in together(page, review, ASKED[0], BLAMED)
    assert "Nothing was confirmed" in together(page, review)
    address = f"/findings/reports/{review.pk}/confirm/"
    answer = page.post(address, {"finding": ["x", "-1"]}, follow=True)
    assert "Nothing was confirmed" in answer.content.decode()
    assert not FindingEvent.objects.exists()


def test_a_councillor_confirms_nothing(review: Review) -> None:
    client = Client()
    client.force_login(User.objects.create_user("councillor", role="councillor"))
    address = f"/findings/reports/{review.pk}/confirm/"
    assert client.post(address, {"finding": [of(ASKED[0]).pk]}).status_code == 403
    assert of(ASKED[0]).status == Status.CANDIDATE


def steps(page: Client, text: str) -> dict[str, str]:
    """Where each key of the page leads."""
    body = page.get(of(text).get_absolute_url()).content.decode()
    found = {}
    for piece in body.split('data-key="')[1:]:
        href = piece.split('href="')[1].split('"')[0] if 'href="' in piece.split(">")[0] else ""
        found[piece[0]] = href
    return found


def test_every_key_is_a_link_or_a_button_of_the_page(page: Client, review: Review) -> None:
    middle = steps(page, ASKED[1])
    assert set(middle) == set("cerjkn")
    assert middle["k"] == f"/findings/{of(ASKED[0]).pk}/#main-content"
    assert middle["j"] == middle["n"] == f"/findings/{of(BLAMED).pk}/#main-content"
    assert middle["e"].endswith("/edit/")
    assert "k" not in steps(page, ASKED[0])
    assert "j" not in steps(page, PRAISED)


def test_a_decided_finding_offers_to_be_reopened_and_not_to_be_confirmed(
    page: Client, review: Review
) -> None:
    page.post(f"/findings/{of(BLAMED).pk}/confirm/")
    assert set(steps(page, BLAMED)) == set("erojkn")


def test_a_councillor_steps_through_what_is_confirmed(page: Client, review: Review) -> None:
    for text in (ASKED[0], PRAISED):
        page.post(f"/findings/{of(text).pk}/confirm/")
    client = Client()
    client.force_login(User.objects.create_user("councillor", role="councillor"))
    assert steps(client, ASKED[0]) == {"j": f"/findings/{of(PRAISED).pk}/#main-content"}


def test_when_it_was_said_is_drawn_once_it_was_said_twice(
    page: Client, review: Review, lead: User, tmp_path: Path
) -> None:
    address = of(BLAMED).get_absolute_url()
    assert "When it was said" not in page.get(address).content.decode()
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    body = page.get(address).content.decode()
    assert "Said in 2 reviews: April 2021, October 2023." in body
    assert EARLIER_BLAMED in body


def test_the_balance_counts_each_finding_once(page: Client, review: Review) -> None:
    """Two improvements and one paragraph blame, one paragraph praises."""
    body = page.get(review.get_absolute_url()).content.decode()
    said = "priority action 0, weakness 3, progress 0, neutral 0, strength 1"
    assert f"Bars of the number of findings: {said}." in body
    assert ">75%<" in body
    page.post(f"/findings/{of(PRAISED).pk}/reject/", {"why": "It repeats another."})
    assert "strength 0" in page.get(review.get_absolute_url()).content.decode()


def test_the_reviews_are_narrowed_by_kind_maker_and_day(
    page: Client, review: Review, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)

    def listed(query: str) -> int:
        lines = page.get(f"/findings/reports/reports.csv?{query}").content.decode().splitlines()
        return len(lines) - 1

    assert listed("") == listed("kind=focused_visit&body=Ofsted&whose=own") == 2
    assert listed("kind=inspection") == listed("whose=others") == 0
    assert listed("since=1+1+2022") == listed("until=31+12+2021") == 1
    assert listed("since=unreadable&kind=unicorn") == 2, "what is no choice narrows nothing"


def test_the_register_says_first_what_stands(
    page: Client, review: Review, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    body = page.get("/findings/").content.decode()
    sentence = body[body.index("sl-sentence") :].split("</p>")[0]
    assert "weaknesses stand; 2 were said before; the oldest for" in sentence
    body = page.get("/findings/?direction=strength").content.decode()
    assert "No weakness stands among these." in body
