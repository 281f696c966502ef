"""Where a child lives: the first placement, moves, matching, home on a care order, adoption."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from random import Random

from sightline.synthetic.careers import Career
from sightline.synthetic.chance import around, pick
from sightline.synthetic.days import YEAR, birthday
from sightline.synthetic.geography import (
    OWN_ADOPTION_URN,
    OWN_FOSTERING_URN,
    Home,
    Provision,
    authority_of_placement,
    postcode,
)
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Person, Placement, state_on

UNDER_10 = {"U6": 0.69, "U3": 0.215, "R3": 0.015, "K2": 0.035, "P1": 0.045}
TO_16 = {"U6": 0.53, "U3": 0.10, "K2": 0.31, "S1": 0.012, "R2": 0.008, "K1": 0.01, "P1": 0.02}
OVER_16 = {"U6": 0.25, "U3": 0.07, "K2": 0.26, "K3": 0.40, "R5": 0.012, "K1": 0.008}
UASC = {"U6": 0.24, "K3": 0.73, "K2": 0.03}
UASC_UNDER_16 = {"U6": 0.90, "K2": 0.10}
NO_URN_CODES = ("P1", "R5", "R2")
REASONS = {"CARPL": 0.34, "CREQB": 0.20, "CREQO": 0.14, "LAREQ": 0.13, "CHILD": 0.07, "STAND": 0.0,
           "PLACE": 0.06, "CLOSE": 0.03, "ALLEG": 0.02, "OTHER": 0.01}  # fmt: skip


@dataclass(slots=True)
class Surroundings:
    """What every child's placements draw on: homes, the journey, running carer numbers."""

    provision: Provision
    journey: Journey
    carers: count[int] = field(default_factory=lambda: count(1))


def kind_of(
    rng: Random, person: Person, day: int, before: tuple[str, bool], around_it: Surroundings
) -> str:
    """The kind of the next placement: by age, the kind before it and whether there is an order."""
    last_kind, ordered = before
    age = (day - person.born) / YEAR
    if age >= 12 and not person.uasc:
        chance = around_it.journey.level("unregistered", day) * (1.6 if age >= 14 else 0.7)
        if rng.random() < chance:
            return "Z1"
    adult_enough = day >= birthday(person.born, 16)
    if person.uasc:
        return pick(rng, UASC if adult_enough else UASC_UNDER_16)
    if last_kind in ("K2", "K1", "Z1") and age >= 9 and rng.random() < 0.5:
        return "K2"
    weights = UNDER_10 if age < 10 else OVER_16 if adult_enough else TO_16
    code = pick(rng, weights)
    if (code == "R3" and age >= 2) or (code == "P1" and not ordered) or (code == "K2" and age < 6):
        return "U6" if rng.random() < 0.7 else "U3"
    return code


def stay(rng: Random, code: str, age: float, moves: int, staying: float) -> int:
    """Days until the next move: many early moves, then a long stay for most."""
    if code == "Z1":
        return around(rng, 75, 0.8)
    if code in ("K1", "R5", "R2", "R3"):
        return around(rng, 95, 0.5)
    base = {"U6": 0.46, "U3": 0.66, "K2": 0.46, "K3": 0.56, "P1": 0.9, "S1": 0.8}[code]
    settles = min(0.93, base * staying / 0.56 + 0.08 * moves)
    if rng.random() >= settles:
        return around(rng, 78, 0.95)
    years = 8.5 if age < 8 else 5.2 if age < 12 else 2.7
    if code in ("K2", "K3"):
        years = 1.6
    return 60 + round(rng.expovariate(1 / (years * YEAR)))


def settled(rng: Random, code: str, start: int, around_it: Surroundings) -> Placement:
    """A placement of this kind: who provides it and where it is. Its end is set by the caller."""
    carer = f"C{next(around_it.carers)}"
    provision = around_it.provision
    if code in ("K2", "S1", "K3"):
        pool = provision.supported if code == "K3" else provision.children_homes
        home = rng.choice(pool) if code != "S1" else rng.choice(provision.other)
        return Placement(
            start, 0, code, home.urn, home.provider, home.urn, home.postcode, home.authority
        )
    if code.startswith("U"):
        return _foster(rng, code, start, carer, provision.agencies)
    if code == "Z1":
        where = authority_of_placement(rng, 0.45)
        return Placement(start, 0, code, carer, "PR4", "", postcode(rng, where), where)
    if code in NO_URN_CODES:
        where = authority_of_placement(rng, 0.85 if code == "P1" else 0.3)
        provider = "PR0" if code == "P1" else "PR3"
        return Placement(start, 0, code, carer, provider, "", postcode(rng, where), where)
    home = rng.choice(provision.other)
    return Placement(
        start, 0, code, home.urn, home.provider, home.urn, home.postcode, home.authority
    )


def _foster(rng: Random, code: str, start: int, carer: str, agencies: list[Home]) -> Placement:
    if code in ("U1", "U2", "U3") or rng.random() < 0.52:
        where = authority_of_placement(rng, 0.80)
        urn, provider = OWN_FOSTERING_URN, "PR1"
    else:
        agency = rng.choice(agencies)
        where = authority_of_placement(rng, 0.48)
        urn, provider = agency.urn, agency.provider if agency.provider != "PR1" else "PR4"
    return Placement(start, 0, code, carer, provider, urn, postcode(rng, where), where)


def _moves(
    rng: Random, person: Person, career: Career, last: int, around_it: Surroundings
) -> list[Placement]:
    """Placements one after another from the start of care up to the day `last`."""
    placements: list[Placement] = []
    day = career.start
    while day < last:
        status = state_on(career.legal, day)
        ordered = status is not None and status.code in ("C1", "C2") and not career.adoption
        before = placements[-1].code if placements else ""
        code = kind_of(rng, person, day, (before, ordered), around_it)
        placement = settled(rng, code, day, around_it)
        while placements and placement.carer == placements[-1].carer:
            placement = settled(rng, code, day, around_it)
        staying = around_it.journey.level("staying", day)
        days = stay(rng, code, (day - person.born) / YEAR, len(placements), staying)
        end = day + days if last - day - days >= 10 else last
        placement.end = min(end, last)
        placement.why_ended = pick(rng, REASONS)
        placements.append(placement)
        day = placement.end
    return placements


def placements_of(
    rng: Random, person: Person, career: Career, around_it: Surroundings
) -> list[Placement]:
    """Every placement of a period of care, without gap or overlap."""
    adoption = career.adoption
    if adoption is not None and adoption.placed is not None and adoption.placed < career.end:
        return _towards_adoption(rng, person, career, around_it)
    home_from = _home_from(rng, career)
    if home_from is None:
        return _moves(rng, person, career, career.end, around_it)
    before = _moves(rng, person, career, home_from, around_it) if home_from > career.start else []
    home = settled(rng, "P1", home_from, around_it)
    home.end = career.end
    if before:
        before[-1].why_ended = "CARPL"
    return [*before, home]


def _home_from(rng: Random, career: Career) -> int | None:
    """The day from which a child on a care order lives with parents, for the children who do."""
    full = next((spell.start for spell in career.legal if spell.code == "C2"), None)
    interim = next((spell.start for spell in career.legal if spell.code == "C1"), None)
    length = career.end - career.start
    if career.route == "home" and full is not None and length > 350:
        if rng.random() < 0.88:
            return max(full - rng.randrange(0, 90), career.start + 60)
    elif career.route in ("home", "order") and interim is not None and rng.random() < 0.42:
        return interim + rng.randrange(0, 60) if career.end - interim > 90 else None
    elif career.route == "grow_up" and full is not None and rng.random() < 0.05:
        return min(full + rng.randrange(100, 1500), career.end - 100)
    return None


def _towards_adoption(
    rng: Random, person: Person, career: Career, around_it: Surroundings
) -> list[Placement]:
    adoption = career.adoption
    assert adoption is not None
    assert adoption.placed is not None
    code = "A5" if adoption.same_carer else "A6"
    if adoption.early_permanence is None:
        before = _moves(rng, person, career, adoption.placed, around_it)
        family = settled(rng, "P1", adoption.placed, around_it)
        family = Placement(adoption.placed, career.end, code, family.carer, "PR1",
                           OWN_ADOPTION_URN, family.postcode, family.authority)  # fmt: skip
        before[-1].why_ended = "CARPL"
        return [*before, family]
    first = adoption.early_permanence
    before = _moves(rng, person, career, first, around_it) if first > career.start else []
    early = settled(rng, "U5", first, around_it)
    early.end, early.why_ended = adoption.placed, "STAND"
    family = Placement(adoption.placed, career.end, code, early.carer, early.provider, early.urn,
                       early.postcode, early.authority)  # fmt: skip
    if before:
        before[-1].why_ended = "CARPL"
    return [*before, early, family]
