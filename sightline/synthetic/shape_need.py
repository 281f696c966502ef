"""How near the made-up authority comes to England: children in need, from its censuses alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

from sightline.synthetic.days import working_days_between
from sightline.synthetic.figures import Figure, mean_of, rate_of, share_of

IN_CARE = 81_770  # England, 31 March 2025
LAIT = "DfE, Local Authority Interactive Tool, 2025"
LAIT_RATE = "DfE, Local Authority Interactive Tool, 2025; rate x 12.18 million children"
PLANS = "DfE, Child protection plans 2025"
PUBLISHED = "DfE, Children in need 2024"
ABOUT = "about 400,000 in need, as commonly published"
QUARTER, HALF, YEAR, TWO_YEARS = 92, 183, 365, 731
CENSUSES_READ = 3


@dataclass(slots=True)
class Episode:
    """One CINdetails of a census, its dates as ordinals."""

    child: str
    referral: int
    source: str = ""
    closed: int | None = None
    closure: str = ""
    no_action: bool = False
    assessments: list[tuple[int, int]] = field(default_factory=list)  # begun, authorised
    enquiries: list[tuple[int, int | None]] = field(default_factory=list)  # begun, conference
    plans: list[tuple[int, int | None, int, list[int]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Census:
    """A year's census."""

    year: int
    episodes: list[Episode]

    @property
    def last(self) -> int:
        """31 March."""
        return date(self.year, 3, 31).toordinal()

    @property
    def first(self) -> int:
        """1 April before."""
        return date(self.year - 1, 4, 1).toordinal()


def _day(element: ElementTree.Element, name: str) -> int | None:
    try:
        return date.fromisoformat(element.findtext(name) or "").toordinal()
    except ValueError:
        return None


def read_census(path: Path) -> Census:
    """A census file; what cannot be read as a date is left out, as the dirt is."""
    episodes: list[Episode] = []
    year = 0
    for _, element in ElementTree.iterparse(path):
        if element.tag == "ReferenceDate":
            year = int((element.text or "")[:4])
        if element.tag == "Child":
            child = element.findtext("ChildIdentifiers/LAchildID") or ""
            found = (_episode(child, each) for each in element.iter("CINdetails"))
            episodes += [each for each in found if each is not None]
            element.clear()
    return Census(year, episodes)


def _episode(child: str, element: ElementTree.Element) -> Episode | None:
    referral = _day(element, "CINreferralDate")
    if referral is None:
        return None
    made = Episode(
        child, referral, element.findtext("ReferralSource") or "", _day(element, "CINclosureDate"),
        element.findtext("ReasonForClosure") or "", element.findtext("ReferralNFA") == "1",
    )  # fmt: skip
    for one in element.iter("Assessments"):
        begun, done = (_day(one, f"Assessment{step}Date")
                       for step in ("ActualStart", "Authorisation"))  # fmt: skip
        if begun is not None and done is not None:
            made.assessments.append((begun, done))
    for one in element.iter("Section47"):
        began = _day(one, "S47ActualStartDate")
        if began is not None:
            made.enquiries.append((began, _day(one, "DateOfInitialCPC")))
    made.plans = list(_plans(element))
    return made


def _plans(
    element: ElementTree.Element,
) -> Iterator[tuple[int, int | None, int, list[int]]]:
    for one in element.iter("ChildProtectionPlans"):
        began = _day(one, "CPPstartDate")
        if began is not None:
            held = [date.fromisoformat(r.text or "").toordinal() for r in one.iter("CPPreviewDate")]
            before = int(one.findtext("NumberOfPreviousCPP") or 0)
            yield began, _day(one, "CPPendDate"), before, held


def figures_of_need(folder: Path, in_care: int) -> list[Figure]:
    """The figures of the newest census in `folder`, beside `in_care` children in care."""
    paths = sorted(folder.glob("cin-census-*.xml"))[-CENSUSES_READ:]
    censuses = [read_census(path) for path in paths]
    newest = censuses[-1]
    return [
        *_stock(newest, in_care),
        *_referrals(censuses, in_care),
        *_assessments(newest, in_care),
        *_enquiries(newest, in_care),
        *_protection(censuses, in_care),
    ]


def _stock(census: Census, in_care: int) -> Iterator[Figure]:
    open_ = [e for e in census.episodes if e.closed is None and not e.no_action]
    days = [census.last - e.referral for e in open_]
    yield rate_of("In need at 31 March, for 100 in care", (400_000, IN_CARE),
                  (len(open_), in_care), ABOUT)  # fmt: skip
    bands = (
        ("under 3 months", 0, QUARTER, "26.7%"), ("3 to 6 months", QUARTER, HALF, "11.0%"),
        ("6 to 12 months", HALF, YEAR, "13.1%"), ("1 to 2 years", YEAR, TWO_YEARS, "13.7%"),
        ("2 years or more", TWO_YEARS, 10**6, "35.6%"),
    )  # fmt: skip
    for name, low, high, published in bands:
        count = sum(low <= day < high for day in days)
        yield share_of(f"In need for {name}", published, (count, len(days)), LAIT)
    ended = [e for e in census.episodes if e.closed is not None and e.closed >= census.first]
    short = sum((e.closed or 0) - e.referral < QUARTER for e in ended)
    yield share_of("Ceased to be in need within 3 months", "47.0%", (short, len(ended)), LAIT)


def _referrals(censuses: list[Census], in_care: int) -> Iterator[Figure]:
    newest = censuses[-1]
    made = [e for e in newest.episodes if e.referral >= newest.first]
    yield rate_of("Referrals in the year, for 100 in care", (632_830, IN_CARE),
                  (len(made), in_care), LAIT)  # fmt: skip
    days: dict[str, set[int]] = {}
    for census in censuses:
        for episode in census.episodes:
            days.setdefault(episode.child, set()).add(episode.referral)
    again = sum(any(e.referral - YEAR <= day < e.referral for day in days[e.child]) for e in made)
    yield share_of("Referred again within 12 months", "22.6%", (again, len(made)), LAIT)
    for name, codes, published in (
        ("schools", ("2A",), "20.6%"),
        ("health services", ("3A", "3B", "3C", "3D", "3E", "3F"), "15.2%"),
        ("the police", ("6",), "28.3%"),
    ):
        count = sum(e.source in codes for e in made)
        yield share_of(f"Referred by {name}", published, (count, len(made)), LAIT)
    not_in_need = sum(e.closure in ("RC8", "RC9") for e in made)
    yield share_of("Assessed, found not in need", "30.8%", (not_in_need, len(made)), LAIT)


def _assessments(census: Census, in_care: int) -> Iterator[Figure]:
    done = [
        (e, start, end) for e in census.episodes for start, end in e.assessments
        if census.first <= end <= census.last
    ]  # fmt: skip
    yield rate_of("Assessments completed, for 100 in care", (643_170, 83_530),
                  (len(done), in_care), PUBLISHED)  # fmt: skip
    took = [working_days_between(start, end) for _, start, end in done]
    quick = sum(days <= 45 for days in took)
    yield share_of("Assessments within 45 working days", "85.7%", (quick, len(took)), LAIT)
    # The standard error of a median of n days spread like these (deviation 13) is 1.25 x 13 / √n.
    error = 1.25 * 13 / len(took) ** 0.5 + 0.33 if took else 0
    yield mean_of("Assessment, median working days", "34", median(took) if took else None, error,
                  PUBLISHED)  # fmt: skip


def _enquiries(census: Census, in_care: int) -> Iterator[Figure]:
    begun = [q for e in census.episodes for q in e.enquiries]
    new = [q for q in begun if q[0] >= census.first]
    held = [(s, c) for s, c in begun if c is not None and census.first <= c <= census.last]
    yield rate_of("Section 47 enquiries, for 100 in care", (230_600, IN_CARE),
                  (len(new), in_care), LAIT_RATE)  # fmt: skip
    yield rate_of("Initial conferences, for 100 in care", (72_090, IN_CARE),
                  (len(held), in_care), LAIT)  # fmt: skip
    took = [working_days_between(start, day) for start, day in held]
    for name, low, high, published in (
        ("within 15 working days", 0, 15, "81.4%"), ("within 10", 0, 10, "8.7%"),
        ("in 16 to 20", 16, 20, "8.9%"), ("after 20", 21, 999, "9.7%"),
    ):  # fmt: skip
        count = sum(low <= days <= high for days in took)
        yield share_of(f"Initial conferences {name}", published, (count, len(took)), LAIT)


def _protection(censuses: list[Census], in_care: int) -> Iterator[Figure]:
    newest = censuses[-1]
    plans = [(e.child, *plan) for e in newest.episodes for plan in e.plans]
    begun = [plan for plan in plans if plan[1] >= newest.first]
    now = [plan for plan in plans if plan[2] is None]
    yield rate_of("Protection plans begun, for 100 in care", (61_840, IN_CARE),
                  (len(begun), in_care), PLANS)  # fmt: skip
    yield rate_of("Protection plans at 31 March, for 100 in care", (49_420, IN_CARE),
                  (len(now), in_care), PLANS)  # fmt: skip
    again = sum(plan[3] > 0 for plan in begun)
    yield share_of("Second or later plan", "24.5%", (again, len(begun)), PLANS)
    for name, low, high, published in (
        ("3 months or less", 0, QUARTER, "31.5%"), ("3 to 6 months", QUARTER, HALF, "25.5%"),
        ("6 months to a year", HALF, YEAR, "26.3%"), ("1 to 2 years", YEAR, 730, "14.4%"),
        ("2 years or more", 730, 10**6, "2.3%"),
    ):  # fmt: skip
        count = sum(low <= newest.last - plan[1] < high for plan in now)
        yield share_of(f"On a plan for {name}", published, (count, len(now)), PLANS)
    due = [plan for plan in now if newest.last - plan[1] >= QUARTER]
    reviews: dict[tuple[str, int], set[int]] = {}
    for census in censuses:
        for episode in census.episodes:
            for start, _, _, held in episode.plans:
                reviews.setdefault((episode.child, start), set()).update(held)
    kept = sum(_in_time([plan[1], *sorted(reviews[plan[0], plan[1]]), newest.last]) for plan in due)
    yield share_of("Plans of 3 months or more reviewed in time", "90.6%", (kept, len(due)), LAIT)


def _in_time(days: list[int]) -> bool:
    """The first review within three months of the plan's start, each next within six."""
    gaps = [after - before for before, after in pairwise(days)]
    return gaps[0] <= QUARTER and all(gap <= HALF + 1 for gap in gaps[1:])
