"""The children who never come into care: referred, helped for a while, referred again."""

from __future__ import annotations

from bisect import bisect_left
from random import Random

from sightline.synthetic.chains import Chain, EarlyHelp, Known
from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import YEAR, working_day_after
from sightline.synthetic.pathways import (
    ENQUIRY,
    SOURCES,
    Setting,
    enquire,
    follow,
    opened,
    refer,
    support,
)
from sightline.synthetic.people import ETHNICITIES, pupil_number
from sightline.synthetic.population import Window

# For each child in care: England had 632,830 referrals and 81,770 children in care in 2025 (LAIT),
# less those that led to care; and contacts that led nowhere, whose number nobody publishes.
REFERRALS_A_YEAR = 7.35
CONTACTS_TO_A_REFERRAL = 1.25
EARLY_HELP_A_YEAR = 0.55
# Children with disabilities and others helped for years: of all in need on a day, 36% for two
# years or more (LAIT, 2025). They began long before the files.
LONG_KNOWN_A_YEAR = 0.24
LONG_KNOWN_YEARS = 14
AGAIN = 0.235  # referred again within a year, if the child's last help has ended
BROTHER_OR_SISTER = 0.38
UNBORN = 0.02
LEAD_DAYS = 800  # how long before the files the crowd begins
ORGANISATIONS = (
    "Early Help Hub", "Health visiting", "Primary school", "Secondary school", "Family centre",
)  # fmt: skip
OUTCOMES = {
    "needs met": 0.56, "stepped up to social care": 0.12, "moved away": 0.06,
    "family withdrew": 0.14, "universal services": 0.12,
}  # fmt: skip


class _Families:
    """Children as they come to the front door, brothers and sisters one after another."""

    def __init__(self, rng: Random, first_number: int) -> None:
        self.rng, self.number = rng, first_number
        self.last: Known | None = None

    def next(self, contact: int) -> Known:
        """A child not known before, at times a brother or sister of the one before."""
        rng, before = self.rng, self.last
        self.number += 1
        born = contact - round(rng.uniform(0.01, 16.9) * YEAR)
        if rng.random() < UNBORN:
            born = contact + rng.randrange(10, 150)
        family, ethnicity = f"F{self.number}", pick(rng, ETHNICITIES)
        if (
            before is not None
            and rng.random() < BROTHER_OR_SISTER
            and abs(born - before.born) > 300
        ):
            family, ethnicity = before.family, before.ethnicity
        sex = "F" if rng.random() < 0.487 else "M" if rng.random() < 0.99 else "U"
        self.last = Known(
            str(self.number), sex, born, ethnicity, rng.random() < 0.10, pupil_number(rng), family
        )
        return self.last


class _Recent:
    """Chains of the last twelve months, to find a child who may be referred again."""

    def __init__(self) -> None:
        self.days: list[int] = []
        self.chains: list[Chain] = []
        self.latest: dict[str, Chain] = {}

    def add(self, chain: Chain) -> None:
        """A referral in order of its day."""
        self.days.append(chain.contact)
        self.chains.append(chain)
        self.latest[chain.child.child_id] = chain

    def closed_by(self, rng: Random, day: int) -> Known | None:
        """A child referred in the year before, whose help had ended by the day; young enough."""
        low = bisect_left(self.days, day - 360)
        if low >= len(self.chains):
            return None
        for _ in range(6):
            chain = self.chains[rng.randrange(low, len(self.chains))]
            ended = chain.closed if chain.closed is not None else (chain.referral or day) + 10
            fresh = self.latest[chain.child.child_id] is chain
            if fresh and ended < day and day - chain.child.born < 17.5 * YEAR:
                return chain.child
        return None


def others(window: Window, setting: Setting) -> list[Chain]:
    """Contacts and referrals of children who never come into care, in order of their days."""
    rng = stream(window.seed, "front door")
    first = window.first - LEAD_DAYS
    number = round(REFERRALS_A_YEAR * window.need * window.children * (window.last - first) / YEAR)
    families, recent = _Families(rng, 1_000_000), _Recent()
    chains = []
    for contact in _days(rng, first, window.last, round(number * CONTACTS_TO_A_REFERRAL)):
        referred = rng.random() < 1 / CONTACTS_TO_A_REFERRAL
        child = recent.closed_by(rng, contact) if referred and rng.random() < AGAIN else None
        child = child or families.next(contact)
        chain = opened(rng, child, contact, pick(rng, SOURCES), setting.force)
        if referred:
            _help(rng, chain, setting)
            recent.add(chain)
        chains.append(chain)
    return chains


def _help(rng: Random, chain: Chain, setting: Setting) -> None:
    refer(rng, chain, setting.journey, certain=False)
    if chain.assessment is None:
        return
    if rng.random() < ENQUIRY:
        enquire(rng, chain, setting.journey, certain=False)
    support(rng, chain)
    follow(rng, chain, setting)


def long_known(window: Window, setting: Setting) -> list[Chain]:
    """Children helped for years, who were referred before the crowd begins."""
    rng = stream(window.seed, "long known")
    last = window.first - LEAD_DAYS
    number = round(LONG_KNOWN_A_YEAR * window.need * window.children * LONG_KNOWN_YEARS)
    families = _Families(rng, 3_000_000)
    chains = []
    for contact in _days(rng, last - round(LONG_KNOWN_YEARS * YEAR), last, number):
        child = families.next(contact)
        chain = opened(rng, child, contact, pick(rng, SOURCES), setting.force)
        refer(rng, chain, setting.journey, certain=True)
        support(rng, chain, long=True)
        grown_up = child.born + round(18 * YEAR)
        if chain.closed is not None and min(chain.closed, grown_up) > window.first - 400:
            chain.cin_end = chain.closed = min(chain.closed, grown_up)
            follow(rng, chain, setting)
            chains.append(chain)
    return chains


def _days(rng: Random, first: int, last: int, number: int) -> list[int]:
    return sorted(rng.randrange(first, last + 1) for _ in range(number))


def early_help(window: Window, chains: list[Chain]) -> list[EarlyHelp]:
    """Early help assessments; some of the children are referred to social care afterwards."""
    rng = stream(window.seed, "early help")
    first = window.first - 250
    number = round(EARLY_HELP_A_YEAR * window.children * (window.last - first) / YEAR)
    late_enough = [c for c in chains if c.referral and c.contact > first + 60]
    referred = [c for c in late_enough if c.source == "EDUCATION"]
    families = _Families(rng, 2_000_000)
    made = []
    for _ in range(number):
        start = working_day_after(rng.randrange(first, window.last + 1))
        end = working_day_after(start + rng.randrange(10, 70))
        outcome = pick(rng, OUTCOMES)
        child = families.next(start)
        if outcome.startswith("stepped") and referred:
            chain = rng.choice(referred)
            child, end = chain.child, chain.contact
            start = working_day_after(end - rng.randrange(20, 70))
        made.append(EarlyHelp(child, start, max(end, start), rng.choice(ORGANISATIONS), outcome))
    return made
