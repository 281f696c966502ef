"""Children's waits as they were watched: from when, until when, and how each ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spells:
    """One wait a child, in days since it began. Build with `Spells.of`.

    `entry`: how long the child had waited when first watched: 0 for one whose wait began within the
    window, more for one already waiting at its start (left truncation: of the children who began
    with them, those whose wait was over are not in the data). `exit`: how long at the end of the
    wait, or when last watched. `route`: the place in `routes` of how the wait ended, -1 where the
    child still waits.
    """

    entry: Floats
    exit: Floats
    route: NDArray[np.int64]
    routes: tuple[str, ...]

    @classmethod
    def of(
        cls,
        exit_days: ArrayLike,
        ended_by: Sequence[str | None],
        entry_days: ArrayLike | None = None,
    ) -> Spells:
        """Return the spells; `ended_by` is None for a child who still waits.

        Routes stand in the order of their names. Raises ValueError where the sequences differ in
        length, a day is missing or below 0, or a child leaves before being watched.
        """
        left = np.asarray(exit_days, dtype=np.float64)
        came = np.zeros_like(left) if entry_days is None else np.asarray(entry_days, np.float64)
        if not len(left) == len(ended_by) == len(came):
            raise ValueError("Give one day of entry, one of exit and one route for each child.")
        if not (np.isfinite(left).all() and np.isfinite(came).all()):
            raise ValueError("A wait needs its days: leave out the children without them.")
        if np.any(came < 0) or np.any(left < came):
            raise ValueError("A child is watched from day 0 or later, and leaves no earlier.")
        routes = tuple(sorted({route for route in ended_by if route is not None}))
        places = {route: place for place, route in enumerate(routes)}
        route = np.array([-1 if r is None else places[r] for r in ended_by], dtype=np.int64)
        return cls(came, left, route, routes)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Day by day on which a wait ended: the day, children waiting just before, ends by route.

    `ends` has a row for each day and a column for each route.
    """

    days: Floats
    waiting: Floats
    ends: Floats


def at_risk(spells: Spells) -> AtRisk:
    """Count who waits on each day on which a wait ends.

    A child watched from the start waits from day 0, one who joins later on the days after that;
    both up to and with the day of exit. One who joins and leaves on one day waits that day.
    """
    ended = spells.route >= 0
    from_then = (spells.entry == 0) | (spells.exit == spells.entry)
    came = np.where(from_then, spells.entry - 0.5, spells.entry)
    days, place = np.unique(spells.exit[ended], return_inverse=True)
    ends = np.zeros((len(days), max(len(spells.routes), 1)))
    np.add.at(ends, (place, spells.route[ended]), 1)
    entered = np.searchsorted(np.sort(came), days, side="left")
    gone = np.searchsorted(np.sort(spells.exit), days, side="left")
    return AtRisk(days, (entered - gone).astype(np.float64), ends)
