"""Plans for permanence, and the match that turns a foster home into a long-term one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from sightline.synthetic.chance import around, pick
from sightline.synthetic.days import YEAR, birthday
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Period, Person, Placement, Spell, placement_on

LONG_TERM_FOSTERING = "LONG_TERM_FOSTERING"
SECOND_REVIEW = 118  # days after the start of care
RESIDENTIAL = ("K2", "S1", "R1")
PLAN_OF_ROUTE: dict[str, dict[str, float]] = {
    "home": {"RETURN_HOME": 1.0},
    "guardian": {"SGO_CAO": 1.0},
    "order": {"SGO_CAO": 1.0},
    "other": {"RETURN_HOME": 0.6, "OTHER": 0.4},
}


def _settled_plan(rng: Random, person: Person, period: Period, day: int) -> str:
    """The plan that the second review agrees, by where the child's care is in truth heading."""
    if person.uasc or (day - person.born) / YEAR >= 15.8:
        return "SUPPORTED_LIVING"
    if period.adoption is not None:
        return "ADOPTION"
    if period.route in PLAN_OF_ROUTE:
        return pick(rng, PLAN_OF_ROUTE[period.route])
    if placement_on(period.placements, day).code in RESIDENTIAL:
        return "LONG_TERM_RESIDENTIAL"
    return LONG_TERM_FOSTERING


def plans_of(rng: Random, person: Person, period: Period, journey: Journey) -> list[Spell]:
    """The plan at every stage: none or return home at first, then one for good.

    It is due by the second review, four months after the start of care.
    """
    first = "RETURN_HOME" if not person.uasc and rng.random() < 0.45 else ""
    if person.uasc:
        first = "SUPPORTED_LIVING"
    agreed = period.start + (
        rng.randrange(85, SECOND_REVIEW)
        if rng.random() < journey.level("permanence_plan", period.start + SECOND_REVIEW)
        else SECOND_REVIEW + around(rng, 75, 0.7)
    )
    plans = [Spell(period.start + rng.randrange(3, 12), first)]
    plans.append(Spell(agreed, _settled_plan(rng, person, period, agreed)))
    adoption = period.adoption
    if adoption is not None:
        plans[-1].start = min(adoption.decision, agreed)
        if adoption.reversed_on is not None:
            plans.append(Spell(adoption.reversed_on, LONG_TERM_FOSTERING))
    if period.route == "grow_up" and not person.uasc:
        plans += _following_the_child(rng, period, plans[-1].start)
    if period.route == "grow_up" and not person.uasc and rng.random() < 0.55:
        plans.append(Spell(birthday(person.born, 16) + rng.randrange(60, 500), "SUPPORTED_LIVING"))
    plans.sort(key=lambda plan: plan.start)
    kept = [plan for plan in plans if plan.start < period.end]
    return [
        plan for index, plan in enumerate(kept) if index == 0 or plan.code != kept[index - 1].code
    ]


def _following_the_child(rng: Random, period: Period, agreed: int) -> list[Spell]:
    """Changes of plan at the reviews after a child has moved to another kind of care for good."""
    kinds = {"K2": "LONG_TERM_RESIDENTIAL", "P1": "RETURN_HOME", "U6": LONG_TERM_FOSTERING}
    kinds["U3"] = LONG_TERM_FOSTERING
    return [
        Spell(placement.start + rng.randrange(70, 200), kinds[placement.code])
        for placement in period.placements
        if placement.start > agreed
        and placement.end - placement.start > 230
        and placement.code in kinds
        and not (period.adoption and placement.start < (period.adoption.reversed_on or 0))
    ]


def match_for_good(rng: Random, period: Period, journey: Journey, born: int) -> list[Placement]:
    """Placements again, foster homes matched for the long term split where the panel agreed."""
    planned = next((plan.start for plan in period.plans if plan.code == LONG_TERM_FOSTERING), None)
    if planned is None:
        return period.placements
    result: list[Placement] = []
    for placement in period.placements:
        day = _match_day(rng, placement, planned, journey)
        if day is None or day >= birthday(born, 17):
            result.append(placement)
            continue
        before = replace(placement, end=day, why_ended="STAND")
        code = "U1" if placement.code == "U3" else "U4"
        result += [before, replace(placement, start=day, code=code)]
    return result


def _match_day(rng: Random, placement: Placement, planned: int, journey: Journey) -> int | None:
    """The day of the match, or None where the panel never agreed one."""
    ready = max(planned, placement.start + 120)
    if placement.code not in ("U6", "U3") or placement.end - ready < 60:
        return None
    never = rng.random() > journey.level("matching", ready) + 0.22
    day = ready + around(rng, 330, 0.8)
    return None if never or day >= placement.end - 30 else day
