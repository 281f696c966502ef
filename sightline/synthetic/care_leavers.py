"""What becomes of young people after care: in touch, where they live, what they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sightline.synthetic.chance import lot, pick, stream
from sightline.synthetic.days import age_on, birthday
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Person

WEEKS_13 = 91
ASK_AFTER_21 = 0.4
GONE = ("E2", "E3")  # died, or in another authority's care: no care leaver of this one
IN_TOUCH = {"YES": 0.925, "NO": 0.038, "REFU": 0.018, "NREQ": 0.010, "RHOM": 0.008, "DIED": 0.001}
ACTIVITY = {"F1": 0.06, "P1": 0.005, "F2": 0.24, "P2": 0.02, "F4": 0.03, "P4": 0.005, "F5": 0.17,
            "P5": 0.045, "G4": 0.13, "G5": 0.225, "G6": 0.07}  # fmt: skip
ACCOMMODATION = {
    "B": 0.13, "C": 0.03, "D": 0.20, "E": 0.05, "K": 0.04, "S": 0.015, "T": 0.02, "U": 0.33,
    "V": 0.012, "W": 0.005, "X": 0.033, "Y": 0.03, "Z": 0.095, "R": 0.01,
}  # fmt: skip
UNSUITABLE = {"S": 1.0, "V": 0.8, "W": 0.9, "X": 1.0, "R": 1.0, "Y": 0.2, "B": 0.04, "K": 0.06}


@dataclass(frozen=True, slots=True)
class AfterCare:
    """A young person's circumstances in one year of age."""

    in_touch: str
    activity: str
    accommodation: str
    suitable: bool
    last_contact_days: int
    pathway_review_days: int


def is_care_leaver(person: Person, on: int) -> bool:
    """Looked after for 13 weeks or more since 14, some of it after 16, and no longer so."""
    if person.period_on(on) is not None:
        return False
    past = [period for period in person.periods if period.end <= on]
    if not past or past[-1].reason in GONE:
        return False
    from_14, from_16 = birthday(person.born, 14), birthday(person.born, 16)
    days = sum(max(0, period.end - max(period.start, from_14)) for period in past)
    return days >= WEEKS_13 and any(period.end > from_16 for period in past)


def eligibility(person: Person, on: int) -> str | None:
    """Eligible, relevant or former relevant on a day; None for everyone else.

    Children Act 1989 schedule 2 paragraph 19B, sections 23A and 23C: former relevant to 21, and a
    part of those aged 21 to 25 who ask for support.
    """
    age = age_on(person.born, on)
    open_period = person.period_on(on)
    if open_period is not None:
        long_enough = on - max(open_period.start, birthday(person.born, 14)) >= WEEKS_13
        return "ELIGIBLE" if age >= 16 and long_enough else None
    if not is_care_leaver(person, on):
        return None
    if age < 18:
        return "RELEVANT"
    if age < 21:
        return "FORMER_RELEVANT"
    wants = lot(person.child_id, "support after 21") < ASK_AFTER_21
    return "FORMER_RELEVANT" if age < 25 and wants else None


def has_died(seed: int, person: Person, age: int, journey: Journey) -> bool:
    """Whether the young person had died before turning `age`."""
    return any(
        after_care(seed, person, birthday(person.born, earlier), journey).in_touch == "DIED"
        for earlier in range(17, age)
        if is_care_leaver(person, birthday(person.born, earlier))
    )


def after_care(seed: int, person: Person, on: int, journey: Journey) -> AfterCare:
    """Circumstances on a day: they hold for a year of age and are the same in every file."""
    age = age_on(person.born, on)
    better = (journey.level("planned", on) - 0.8) * 0.3
    return _circumstances(seed, person.child_id, age, round(better, 3))


@lru_cache(maxsize=20_000)
def _circumstances(seed: int, child_id: str, age: int, better: float) -> AfterCare:
    rng = stream(seed, child_id, "after care", age)
    in_touch = pick(rng, IN_TOUCH)
    if in_touch == "YES" and rng.random() > 0.98 + better:
        in_touch = "NO"
    accommodation = pick(rng, ACCOMMODATION)
    if (age < 18 and accommodation in ("U", "Z")) or (age < 19 and accommodation == "T"):
        accommodation = "D"
    suitable = rng.random() >= UNSUITABLE.get(accommodation, 0.02)
    activity = pick(rng, ACTIVITY)
    return AfterCare(in_touch, activity, accommodation, suitable, rng.randrange(2, 75),
                     rng.randrange(5, 230 if better > 0 else 330))  # fmt: skip
