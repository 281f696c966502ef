"""Health assessments and dental checks on their days, and the yearly answers to the OC2."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sightline.synthetic.chance import pick
from sightline.synthetic.days import YEAR, age_on, working_day_before
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Health, Period, Person

YEAR_DAYS, HALF_YEAR = 365, 182
REASONS_WITHOUT_SCORE = {"SDQ1": 0.06, "SDQ2": 0.50, "SDQ3": 0.14, "SDQ4": 0.10, "SDQ5": 0.20}


def health_of(rng: Random, person: Person, period: Period, journey: Journey, until: int) -> Health:
    """The assessments (first by about 20 working days) and dental checks that took place."""
    end = min(period.end - 1, until)
    made = Health()
    in_time = rng.random() < journey.level("initial_health", period.start)
    day = period.start + (rng.randrange(12, 28) if in_time else 30 + rng.randrange(0, 60))
    while day <= end:
        made.assessments.append(working_day_before(day))
        gap = HALF_YEAR if (day - person.born) / YEAR < 4.7 else YEAR_DAYS
        day += _gap(rng, gap, journey.level("health", day), 330)
    day = period.start + rng.randrange(30, 240)
    while day <= end:
        if (day - person.born) / YEAR > 0.75:
            made.dental.append(working_day_before(day))
        day += _gap(rng, YEAR_DAYS, journey.level("dental", day), 600)
    return made


def _gap(rng: Random, allowed: int, on_time: float, worst: int) -> int:
    """Days to the next check: within those allowed, or up to `worst` days beyond them."""
    if rng.random() < on_time:
        return rng.randrange(round(allowed * 0.86), allowed - 4)
    return allowed + rng.randrange(15, worst)


@dataclass(frozen=True, slots=True)
class Answers:
    """One child's OC2 answers for a return year."""

    score: int | None
    reason: str
    convicted: bool | None
    development: bool | None
    immunised: bool
    dental: bool
    assessed: bool
    misuse: bool
    received: bool | None
    offered: bool | None


def yearly_answers(
    rng: Random, person: Person, period: Period, journey: Journey, year_end: int
) -> Answers:
    """The OC2 of one child for the year ending on `year_end` (31 March)."""
    age = age_on(person.born, year_end)
    first = year_end - YEAR_DAYS
    checks = sum(first < day <= year_end for day in period.health.assessments)
    score, reason = _difficulties(rng, journey, age, year_end, period)
    misuse = age >= 11 and rng.random() < 0.058
    received = misuse and rng.random() < 0.42
    return Answers(
        score=score,
        reason=reason,
        convicted=rng.random() < 0.02 if age >= 10 else None,
        development=rng.random() < 0.88 if age < 5 else None,
        immunised=rng.random()
        < journey.level("immunised", year_end) + (0.02 if age < 12 else -0.03),
        dental=any(first < day <= year_end for day in period.health.dental),
        assessed=checks >= (2 if age < 5 else 1),
        misuse=misuse,
        received=received if misuse else None,
        offered=rng.random() < 0.75 if misuse and not received else None,
    )


def _difficulties(
    rng: Random, journey: Journey, age: float, year_end: int, period: Period
) -> tuple[int | None, str]:
    """The strengths and difficulties score: asked of ages 4 to 16, answered for most."""
    if not 4 <= age < 17:
        return None, ""
    if rng.random() > journey.level("sdq", year_end):
        return None, pick(rng, REASONS_WITHOUT_SCORE)
    moves = sum(year_end - 730 < p.start <= year_end for p in period.placements)
    mean = 13.9 + 1.1 * min(moves, 4)
    return min(40, max(0, round(rng.gauss(mean, 8.6)))), ""
