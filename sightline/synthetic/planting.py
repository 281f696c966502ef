"""Drift put in on purpose, and the drift that arose by itself, written down for the tests."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from sightline.synthetic.chance import stream
from sightline.synthetic.days import YEAR
from sightline.synthetic.journey import SLIPPING_TEAM, Journey
from sightline.synthetic.model import Period, Person, placement_on, state_on
from sightline.synthetic.permanence import LONG_TERM_FOSTERING
from sightline.synthetic.population import Window

UNSEEN_DAYS = 100
MONTHS_18 = round(1.5 * YEAR)
Z1_DAYS = (25, 71, 163)  # how long ago the moves were


APART = (
    "known_as_other", "new_pupil_number", "id_used_again", "adopted_anew", "rewritten", "by_day",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A review held late, which every extract from `since` on tells as held in time."""

    child_id: str
    held: int
    told: int
    since: int


@dataclass(slots=True)
class Planted:
    """What is true on the last day: child ids by kind of drift, and the team that slips."""

    not_visited: list[str] = field(default_factory=list)
    not_visited_for_days: int = UNSEEN_DAYS
    long_term_fostering_not_matched: list[str] = field(default_factory=list)
    care_order_at_home: list[str] = field(default_factory=list)
    unregistered_home: list[str] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    slipping_team: str = SLIPPING_TEAM
    slipping_since: int = 0
    known_as_other: dict[str, str] = field(default_factory=dict)
    new_pupil_number: dict[str, str] = field(default_factory=dict)
    id_used_again: dict[str, str] = field(default_factory=dict)
    adopted_anew: dict[str, str] = field(default_factory=dict)
    rewritten: list[Rewritten] = field(default_factory=list)
    by_day: dict[tuple[str, int], Rewritten] = field(default_factory=dict)

    def rewrite(self, reviews: list[Rewritten]) -> None:
        """Tell these reviews otherwise."""
        self.rewritten = reviews
        self.by_day = {(one.child_id, one.held): one for one in reviews}

    def drift(self) -> dict[str, Any]:
        """The drift of the last extract, as plain values for truth.json."""
        names = (one.name for one in fields(self) if one.name not in APART)
        return {name: getattr(self, name) for name in names}

    def told(self, child_id: str, day: int, on: int) -> int:
        """The day that an extract of `on` tells for a review held on `day`."""
        one = self.by_day.get((child_id, day))
        return one.told if one is not None and on >= one.since else day


def in_care_on(people: list[Person], day: int) -> list[tuple[Person, Period]]:
    """The children in care at the end of a day, with the open period."""
    found = []
    for person in people:
        period = person.period_on(day)
        if period is not None:
            found.append((person, period))
    return found


def plant(people: list[Person], window: Window, journey: Journey) -> Planted:
    """Put drift into the last months and list all drift as of the last day."""
    planted = Planted(slipping_since=journey.slip_from)
    children = in_care_on(people, window.last)
    count = max(2, round(window.children / 100))
    _stop_visits(children, window, planted, count)
    _move_to_unregistered(children, window, count)
    for person, period in children:
        _list_drift(person, period, window.last, planted)
    planted.twins = sorted(person.child_id for person in people if person.twin)
    return planted


def _stop_visits(
    children: list[tuple[Person, Period]], window: Window, planted: Planted, count: int
) -> None:
    """No visit for 100 days, to children whose duty is six weeks."""
    able = [
        (person, period)
        for person, period in children
        if period.start < window.last - 300
        and placement_on(period.placements, window.last).code in ("U6", "U3", "K2", "P1")
    ]
    rng = stream(window.seed, "planted visits")
    for person, period in rng.sample(able, min(count, len(able))):
        last_seen = window.last - UNSEEN_DAYS
        period.visits = [visit for visit in period.visits if visit.day <= last_seen]
        planted.not_visited.append(person.child_id)
    planted.not_visited.sort()


def _move_to_unregistered(
    children: list[tuple[Person, Period]], window: Window, count: int
) -> None:
    """A few teenagers moved from a children's home to one that is not registered."""
    longest = window.last - Z1_DAYS[-1]
    able = [
        period
        for person, period in children
        if window.last - person.born > 13 * YEAR and _could_move(period, longest, window.last)
    ]
    rng = stream(window.seed, "planted unregistered")
    for days, period in zip(Z1_DAYS, rng.sample(able, min(count, len(able))), strict=False):
        moved_on = window.last - days
        index = next(i for i, p in enumerate(period.placements) if p.end > window.last)
        before = period.placements[index]
        after = replace(
            before, start=moved_on, code="Z1", carer=f"Z{before.carer}", provider="PR4", urn=""
        )
        before = replace(before, end=moved_on, why_ended="CREQB")
        period.placements[index : index + 1] = [before, after]


def _could_move(period: Period, day: int, last: int) -> bool:
    placement = placement_on(period.placements, last)
    return placement.code in ("K2", "U6") and placement.start < day - 60 and period.end > last + 20


def _list_drift(person: Person, period: Period, on: int, planted: Planted) -> None:
    placement = placement_on(period.placements, on)
    legal, plan = state_on(period.legal, on), state_on(period.plans, on)
    if placement.code == "Z1":
        planted.unregistered_home.append(person.child_id)
    ordered = legal.start if legal is not None and legal.code == "C2" else on
    if placement.code == "P1" and on - max(ordered, placement.start) >= MONTHS_18:
        planted.care_order_at_home.append(person.child_id)
    planned = plan.start if plan is not None and plan.code == LONG_TERM_FOSTERING else on
    unmatched = placement.code in ("U6", "U3") and on - placement.start >= YEAR
    if unmatched and on - planned >= MONTHS_18:
        planted.long_term_fostering_not_matched.append(person.child_id)
