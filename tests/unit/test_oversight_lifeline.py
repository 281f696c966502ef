"""A child's life in care as one picture."""

from __future__ import annotations

from datetime import date

from sightline.jobs.life import Lane, Spell
from sightline.oversight.lifeline import LEFT, WIDTH, lifeline

AS_AT = date(2025, 12, 31)


def home(started: str, ended: str | None, words: str) -> Spell:
    until = date.fromisoformat(ended) if ended else None
    return Spell(Lane.HOME, date.fromisoformat(started), until, None, words)


def test_no_spells_no_picture() -> None:
    assert lifeline([], AS_AT) is None


def test_bars_follow_the_days_from_the_first_to_today() -> None:
    """Two homes of a year each out of two years: each bar is half the width."""
    drawn = lifeline(
        [
            home("2024-01-01", "2025-01-01", "fostering"),
            home("2025-01-01", None, "children's home"),
        ],
        AS_AT,
    )
    assert drawn is not None
    first, second = drawn.bars
    half = (WIDTH - LEFT) / 2
    assert first.x == LEFT
    assert abs(first.width - half) < 5
    assert abs(second.x + second.width - WIDTH) < 6
    assert (first.label, second.label) == ("Fostering", "Children's home")
    assert first.shade != second.shade
    assert second.told == "Children's home: since 1 January 2025"


def test_words_that_do_not_fit_their_bar_are_told_only_to_those_who_point_at_it() -> None:
    drawn = lifeline(
        [home("2015-01-01", "2025-12-01", "fostering"), home("2025-12-01", None, "hospital")], AS_AT
    )
    assert drawn is not None
    assert drawn.bars[1].label == ""
    assert drawn.bars[1].told == "Hospital: since 1 December 2025"


def test_a_long_life_has_no_more_than_ten_years_marked() -> None:
    drawn = lifeline([home("2008-01-01", None, "fostering")], AS_AT)
    assert drawn is not None
    assert 5 <= len(drawn.ticks) <= 10


def test_what_it_shows_is_said_in_words() -> None:
    drawn = lifeline([home("2024-01-01", None, "fostering")], AS_AT)
    assert drawn is not None
    assert drawn.described == "One placement over time. What has happened, below, has every date."
