"""Brothers and sisters in care, and children who only have short breaks."""

from __future__ import annotations

from dataclasses import replace

from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import YEAR, date_in, day_of
from sightline.synthetic.geography import AUTHORITY, NO_URN, Provision, postcode
from sightline.synthetic.model import Period, Person, Placement, Spell
from sightline.synthetic.people import ETHNICITIES, pupil_number
from sightline.synthetic.population import Window

DAYS_APART, LOOK_AHEAD, LARGEST = 60, 80, 4
HAS_SIBLINGS = 0.62
SHORT_BREAKS_SHARE = 0.012  # of the number in care: children with an agreement for short breaks
AGREEMENT = "V4"


def make_families(people: list[Person], seed: int) -> None:
    """Give children of like ethnicity who came in within weeks of each other one family and home.

    Drawn from those who are there, so that nothing else about them changes.
    """
    rng = stream(seed, "families")
    order = sorted(people, key=lambda person: (person.periods[0].start, person.child_id))
    for index, first in enumerate(order):
        if not first.family and not first.uasc and rng.random() < HAS_SIBLINGS:
            _join(first, order[index + 1 : index + LOOK_AHEAD])
    twins = [person for person in people if person.twin]
    for person in people:
        person.family = person.family or f"F{person.child_id}"
    for person in twins:
        person.family = twins[0].family


def _join(first: Person, following: list[Person]) -> None:
    group = [first]
    for other in following:
        if len(group) < LARGEST and _could_be_siblings(group, other):
            group.append(other)
    for person in group[1:]:
        first.family = person.family = f"F{first.child_id}"
        person.periods[0].home_postcode = first.periods[0].home_postcode


def _could_be_siblings(group: list[Person], other: Person) -> bool:
    first = group[0]
    if other.family or other.uasc or other.twin or other.ethnicity != first.ethnicity:
        return False
    if other.periods[0].start - first.periods[0].start > DAYS_APART:
        return False
    gaps = [abs(person.born - other.born) for person in group]
    return min(gaps) > 300 and max(gaps) < 12 * YEAR


def short_breaks(window: Window, provision: Provision) -> list[Person]:
    """Disabled children with yearly agreements for short breaks, who are not counted as in care.

    An agreement runs from 5 April to 25 March, a period of its own in the 903 (status V4).
    """
    rng = stream(window.seed, "short breaks")
    number = max(1, round(window.children * SHORT_BREAKS_SHARE))
    made = []
    for index in range(number):
        born = window.last - round(rng.uniform(7, 15) * YEAR)
        person = Person(
            f"7{index:06d}", pick(rng, {"M": 0.65, "F": 0.35}), born, pick(rng, ETHNICITIES),
            False, True, pupil_number(rng), family=f"F7{index:06d}", short_breaks=True,
        )  # fmt: skip
        home, house = postcode(rng, AUTHORITY), rng.choice(provision.children_homes)
        at = Placement(0, 0, "K2", house.urn, house.provider, house.urn or NO_URN, house.postcode,
                       house.authority)  # fmt: skip
        first = date_in(window.first).year + 1 + rng.randrange(0, 2)
        for year in range(first, date_in(window.last).year):
            start, end = day_of(year, 4, 5), day_of(year + 1, 3, 25)
            person.periods.append(Period(
                start, end, "E8", "short breaks", "N2", [Spell(start, AGREEMENT)], home,
                [replace(at, start=start, end=end)],
            ))  # fmt: skip
        if person.periods:
            made.append(person)
    return made
