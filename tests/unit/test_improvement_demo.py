"""The demo's register looks as if people had been at work in it."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement.demo import ELSEWHERE, add_demo_letters
from sightline.improvement.models import Finding, FindingEvent, FindingKind, Review, Status
from sightline.improvement.standing import recurring_unanswered
from sightline.people.models import User
from sightline.synthetic.journey import Journey
from sightline.synthetic.letters import WrittenLetters, write_letters
from tests.improvement_letters import FOCUSED_VISIT_2021, FOCUSED_VISIT_2023, text_letter

pytestmark = pytest.mark.django_db

INSPECTION_2019 = """Inspection of Eastholme children’s services

Inspection dates: 4 to 15 March 2019

Report published: 29 April 2019

Recommendations

1. See every child who is placed far from home as often as other children (paragraph 2).

Findings

Early help workers know their families well, and parents speak of them with affection.

The town hall was painted green in the summer, and again in the winter of that year.
"""


@pytest.fixture
def lead(settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    return User.objects.create_user("lead", role="improvement_lead")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / ELSEWHERE).mkdir(parents=True)
    text_letter(folder, FOCUSED_VISIT_2021, "middle.txt")
    text_letter(folder, name="another.txt")
    text_letter(folder, INSPECTION_2019, "oldest.txt")
    (folder / "notes.json").write_text("{}", encoding="utf-8")
    other = FOCUSED_VISIT_2023.replace("Eastholme", "Westholme")
    text_letter(folder / ELSEWHERE, other, "other.txt")
    return folder


def stands(authority: str, year: int, *, improvements: bool) -> list[str]:
    kind = FindingKind.FINDING
    rows = Finding.objects.filter(review__authority=authority, review__published__year=year)
    kept = rows.exclude(kind=kind) if improvements else rows.filter(kind=kind)
    return [each.status for each in kept.order_by("order")]


def test_the_older_the_letter_the_more_is_decided(lead: User, letters: Path) -> None:
    assert len(add_demo_letters(letters, lead)) == 4
    assert stands("Eastholme", 2023, improvements=True) == ["candidate", "candidate"]
    assert stands("Eastholme", 2023, improvements=False) == ["candidate", "candidate"]
    assert stands("Eastholme", 2021, improvements=True) == ["confirmed"]
    assert stands("Eastholme", 2021, improvements=False) == ["confirmed", "candidate"]
    assert stands("Eastholme", 2019, improvements=True) == ["confirmed"]
    assert stands("Eastholme", 2019, improvements=False) == ["confirmed", "rejected"]


def test_other_authorities_letters_are_there_and_nobody_decides_on_them(
    lead: User, letters: Path
) -> None:
    add_demo_letters(letters, lead)
    assert set(stands("Westholme", 2023, improvements=True)) == {"candidate"}
    assert set(stands("Westholme", 2023, improvements=False)) == {"candidate"}


def test_a_reference_is_edited_away_with_its_reason(lead: User, letters: Path) -> None:
    add_demo_letters(letters, lead)
    asked = Finding.objects.get(review__published__year=2019, kind=FindingKind.RECOMMENDATION)
    assert asked.text.endswith("(paragraph 2).")
    assert asked.wording == (
        "See every child who is placed far from home as often as other children."
    )
    assert asked.reason


def test_each_letter_came_on_its_day_and_was_decided_on_in_one(lead: User, letters: Path) -> None:
    add_demo_letters(letters, lead)
    days: dict[Review, set[date]] = {}
    for event in FindingEvent.objects.select_related("finding__review"):
        assert event.at > event.finding.review.added_at
        days.setdefault(event.finding.review, set()).add(event.at.date())
    assert {review.published: sorted(each) for review, each in days.items()} == {
        date(2019, 4, 29): [date(2019, 5, 13)],
        date(2021, 4, 21): [date(2021, 5, 5)],
    }


def test_a_second_run_changes_nothing(lead: User, letters: Path) -> None:
    add_demo_letters(letters, lead)
    events = FindingEvent.objects.count()
    assert add_demo_letters(letters, lead) == ()
    assert (Review.objects.count(), FindingEvent.objects.count()) == (4, events)


@pytest.fixture
def written(tmp_path: Path) -> WrittenLetters:
    until = date(2026, 10, 31)
    return write_letters(tmp_path / "made-up", Journey.ending(until), until, seed=1)


def test_the_made_up_register_says_what_was_said_before(
    lead: User, written: WrittenLetters
) -> None:
    """Matching was asked for in 2020 and by everybody since; the paper of 2026 still waits."""
    added = add_demo_letters(written.own[0].parent, lead)
    assert len(added) == len(written.own) + len(written.elsewhere) == 24
    standing = recurring_unanswered(date(2026, 10, 31))
    assert {each.finding.review.authority for each in standing} == {"Thornmere"}
    longest = [each for each in standing if each.said_first == date(2020, 12, 14)]
    matching = [each for each in longest if "match" in each.finding.wording]
    assert matching
    assert max(each.times_said for each in matching) >= 4
    waiting = Finding.objects.filter(review__authority="Thornmere", status=Status.CANDIDATE)
    assert {each.review.published for each in waiting} == {date(2026, 8, 3), date(2026, 9, 15)}
