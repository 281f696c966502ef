"""How long a child stays in care, by what route the child leaves, and under which legal status."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sightline.synthetic.chance import around, pick
from sightline.synthetic.days import YEAR, birthday
from sightline.synthetic.model import Adoption, Period, Spell

ROUTES: tuple[tuple[float, dict[str, float]], ...] = (
    # up to this age on entry: the chance of each route out of care
    (
        1,
        {
            "adoption": 0.33,
            "guardian": 0.26,
            "home": 0.21,
            "order": 0.04,
            "grow_up": 0.10,
            "other": 0.06,
        },
    ),
    (
        5,
        {
            "adoption": 0.18,
            "guardian": 0.27,
            "home": 0.26,
            "order": 0.06,
            "grow_up": 0.18,
            "other": 0.05,
        },
    ),
    (
        10,
        {
            "adoption": 0.03,
            "guardian": 0.21,
            "home": 0.32,
            "order": 0.07,
            "grow_up": 0.30,
            "other": 0.07,
        },
    ),
    (16, {"guardian": 0.06, "home": 0.41, "order": 0.03, "grow_up": 0.33, "other": 0.17}),
    (19, {"home": 0.27, "grow_up": 0.49, "other": 0.24}),
)
ADULT_REASONS = {"E5": 0.34, "E6": 0.16, "E7": 0.10, "E17": 0.17, "E8": 0.23}
OTHER_REASONS = {
    "E8": 0.38,
    "E13": 0.26,
    "E3": 0.14,
    "E14": 0.10,
    "E9": 0.07,
    "E16": 0.04,
    "E2": 0.01,
}
YOUNG = ("E8", "E13", "E3", "E16", "E2")  # reasons that a young child can leave for
GUARDIAN_REASONS = {"E45": 0.68, "E46": 0.07, "E47": 0.22, "E48": 0.03}
DAYS_OF_POLICE_PROTECTION = 3


@dataclass(slots=True)
class Career:
    """The bones of one period of care."""

    route: str
    start: int
    end: int
    reason: str
    legal: list[Spell]
    adoption: Adoption | None = None


def route_for(rng: Random, age: float, uasc: bool) -> str:
    """The route out of care that lies ahead of a child entering at this age (years)."""
    if uasc:
        return "grow_up"
    weights = next(weights for limit, weights in ROUTES if age < limit)
    return pick(rng, weights)


def length_of_stay(rng: Random, route: str, proceedings: int) -> int:
    """Days in care for the routes that do not end with adulthood or an adoption order."""
    if route == "home":
        kind = pick(rng, {"short": 0.47, "middle": 0.23, "long": 0.30})
        medians = {"short": (24, 1.0), "middle": (200, 0.5), "long": (1050, 0.5)}
        return around(rng, *medians[kind])
    if route == "guardian":
        return proceedings if rng.random() < 0.62 else proceedings + around(rng, 560, 0.7)
    if route == "order":
        return max(60, proceedings + round(rng.gauss(20, 60)))
    return around(rng, 130, 1.1)


def reason_for(rng: Random, route: str, age: float, days: int) -> str:
    """The 903 reason that a period of so many days ends before adulthood; age (years) on entry."""
    if route == "home":
        unplanned = 0.28 if days < 120 else 0.10
        return pick(rng, {"E4B": unplanned, "E13": 0.10, "E4A": 0.90 - unplanned})
    if route == "guardian":
        return pick(rng, GUARDIAN_REASONS)
    if route == "order":
        return "E41"
    able = {code: weight for code, weight in OTHER_REASONS.items() if age >= 12 or code in YOUNG}
    return pick(rng, able)


def reason_of_guardianship(period: Period) -> str:
    """The reason the period ended: former foster carers become guardians only of a foster child."""
    if period.placements[-1].code.startswith("U"):
        return period.reason
    return {"E45": "E47", "E46": "E48"}.get(period.reason, period.reason)


def adoption_steps(rng: Random, start: int, proceedings: int) -> Adoption:
    """From decision to order: about nine, ten, one and nine months apart, as published."""
    order = start + proceedings
    decision = order - rng.randrange(20, 75)
    same_carer = rng.random() < 0.13
    matched = order + (around(rng, 70, 0.5) if same_carer else around(rng, 230, 0.65))
    placed = matched + rng.randrange(14, 50)
    adopted = placed + around(rng, 255, 0.35)
    early = start + rng.randrange(0, 60) if same_carer else None
    return Adoption(decision, order, matched, placed, adopted, None, "", same_carer, early)


def reversed_plan(rng: Random, start: int, proceedings: int) -> Adoption:
    """A decision for adoption that was given up after a search."""
    order = start + proceedings
    reversed_on = order + around(rng, 420, 0.5)
    reason = pick(rng, {"RD1": 0.42, "RD3": 0.40, "RD4": 0.18})
    return Adoption(order - rng.randrange(20, 75), order, None, None, None, reversed_on, reason)


def opening_statuses(rng: Random, start: int, age: float, route: str) -> list[Spell]:
    """The first statuses, before any full order: section 20, police protection, interim order."""
    court = {"adoption": 1.0, "guardian": 0.95, "order": 0.8, "grow_up": 0.97, "home": 0.5}
    share = court.get(route, 0.3)
    if age >= 10:
        share *= 0.93
    if rng.random() >= share:
        return [Spell(start, "V2")]
    how = pick(rng, {"at once": 0.66, "section 20": 0.22, "police": 0.09, "emergency": 0.03})
    if how == "section 20":
        return [Spell(start, "V2"), Spell(start + rng.randrange(10, 90), "C1")]
    if how == "police":
        return [
            Spell(start, "L1"),
            Spell(start + rng.randrange(1, DAYS_OF_POLICE_PROTECTION + 1), "C1"),
        ]
    if how == "emergency":
        return [Spell(start, "L2"), Spell(start + rng.randrange(4, 9), "C1")]
    return [Spell(start, "C1")]


def legal_history(
    rng: Random, career: Career, age: float, uasc: bool, final_hearing: int
) -> list[Spell]:
    """Every legal status of the period, none beginning on or after its last day."""
    if uasc:
        return [Spell(career.start, "V2")]
    if career.reason == "E14":
        return [Spell(career.start, "J1")]
    spells = opening_statuses(rng, career.start, age, career.route)
    if spells[-1].code == "C1":
        if career.adoption is not None:
            spells.append(Spell(career.adoption.order, "E1"))
            if career.adoption.reversed_on is not None:
                spells.append(Spell(career.adoption.reversed_on, "C2"))
        else:
            spells.append(Spell(final_hearing, "C2"))
    return [spell for spell in spells if spell.start < career.end]


def career_from(rng: Random, start: int, born: int, uasc: bool) -> Career:
    """One period of care beginning on `start`, followed to its end."""
    age = (start - born) / YEAR
    adult = birthday(born, 18)
    route = route_for(rng, age, uasc)
    proceedings = min(max(round(rng.gauss(325, 75)), 150), 620)
    adoption = _adoption(rng, route, age, start, proceedings)
    end, reason = _ending(rng, route, start, (adult, proceedings), adoption)
    if uasc and rng.random() < 0.07:
        end, reason = start + around(rng, 60, 0.6), "E15"
    if end >= adult:
        end, reason = adult, pick(rng, ADULT_REASONS)
    if adoption is not None and adoption.reversed_on is not None and adoption.reversed_on >= end:
        adoption = None
    career = Career(route, start, end, reason, [], adoption)
    career.legal = legal_history(rng, career, age, uasc, start + proceedings)
    if career.adoption and all(spell.code != "E1" for spell in career.legal):
        career.adoption = None
    return career


def _adoption(rng: Random, route: str, age: float, start: int, proceedings: int) -> Adoption | None:
    if route == "adoption":
        return adoption_steps(rng, start, proceedings)
    if route == "grow_up" and age < 6 and rng.random() < 0.22:
        return reversed_plan(rng, start, proceedings)
    return None


def _ending(
    rng: Random, route: str, start: int, horizon: tuple[int, int], adoption: Adoption | None
) -> tuple[int, str]:
    adult, proceedings = horizon
    if route == "grow_up":
        return adult, "E5"
    if adoption is not None and adoption.adopted is not None:
        return adoption.adopted, pick(rng, {"E11": 0.58, "E12": 0.42})
    days = length_of_stay(rng, route, proceedings)
    return start + days, reason_for(rng, route, 18 - (adult - start) / YEAR, days)
