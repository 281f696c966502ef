"""The four rules of Making Data Count, for points that are more than noise.

A point outside the limits; seven in a row on one side of the average; seven in a row rising or
falling; two of three in a row in the outer third of the way to a limit, all three on that side of
the average. As NHSRplotthedots reads them (ptd_calculate_point_type): a point on the average breaks
a run, and one outside the limits is not also near them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from sightline.insight.process_control.chart import SIGMAS, Chart, Floats
from sightline.insight.wording import Polarity, Verdict

Flags = NDArray[np.bool_]
RUN = 7


class Rule(StrEnum):
    """Why points are held to be more than noise."""

    OUTSIDE = "a point outside the limits"
    SHIFT = "seven points on one side of the average"
    TREND = "seven points rising or falling"
    NEAR_LIMIT = "two of three points near a limit"


@dataclass(frozen=True, slots=True)
class Signal:
    """Points from `start` to `end` (places in the series, both included) that are not noise.

    `direction` is 1 above the average or rising, -1 below or falling.
    """

    rule: Rule
    start: int
    end: int
    direction: int

    def verdict(self, polarity: Polarity) -> Verdict:
        """Say whether the signal is an improvement or a concern."""
        return polarity.verdict(self.direction)


def signals(chart: Chart) -> list[Signal]:
    """Return every signal in a chart, earliest first; signals of one kind that touch are one.

    No run or trend crosses a rebasing, and none is read where there are too few points for limits.
    """
    found = (
        replace(signal, start=signal.start + stretch.start, end=signal.end + stretch.start)
        for stretch in chart.stretches
        if np.isfinite(chart.centre[stretch]).all()
        for direction in (1, -1)
        for signal in _signals_one_way(_turned(chart, stretch, direction), direction)
    )
    return sorted(found, key=lambda signal: (signal.start, signal.end))


@dataclass(frozen=True, slots=True)
class _Turned:
    """One stretch with the side of interest turned upwards: `height` above the centre line."""

    values: Floats
    height: Floats
    limit: Floats


def _turned(chart: Chart, stretch: slice, direction: int) -> _Turned:
    values, centre = chart.values[stretch] * direction, chart.centre[stretch] * direction
    limit = (chart.upper if direction > 0 else chart.lower)[stretch] * direction
    return _Turned(values, values - centre, limit - centre)


def _signals_one_way(side: _Turned, direction: int) -> Iterator[Signal]:
    outside = side.height > side.limit
    for start, end in _unbroken(outside):
        yield Signal(Rule.OUTSIDE, start, end, direction)
    for start, end in _unbroken(side.height > 0):
        if end - start + 1 >= RUN:
            yield Signal(Rule.SHIFT, start, end, direction)
    for start, end in _unbroken(np.diff(side.values) > 0):
        if end - start + 2 >= RUN:
            yield Signal(Rule.TREND, start, end + 1, direction)
    near = (side.height > side.limit * 2 / SIGMAS) & ~outside
    for start, end in _two_of_three(near, side.height > 0):
        yield Signal(Rule.NEAR_LIMIT, start, end, direction)


def _two_of_three(near: Flags, beyond: Flags) -> list[tuple[int, int]]:
    """Return spells from near point to near point, over threes that touch."""
    spells: list[tuple[int, int]] = []
    for first in range(len(near) - 2):
        three = slice(first, first + 3)
        places = np.flatnonzero(near[three]) + first
        if len(places) < 2 or not beyond[three].all():
            continue
        start, end = int(places[0]), int(places[-1])
        if spells and start <= spells[-1][1]:
            before = spells.pop()
            start, end = before[0], max(end, before[1])
        spells.append((start, end))
    return spells


def _unbroken(flags: Flags) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(start), int(stop) - 1) for start, stop in edges.reshape(-1, 2)]
