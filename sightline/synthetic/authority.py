"""The whole made-up authority: its children, workers, homes, front door and adopters, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from sightline.synthetic.adopters import Adopter, adopters_for
from sightline.synthetic.careers import Career, reason_of_guardianship
from sightline.synthetic.chains import FrontDoor
from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import YEAR, add_months, age_on, birthday, month_ends
from sightline.synthetic.families import make_families, short_breaks
from sightline.synthetic.front_door import front_door
from sightline.synthetic.geography import AUTHORITY, LEA, Provision, postcode
from sightline.synthetic.health import health_of
from sightline.synthetic.journey import MONTHS_SINCE_INSPECTION, Journey
from sightline.synthetic.missing import missing_of
from sightline.synthetic.model import Period, Person
from sightline.synthetic.pathways import Setting
from sightline.synthetic.permanence import match_for_good, plans_of
from sightline.synthetic.placements import Surroundings, placements_of
from sightline.synthetic.planting import Planted, plant
from sightline.synthetic.planting_identity import plant_identities
from sightline.synthetic.planting_rewriting import plant_rewriting
from sightline.synthetic.population import Window, population
from sightline.synthetic.reviews import reviews_of
from sightline.synthetic.visits import visits_of
from sightline.synthetic.workforce import Workforce, allocations_of

SHOWN_BEFORE = 400  # days before the files that still show in them: earlier checks, later plans
NEEDS = {"N1": 0.66, "N2": 0.03, "N3": 0.035, "N4": 0.075, "N5": 0.13, "N6": 0.015, "N8": 0.055}


@dataclass(slots=True)
class Authority:
    """Everything the files are written from."""

    seed: int
    until: int
    extracts: list[int]
    return_years: list[int]
    journey: Journey
    people: list[Person]
    workforce: Workforce
    door: FrontDoor
    adopters: list[Adopter]
    short_breaks: list[Person]
    planted: Planted = field(default_factory=Planted)


@dataclass(frozen=True, slots=True)
class Place:
    """Which authority it is, and in what it differs from another of its size."""

    name: str = AUTHORITY
    lea: str = LEA
    months_since_inspection: int = MONTHS_SINCE_INSPECTION
    need: float = 1.0
    pilot: int | None = None


THORNMERE = Place()


def simulate(
    children_in_care: int, years: int, seed: int, until: date, place: Place = THORNMERE
) -> Authority:
    """Simulate an authority whose files end on `until` and reach back `years` years."""
    last_march = until.year if (until.month, until.day) >= (3, 31) else until.year - 1
    first_year = last_march - years + 1
    extracts = month_ends(until, years * 12)
    first = min(date(first_year - 1, 4, 1).toordinal(), add_months(extracts[0], -6))
    window = Window(first, until.toordinal(), children_in_care, seed, place.need, place.pilot)
    journey = Journey.ending(until, place.months_since_inspection)
    past = first - round(8 * YEAR)
    force = Workforce.made(stream(seed, "workforce"), children_in_care, past, window.last, journey)
    provision = Provision.made(stream(seed, "homes"), children_in_care)
    around_it = Surroundings(provision, journey)
    people = []
    for person, careers in population(window):
        _live(person, careers, window, (force, around_it))
        people.append(person)
    make_families(people, seed)
    breaks = short_breaks(window, provision)
    made = Authority(
        seed, window.last, extracts, list(range(first_year, last_march + 1)), journey, people,
        force, front_door(people + breaks, window, Setting(journey, force, first - SHOWN_BEFORE)),
        adopters_for(people, window), breaks,
    )  # fmt: skip
    made.planted = plant(made.people, window, journey)
    plant_identities(made.people, made.door, window, made.planted)
    plant_rewriting(made.people, made.extracts, seed, journey, made.planted)
    return made


def _need(rng: Random, person: Person) -> str:
    """The category of need: absent parenting for every unaccompanied child."""
    if person.uasc:
        return "N8"
    return "N2" if person.disabled and rng.random() < 0.3 else pick(rng, NEEDS)


def _live(
    person: Person, careers: list[Career], window: Window, world: tuple[Workforce, Surroundings]
) -> None:
    """Follow a child through each period of care."""
    for number, career in enumerate(careers):
        rng = stream(window.seed, person.child_id, "period", number)
        period = Period(
            career.start, career.end, career.reason, career.route,
            _need(rng, person),
            career.legal, postcode(rng, AUTHORITY), adoption=career.adoption,
        )  # fmt: skip
        if person.uasc:
            period.home_postcode = ""
        person.periods.append(period)
        _fill(person, period, career, window, world)
    _motherhood(person, window)


def _fill(
    person: Person, period: Period, career: Career, window: Window,
    world: tuple[Workforce, Surroundings],
) -> None:  # fmt: skip
    """Placements, plans and everything done with the child; each from a stream of its own."""
    if period.end < window.first - SHOWN_BEFORE:
        return
    force, around_it = world
    subject = (window.seed, person.child_id, period.start)
    period.placements = placements_of(stream(*subject, "placements"), person, career, around_it)
    journey = around_it.journey
    period.reason = reason_of_guardianship(period)
    period.plans = plans_of(stream(*subject, "plans"), person, period, journey)
    period.placements = match_for_good(stream(*subject, "match"), period, journey, person.born)
    period.allocations = allocations_of(stream(*subject, "workers"), person, period, force)
    until = window.last
    period.reviews = reviews_of(stream(*subject, "reviews"), person, period, journey, until)
    period.visits = visits_of(
        stream(*subject, "visits"), period, journey, window.first - SHOWN_BEFORE, until
    )
    period.health = health_of(stream(*subject, "health"), person, period, journey, until)
    period.missing = missing_of(stream(*subject, "missing"), person, period, journey, until)


def _motherhood(person: Person, window: Window) -> None:
    """A few young women in care have a child of their own."""
    rng = stream(window.seed, person.child_id, "mother")
    last = person.periods[-1]
    if person.sex == "F" and age_on(person.born, last.end - 1) >= 16 and rng.random() < 0.05:
        day = max(birthday(person.born, 15) + rng.randrange(200, 900), last.start + 20)
        if day < last.end:
            person.mother_of = day
