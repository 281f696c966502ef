"""Reviews held late that later extracts tell as held in time: what an audit of change must find."""

from __future__ import annotations

from itertools import pairwise

from sightline.synthetic.chance import stream
from sightline.synthetic.days import working_day_before
from sightline.synthetic.model import Person
from sightline.synthetic.planting import Planted, Rewritten

HALF_YEAR = 183
MONTHS_BACK = 10
AT_MOST = 5


def plant_rewriting(people: list[Person], extracts: list[int], seed: int, planted: Planted) -> None:
    """Choose late reviews of the last months, shown as they were by at least one extract."""
    months = extracts[-MONTHS_BACK:]
    found = []
    for person in people:
        for period in person.periods:
            days = [review.day for review in period.reviews]
            for before, held in pairwise(days[1:]):
                shown = [on for on in months if on >= held]
                if held - before > HALF_YEAR + 3 and held >= months[0] and len(shown) > 1:
                    told = working_day_before(before + HALF_YEAR - 4)
                    found.append(Rewritten(person.child_id, held, told, shown[1]))
    rng = stream(seed, "rewritten")
    planted.rewritten = sorted(
        rng.sample(found, min(AT_MOST, len(found))), key=lambda one: one.child_id
    )
