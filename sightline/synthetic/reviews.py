"""Statutory reviews: within 20 working days, then three months, then every six months."""

from __future__ import annotations

from random import Random

from sightline.synthetic.chance import around, pick
from sightline.synthetic.days import birthday, working_day_before
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Period, Person, Review

# Calendar days never later than the duty allows (20 working days are 28 days or more).
FIRST, SECOND, LATER = (16, 27), (74, 89), (150, 180)
TAKING_PART = {
    "PN1": 0.52,
    "PN2": 0.03,
    "PN3": 0.11,
    "PN4": 0.02,
    "PN5": 0.20,
    "PN6": 0.05,
    "PN7": 0.07,
}


def code_on(person: Person, day: int, code: str) -> str:
    """How the child took part in a review said to be held on a day: under four, PN0."""
    return "PN0" if day < birthday(person.born, 4) else code


def reviews_of(
    rng: Random, person: Person, period: Period, journey: Journey, until: int
) -> list[Review]:
    """The reviews held, the planned day kept or missed by how well the authority then did."""
    held: list[Review] = []
    day = period.start
    while True:
        low, high = (FIRST, SECOND, LATER)[min(len(held), 2)]
        due = day + rng.randrange(low, high + 1)
        if rng.random() > journey.level("reviews", due):
            due = day + high + 4 + around(rng, 16, 0.9)
        day = working_day_before(due)
        if day >= period.end or day > until:
            return held
        held.append(Review(day, code_on(person, day, pick(rng, TAKING_PART))))
