"""A theme across whatever reports are loaded: whose weakness, when, and what came after."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement import decisions
from sightline.improvement.across import Year, by_authority, by_year, said_of, themes_across
from sightline.improvement.models import Finding, Review
from sightline.improvement.reading import add_review
from sightline.improvement.years_picture import FLOOR, HEIGHT, said, years_picture
from sightline.people.models import User
from tests.improvement_letters import (
    BLAMED,
    FOCUSED_VISIT_2021,
    FOCUSED_VISIT_2023,
    PRAISED,
    pdf_inspection,
    text_letter,
)

# Wilson's interval of 2 in 10, 95%: 5.7% to 51.0% (Newcombe 1998, method 3).
TWO_OF_TEN = Year(2018, 2, 10)


def test_a_year_has_its_share_and_interval() -> None:
    assert TWO_OF_TEN.share == 0.2
    assert TWO_OF_TEN.interval.low == pytest.approx(0.057, abs=0.0005)
    assert TWO_OF_TEN.interval.high == pytest.approx(0.510, abs=0.0005)
    assert said(TWO_OF_TEN) == "2018: 2 of 10 reports, 20% (6% to 51%)"


def test_the_picture_has_a_dot_a_year_as_high_as_its_share() -> None:
    picture = years_picture((TWO_OF_TEN, Year(2019, 1, 1)))
    assert picture is not None
    first, second = picture.dots
    assert first.y == FLOOR - 0.2 * HEIGHT
    assert second.y == FLOOR - HEIGHT
    assert first.low > first.y > first.high, "downwards on the page"
    assert first.x < second.x
    assert years_picture(()) is None


@pytest.fixture
def lead(db: None, settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    settings.AUTHORITY_NAME = "Eastholme"
    user = User.objects.create_user("lead", role="improvement_lead")
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), user)
    add_review(pdf_inspection(tmp_path), user)
    praised = FOCUSED_VISIT_2023.replace("Eastholme", "Westmoor").replace(BLAMED, PRAISED)
    praised = praised.split("Areas for improvement")[0] + "Findings" + praised.split("Findings")[1]
    add_review(text_letter(tmp_path, praised, "other.txt"), user)
    return user


def test_a_report_counts_once_a_theme(lead: User) -> None:
    """Long-term fostering: blamed at Eastholme in both reports, at Westmoor nowhere."""
    (found,) = (
        each for each in themes_across(Finding.objects.all()) if each.theme == "long_term_fostering"
    )
    assert (found.weak, found.authorities) == (2, 1)


def test_what_each_report_says_in_time_with_its_grade(lead: User) -> None:
    found = said_of("long_term_fostering", Finding.objects.all())
    assert [each.review.authority for each in found] == ["Eastholme", "Eastholme", "Westmoor"]
    first, second, other = found
    assert (first.grade, first.weaknesses) == (None, 1)
    assert (second.grade, second.weaknesses) == ("Requires improvement to be good", 1)
    assert other.weaknesses == 0
    assert second.words == "Weakness (1)"
    assert [(each.year, each.weak, each.reports) for each in by_year(found)] == [
        (2021, 1, 1),
        (2023, 0, 1),
        (2024, 1, 1),
    ]
    assert by_authority(found) == (("Eastholme", (first, second)),)


def test_news_is_no_report_and_not_counted(lead: User) -> None:
    Review.objects.filter(authority="Westmoor").update(kind="news")
    found = said_of("long_term_fostering", Finding.objects.all())
    assert [each.review.authority for each in found] == ["Eastholme", "Eastholme"]


def test_the_rejected_says_nothing(lead: User) -> None:
    for finding in Finding.objects.filter(text=BLAMED):
        decisions.reject(finding, lead, datetime(2026, 5, 3, tzinfo=UTC), "Misread.")
    _, second, _ = said_of("long_term_fostering", Finding.objects.all())
    assert second.weaknesses == 0


def test_the_pages_say_how_many_and_lead_to_the_words(lead: User) -> None:
    page = Client()
    page.force_login(lead)
    body = page.get("/findings/themes/").content.decode()
    assert "From three reports of two authorities that were loaded here" in body
    body = page.get("/findings/themes/long_term_fostering/").content.decode()
    assert "2 of 3 reports loaded have it as a weakness: 67%, between 21% and 94%" in body
    assert "Westmoor" not in body, "it was never its weakness"
    address = "/findings/?theme=long_term_fostering&amp;whose=every&amp;direction=weakness"
    assert address in body
    assert BLAMED in page.get(address.replace("&amp;", "&")).content.decode()
    listed = page.get("/findings/themes/long_term_fostering/reports.csv").content.decode()
    assert "Westmoor" in listed, "the file has every report"


def test_a_councillor_counts_only_what_is_confirmed(lead: User) -> None:
    page = Client()
    page.force_login(User.objects.create_user("councillor", role="councillor"))
    assert "No finding has been confirmed yet" in page.get("/findings/themes/").content.decode()


def test_an_unknown_theme_or_form_is_not_found(lead: User) -> None:
    page = Client()
    page.force_login(lead)
    assert page.get("/findings/themes/unicorns/").status_code == 404
    assert page.get("/findings/themes/themes.docx").status_code == 404
