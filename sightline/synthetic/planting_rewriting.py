"""Reviews held late that later extracts tell as held in time: better on paper alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sightline.synthetic.chance import stream
from sightline.synthetic.days import working_day_before
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Person
from sightline.synthetic.planting import Planted, Rewritten

HALF_YEAR = 183
EARLY_BY = 4  # days before the last day on which the review would have been in time


def plant_rewriting(
    people: list[Person], extracts: list[int], seed: int, journey: Journey, planted: Planted
) -> None:
    """Rewrite late reviews since the inspection, each shown as it was by at least one extract."""
    found = [
        one
        for person in people
        for period in person.periods
        for one in _of_period(
            person.child_id, [review.day for review in period.reviews], extracts, (seed, journey)
        )
    ]
    planted.rewrite(sorted(found, key=lambda one: (one.child_id, one.held)))


def _of_period(
    child_id: str, days: list[int], extracts: list[int], world: tuple[int, Journey]
) -> Iterator[Rewritten]:
    """Of the reviews after the second: they are due within half a year of the one before, as told.

    A second rewriting follows where the day told before would make the next review late.
    """
    seed, journey = world
    rng = stream(seed, child_id, "rewritten")
    before = days[1] if len(days) > 1 else 0
    for _, held in pairwise(days[1:]):
        shown = [on for on in extracts if on >= held][:2]
        late = held - before > HALF_YEAR + 3
        chosen = rng.random() < journey.level("rewriting", held)
        if late and chosen and len(shown) > 1 and shown[0] - held < 31:
            told = working_day_before(before + HALF_YEAR - EARLY_BY)
            yield Rewritten(child_id, held, told, shown[1])
            before = told
        else:
            before = held
