"""Teams, their posts, and the workers who hold them, leave and are replaced."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from random import Random

from sightline.synthetic.chance import pick
from sightline.synthetic.days import YEAR, birthday
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import Allocation, Period, Person
from sightline.synthetic.people import worker_name

COURT, LEAVING, DISABLED = "Court Team", "Leaving Care Team", "Children with Disabilities Team"
IN_CARE = tuple(f"Children in Care Team {number}" for number in range(1, 5))
FRONT_DOOR = ("Assessment Team East", "Assessment Team West", "Safeguarding Team")
CHILDREN_A_POST = 15
CHANGES = {"LEFTRL": 0.74, "ABSENC": 0.14, "ORGRST": 0.08, "OTHERS": 0.04}
SHARES = {COURT: 0.17, LEAVING: 0.17, DISABLED: 0.08} | dict.fromkeys(IN_CARE, 0.145)


@dataclass(slots=True)
class Post:
    """One post in a team and its successive holders."""

    team: str
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
    """All posts by team, and every worker's name by id."""

    posts: dict[str, list[Post]]
    names: dict[str, str]

    @classmethod
    def made(cls, rng: Random, children: int, first: int, last: int, journey: Journey) -> Workforce:
        """Posts for an authority of `children` in care, filled from `first` to `last`."""
        force = cls({}, {})
        taken: set[str] = set()
        sizes = {
            team: max(1, round(children * share / CHILDREN_A_POST))
            for team, share in SHARES.items()
        }
        sizes |= dict.fromkeys(FRONT_DOOR, max(1, children // 100))
        for team, size in sizes.items():
            force.posts[team] = [Post(team) for _ in range(size)]
            for post in force.posts[team]:
                _fill(rng, post, (first, last), journey, (force.names, taken))
        return force


def _fill(
    rng: Random, post: Post, span: tuple[int, int], journey: Journey,
    known: tuple[dict[str, str], set[str]],
) -> None:  # fmt: skip
    names, taken = known
    day, last = span
    day -= rng.randrange(0, 300)
    while day <= last:
        worker = f"SW{2400 + len(names) * 37}"
        names[worker] = worker_name(rng, taken)
        post.starts.append(day)
        post.holders.append(worker)
        day += _tenure(rng, journey, day)


def _tenure(rng: Random, journey: Journey, day: int) -> int:
    """Days in post; shorter around the inspection, when agency workers came and went."""
    since = (day - journey.inspection) / YEAR
    mean = 310 if -2 < since < 1 else 370
    return 45 + round(rng.expovariate(1 / mean))


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
