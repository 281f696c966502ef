"""How pages write dates and figures. Expected words are those of the GOV.UK style guide."""

from datetime import UTC, date, datetime

import pytest

from sightline import words


def test_dates_are_written_out() -> None:
    assert words.day(date(2026, 10, 31)) == "31 October 2026"
    assert words.short_day(date(2026, 10, 1)) == "1 Oct 2026"
    assert words.month(date(2026, 10, 1)) == "October 2026"


def test_a_missing_date_says_so() -> None:
    assert words.day(None) == "Not known"


def test_moments_are_in_british_time() -> None:
    assert words.moment(datetime(2026, 7, 1, 13, 5, tzinfo=UTC)) == "1 July 2026, 2:05pm"
    assert words.moment(datetime(2026, 12, 1, 0, 5, tzinfo=UTC)) == "1 December 2026, 12:05am"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.69, "69%"), (0.0, "0%"), (1.0, "100%"), (0.695, "70%"), (0.005, "1%"), (None, "c")],
)
def test_percentages_round_half_up(share: float | None, said: str) -> None:
    assert words.percentage(share) == said


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [(1234, 0, "1,234"), (12.25, 1, "12.3"), (-0.04, 1, "0.0"), (None, 0, "c")],
)
def test_numbers(value: float | None, places: int, said: str) -> None:
    assert words.number(value, places) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.1, "%", "10%"),
        (612, "children", "612"),
        (518.0, "contacts", "518"),
        (1.44, "per 1,000 days", "1.4"),
        (14.9, "mean", "14.9"),
        (521.6, "mean", "522"),  # days to an adoption: a tenth tells nothing
        (0.034, "% change", "+3.4%"),
        (-0.034, "% change", "-3.4%"),
        (0.0001, "% change", "0.0%"),
    ],
)
def test_a_figure_in_its_own_unit(value: float, unit: str, said: str) -> None:
    assert words.figure(value, unit) == said


def test_an_interval_in_words() -> None:
    assert words.between(0.61, 0.74, "%") == "between 61% and 74%"
    assert words.between(None, None, "children") == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (12, "12 days late"),
        (1, "1 day late"),
        (0, "due today"),
        (-1, "due in 1 day"),
        (-1200, "due in 1,200 days"),
        (None, "No date due"),
    ],
)
def test_lateness_in_words(days: int | None, said: str) -> None:
    assert words.lateness(days) == said


def test_small_counts_are_words() -> None:
    assert words.count_of(1, "child", "children") == "one child"
    assert words.count_of(0, "review") == "no reviews"
    assert words.count_of(1200, "row") == "1,200 rows"
