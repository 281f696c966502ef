"""What was known when, by whom, and what was done."""

from datetime import date
from typing import Any

import pytest

from sightline.improvement.early_warnings import (
    WarningError,
    gap_words,
    story,
    warn,
    write_response,
)
from sightline.improvement.models import EarlyWarning, KeptRowsStandError
from sightline.people.models import User
from tests.answers_data import NOW, TODAY, action, finding, person, review

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


def warned(lead: User, on: date, theme: str = "", **said: Any) -> EarlyWarning:
    words = {"kind": "staff_alert", "said": "Plans drift.", "known_by": "The director"}
    return warn({**words, "on": on, "theme": theme, "source": "Minutes", **said}, lead, NOW)


def test_without_a_warning_there_is_no_gap() -> None:
    assert story(TODAY).sentence == "No warning is written down."


def test_nothing_done_since_the_first_warning(lead: User) -> None:
    warned(lead, date(2026, 11, 1))
    warned(lead, date(2026, 10, 31))
    found = story(TODAY)  # 31 October to 30 November: 30 days
    assert found.sentence == (
        "Nothing is written down as done since the first warning, 30 days ago."
    )
    assert gap_words(found.known[0]) == "None yet, for 30 days"


def test_the_gap_ends_with_the_first_response_or_action(lead: User) -> None:
    first = warned(lead, date(2026, 3, 1))
    write_response(first, date(2026, 6, 1), "A panel was set up.", lead, NOW)
    found = story(TODAY)  # 1 March to 1 June: 31 + 30 + 31 = 92 days
    assert found.sentence == "From the first warning to the first thing done: 92 days."
    assert gap_words(found.known[0]) == "92 days"
    made = finding(review(lead, date(2026, 4, 15)), "Plans drift.")
    action(made, lead, began=date(2026, 5, 1))
    assert story(TODAY).gap == 61


def test_what_was_done_before_the_first_warning_does_not_answer_it(lead: User) -> None:
    action(finding(review(lead, date(2025, 1, 1)), "Old."), lead, began=date(2025, 2, 1))
    warned(lead, date(2026, 11, 20))
    assert story(TODAY).open


def test_the_time_line_has_warnings_answers_reviews_and_actions_in_order(lead: User) -> None:
    first = warned(lead, date(2026, 3, 1))
    write_response(first, date(2026, 6, 1), "A panel was set up.", lead, NOW)
    said = finding(review(lead, date(2026, 4, 15)), "Plans drift.")
    action(said, lead, began=date(2026, 7, 1))
    told = [(each.on.month, each.what) for each in story(TODAY).moments]
    assert told == [(3, "Staff alert"), (4, "Review"), (6, "Response"), (7, "Action began")]


def test_one_theme_is_told_by_itself(lead: User) -> None:
    warned(lead, date(2026, 3, 1), "visits")
    warned(lead, date(2026, 2, 1), "permanence")
    action(finding(review(lead, date(2026, 1, 1)), "Drift."), lead, began=date(2026, 4, 1))
    assert [each.warning.theme for each in story(TODAY, "visits").known] == ["visits"]
    assert story(TODAY, "visits").open, "the action answers another theme"
    assert story(TODAY, "permanence").gap == 59  # 1 February to 1 April: 28 + 31


def test_no_day_to_come_and_no_answer_before_its_warning(lead: User) -> None:
    with pytest.raises(WarningError, match="still to come"):
        warned(lead, date(2026, 12, 1))
    first = warned(lead, date(2026, 3, 1))
    with pytest.raises(WarningError, match="came on 1 March 2026"):
        write_response(first, date(2026, 2, 1), "Too soon.", lead, NOW)
    with pytest.raises(WarningError, match="still to come"):
        write_response(first, date(2026, 12, 1), "Too late.", lead, NOW)


def test_a_warning_is_not_rewritten_afterwards(lead: User) -> None:
    first = warned(lead, date(2026, 3, 1))
    first.said = "We always knew."
    with pytest.raises(KeptRowsStandError):
        first.save()
    with pytest.raises(KeptRowsStandError):
        first.delete()
