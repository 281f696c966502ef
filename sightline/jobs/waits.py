"""How long children wait, those who wait still included, by the way in which their waits end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from ibis.expr.types import Table
from numpy.typing import NDArray

from sightline.insight.waiting import (
    Flow,
    Routes,
    Spells,
    StillWaiting,
    by_route,
    flow,
    still_waiting,
)
from sightline.jobs.authority import opened
from sightline.measures import waits
from sightline.records import Records

MONTH, WEEK = 365.25 / 12, 7.0
YEAR_DAYS = 365
Bands = tuple[tuple[int, int | None], ...]
MONTH_BANDS: Bands = ((0, 6), (6, 12), (12, 24), (24, 36), (36, None))  # waited so far
WEEK_BANDS: Bands = ((0, 6), (6, 12), (12, 20), (20, 30), (30, 52), (52, None))


@dataclass(frozen=True, slots=True)
class Cohort:
    """Waits that began together, or all of them (`year_ending` None).

    `routes`: the share ended by each route, by days; `still`: the share still waiting.
    """

    year_ending: int | None
    spells: Spells
    routes: Routes
    still: StillWaiting

    @property
    def children(self) -> int:
        """How many waits."""
        return len(self.spells.exit)

    def share_by(self, route: str, months: float) -> float:
        """The share whose wait had ended by a route within so many months."""
        curve = self.routes.curves.get(route)
        return curve.at(months * MONTH) if curve else 0.0

    def still_by(self, months: float) -> float:
        """The share still waiting after so many months."""
        return self.still.curve.at(months * MONTH)

    def watched_at(self, months: float) -> int:
        """How many children were watched at so many months: what the shares there rest on.

        0 from the day on which everyone watched had left while others were still to be counted.
        """
        day, emptied = months * MONTH, self.routes.emptied_on
        if emptied is not None and day >= emptied:
            return 0
        return int(((self.spells.entry <= day) & (self.spells.exit >= day)).sum())


@dataclass(frozen=True, slots=True)
class Waits:
    """Waits of one kind: all, year by year (the newest first), and how long those waiting have.

    `so_far`: for each of its bands, how many who wait today have waited so many months, or weeks.
    `flow`: of a queue, how many came and ended in the year to today, or since the first came.
    """

    as_at: date
    routes: tuple[str, ...]  # in the order in which they are shown
    every: Cohort
    years: tuple[Cohort, ...]
    so_far: tuple[int, ...]
    flow: Flow | None = None


def for_permanence(data: Path) -> Waits | None:
    """From coming into care; None where nobody came. Raises NothingLoadedError.

    Years that began before the records do are in `every` alone: who left early is not in them.
    """
    return _waits(data, waits.for_permanence, waits.PERMANENCE_ROUTES)


def for_first_help(data: Path) -> Waits | None:
    """From the referral for help with mental health; None where none is recorded."""
    return _waits(data, waits.for_first_help, waits.HELP_ROUTES)


def for_ehc_plan(data: Path) -> Waits | None:
    """From the request for an EHC plan, in weeks, with its flow; None where none is recorded."""
    return _waits(data, waits.for_ehc_plan, waits.EHC_ROUTES, WEEK_BANDS, WEEK, is_queue=True)


def _waits(
    data: Path,
    ask: Callable[[Records], Table],
    routes: tuple[str, ...],
    bands: Bands = MONTH_BANDS,
    unit: float = MONTH,
    *,
    is_queue: bool = False,
) -> Waits | None:
    with opened(data) as records:
        found = records.connection.to_pyarrow(ask(records))
        as_at = records.as_at
    if not len(found):
        return None
    entry = found.column("entry").to_numpy().astype(np.float64)
    days = found.column("days").to_numpy().astype(np.float64)
    route = np.array(found.column("route").to_pylist(), dtype=object)
    year = found.column("year_ending").to_numpy()
    waiting = found.column("waits").to_numpy(zero_copy_only=False)
    ago = np.array([(as_at - day).days for day in found.column("began").to_pylist()])
    everyone = np.ones(len(days), dtype=bool)
    late = set(year[entry > 0].tolist())  # years of which the records lack those who left early
    years = [each for each in sorted(set(year.tolist()), reverse=True) if each not in late]
    return Waits(
        as_at,
        routes,
        _cohort(None, days, route, entry, everyone),
        tuple(_cohort(each, days, route, entry, year == each) for each in years),
        _so_far(days[waiting] / unit, bands),
        _flow(ago, days, waiting) if is_queue else None,
    )


def _cohort(
    year: int | None,
    days: NDArray[np.float64],
    route: NDArray[np.object_],
    entry: NDArray[np.float64],
    those: NDArray[np.bool_],
) -> Cohort:
    spells = Spells.of(days[those], route[those].tolist(), entry[those])
    return Cohort(year, spells, by_route(spells), still_waiting(spells))


def _so_far(waited: NDArray[np.float64], bands: Bands) -> tuple[int, ...]:
    return tuple(
        int(((waited >= low) & (waited < (np.inf if high is None else high))).sum())
        for low, high in bands
    )


def _flow(ago: NDArray[np.int64], days: NDArray[np.float64], waiting: NDArray[np.bool_]) -> Flow:
    """`ago`: the days since each wait began; today and the first day of it both count."""
    since = min(YEAR_DAYS, int(ago.max()) + 1)
    ended = ~waiting & (ago - days < since)
    return flow(int(waiting.sum()), int((ago < since).sum()), int(ended.sum()), since / MONTH)
