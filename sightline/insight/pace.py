"""Whether a measure is moving fast enough since an inspection, and when it would arrive.

The slope is Theil and Sen's (the middle of the slopes between all pairs of months), which one odd
month does not sway; its interval is Sen's (1968, Journal of the American Statistical Association
63:1379–1389), from the normal approximation to Kendall's statistic, for months independent of one
another. `pace` widens it for months that resemble their neighbours (`sightline.insight.arrival`);
what that is worth, `benchmarks/pace.py` measures on series with a known arrival.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from sightline.insight.arrival import limits, spread_of
from sightline.insight.intervals import Interval, normal_quantile
from sightline.insight.wording import Polarity, Unit, say, say_month

DAYS_IN_MONTH = 365.25 / 12
FEWEST_POINTS = 6
_LAST_YEAR = 2100

Floats = NDArray[np.float64]


class PaceVerdict(StrEnum):
    """How a measure stands towards its target."""

    ARRIVED = "arrived"
    ON_PACE = "on pace"
    TOO_SLOW = "too slow"
    WRONG_WAY = "going the wrong way"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a measure on a day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a measure stood, where it stands, how fast it moves, and when it would arrive.

    `slope` and `slope_interval` are per month, in the unit of the measure; None where there are too
    few points. `arrival` is the date at today's rate; `earliest` and `latest` come from the limits
    of the slope. None means never (or after 2100).
    """

    at_inspection: float | None
    now: Point
    target: float
    slope: float | None
    slope_interval: Interval | None
    arrival: date | None
    earliest: date | None
    latest: date | None
    verdict: PaceVerdict

    def sentence(self, title: str, unit: Unit) -> str:
        """Say the pace in plain English."""
        then = (
            f" (from {say(self.at_inspection, unit)} at inspection)"
            if self.at_inspection is not None
            else ""
        )
        position = f"{title}: {say(self.now.value, unit)}{then}, target {say(self.target, unit)}"
        return f"{position}. {self._outlook()}"

    def _outlook(self) -> str:
        if self.verdict is PaceVerdict.ARRIVED:
            return "The target is reached."
        if self.verdict is PaceVerdict.WRONG_WAY:
            return "It is going the wrong way."
        if self.verdict is PaceVerdict.CANNOT_TELL:
            return "It is too early to tell whether it is moving."
        if self.arrival is None:
            return "Too slow: at today's rate it does not get there."
        word = "On pace" if self.verdict is PaceVerdict.ON_PACE else "Too slow"
        return f"{word}: at today's rate it gets there in {say_month(self.arrival)}{self._range()}."

    def _range(self) -> str:
        if self.earliest is None:
            return ""
        latest = say_month(self.latest) if self.latest else "never"
        return f" (between {say_month(self.earliest)} and {latest})"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line through points: its level on the last day, and its slope per month."""

    level: float
    slope: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class _Way:
    """A line on its way to a target, all towards it: positive is nearer."""

    left: float  # from the line on the last day to the target
    slope: float
    slowest: float
    fastest: float
    earliest: float | None  # in months from the last day
    latest: float | None


def theil_sen(points: Sequence[Point], confidence: float = 0.95) -> Line:
    """Return Theil and Sen's line with Sen's interval for its slope.

    Raises ValueError for fewer than two points or for two points on one day.
    """
    days = [point.day for point in points]
    if len(points) < 2 or len(set(days)) < len(days):
        raise ValueError("A line needs two or more points, each on its own day.")
    months, values = _months(points)
    first, second = np.triu_indices(len(points), k=1)
    slopes = np.sort((values[second] - values[first]) / (months[second] - months[first]))
    slope = float(np.median(slopes))
    level = float(np.median(values - slope * months))
    return Line(level, slope, _sen_interval(slopes, len(points), confidence))


def _months(points: Sequence[Point]) -> tuple[Floats, Floats]:
    """Return the days in months from the last of them, and the values."""
    last = max(point.day for point in points)
    months = np.array([(point.day - last).days / DAYS_IN_MONTH for point in points])
    return months, np.array([point.value for point in points])


def _sen_interval(slopes: Floats, n: int, confidence: float) -> Interval:
    spread = normal_quantile(confidence) * sqrt(n * (n - 1) * (2 * n + 5) / 18)
    low = max(int((len(slopes) - spread) / 2), 0)
    return Interval(float(slopes[low]), float(slopes[len(slopes) - 1 - low]))


def pace(
    points: Sequence[Point],
    target: float,
    inspected: date,
    polarity: Polarity,
    wanted_by: date | None = None,
) -> Pace:
    """Judge the pace of a measure from the inspection to its last point.

    The line runs from the last point on or before `inspected`. Verdict: arrived, where the last
    value reaches the target; cannot tell, with fewer than six points or a slope whose interval
    holds 0, unless even its better end is too slow; going the wrong way; else on pace or too slow
    by `wanted_by` (without which any arrival is on pace).
    Raises ValueError without points, or for a measure of which neither way is better.
    """
    if not points or polarity is Polarity.NONE:
        raise ValueError("Pace needs points, and a measure of which one way is better.")
    ordered = sorted(points, key=lambda point: point.day)
    before = [point for point in ordered if point.day <= inspected]
    since = _since(ordered, inspected)
    at_inspection = before[-1].value if before else None
    now, better = ordered[-1], 1 if polarity is Polarity.HIGH else -1
    if len(since) < FEWEST_POINTS:
        arrived = (now.value - target) * better >= 0
        verdict = PaceVerdict.ARRIVED if arrived else PaceVerdict.CANNOT_TELL
        return Pace(at_inspection, now, target, None, None, None, None, None, verdict)
    line = theil_sen(since)
    way, interval = _way(since, line, target, better)
    return _judged(
        way,
        Pace(
            at_inspection,
            now,
            target,
            line.slope,
            interval,
            None,
            None,
            None,
            PaceVerdict.CANNOT_TELL,
        ),
        better,
        wanted_by,
    )


def movement(points: Sequence[Point], since: date) -> Interval | None:
    """Return the interval of the slope a month from `since`, widened as for a pace.

    It starts at the last point on or before that day. None with fewer than six points.
    """
    counted = _since(sorted(points, key=lambda point: point.day), since)
    if len(counted) < FEWEST_POINTS:
        return None
    return _way(counted, theil_sen(counted), 0.0, 1)[1]


def _since(ordered: Sequence[Point], inspected: date) -> list[Point]:
    """The last point on or before the day, and all after it."""
    before = [point for point in ordered if point.day <= inspected]
    return [*before[-1:], *(point for point in ordered if inspected < point.day)]


def _way(
    points: Sequence[Point], line: Line, target: float, better: int, confidence: float = 0.95
) -> tuple[_Way, Interval]:
    """Return the line on its way to the target, and the interval of its slope, widened."""
    months, values = _months(points)
    residuals = values - line.level - line.slope * months
    normal = normal_quantile(confidence)
    plain = (line.interval.high - line.interval.low) / 2 / normal
    spread = spread_of(months, residuals, plain, normal, confidence)
    interval = Interval(
        line.slope - (line.slope - line.interval.low) * spread.widened,
        line.slope + (line.interval.high - line.slope) * spread.widened,
    )
    middle = float(months.mean())
    left = (target - line.level - line.slope * middle) * better
    earliest, latest = limits(left, line.slope * better, spread)
    slowest, fastest = sorted((interval.low * better, interval.high * better))
    return _Way(
        left=(target - line.level) * better,
        slope=line.slope * better,
        slowest=slowest,
        fastest=fastest,
        earliest=None if earliest is None else earliest + middle,
        latest=None if latest is None else latest + middle,
    ), interval


def _judged(way: _Way, known: Pace, better: int, wanted_by: date | None) -> Pace:
    today = known.now.day
    arrival = _arrival(today, way.left / way.slope if way.slope > 0 else None)
    if way.left <= 0:
        arrival = today
    earliest, latest = _arrival(today, way.earliest), _arrival(today, way.latest)
    if (known.now.value - known.target) * better >= 0:
        verdict = PaceVerdict.ARRIVED
        arrival = earliest = latest = today
    elif way.fastest < 0:
        verdict = PaceVerdict.WRONG_WAY
    elif earliest is None or (wanted_by is not None and wanted_by < earliest):
        verdict = PaceVerdict.TOO_SLOW
    elif way.slowest <= 0:
        verdict = PaceVerdict.CANNOT_TELL
    else:
        in_time = arrival is not None and (wanted_by is None or arrival <= wanted_by)
        verdict = PaceVerdict.ON_PACE if in_time else PaceVerdict.TOO_SLOW
    return replace(known, arrival=arrival, earliest=earliest, latest=latest, verdict=verdict)


def _arrival(today: date, months: float | None) -> date | None:
    """Return the day so many months from today, today at the earliest; None for never."""
    if months is None:
        return None
    days = max(months, 0.0) * DAYS_IN_MONTH
    furthest = (date(_LAST_YEAR, 12, 31) - today).days
    return today + timedelta(days=round(days)) if days <= furthest else None
