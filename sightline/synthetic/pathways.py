"""The steps after a contact: referral, assessment, enquiry, conference, plan, support, visits."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sightline.synthetic.chains import Chain, Known
from sightline.synthetic.chance import around, pick
from sightline.synthetic.days import working_day_after, working_day_before
from sightline.synthetic.journey import Journey
from sightline.synthetic.workforce import FRONT_DOOR, SUPPORT, Workforce

# Schools, health services and the police: LAIT, England 2025.
SOURCES = {
    "INDIVIDUAL": 0.09, "SCHOOL": 0.206, "EDUCATION": 0.03, "HEALTH": 0.152, "HOUSING": 0.015,
    "LA": 0.13, "POLICE": 0.283, "LEGAL": 0.035, "OTHER": 0.04, "ANONYMOUS": 0.01, "UNKNOWN": 0.009,
}  # fmt: skip
CATEGORIES = {"NEG": 0.50, "EMO": 0.36, "PHY": 0.08, "SAB": 0.045, "MUL": 0.015}
NEEDS = {
    "N1": 0.56, "N2": 0.09, "N3": 0.05, "N4": 0.10, "N5": 0.14, "N6": 0.02, "N8": 0.02, "N9": 0.02,
}  # fmt: skip
NO_ACTION = 0.07
ENQUIRY = 0.388
# The chance of a conference after an enquiry: of children who come into care, and of the others.
CONFERENCE_BEFORE_CARE, CONFERENCE = 0.75, 0.282
PLAN_AFTER_CONFERENCE = 0.857
PLAN_DAYS = (262, 0.58)
QUICK_CONFERENCES = 0.025  # within 10 working days
NO_SOCIAL_WORKER = 0.30  # of those supported, held by a family support worker
# What follows an assessment that found a need, and for how long: (chance, median days, spread).
SUPPORTED = {"short": 0.845, "middle": 0.085, "long": 0.070}
SUPPORT_DAYS = {"short": (65, 0.6), "middle": (210, 0.6)}
NEEDED_SUPPORT = 0.345  # of the families without an enquiry; after one there is always some help
ASSESSED_AGAIN = 0.45
LONG_FROM, LONG_MEAN = 640, 1350
VISITS_AT_MOST = 160


@dataclass(frozen=True, slots=True)
class Setting:
    """What every chain is lived in: the authority's journey, its workforce, its first visits."""

    journey: Journey
    force: Workforce
    shown_from: int  # no file shows a visit before this day


def opened(rng: Random, child: Known, contact: int, source: str, force: Workforce) -> Chain:
    """A contact, and who takes it."""
    team = rng.choice(FRONT_DOOR)
    post = rng.choice(force.posts[team])
    chain = Chain(child, contact, source, team, force.names[post.holder_on(contact)], post=post)
    if rng.random() >= NO_SOCIAL_WORKER:
        chain.later = rng.choice(force.posts[rng.choice(SUPPORT)])
    return chain


def refer(rng: Random, chain: Chain, journey: Journey, *, certain: bool) -> None:
    """The referral, and its assessment unless nothing further is done."""
    chain.referral = working_day_after(chain.contact) if rng.random() < 0.85 else chain.contact + 4
    chain.no_further_action = not certain and rng.random() < NO_ACTION
    if chain.no_further_action:
        return
    chain.assessment = chain.referral
    on_time = rng.random() < journey.level("assessment", chain.referral)
    days = round(rng.triangular(9, 62, 59)) if on_time else 66 + around(rng, 18, 0.8)
    chain.authorised = working_day_before(chain.referral + days)
    chain.seen = rng.random() < 0.97
    chain.needs_support = certain or rng.random() < NEEDED_SUPPORT


def enquire(rng: Random, chain: Chain, journey: Journey, *, certain: bool) -> None:
    """A strategy discussion and enquiry; a conference and a plan for some."""
    assert chain.assessment is not None
    assert chain.authorised is not None
    chain.strategy = working_day_after(chain.assessment + rng.randrange(0, 12))
    chain.needs_support = True
    if rng.random() < (CONFERENCE_BEFORE_CARE if certain else CONFERENCE):
        days = _days_to_conference(rng, journey, chain.strategy)
        chain.conference = working_day_after(chain.strategy + days)
        chain.authorised = max(chain.authorised, chain.conference)
        chain.led_to_plan = rng.random() < PLAN_AFTER_CONFERENCE
    if chain.led_to_plan and chain.conference is not None:
        first = pick(rng, CATEGORIES)
        chain.categories = (first, first if rng.random() < 0.9 else pick(rng, CATEGORIES))
        chain.previous_plans = pick(rng, {0: 0.755, 1: 0.194, 2: 0.051})
        chain.plan_end = chain.conference + around(rng, *PLAN_DAYS)


def _days_to_conference(rng: Random, journey: Journey, strategy: int) -> int:
    if rng.random() >= journey.level("conference", strategy):
        return rng.randrange(22, 28) if rng.random() < 0.5 else rng.randrange(29, 50)
    return rng.randrange(6, 13) if rng.random() < QUICK_CONFERENCES else rng.randrange(15, 20)


def support(rng: Random, chain: Chain, *, long: bool = False) -> None:
    """How long the family has help after the assessment, and why it ends."""
    if chain.assessment is None or chain.authorised is None:
        return
    chain.need = pick(rng, NEEDS)
    start = chain.plan_end if chain.plan_end is not None else chain.authorised
    longer = chain.needs_support and (chain.plan_end is None or rng.random() < 0.6)
    chain.cin_end = start + (_days_of_support(rng, long=long) if longer or long else 0)
    chain.closed = max(chain.cin_end, chain.authorised)
    again = chain.authorised + rng.randrange(150, 260)
    if again + 60 < chain.closed and rng.random() < ASSESSED_AGAIN:
        chain.assessed_again = (again, working_day_before(again + rng.randrange(25, 60)))
    if chain.closed > chain.authorised or chain.needs_support:
        chain.closure = pick(rng, {"RC7": 0.96, "RC5": 0.035, "RC3": 0.005})
    else:
        chain.closure = pick(rng, {"RC8": 0.77, "RC9": 0.23})


def _days_of_support(rng: Random, *, long: bool) -> int:
    kind = "long" if long else pick(rng, SUPPORTED)
    if kind == "long":
        return LONG_FROM + round(rng.expovariate(1 / LONG_MEAN))
    return around(rng, *SUPPORT_DAYS[kind])


def follow(rng: Random, chain: Chain, setting: Setting) -> None:
    """Visits all the while, and the review conferences of a plan."""
    if chain.assessment is None or chain.cin_end is None:
        return
    last = max(chain.cin_end, chain.plan_end or 0, chain.authorised or 0)
    day = max(chain.assessment, setting.shown_from) + rng.randrange(0, 8)
    plan, plan_end = chain.plan or 0, chain.plan_end or 0
    while day < last and len(chain.visits) < VISITS_AT_MOST:
        chain.visits.append(working_day_before(day))
        on_plan = plan <= day < plan_end
        day += 8 + int(rng.random() * 8) if on_plan else 15 + int(rng.random() * 30)
    if chain.plan is not None and chain.plan_end is not None:
        chain.reviews = _review_conferences(rng, chain.plan, chain.plan_end, setting.journey)


def _review_conferences(rng: Random, plan: int, plan_end: int, journey: Journey) -> list[int]:
    """Within three months of the plan's start, then within six of each other; some late."""
    held: list[int] = []
    day, low, high = plan, 66, 89
    while True:
        due = day + rng.randrange(low, high)
        if rng.random() >= journey.level("protection_reviews", due):
            due = day + high + 4 + around(rng, 14, 0.6)
        day = working_day_before(due)
        if day >= plan_end:
            return held
        held.append(day)
        low, high = 140, 180
