"""How a letter came to be known: each step with its day, and how long after the letter it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.improvement.models import Review


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and the days since the final letter was received (or published); None before it."""

    title: str
    on: date
    days: int | None

    @property
    def sentence(self) -> str:
        """ "12 May 2026, 23 days after the letter"."""
        if self.days is None or self.days < 0:
            return words.day(self.on)
        if self.days == 0:
            return f"{words.day(self.on)}, the day of the letter"
        count = "1 day" if self.days == 1 else f"{self.days:,} days"
        return f"{words.day(self.on)}, {count} after the letter"


def steps_of(review: Review) -> tuple[Step, ...]:
    """The steps whose day is known, in the order in which they are due to come.

    The lag counts from the day the final letter was received, else from publication.
    """
    letter = review.final_shared or review.published
    return tuple(
        Step(title, on, (on - letter).days if letter and lags else None)
        for title, on, lags in _known(review)
    )


def days_to_scrutiny(review: Review) -> int | None:
    """Days from the letter until it was first reported to scrutiny; None where one is unknown."""
    letter = review.final_shared or review.published
    return (review.scrutiny_told - letter).days if letter and review.scrutiny_told else None


def _known(review: Review) -> Iterator[tuple[str, date, bool]]:
    dated = (
        ("Draft shared with the authority", review.draft_shared, False),
        ("Comments on factual accuracy sent", review.accuracy_sent, False),
        ("Final letter or report received", review.final_shared, False),
        ("Embargo ended", review.embargo_until, False),
        ("Published", review.published, False),
        ("First reported to the improvement board", review.board_told, True),
        ("First reported to scrutiny", review.scrutiny_told, True),
    )
    for title, on, lags in dated:
        if on:
            yield title, on, lags
