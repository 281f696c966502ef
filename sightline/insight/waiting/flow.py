"""Whether a queue grows or shrinks at the pace of late, and when it would be worked off.

Comings and endings are counts of events over the same time, each with its exact Poisson limits. The
limits of their difference are put together from these (Zou GY, Donner A (2008) Statistics in
Medicine 27:1693–1702): further from 0 than chance on neither side, nothing can be told.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from sightline.insight.intervals import Interval, count_interval


@dataclass(frozen=True, slots=True)
class Flow:
    """A queue at the pace of late.

    `shrinks`: how many fewer wait after a month; below 0, by how many more. Its `interval` and
    `to_clear`, the months until none would wait, are 95% limits; `months_to_clear` is None where it
    does not shrink beyond chance.
    """

    open: int
    came: int
    ended: int
    months: float
    shrinks: float
    interval: Interval
    months_to_clear: float | None
    to_clear: Interval | None

    @property
    def grows(self) -> bool:
        """Whether it grows beyond chance."""
        return self.interval.high < 0


def flow(waiting: int, came: int, ended: int, months: float) -> Flow:
    """Return the flow of a queue of `waiting`, to which `came` in `months` and of which `ended`.

    Raises ValueError for a count below 0, or no time.
    """
    if waiting < 0 or months <= 0:
        raise ValueError("A queue is not below 0, and its flow takes time to see.")
    into, out = count_interval(came), count_interval(ended)
    net = ended - came
    low = net - hypot(ended - out.low, into.high - came)
    high = net + hypot(out.high - ended, came - into.low)
    interval = Interval(low / months, high / months)
    shrinks = net / months
    if interval.low <= 0:
        return Flow(waiting, came, ended, months, shrinks, interval, None, None)
    to_clear = Interval(waiting / interval.high, waiting / interval.low)
    return Flow(waiting, came, ended, months, shrinks, interval, waiting / shrinks, to_clear)
