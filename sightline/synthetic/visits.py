"""Social workers' visits, by the duty that holds on the day and the team's reliability."""

from __future__ import annotations

from random import Random

from sightline.synthetic.chance import around
from sightline.synthetic.days import MONTH, working_day_after, working_day_before
from sightline.synthetic.journey import Journey
from sightline.synthetic.model import (
    Allocation,
    Period,
    Placement,
    Recorded,
    placement_on,
    state_on,
)

SIX_WEEKS, FOUR_WEEKS, ONE_WEEK, THREE_MONTHS = 42, 28, 7, 90


def longest_gap(period: Period, placement: Placement, day: int) -> int:
    """Days allowed to the next visit, after regulation 28 of the 2010 care planning regulations."""
    status = state_on(period.legal, day)
    if placement.code == "P1" and status is not None and status.code == "C1":
        return ONE_WEEK if day - placement.start < 28 else FOUR_WEEKS
    if placement.code in ("U1", "U4") and day - placement.start > 12 * MONTH:
        return THREE_MONTHS
    return SIX_WEEKS


def team_on(allocations: list[Allocation], day: int) -> str:
    """The team that works with the child on a day."""
    current = allocations[0].team
    for allocation in allocations:
        if allocation.start > day:
            break
        current = allocation.team
    return current


def visits_of(
    rng: Random, period: Period, journey: Journey, first: int, until: int
) -> list[Recorded]:
    """Visits from `first` (or the start of care) to `until`, each with the day it was recorded."""
    day = max(period.start, first)
    end = min(period.end - 1, until)
    visits: list[Recorded] = []
    while True:
        placement = placement_on(period.placements, day)
        gap = longest_gap(period, placement, day)
        due = day + rng.randrange(max(gap * 2 // 3, 4), gap + 1)
        following = next((p for p in period.placements if day < p.start <= due), None)
        if following is not None:
            due, gap = following.start + rng.randrange(1, 7), ONE_WEEK
        elif not visits:
            due, gap = day + rng.randrange(1, 7), ONE_WEEK
        late = rng.random() > journey.visits_on_time(team_on(period.allocations, due), due)
        on = working_day_after(due + around(rng, 21, 0.8)) if late else working_day_before(due)
        day = max(on, day + 1)
        if day > end:
            return visits
        visits.append(Recorded(day, day + _recording_lag(rng)))


def _recording_lag(rng: Random) -> int:
    """Days until the visit is on the system: mostly at once, a few percent weeks later."""
    roll = rng.random()
    if roll < 0.80:
        return rng.randrange(0, 3)
    return rng.randrange(3, 9) if roll < 0.975 else rng.randrange(20, 60)
