"""The inspection history: grades by area, what came back, and the picture of it."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement.history import Past, grades_of, history_of, recurring
from sightline.improvement.history_picture import GAP, picture_of
from sightline.improvement.models import Finding, Judgement, Review
from sightline.improvement.reading import add_review
from sightline.letters import Grade
from sightline.people.models import User
from tests.improvement_letters import (
    BLAMED,
    FOCUSED_VISIT_2021,
    FOCUSED_VISIT_2023,
    pdf_inspection,
    text_letter,
)


def judged(*pairs: tuple[str, str]) -> dict[str, Grade]:
    return grades_of(Judgement(judgement=judgement, grade=grade) for judgement, grade in pairs)


def test_the_judgements_of_today_by_area() -> None:
    assert judged(
        ("The impact of leaders on social work practice with children and families", "Good"),
        ("The experiences and progress of children who need help and protection", "Inadequate"),
        ("The experiences and progress of children in care", "Outstanding"),
        ("The experiences and progress of care leavers", "Requires improvement to be good"),
        ("Overall effectiveness", "Inadequate"),
    ) == {
        "Leadership": "Good",
        "Help and protection": "Inadequate",
        "Children in care": "Outstanding",
        "Care leavers": "Requires improvement to be good",
        "Overall effectiveness": "Inadequate",
    }


def test_the_judgements_before_2018_and_not_the_boards() -> None:
    """Of the single inspection framework: adoption, within a judgement, has no row of its own."""
    assert judged(
        ("1. Children who need help and protection", "Good"),
        ("2. Children looked after and achieving permanence", "Requires improvement to be good"),
        ("2.1 Adoption performance", "Good"),
        ("2.2 Experiences and progress of care leavers", "Outstanding"),
        ("3. Leadership, management and governance", "Inadequate"),
        ("The effectiveness of the Local Safeguarding Children Board (LSCB)", "Inadequate"),
    ) == {
        "Help and protection": "Good",
        "Children in care": "Requires improvement to be good",
        "Care leavers": "Outstanding",
        "Leadership": "Inadequate",
    }


def past(day: date, *themes: str, **grades: Grade) -> Past:
    review = Review(pk=day.toordinal(), kind="inspection", title=f"Inspection of {day:%Y}")
    named = {name.replace("_", " ").capitalize(): grade for name, grade in grades.items()}
    return Past(review, day, named, 1, len(themes), 2, 3, frozenset(themes))


FIRST, SECOND, THIRD = date(2015, 6, 1), date(2019, 6, 1), date(2019, 8, 1)


def test_themes_that_came_back_the_most_often_first() -> None:
    line = (past(FIRST, "visits", "neglect"), past(SECOND, "visits", "voice"), past(THIRD, "voice"))
    assert recurring(line) == (("visits", (0, 1)), ("voice", (1, 2)))
    assert recurring((*line, past(date(2020, 1, 1), "voice")))[0] == ("voice", (1, 2, 3))


def test_a_column_for_each_review_none_upon_another() -> None:
    picture = picture_of((past(FIRST), past(SECOND), past(THIRD)))
    assert picture is not None
    first, second, third = (column.x for column in picture.columns)
    assert second - first > 4 * GAP, "four years"
    assert third - second == GAP, "two months, moved on so that the words do not meet"
    assert picture.width >= third


def test_a_grade_is_a_letter_in_the_row_of_its_area_and_told_in_words() -> None:
    inadequate = past(FIRST, overall_effectiveness=Grade.INADEQUATE, care_leavers=Grade.GOOD)
    picture = picture_of((inadequate,))
    assert picture is not None
    rows = dict(picture.rows)
    drawn = {(mark.letters, mark.y, mark.told) for mark in picture.marks}
    assert drawn == {
        ("I", rows["Overall effectiveness"], "Overall effectiveness, June 2015: Inadequate"),
        ("G", rows["Care leavers"], "Care leavers, June 2015: Good"),
    }
    assert "Children in care" not in rows, "nobody judged it: no row"
    assert "Overall inadequate in June 2015." in picture.described
    counts = {count.y: count.number for count in picture.counts}
    assert counts[rows["Priority actions"]] == 1
    assert (counts[rows["Progress"]], counts[rows["Strengths"]]) == (2, 3)


def test_no_review_no_picture() -> None:
    assert picture_of(()) is None


# As stored, and as a page


@pytest.fixture
def lead(db: None, settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    settings.AUTHORITY_NAME = "Eastholme"
    return User.objects.create_user("lead", role="improvement_lead")


@pytest.fixture
def page(lead: User) -> Client:
    client = Client()
    client.force_login(lead)
    return client


def test_the_history_is_of_the_authority_alone_the_earliest_first(
    lead: User, tmp_path: Path
) -> None:
    add_review(pdf_inspection(tmp_path), lead)
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    other = FOCUSED_VISIT_2023.replace("Eastholme", "Westmoor")
    add_review(text_letter(tmp_path, other, "other.txt"), lead)
    older, newer = history_of(Finding.objects.prefetch_related("themes"))
    assert (older.day, newer.day) == (date(2021, 4, 21), date(2024, 4, 29))
    assert (older.weaknesses, older.strengths) == (2, 1)
    assert newer.grades == {
        "Overall effectiveness": "Requires improvement to be good",
        "Leadership": "Good",
    }


def test_the_page_says_what_matters_first_and_has_all_of_it_as_a_table(
    page: Client, lead: User, tmp_path: Path
) -> None:
    add_review(pdf_inspection(tmp_path), lead)
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    body = page.get("/findings/history/").content.decode()
    lead_said = body[body.index("sl-sentence") :].split("</p>")[0]
    assert "Judged requires improvement to be good overall in April 2024" in lead_said
    assert body.index("<svg") < body.index("Reviews, the newest first")
    assert "Permanence" in body
    listed = page.get("/findings/history/history.csv").content.decode()
    assert listed.index("April 2021") < listed.index("April 2024")


def test_a_councillor_counts_only_what_is_confirmed(
    page: Client, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path), lead)
    councillor = Client()
    councillor.force_login(User.objects.create_user("councillor", role="councillor"))

    def counted() -> str:
        line = councillor.get("/findings/history/history.csv").content.decode().splitlines()[1]
        return ",".join(line.split(",")[-5:])

    assert counted() == "0,0,0,0,"
    page.post(f"/findings/{Finding.objects.get(text=BLAMED).pk}/confirm/")
    assert counted().startswith("0,1,0,0,")


def test_news_is_no_review_in_the_history(lead: User, tmp_path: Path) -> None:
    review = add_review(text_letter(tmp_path), lead)
    findings = Finding.objects.prefetch_related("themes")
    assert len(history_of(findings)) == 1
    Review.objects.filter(pk=review.pk).update(kind="news")
    assert history_of(findings) == ()


def test_an_empty_register_has_no_history(page: Client) -> None:
    body = page.get("/findings/history/").content.decode()
    assert "No review of Eastholme with a date has been loaded yet." in body
