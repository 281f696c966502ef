"""The front door: contacts, referrals, assessments, enquiries and plans, lightly drawn.

Children who come into care have a chain that leads to it; the others are a modest crowd.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from sightline.synthetic.chance import around, pick, stream
from sightline.synthetic.days import YEAR, working_day_after, working_day_before
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Period, Person
from sightline.synthetic.people import ETHNICITIES
from sightline.synthetic.population import Window
from sightline.synthetic.workforce import FRONT_DOOR, Workforce

SOURCES = {
    "INDIVIDUAL": 0.09, "SCHOOL": 0.19, "EDUCATION": 0.03, "HEALTH": 0.15, "HOUSING": 0.015,
    "LA": 0.13, "POLICE": 0.28, "LEGAL": 0.035, "OTHER": 0.05, "ANONYMOUS": 0.02, "UNKNOWN": 0.01,
}  # fmt: skip
CATEGORIES = {"NEG": 0.50, "EMO": 0.36, "PHY": 0.08, "SAB": 0.045, "MUL": 0.015}
NEEDS = {
    "N1": 0.56,
    "N2": 0.09,
    "N3": 0.05,
    "N4": 0.10,
    "N5": 0.14,
    "N6": 0.02,
    "N8": 0.02,
    "N9": 0.02,
}
CONTACTS_A_YEAR = 900  # for 600 children in care
EARLY_HELP_A_YEAR = 330


@dataclass(slots=True)
class Known:
    """A child known at the front door."""

    child_id: str
    sex: str
    born: int
    ethnicity: str
    disabled: bool


@dataclass(slots=True)
class Chain:
    """One contact and what followed from it; None where it did not."""

    child: Known
    contact: int
    source: str
    team: str
    worker: str
    referral: int | None = None
    no_further_action: bool = False
    assessment: int | None = None
    authorised: int | None = None
    seen: bool = True
    needs_support: bool = False
    strategy: int | None = None
    conference: int | None = None
    led_to_plan: bool = False
    plan_end: int | None = None
    categories: tuple[str, str] = ("", "")
    previous_plans: int = 0
    reviews: list[int] = field(default_factory=list)
    need: str = ""
    cin_end: int | None = None
    visits: list[int] = field(default_factory=list)
    care: Period | None = None  # the period of care it led to

    @property
    def plan(self) -> int | None:
        """The day a child protection plan began."""
        return self.conference if self.led_to_plan else None


@dataclass(slots=True)
class EarlyHelp:
    """An early help assessment."""

    child: Known
    start: int
    end: int
    organisation: str


@dataclass(slots=True)
class FrontDoor:
    """Everything that the first seven lists of Annex A are written from."""

    chains: list[Chain]
    early_help: list[EarlyHelp]
    by_child: dict[str, list[Chain]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for chain in self.chains:
            self.by_child.setdefault(chain.child.child_id, []).append(chain)

    def before(self, chain: Chain, step: str, since: int) -> int:
        """How often the child had reached a step from `since` until this chain reached it."""
        until = getattr(chain, step)
        days = [getattr(other, step) for other in self.by_child[chain.child.child_id]]
        return sum(day is not None and since <= day < until for day in days)


def front_door(
    people: list[Person], window: Window, journey: Journey, force: Workforce
) -> FrontDoor:
    """Chains for the children who entered care from a year before the files, and for the others."""
    first = window.first - 500
    chains = [
        _into_care(
            stream(window.seed, person.child_id, "front door", number),
            person,
            number,
            (journey, force),
        )
        for person in people
        for number, period in enumerate(person.periods)
        if first <= period.start <= window.last
    ]
    others = _others(window, journey, force)
    chains += others
    return FrontDoor(chains, _early_help(window))


def _into_care(rng: Random, person: Person, number: int, world: tuple[Journey, Workforce]) -> Chain:
    """The chain behind an entry to care: a plan for many, a night's work for some."""
    journey, force = world
    period = person.periods[number]
    known = Known(person.child_id, person.sex, person.born, person.ethnicity, person.disabled)
    newborn = period.start - person.born < 60
    lead = (
        0 if person.uasc else rng.randrange(0, 40) if rng.random() < 0.3 else rng.randrange(40, 500)
    )
    contact = period.start - lead
    if newborn:
        contact = max(contact, person.born - 120)
    chain = _opened(rng, known, contact, force)
    _refer(rng, chain, journey, certain=True)
    chain.need, chain.care = period.need, period
    if not person.uasc and lead >= 40:
        _enquire(rng, chain, journey, certain=True)
        if chain.led_to_plan and chain.conference is not None:
            chain.plan_end = max(period.start + rng.randrange(5, 40), chain.conference + 20)
    chain.cin_end = period.start
    _follow(rng, chain)
    return chain


def _others(window: Window, journey: Journey, force: Workforce) -> list[Chain]:
    """Children who never come into care."""
    rng = stream(window.seed, "front door")
    first = window.first - 500
    span = window.last - first
    number = round(CONTACTS_A_YEAR * window.children / 600 * span / YEAR)
    known: list[Known] = []
    chains = []
    for index, contact in enumerate(
        sorted(rng.randrange(first, window.last + 1) for _ in range(number))
    ):
        again = bool(known) and rng.random() < 0.20
        child = rng.choice(known[-900:]) if again else _stranger(rng, 1_000_000 + index, contact)
        if contact - child.born > 17.5 * YEAR:
            child = _stranger(rng, 1_000_000 + index, contact)
        known.append(child)
        chain = _opened(rng, child, contact, force)
        if rng.random() < 0.62:
            _refer(rng, chain, journey, certain=False)
            if chain.assessment is not None and rng.random() < 0.32:
                _enquire(rng, chain, journey, certain=False)
            _support(rng, chain)
            _follow(rng, chain)
        chains.append(chain)
    return chains


def _stranger(rng: Random, number: int, contact: int) -> Known:
    return Known(
        str(number), pick(rng, {"M": 0.51, "F": 0.485, "U": 0.005}),
        contact - round(rng.uniform(0.01, 16.9) * YEAR), pick(rng, ETHNICITIES),
        rng.random() < 0.10,
    )  # fmt: skip


def _opened(rng: Random, child: Known, contact: int, force: Workforce) -> Chain:
    team = rng.choice(FRONT_DOOR)
    post = rng.choice(force.posts[team])
    return Chain(child, contact, pick(rng, SOURCES), team, force.names[post.holder_on(contact)])


def _refer(rng: Random, chain: Chain, journey: Journey, *, certain: bool) -> None:
    chain.referral = working_day_after(chain.contact) if rng.random() < 0.85 else chain.contact + 4
    chain.no_further_action = not certain and rng.random() < 0.08
    if chain.no_further_action:
        return
    chain.assessment = chain.referral
    on_time = rng.random() < journey.level("assessment", chain.referral)
    days = rng.randrange(14, 62) if on_time else 66 + around(rng, 18, 0.8)
    chain.authorised = working_day_before(chain.referral + days)
    chain.seen = rng.random() < 0.97
    chain.needs_support = certain or rng.random() < 0.5


def _enquire(rng: Random, chain: Chain, journey: Journey, *, certain: bool) -> None:
    assert chain.assessment is not None
    chain.strategy = working_day_after(chain.assessment + rng.randrange(0, 12))
    if rng.random() < (0.75 if certain else 0.42):
        on_time = rng.random() < journey.level("conference", chain.strategy)
        days = rng.randrange(8, 20) if on_time else rng.randrange(24, 45)
        chain.conference = working_day_after(chain.strategy + days)
        chain.led_to_plan = rng.random() < 0.87
    if chain.led_to_plan and chain.conference is not None:
        first = pick(rng, CATEGORIES)
        chain.categories = (first, first if rng.random() < 0.9 else pick(rng, CATEGORIES))
        chain.previous_plans = pick(rng, {0: 0.76, 1: 0.19, 2: 0.05})
        chain.plan_end = chain.conference + around(rng, 260, 0.6)


def _support(rng: Random, chain: Chain) -> None:
    """A child in need plan follows for those assessed as needing one."""
    if chain.assessment is None or chain.authorised is None:
        return
    chain.need = pick(rng, NEEDS)
    start = chain.plan_end if chain.plan_end is not None else chain.authorised
    longer = chain.needs_support and (chain.plan_end is None or rng.random() < 0.6)
    chain.cin_end = start + (around(rng, 130, 0.7) if longer else 0)


def _follow(rng: Random, chain: Chain) -> None:
    """Visits all the while, and the review conferences of a plan."""
    if chain.assessment is None or chain.cin_end is None:
        return
    last = max(chain.cin_end, chain.plan_end or 0, chain.authorised or 0)
    day = chain.assessment + rng.randrange(0, 8)
    while day < last and len(chain.visits) < 120:
        chain.visits.append(working_day_before(day))
        on_plan = chain.plan is not None and chain.plan <= day < (chain.plan_end or day)
        day += rng.randrange(8, 16) if on_plan else rng.randrange(15, 45)
    if chain.plan is not None and chain.plan_end is not None:
        review = working_day_before(chain.plan + rng.randrange(70, 93))
        while review < chain.plan_end:
            chain.reviews.append(review)
            review = working_day_before(review + rng.randrange(140, 190))


def _early_help(window: Window) -> list[EarlyHelp]:
    rng = stream(window.seed, "early help")
    first = window.first - 250
    number = round(EARLY_HELP_A_YEAR * window.children / 600 * (window.last - first) / YEAR)
    organisations = (
        "Early Help Hub",
        "Health visiting",
        "Primary school",
        "Secondary school",
        "Family centre",
    )
    made = []
    for index in range(number):
        start = working_day_after(rng.randrange(first, window.last + 1))
        child = _stranger(rng, 2_000_000 + index, start)
        end = working_day_after(start + rng.randrange(10, 70))
        made.append(EarlyHelp(child, start, end, rng.choice(organisations)))
    return made
