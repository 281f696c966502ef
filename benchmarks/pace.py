"""Coverage of the date at which a measure would arrive, on series whose arrival is known.

Each series is a straight way to its target with noise on it. Printed for each kind of series and
each way of reading it: how many of 100 intervals hold the known arrival, how many have an end at
all, the middle width of those in months, and how many of 100 verdicts are untrue against a promise
half a way too early and half a way too late. `line` is an ordinary least-squares line, `Sen` is
Sen's interval for months taken as independent, `pace` is what the pages show.

    python benchmarks/pace.py [SERIES]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from scipy.stats import linregress

from sightline.insight.intervals import Interval, normal_quantile
from sightline.insight.pace import DAYS_IN_MONTH, PaceVerdict, Point, pace, theil_sen
from sightline.insight.wording import Polarity

Floats = NDArray[np.float64]
Span = tuple[float | None, float | None]
TODAY = date(2025, 12, 31)
START, TARGET = 0.60, 0.95


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of series: its months, its true slope a month, and what lies on the line."""

    name: str
    months: int
    slope: float
    noise: float = 0.02
    like: float = 0.0  # how much a month resembles the one before
    children: int = 0  # shares of so many children, in place of the noise
    season: float = 0.0
    step: bool = False  # the whole rise at once, in the middle


KINDS = (
    Kind("12 months, steady", 12, 0.008),
    Kind("24 months, steady", 24, 0.008),
    Kind("36 months, steady", 36, 0.006),
    Kind("24 months, noisy", 24, 0.004, noise=0.04),
    Kind("24 months, months alike 0.4", 24, 0.008, like=0.4),
    Kind("24 months, months alike 0.7", 24, 0.008, like=0.7),
    Kind("36 months, months alike 0.7", 36, 0.006, like=0.7),
    Kind("24 months, shares of 30", 24, 0.008, children=30),
    Kind("24 months, seasons", 24, 0.008, season=0.03),
    Kind("24 months, no trend", 24, 0.0),
    Kind("24 months, no trend, alike 0.7", 24, 0.0, like=0.7),
    Kind("24 months, falling", 24, -0.004),
    Kind("24 months, one step, then flat", 24, 0.0, step=True),
)


def drawn(kind: Kind, rng: np.random.Generator) -> Floats:
    """One series of the kind, oldest month first."""
    months = np.arange(kind.months)
    true = START + kind.slope * months + kind.season * np.sin(months / 12 * 2 * np.pi)
    if kind.step:
        true = true + 0.1 * (months >= kind.months // 2)
    if kind.children:
        return rng.binomial(kind.children, np.clip(true, 0, 1)) / kind.children
    shocks = rng.normal(0, kind.noise, kind.months)
    shocks[1:] *= np.sqrt(1 - kind.like**2)
    for n in range(1, kind.months):
        shocks[n] += kind.like * shocks[n - 1]
    return true + shocks


def known(kind: Kind) -> float | None:
    """The months from the last one until the true line meets the target; None for never."""
    if kind.slope <= 0:
        return None
    return (TARGET - START) / kind.slope - (kind.months - 1)


def points(values: Floats) -> list[Point]:
    last = len(values) - 1
    return [
        Point(TODAY - timedelta(days=round((last - n) * DAYS_IN_MONTH)), float(value))
        for n, value in enumerate(values)
    ]


def _span(left: float, low: float, high: float) -> Span:
    return (left / high if high > 0 else None, left / low if low > 0 else None)


def by_line(values: Floats) -> Span:
    """Least squares: the level on the last day, and the slope with its own interval."""
    fitted = linregress(np.arange(len(values)) - (len(values) - 1), values)
    off = normal_quantile(0.95) * float(fitted.stderr)
    left = max(TARGET - float(fitted.intercept), 0.0)
    return _span(left, float(fitted.slope) - off, float(fitted.slope) + off)


def by_sen(values: Floats) -> Span:
    """Sen's interval of the slope, from the level on the last day."""
    line = theil_sen(points(values))
    interval: Interval = line.interval
    return _span(max(TARGET - line.level, 0.0), interval.low, interval.high)


def by_pace(values: Floats) -> Span:
    """What the pages show."""
    found = pace(points(values), TARGET, date(2000, 1, 1), Polarity.HIGH)
    ends = (found.earliest, found.latest)
    earliest, latest = (None if end is None else (end - TODAY).days / DAYS_IN_MONTH for end in ends)
    return earliest, latest


WAYS: dict[str, Callable[[Floats], Span]] = {"line": by_line, "Sen": by_sen, "pace": by_pace}


def holds(span: Span, arrival: float | None) -> bool:
    """Whether the interval holds the arrival, to the day; None ends are never."""
    earliest, latest = span
    if arrival is None:
        return latest is None
    early_enough = earliest is not None and earliest <= arrival + 0.5 / DAYS_IN_MONTH
    return early_enough and (latest is None or latest >= arrival - 0.5 / DAYS_IN_MONTH)


def untrue(kind: Kind, series: Sequence[Floats]) -> tuple[float, float]:
    """Per 100: said on pace for a promise that is not kept; said behind for one that is.

    The promise is half a way too early, then half a way too late; five years where it never is.
    """
    arrival, wrongly_on, wrongly_behind = known(kind), 0, 0
    behind = {PaceVerdict.TOO_SLOW, PaceVerdict.WRONG_WAY}
    for values in series:
        for share in (0.5, 1.5):
            months = 60.0 if arrival is None else arrival * share
            wanted = TODAY + timedelta(days=round(months * DAYS_IN_MONTH))
            said = pace(points(values), TARGET, date(2000, 1, 1), Polarity.HIGH, wanted).verdict
            kept = arrival is not None and share > 1
            wrongly_on += said is PaceVerdict.ON_PACE and not kept
            wrongly_behind += said in behind and kept
    sides = 2 if arrival is None else 1
    return 100 * wrongly_on / len(series) / sides, 100 * wrongly_behind / len(series)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    sys.stdout.write(
        f"{size:,} series of each kind; limits meant to hold 95 of 100\n"
        f"{'':32}{'way':6}{'held':>6}{'ended':>7}{'months':>8}\n"
    )
    for place, kind in enumerate(KINDS):
        rng = np.random.default_rng(20260101 + place)
        series = [drawn(kind, rng) for _ in range(size)]
        arrival = known(kind)
        for way, read in WAYS.items():
            spans = [read(values) for values in series]
            ended = [b - a for a, b in spans if a is not None and b is not None]
            held = 100 * sum(holds(span, arrival) for span in spans) / size
            width = f"{np.median(ended):8.1f}" if ended else f"{'–':>8}"
            share = 100 * len(ended) / size
            sys.stdout.write(f"{kind.name:32}{way:6}{held:6.1f}{share:7.1f}{width}\n")
        on, behind = untrue(kind, series)
        sys.stdout.write(f"{'':32}wrongly on pace {on:.1f}, wrongly behind {behind:.1f} of 100\n")


if __name__ == "__main__":
    main()
