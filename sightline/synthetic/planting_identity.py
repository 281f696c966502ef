"""Identities that go astray between returns, put in on purpose to try the crosswalk on."""

from __future__ import annotations

from dataclasses import replace

from sightline.synthetic.chains import FrontDoor, Known
from sightline.synthetic.chance import stream
from sightline.synthetic.days import YEAR
from sightline.synthetic.model import Person
from sightline.synthetic.people import pupil_number
from sightline.synthetic.planting import Planted
from sightline.synthetic.population import Window

SCHOOL_AGE = 7 * YEAR
ADOPTED = ("E11", "E12")


def plant_identities(
    people: list[Person], door: FrontDoor, window: Window, planted: Planted
) -> None:
    """One child of each kind, where there is one to be found."""
    spared = set(planted.not_visited + planted.unregistered_home + planted.twins)
    able = [
        person for person in people
        if person.child_id not in spared and window.last - person.born > SCHOOL_AGE
        and not person.uasc and person.periods[0].start < window.last - 700
        and person.period_on(window.last) is not None
    ]  # fmt: skip
    rng = stream(window.seed, "identities")
    chosen = rng.sample(able, min(2, len(able)))
    if chosen:
        planted.known_as_other[chosen[0].child_id] = f"4{chosen[0].child_id}"
    if len(chosen) > 1:
        planted.new_pupil_number[chosen[1].child_id] = pupil_number(rng)
    _use_an_id_again(people, door, window, planted)
    _adopt_anew(people, door, window, planted)


def _use_an_id_again(
    people: list[Person], door: FrontDoor, window: Window, planted: Planted
) -> None:
    """A new child gets the number of one who left care long before; they are two children."""
    left = [
        person for person in people
        if len(person.periods) == 1 and window.first + 30 < person.periods[0].end
        and person.periods[0].end < window.last - 900
        and person.periods[0].end - person.born < 13 * YEAR
    ]  # fmt: skip
    new = [
        chain for chain in door.chains
        if chain.care is None and chain.opened and len(door.by_child[chain.child.child_id]) == 1
        and window.last - 500 < chain.contact < window.last - 250
        and chain.contact - chain.child.born > 7 * YEAR
    ]  # fmt: skip
    if left and new:
        rng = stream(window.seed, "id used again")
        first, second = rng.choice(left), rng.choice(new)
        planted.id_used_again[first.child_id] = second.child.upn
        second.child = replace(second.child, child_id=first.child_id)


def _adopt_anew(people: list[Person], door: FrontDoor, window: Window, planted: Planted) -> None:
    """An adopted child, referred later under a new number: nothing may join the two."""
    adopted = [
        person for person in people
        if person.periods[-1].reason in ADOPTED
        and window.first < person.periods[-1].end < window.last - 200
    ]  # fmt: skip
    templates = [c for c in door.chains if c.care is None and c.opened]
    if not adopted or not templates:
        return
    rng = stream(window.seed, "adopted anew")
    person = rng.choice(adopted)
    new_id = str(9_000_000 + rng.randrange(10**6))
    since = person.periods[-1].end + 30
    able = [c for c in templates if since < c.contact < window.last - 40]
    if able:
        like = rng.choice(able)
        known = Known(new_id, person.sex, person.born, person.ethnicity, person.disabled,
                      pupil_number(rng), f"F{new_id}")  # fmt: skip
        door.add(replace(like, child=known, reviews=list(like.reviews), visits=list(like.visits)))
        planted.adopted_anew[person.child_id] = new_id
