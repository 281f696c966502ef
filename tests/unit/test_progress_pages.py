"""What people say, what sources say side by side, and whether a priority may be closed."""

import html
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from sightline.assurance.hearing import Method, Weight, Words, telling, weight
from sightline.assurance.sustaining import Sustained
from sightline.assurance.triangulation import Says, Status
from sightline.improvement import prioritising
from sightline.improvement.models import Finding, Priority
from sightline.people.models import AccessEvent, User
from sightline.progress import writing
from sightline.progress.demo import add_demo_progress
from sightline.progress.models import Heard
from sightline.progress.pack_section import sections
from sightline.progress.voices import by_theme
from sightline.progress.writing import ProgressError
from tests.answers_data import NOW, TODAY, finding, person, review, shown, signed_in

pytestmark = pytest.mark.django_db

GRID, HEARD = "/plan/priorities/", "/plan/priorities/heard/"


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def visits(lead: User) -> Finding:
    return finding(review(lead, date(2026, 6, 1)), "Visits are late.", "visits")


def plain(page: str) -> str:
    """The words of a page in one line, without its marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def said(**other: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "theme": "visits", "who": "children", "how": "survey", "people": 40, "asked": 100,
        "on": date(2026, 10, 1), "says": "better", "words": "They come when they say.",
    }  # fmt: skip
    return {**row, **other}


@pytest.mark.parametrize(
    ("method", "people", "asked", "expected"),
    [
        (Method.SURVEY, 40, 100, Weight.STRONG),
        (Method.SURVEY, 40, 400, Weight.FAIR),
        (Method.SURVEY, 40, None, Weight.FAIR),
        (Method.SURVEY, 9, 9, Weight.LIGHT),
        (Method.FORUM, 12, None, Weight.FAIR),
        (Method.COMPLAINT, 50, None, Weight.LIGHT),
    ],
)
def test_how_much_words_weigh(
    method: Method, people: int, asked: int | None, expected: Weight
) -> None:
    assert weight(method, people, asked) is expected


def test_of_the_weightiest_words_of_late_the_least_favourable_speak() -> None:
    rows = [
        Words(1, Says.POOR, TODAY, Weight.LIGHT),
        Words(2, Says.GOOD, TODAY, Weight.FAIR),
        Words(3, Says.SAME, TODAY - timedelta(days=90), Weight.FAIR),
        Words(4, Says.POOR, TODAY - timedelta(days=600), Weight.STRONG),
    ]
    found = telling(rows, TODAY)
    assert found is not None
    assert found.key == 3
    assert telling(rows[3:], TODAY) is None


def test_inspectors_are_not_outvoted_by_children_who_say_better(
    lead: User, visits: Finding
) -> None:
    writing.hear(said(), None, lead, NOW)
    found = by_theme(TODAY, exact=True)[visits.theme_ids[0]]
    assert found.status is Status.NOT_IMPROVING
    assert [each.sentence for each in found.conflicts] == [
        "Children and families say better; external reviews say poor"
    ]
    assert not found.inside_is_rosier
    words = plain(shown(signed_in(lead), GRID))
    assert "40 of 100 asked; weight strong" in words


def test_who_sees_no_small_numbers_is_told_fewer_than_six(lead: User) -> None:
    writing.hear(said(people=3, asked=None), None, lead, NOW)
    chair = signed_in(person("board_chair"))
    assert "fewer than 6" in plain(shown(chair, HEARD))
    assert "fewer than 6" not in plain(shown(signed_in(lead), HEARD))


def test_a_correction_is_a_new_row_and_only_one_corrects_it(lead: User) -> None:
    first = writing.hear(said(), None, lead, NOW)
    writing.hear(said(says="worse"), first, lead, NOW)
    with pytest.raises(ProgressError, match="already"):
        writing.hear(said(says="good"), first, lead, NOW)
    assert Heard.objects.count() == 2
    assert by_theme(TODAY, exact=True)["visits"].status is Status.NOT_IMPROVING


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"on": "1 1 2999"}, "still to come"),
        ({"asked": "20"}, "No more can have spoken than were asked"),
        ({"words": "Two children said so"}, "fewer than six children"),
        ({"people": ""}, "Enter how many"),
    ],
)
def test_bad_input_is_told_and_nothing_is_kept(
    lead: User, wrong: dict[str, str], message: str
) -> None:
    sent = {**{key: str(value) for key, value in said(on="1 10 2026").items()}, **wrong}
    answer = signed_in(lead).post(f"{HEARD}add/", sent)
    assert message in plain(answer.content.decode())
    assert not Heard.objects.exists()


def test_it_is_written_down_by_form_and_downloaded_with_a_note_in_the_log(lead: User) -> None:
    page = signed_in(lead)
    sent = {key: str(value) for key, value in said(on="1 10 2026").items()}
    assert page.post(f"{HEARD}add/", sent).status_code == 302
    assert "They come when they say." in page.get("/plan/priorities/heard.csv").content.decode()
    assert AccessEvent.objects.filter(why="what-people-say.csv").count() == 1


def test_a_conflict_is_settled_with_a_reason_and_the_status_stands(
    lead: User, visits: Finding
) -> None:
    writing.hear(said(), None, lead, NOW)
    page = signed_in(lead)
    address = f"{GRID}themes/visits/settle/"
    answer = page.post(address, {"by_source": "external reviews", "why": "They read the records."})
    assert answer.status_code == 302
    words = plain(shown(page, GRID))
    assert "Imogen goes by external reviews: They read the records." in words
    assert "by the rules it was not improving" in words


def test_without_two_that_are_opposed_there_is_nothing_to_settle(
    lead: User, visits: Finding
) -> None:
    sent = {"by_source": "staff", "why": "They know."}
    answer = signed_in(lead).post(f"{GRID}themes/visits/settle/", sent)
    assert "No two sources say opposite things" in plain(answer.content.decode())


def test_a_priority_that_has_not_lasted_is_not_closed(lead: User, visits: Finding) -> None:
    priority = prioritising.gather("Visits", [visits], "", lead, NOW)
    page, address = signed_in(lead), f"{GRID}{priority.pk}/"
    answer = page.post(f"{address}close/", {"why": "The board meets."})
    assert "It may not be closed yet" in plain(answer.content.decode())
    assert not priority.stated.exists()
    writing.close(priority, Sustained(True, ()), "Six months on end.", lead, NOW)
    assert "It is closed: Six months on end." in plain(shown(page, address))


def test_what_children_asked_for_stands_with_what_they_say_now(lead: User, visits: Finding) -> None:
    priority = prioritising.gather("Visits", [visits], "", lead, NOW)
    page, address = signed_in(lead), f"{GRID}{priority.pk}/"
    sent = {"people": "18", "on": "1 9 2025", "words": "One person who stays."}
    assert page.post(f"{address}asked-for/", sent).status_code == 302
    words = plain(shown(page, address))
    assert "One person who stays." in words
    assert "Not asked since" in words
    half = page.post(f"{address}asked-for/", {**sent, "says_now": "same"})
    assert "or neither" in plain(half.content.decode())


def test_the_demo_is_made_once_and_its_pack_says_what_is_not_known(
    lead: User, visits: Finding
) -> None:
    prioritising.gather("Visits", [visits], "", lead, NOW)
    for _ in range(2):
        add_demo_progress(lead, TODAY)
    assert Heard.objects.count() == 13
    pace, sources = sections(TODAY, outside=True)
    assert pace.sentence.startswith("No measure with a standard bears on Visits")
    assert sources.table is not None
    rows = {row[0]: row[1:] for row in sources.table.rows}
    assert rows["Social work visits"] == (
        "Not improving", "Nothing", "Nothing", "Poor", "Poor", "Better",
    )  # fmt: skip
    assert Priority.objects.count() == 1
