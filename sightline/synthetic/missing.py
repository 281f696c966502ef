"""Going missing: a minority of teenagers, again and again, most from homes rather than families."""

from __future__ import annotations

from random import Random

from sightline.synthetic.days import YEAR
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Missing, Period, Person, placement_on

FACTORS = {"K2": 1.7, "K3": 1.6, "Z1": 2.4, "P1": 0.8}
TEENAGERS_WHO_GO_MISSING = 0.25
EPISODES_A_YEAR = 26


def missing_of(
    rng: Random, person: Person, period: Period, journey: Journey, until: int
) -> list[Missing]:
    """The child's missing episodes in this period of care, none overlapping."""
    prone = rng.random() < TEENAGERS_WHO_GO_MISSING
    from_age = rng.uniform(11.5, 15.5) if prone else rng.uniform(8, 17)
    rate = EPISODES_A_YEAR if prone else 0.10
    day = max(period.start, person.born + round(from_age * YEAR))
    episodes: list[Missing] = []
    while True:
        day += 1 + round(rng.expovariate(rate / YEAR))
        if day >= period.end or day > until:
            return episodes
        code = placement_on(period.placements, day).code
        if rng.random() > FACTORS.get(code, 0.7) / 2.4:
            continue
        end = min(
            day + (0 if rng.random() < 0.45 else round(rng.expovariate(1 / 1.6))), period.end - 1
        )
        offered = rng.random() < journey.level("return_interviews", day)
        accepted = offered and rng.random() < 0.64
        episodes.append(Missing(day, end, "M" if rng.random() < 0.82 else "A", offered, accepted))
        day = end
