"""Statistical process control: telling a change from the noise of month to month.

XmR limits (mean ± 2.66 × mean moving range) and p-chart limits, with the rules of NHS England's
*Making Data Count*: a point outside the limits; seven points on one side of the mean; seven points
rising or falling; two of three points beyond two thirds of the way to a limit, on the same side.
Moving ranges above 3.27 × their mean are left out of the limits once, as that programme does, so
that one freak month does not hide the next.
Sources: NHS England, Making Data Count; its R package NHSRplotthedots (ptd_spc, screen_outliers).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sightline.insight.wording import Polarity, Verdict

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_LIMIT_FACTOR = 2.66
_MOVING_RANGE_FACTOR = 3.27
_SIGMAS = 3
RUN = 7


class Rule(StrEnum):
    """Why points are held to be more than noise."""

    OUTSIDE = "a point outside the limits"
    SHIFT = "seven points on one side of the average"
    TREND = "seven points rising or falling"
    NEAR_LIMIT = "two of three points near a limit"


@dataclass(frozen=True, slots=True)
class Chart:
    """A centre line and limits for each point, in the unit of the values.

    `stretches` are the parts of the series between rebasings, in order.
    """

    values: Floats
    centre: Floats
    lower: Floats
    upper: Floats
    stretches: tuple[slice, ...]


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


def xmr(values: ArrayLike, rebase_at: Sequence[int] = ()) -> Chart:
    """Return the XmR chart of a series; limits are worked out anew from each place in `rebase_at`.

    Raises ValueError for a stretch of fewer than two values, or for a value that is missing.
    """
    points = _complete(values)
    centre, half = np.empty_like(points), np.empty_like(points)
    stretches = _stretches(len(points), rebase_at)
    for stretch in stretches:
        part = points[stretch]
        if len(part) < 2:
            raise ValueError("Limits need at least two values in each stretch.")
        centre[stretch] = part.mean()
        half[stretch] = _LIMIT_FACTOR * mean_moving_range(part)
    return Chart(points, centre, centre - half, centre + half, stretches)


def mean_moving_range(values: Floats) -> float:
    """Return the mean absolute difference of neighbours, extreme ones screened out once."""
    ranges = np.abs(np.diff(values))
    kept = ranges[ranges <= _MOVING_RANGE_FACTOR * ranges.mean()]
    return float(kept.mean()) if len(kept) else float(ranges.mean())


def p_chart(numerators: ArrayLike, denominators: ArrayLike, rebase_at: Sequence[int] = ()) -> Chart:
    """Return the p′ chart of shares whose denominators vary (Laney 2002), limits within 0 and 1.

    Where the shares vary more than chance alone would have it, the limits widen in that proportion;
    they are never narrower than a plain p-chart's.
    Raises ValueError for a denominator of 0 or a stretch of fewer than two points.
    """
    x, n = _complete(numerators), _complete(denominators)
    if np.any(n <= 0):
        raise ValueError("A p-chart needs a denominator above 0 at every point.")
    shares, centre, half = x / n, np.empty_like(x), np.empty_like(x)
    stretches = _stretches(len(x), rebase_at)
    for stretch in stretches:
        mean = x[stretch].sum() / n[stretch].sum()
        sigma = np.sqrt(mean * (1 - mean) / n[stretch])
        centre[stretch] = mean
        half[stretch] = _SIGMAS * sigma * _overdispersion(shares[stretch], mean, sigma)
    low, high = np.maximum(centre - half, 0), np.minimum(centre + half, 1)
    return Chart(shares, centre, low, high, stretches)


def _overdispersion(shares: Floats, mean: float, sigma: Floats) -> float:
    if len(shares) < 2:
        raise ValueError("Limits need at least two values in each stretch.")
    if not np.all(sigma > 0):
        return 1.0
    z = (shares - mean) / sigma
    return max(1.0, float(np.abs(np.diff(z)).mean()) * _LIMIT_FACTOR / _SIGMAS)


def signals(chart: Chart) -> list[Signal]:
    """Return every signal in a chart, earliest first; signals of one kind that touch are one.

    No run or trend crosses a rebasing: each stretch is judged by itself.
    """
    found = (
        replace(signal, start=signal.start + stretch.start, end=signal.end + stretch.start)
        for stretch in chart.stretches
        for direction in (1, -1)
        for signal in _signals_one_way(_turned(chart, stretch, direction), direction)
    )
    return sorted(found, key=lambda signal: (signal.start, signal.end))


@dataclass(frozen=True, slots=True)
class _Turned:
    """One stretch with the side of interest turned upwards: `height` above the centre line."""

    height: Floats
    limit: Floats


def _turned(chart: Chart, stretch: slice, direction: int) -> _Turned:
    centre = chart.centre[stretch]
    limit = (chart.upper if direction > 0 else chart.lower)[stretch]
    return _Turned((chart.values[stretch] - centre) * direction, (limit - centre) * direction)


def _signals_one_way(side: _Turned, direction: int) -> Iterator[Signal]:
    for start, end in _unbroken(side.height > side.limit):
        yield Signal(Rule.OUTSIDE, start, end, direction)
    for start, end in _unbroken(side.height > 0):
        if end - start + 1 >= RUN:
            yield Signal(Rule.SHIFT, start, end, direction)
    for start, end in _unbroken(np.diff(side.height) > 0):
        if end - start + 2 >= RUN:
            yield Signal(Rule.TREND, start, end + 1, direction)
    for start, end in _two_of_three(side.height > side.limit * 2 / _SIGMAS):
        yield Signal(Rule.NEAR_LIMIT, start, end, direction)


def _two_of_three(near: Flags) -> list[tuple[int, int]]:
    """Return spells in which near points lie next to each other or one point apart."""
    places = np.flatnonzero(near)
    pairs = [(int(a), int(b)) for a, b in pairwise(places) if b - a <= 2]
    spells: list[tuple[int, int]] = []
    for start, end in pairs:
        if spells and spells[-1][1] == start:
            spells[-1] = (spells[-1][0], end)
        else:
            spells.append((start, end))
    return spells


def _unbroken(flags: Flags) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(start), int(stop) - 1) for start, stop in edges.reshape(-1, 2)]


def _stretches(length: int, rebase_at: Sequence[int]) -> tuple[slice, ...]:
    if any(not 0 < place < length for place in rebase_at):
        raise ValueError("A place to rebase at lies within the series.")
    edges = [0, *sorted(set(rebase_at)), length]
    return tuple(slice(start, end) for start, end in pairwise(edges))


def _complete(values: ArrayLike) -> Floats:
    points = np.asarray(values, dtype=np.float64)
    if not np.all(np.isfinite(points)):
        raise ValueError("A chart needs a value at every point: leave missing months out.")
    return points
