"""Teams, their posts, and the workers who hold them, move, leave and are replaced."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush
from random import Random

from sightline.synthetic.chance import pick
from sightline.synthetic.days import YEAR, birthday
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Allocation, Period, Person
from sightline.synthetic.people import worker_name

COURT, LEAVING, DISABLED = "Court Team", "Leaving Care Team", "Children with Disabilities Team"
IN_CARE = tuple(f"Children in Care Team {number}" for number in range(1, 5))
FRONT_DOOR = ("Assessment Team East", "Assessment Team West", "Safeguarding Team")
SUPPORT = tuple(f"Family Support Team {number}" for number in range(1, 6))
CHILDREN_A_POST = 15
CHANGES = {"LEFTRL": 0.74, "ABSENC": 0.14, "ORGRST": 0.08, "OTHERS": 0.04}
SHARES = {COURT: 0.17, LEAVING: 0.17, DISABLED: 0.08} | dict.fromkeys(IN_CARE, 0.145)
# Posts for each child in care, so that caseloads are England's at England's rates of referral.
FRONT_DOOR_POSTS, SUPPORT_POSTS = 0.0233, 0.0246
MANAGEMENT, REVIEWING = "Management", "Independent Reviewing Service"
OTHER_SERVICES = "Fostering, Adoption and Practice Services"
# Qualified workers without children of their own: posts for each child in care, and their roles.
WITHOUT_CHILDREN: dict[str, tuple[float, dict[str, float]]] = {
    MANAGEMENT: (0.085, {"1": 0.10, "2": 0.26, "3": 0.64}),
    REVIEWING: (0.027, {"6": 1.0}),
    OTHER_SERVICES: (0.172, {"4": 0.30, "6": 0.70}),
}
FIRST_LINE, SENIOR, PRACTITIONER = "3", "4", "5"
STINTS_A_YEAR = 0.84  # how often a post changes hands
# Agency workers hold children far more often than they manage or review.
AGENCY_WITH_CHILDREN, AGENCY_WITHOUT = 1.45, 0.50


@dataclass(slots=True)
class Worker:
    """A social worker, employed or from an agency, and when the authority had them."""

    worker_id: str
    name: str
    agency: bool
    joined: int
    left: int | None = None


@dataclass(slots=True)
class Post:
    """One post in a team and its successive holders."""

    team: str
    role: str = PRACTITIONER
    starts: list[int] = field(default_factory=list)
    holders: list[str] = field(default_factory=list)

    def holders_between(self, first: int, last: int) -> list[tuple[int, str]]:
        """Who holds the post from `first` to `last`: (from day, worker id)."""
        index = max(bisect_right(self.starts, first) - 1, 0)
        found = [(first, self.holders[index])]
        for start, holder in zip(self.starts[index + 1 :], self.holders[index + 1 :], strict=True):
            if start >= last:
                break
            found.append((start, holder))
        return found

    def holder_on(self, day: int) -> str:
        """The worker in post on a day."""
        return self.holders[max(bisect_right(self.starts, day) - 1, 0)]


@dataclass(slots=True)
class Workforce:
    """All posts by team, every worker, and every worker's name, by id."""

    posts: dict[str, list[Post]]
    names: dict[str, str]
    workers: dict[str, Worker] = field(default_factory=dict)

    @classmethod
    def made(cls, rng: Random, children: int, first: int, last: int, journey: Journey) -> Workforce:
        """Posts for an authority of `children` in care, filled from `first` to `last`."""
        force = cls({}, {})
        for team, size in _sizes(children).items():
            force.posts[team] = [Post(team, SENIOR if n % 5 == 4 else PRACTITIONER)
                                 for n in range(size)]  # fmt: skip
        for team, (share, roles) in WITHOUT_CHILDREN.items():
            force.posts[team] = [
                Post(team, pick(rng, roles)) for _ in range(max(2, round(children * share)))
            ]
            force.posts[team][0].role = FIRST_LINE if team == MANAGEMENT else "6"
        for posts in force.posts.values():
            for post in posts:
                _open(rng, post, (first, last), journey)
        _Filling(rng, force, journey, last).fill()
        return force

    def supervisors(self) -> list[Post]:
        """The posts of the managers who supervise."""
        return [post for post in self.posts[MANAGEMENT] if post.role == FIRST_LINE]


def with_children(team: str) -> bool:
    """Whether a team's workers hold children's work."""
    return team not in WITHOUT_CHILDREN


def _sizes(children: int) -> dict[str, int]:
    sizes = {
        team: max(1, round(children * share / CHILDREN_A_POST)) for team, share in SHARES.items()
    }
    sizes |= dict.fromkeys(FRONT_DOOR, max(1, round(children * FRONT_DOOR_POSTS)))
    return sizes | dict.fromkeys(SUPPORT, max(1, round(children * SUPPORT_POSTS)))


def _open(rng: Random, post: Post, span: tuple[int, int], journey: Journey) -> None:
    """The days on which the post changes hands."""
    day, last = span
    day -= rng.randrange(0, 300)
    while day <= last:
        post.starts.append(day)
        day += _tenure(rng, journey, day)


def _tenure(rng: Random, journey: Journey, day: int) -> int:
    """Days in post; shorter around the inspection, when agency workers came and went."""
    since = (day - journey.inspection) / YEAR
    mean = 315 if -2 < since < 1 else 390
    return 45 + round(rng.expovariate(1 / mean))


class _Filling:
    """Gives every stint in every post a worker, in the order of time.

    An employed worker whose stint ends mostly moves to another post; some leave, at the authority's
    turnover. Agency workers stay for one stint.
    """

    def __init__(self, rng: Random, force: Workforce, journey: Journey, last: int) -> None:
        self.rng, self.force, self.journey, self.last = rng, force, journey, last
        self.taken: set[str] = set()
        self.ending: list[tuple[int, str]] = []
        self.between: deque[str] = deque()

    def fill(self) -> None:
        """Fill every post of the workforce."""
        stints = sorted(
            (start, number, index)
            for number, post in enumerate(self._posts())
            for index, start in enumerate(post.starts)
        )
        posts = self._posts()
        for start, number, index in stints:
            post = posts[number]
            self._let_go(start)
            end = post.starts[index + 1] if index + 1 < len(post.starts) else self.last + 1
            worker = self._next_for(post, start)
            post.holders.append(worker.worker_id)
            heappush(self.ending, (end, worker.worker_id))

    def _posts(self) -> list[Post]:
        return [post for posts in self.force.posts.values() for post in posts]

    def _let_go(self, until: int) -> None:
        """Whoever's stint has ended by `until` leaves, or waits for another post."""
        while self.ending and self.ending[0][0] <= until:
            day, worker_id = heappop(self.ending)
            worker = self.force.workers[worker_id]
            leaving = self.journey.level("turnover", day) / STINTS_A_YEAR
            if worker.agency or self.rng.random() < leaving:
                worker.left = day
            else:
                self.between.append(worker_id)

    def _next_for(self, post: Post, day: int) -> Worker:
        times = AGENCY_WITH_CHILDREN if with_children(post.team) else AGENCY_WITHOUT
        if self.rng.random() < self.journey.level("agency", day) * times:
            return self._join(day, agency=True)
        if self.between and not (post.holders and self.between[0] == post.holders[-1]):
            return self.force.workers[self.between.popleft()]
        return self._join(day, agency=False)

    def _join(self, day: int, *, agency: bool) -> Worker:
        number = len(self.force.workers)
        name = worker_name(self.rng, self.taken)
        worker = Worker(f"SW{2400 + number * 37}", name, agency, day)
        self.force.workers[worker.worker_id] = worker
        self.force.names[worker.worker_id] = name
        return worker


def _teams(rng: Random, person: Person, period: Period) -> list[tuple[int, str]]:
    """The teams that hold the child's work, in order, each with its first day."""
    if person.disabled and rng.random() < 0.7:
        return [(period.start, DISABLED)]
    own = rng.choice(IN_CARE)
    court = next((spell.start for spell in period.legal if spell.code in ("C1", "L1", "L2")), None)
    final = next((spell.start for spell in period.legal if spell.code in ("C2", "E1")), None)
    teams = [(period.start, own)]
    if court is not None:
        teams = [(period.start, COURT)]
        if final is not None:
            teams.append((final + rng.randrange(5, 40), own))
    leaving = birthday(person.born, 16) + rng.randrange(150, 620)
    teams = [(day, team) for day, team in teams if day < leaving or day == period.start]
    teams.append((max(leaving, period.start + 10), LEAVING))
    return [(day, team) for day, team in teams if day < period.end]


def allocations_of(
    rng: Random, person: Person, period: Period, force: Workforce
) -> list[Allocation]:
    """Who works with the child, from the start of care to its end, without gap or overlap."""
    teams = _teams(rng, person, period)
    made: list[Allocation] = []
    for index, (day, team) in enumerate(teams):
        end = teams[index + 1][0] if index + 1 < len(teams) else period.end
        post = rng.choice(force.posts[team])
        for start, worker in post.holders_between(day, end):
            reason = "FCONTA" if not made else "TSPROC" if start == day else pick(rng, CHANGES)
            if made and made[-1].worker == worker:
                continue
            made.append(Allocation(start, worker, team, reason))
    return made
