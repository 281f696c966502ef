"""How a letter came to be known: who was given it, and how long until board and scrutiny heard."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement.models import CopySent, Review
from sightline.improvement.reading import add_review
from sightline.improvement.spreading import days_to_scrutiny, steps_of
from sightline.people.models import User
from tests.improvement_letters import text_letter


def test_the_lag_counts_from_the_day_the_letter_was_received() -> None:
    review = Review(
        draft_shared=date(2023, 9, 20),
        final_shared=date(2023, 10, 2),
        published=date(2023, 10, 18),
        board_told=date(2023, 10, 2),
        scrutiny_told=date(2023, 11, 7),
    )
    said = {step.title: step.sentence for step in steps_of(review)}
    assert said == {
        "Draft shared with the authority": "20 September 2023",
        "Final letter or report received": "2 October 2023",
        "Published": "18 October 2023",
        "First reported to the improvement board": "2 October 2023, the day of the letter",
        "First reported to scrutiny": "7 November 2023, 36 days after the letter",
    }
    assert days_to_scrutiny(review) == 36  # 29 days of October and 7 of November


def test_without_that_day_it_counts_from_publication_and_without_both_not_at_all() -> None:
    told = date(2023, 10, 19)
    published = Review(published=date(2023, 10, 18), scrutiny_told=told)
    assert steps_of(published)[-1].sentence == "19 October 2023, 1 day after the letter"
    assert steps_of(Review(scrutiny_told=told))[-1].sentence == "19 October 2023"
    assert days_to_scrutiny(Review(scrutiny_told=told)) is None
    assert days_to_scrutiny(published) == 1


@pytest.fixture
def lead(db: None, settings: Settings, tmp_path: Path) -> User:
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


def note(page: Client, review: Review, **given: str) -> str:
    address = f"/findings/reports/{review.pk}/copies/"
    sent = {"to": "Department for Education", "form": "final", "on": "19 10 2023", **given}
    return page.post(address, sent, follow=True).content.decode()


def test_a_copy_given_is_noted_with_who_noted_it(page: Client, review: Review) -> None:
    body = note(page, review)
    assert "Final to Department for Education is noted." in body
    copy = CopySent.objects.get()
    assert (copy.on, copy.noted_by.first_name) == (date(2023, 10, 19), "Imogen")
    listed = page.get(f"/findings/reports/{review.pk}/copies/copies.csv").content.decode()
    assert "Final,Department for Education,2023-10-19,Imogen" in listed


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"to": " "}, "Enter who was given it"),
        ({"on": "soon"}, "Enter a date such as 31 3 2026"),
        ({"on": "1 1 2999"}, "Enter a day that is not in the future"),
        ({"form": "rumour"}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_is_refused(
    page: Client, review: Review, wrong: dict[str, str], said: str
) -> None:
    assert said in note(page, review, **wrong)
    assert not CopySent.objects.exists()


def test_the_lag_stands_on_the_page_and_in_the_file(page: Client, review: Review) -> None:
    Review.objects.update(scrutiny_told=date(2023, 11, 7))
    body = page.get(review.get_absolute_url()).content.decode()
    assert "7 November 2023, 20 days after the letter" in body  # published on 18 October
    listed = page.get("/findings/reports/reports.csv").content.decode().splitlines()
    (row,) = csv.DictReader(listed)
    assert row["Days from letter to scrutiny"] == "20"
