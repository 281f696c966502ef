"""The front door: a chain for every entry to care and for every other child who was referred."""

from __future__ import annotations

from collections import Counter
from random import Random

from sightline.synthetic.chains import Chain, FrontDoor, Known
from sightline.synthetic.chance import pick, stream
from sightline.synthetic.crowd import early_help, long_known, others
from sightline.synthetic.days import birthday
from sightline.synthetic.model import Period, Person
from sightline.synthetic.pathways import SOURCES, Setting, enquire, follow, opened, refer
from sightline.synthetic.population import Window

CLOSED_BY = {
    "E11": "RC1", "E12": "RC1", "E41": "RC3", "E2": "RC2", "E3": "RC5", "E7": "RC6",
    "E45": "RC4", "E46": "RC4", "E47": "RC4", "E48": "RC4",
}  # fmt: skip
PLAN_LEFT_OPEN = 0.12
# A child who goes home from care is still in need for a while; one who grows up in care has help
# until 21 more often than not.
AFTER_HOME, STAYS_KNOWN = 0.6, 0.62


def front_door(people: list[Person], window: Window, setting: Setting) -> FrontDoor:
    """Chains for the children in care while the files are open, and for the others.

    Those who entered long before are there too: the CIN census counts a child in care as in need.
    """
    chains = [
        _into_care(
            stream(window.seed, person.child_id, "front door", number), person, number, setting
        )
        for person in people
        for number, period in enumerate(
            person.periods[:1] if person.short_breaks else person.periods
        )
        if period.start <= window.last and _end_of_need(period, person)[0] >= window.first - 400
    ]
    chains += long_known(window, setting)
    chains += others(window, setting)
    _count_earlier_plans(chains)
    return FrontDoor(chains, early_help(window, chains))


def known_as(person: Person) -> Known:
    """A child in care as the front door knows them."""
    return Known(
        person.child_id, person.sex, person.born, person.ethnicity, person.disabled,
        person.upn, person.family,
    )  # fmt: skip


def _end_of_need(period: Period, person: Person) -> tuple[int, str]:
    """The day and the reason that a child who came into care is no longer in need."""
    if person.short_breaks:
        return max(person.periods[-1].end, birthday(person.born, 18)), "RC7"
    rng = stream(0, person.child_id, period.start, "after care")
    reason = CLOSED_BY.get(period.reason, "RC7")
    if reason in ("RC7", "RC6") and period.end >= birthday(person.born, 18):
        if rng.random() < STAYS_KNOWN:
            return birthday(person.born, 21), reason
    elif period.reason in ("E4A", "E4B", "E13") and rng.random() < AFTER_HOME:
        again = next((p.start for p in person.periods if p.start > period.end), period.end + 999)
        return min(period.end + rng.randrange(40, 200), again - 1), reason
    return period.end, reason


def _end_protection(rng: Random, chain: Chain, period: Period) -> None:
    """Care ends a protection plan on its first day, or makes a conference needless.

    A few plans are left open for some weeks: truth.json lists them.
    """
    if chain.conference is None or chain.conference >= period.start:
        chain.conference, chain.led_to_plan, chain.plan_end = None, False, None
    elif chain.led_to_plan:
        left_open = rng.random() < PLAN_LEFT_OPEN
        chain.plan_end = period.start + (rng.randrange(10, 50) if left_open else 0)


def _count_earlier_plans(chains: list[Chain]) -> None:
    """Each plan counts those that the child had before it, elsewhere or here."""
    elsewhere: dict[str, int] = {}
    here: Counter[str] = Counter()
    for chain in sorted((c for c in chains if c.plan is not None), key=lambda c: c.plan or 0):
        child = chain.child.child_id
        before = elsewhere.setdefault(child, chain.previous_plans)
        chain.previous_plans = before + here[child]
        here[child] += 1


def _into_care(rng: Random, person: Person, number: int, setting: Setting) -> Chain:
    """The chain behind an entry to care: a plan for many, a night's work for some."""
    period = person.periods[number]
    lead = (
        0 if person.uasc else rng.randrange(0, 40) if rng.random() < 0.3 else rng.randrange(40, 500)
    )
    contact = period.start - lead
    if number:
        earlier, _ = _end_of_need(person.periods[number - 1], person)
        contact = min(max(contact, earlier + 1), period.start)
    contact = max(contact, person.born - 120)
    lead = period.start - contact
    chain = opened(rng, known_as(person), contact, pick(rng, SOURCES), setting.force)
    refer(rng, chain, setting.journey, certain=True)
    chain.need, chain.care = period.need, None if person.short_breaks else period
    if not person.uasc and not person.short_breaks and lead >= 40:
        enquire(rng, chain, setting.journey, certain=True)
        _end_protection(rng, chain, period)
    chain.closed, chain.closure = _end_of_need(period, person)
    chain.cin_end = chain.closed if person.short_breaks else period.start
    if chain.referral is not None:
        chain.closed = max(chain.closed, chain.referral + 1)
    if chain.authorised is not None:
        chain.authorised = min(chain.authorised, chain.closed)
    if chain.plan_end is not None:
        chain.plan_end = min(chain.plan_end, chain.closed)
    follow(rng, chain, setting)
    return chain
