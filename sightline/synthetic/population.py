"""Who comes into care and when: a steady flow that keeps the stock near its target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from random import Random

from sightline.synthetic.careers import Career, career_from
from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import YEAR, date_in, day_of
from sightline.synthetic.model import Person
from sightline.synthetic.people import ETHNICITIES, UASC_ETHNICITIES, pupil_number

UASC_SHARE = 0.205
ENTRY_AGES = {(0, 1): 0.225, (1, 5): 0.18, (5, 10): 0.185, (10, 16): 0.295, (16, 17.9): 0.115}
PILOT = 2000
SPARE = 1.25  # arrivals drawn for each one needed; see _thinned
BURN_IN_YEARS = 18
RETURNS_TO_CARE = 0.13


@dataclass(frozen=True, slots=True)
class Window:
    """The days that the files show, and how many children are in care at a time."""

    first: int
    last: int
    children: int
    seed: int
    need: float = 1.0  # referrals, beside the usual number for so many children in care
    pilot: int | None = None  # the seed of the pilot that tells the mean stay; the window's own

    @property
    def counted_on(self) -> int:
        """The last 31 March, on which the number in care is the one asked for."""
        last = date_in(self.last)
        march = day_of(last.year, 3, 31)
        return march if march <= self.last else day_of(last.year - 1, 3, 31)


def entrant(rng: Random, start: int) -> tuple[Person, Career]:
    """One child entering care on `start`, with the first period of care."""
    uasc = rng.random() < UASC_SHARE
    low, high = (14.6, 17.9) if uasc else pick(rng, ENTRY_AGES)
    age = max(rng.triangular(low, high, 17.4), low) if uasc else rng.uniform(low, high)
    if (low, high) == (0, 1) and rng.random() < 0.55:
        age = rng.uniform(0, 0.08)
    born = start - round(age * YEAR)
    female = 0.06 if uasc else 0.475
    person = Person(
        child_id="",
        sex="F" if rng.random() < female else "M",
        born=born,
        ethnicity=pick(rng, UASC_ETHNICITIES if uasc else ETHNICITIES),
        uasc=uasc,
        disabled=not uasc and rng.random() < 0.11,
        upn=pupil_number(rng),
    )
    return person, career_from(rng, start, born, uasc)


@cache
def stays_of_pilot(seed: int) -> int:
    """Days in care, in all, of a pilot of entrants."""
    careers = (entrant(stream(seed, "pilot", number), 700_000)[1] for number in range(PILOT))
    return sum(career.end - career.start for career in careers)


def arrivals_a_day(window: Window) -> float:
    """How many must enter a day to keep the stock: stock = flow x mean stay."""
    stays = stays_of_pilot(window.seed if window.pilot is None else window.pilot)
    return window.children * PILOT / stays * SPARE


def arrival_days(window: Window) -> list[int]:
    """The days of arrival from before the files begin to their end; a small swell, then level."""
    rng = stream(window.seed, "arrivals")
    rate = arrivals_a_day(window)
    day: float = window.first - round(BURN_IN_YEARS * YEAR)
    days = []
    while day <= window.last:
        day += rng.expovariate(rate)
        days.append(int(day))
    return [day for day in days if day <= window.last]


def later_period(rng: Random, person: Person, before: Career, last: int) -> Career | None:
    """A second period for some children who had gone home."""
    if before.route not in ("home", "order") or rng.random() >= RETURNS_TO_CARE * 2:
        return None
    start = before.end + rng.randrange(25, 700)
    if start > last or (start - person.born) / YEAR > 17.5:
        return None
    return career_from(rng, start, person.born, uasc=False)


def population(window: Window) -> list[tuple[Person, list[Career]]]:
    """Every child whose care the files can show, youngest arrival last.

    Those who left up to eight years before the files begin are kept: care leavers are asked after.
    """
    keep_from = window.first - round(8 * YEAR)
    drawn: list[tuple[float, Person, list[Career]]] = []
    for number, start in enumerate(arrival_days(window)):
        rng = stream(window.seed, "entrant", number)
        lot = rng.random()
        person, career = entrant(rng, start)
        careers = [career]
        again = later_period(rng, person, career, window.last)
        if again is not None:
            careers.append(again)
        if careers[-1].end >= keep_from:
            drawn.append((lot, person, careers))
    found = _thinned(drawn, window)
    _make_twins(found, window)
    _number(found, window.seed)
    return found


def _thinned(
    drawn: list[tuple[float, Person, list[Career]]], window: Window
) -> list[tuple[Person, list[Career]]]:
    """Of more arrivals than are needed, those with the lowest lots: as many as make the number.

    So the number in care on the last 31 March is the one asked for, and not that give or take what
    chance does to it (24 of 600); the years before it vary.
    """
    day = window.counted_on
    lots = sorted(lot for lot, _, careers in drawn if any(c.start <= day < c.end for c in careers))
    highest = lots[min(window.children, len(lots)) - 1]
    return [(person, careers) for lot, person, careers in drawn if lot <= highest]


def _make_twins(found: list[tuple[Person, list[Career]]], window: Window) -> None:
    """Give one child still in care a twin who came in on the same day."""
    for index, (person, careers) in enumerate(found):
        age = (careers[0].start - person.born) / YEAR
        recent = careers[0].start > window.last - round(2 * YEAR)
        if recent and careers[0].end > window.last and 2 < age < 9:
            again = _staying(window, careers[0].start, person.born)
            upn = pupil_number(stream(window.seed, "twin"))
            other = replace(person, sex="F" if person.sex == "M" else "M", upn=upn)
            other.periods = []
            person.twin = other.twin = True
            found.insert(index + 1, (other, [again]))
            return


def _staying(window: Window, start: int, born: int) -> Career:
    """A period of care that goes on beyond the last day."""
    careers = (
        career_from(stream(window.seed, "twin", attempt), start, born, uasc=False)
        for attempt in count()
    )
    return next(career for career in careers if career.end > window.last)


def _number(found: list[tuple[Person, list[Career]]], seed: int) -> None:
    ids = stream(seed, "child ids").sample(range(100_000, 1_000_000), len(found))
    for (person, _), child_id in zip(found, ids, strict=True):
        person.child_id = str(child_id)
