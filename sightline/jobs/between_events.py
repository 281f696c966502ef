"""What a measure counts too seldom for monthly limits: the days from one event to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from sightline.insight.process_control import (
    Chart,
    Rebase,
    Standing,
    standing,
    t_chart,
)
from sightline.insight.process_control import Kind as ChartKind
from sightline.insight.wording import Polarity, Verdict
from sightline.jobs.authority import opened
from sightline.jobs.control import Control, Declared, Limits, limits_at
from sightline.jobs.remembered import remembered
from sightline.measures import Figure, Measure, MeasureFigures, catalogue
from sightline.measures.event_days import EventDay
from sightline.measures.event_days import event_days as days_of
from sightline.measures.language import Kind

MONTHS = 12
_TURNED = {
    Polarity.LOW: Polarity.HIGH,
    Polarity.HIGH: Polarity.LOW,
    Polarity.NONE: Polarity.NONE,
}


@dataclass(frozen=True, slots=True)
class Wait:
    """An event's day, the days since the event before, and the lines there."""

    day: date
    days: int
    limits: Limits | None


@dataclass(frozen=True, slots=True)
class BetweenEvents:
    """The chart of the days from one event to the next, oldest first.

    `of_met`: whether an event is a row of the numerator, else one that is not in it, whichever is
    rarer. Events of one day are one. `polarity` is that of the wait: a long one is better where the
    event is bad. `until`: the newest figure. `standing`: None where there are too few for limits.
    """

    of_met: bool
    polarity: Polarity
    waits: tuple[Wait, ...]
    until: date
    standing: Standing | None = None
    declared: tuple[Declared, ...] = ()

    @property
    def days_since_last(self) -> int:
        """From the last event to the newest figure: a wait that is not over."""
        return (self.until - self.waits[-1].day).days

    @property
    def already(self) -> Verdict | None:
        """What the wait that is not over says, where it is beyond the upper limit already."""
        lines = self.waits[-1].limits
        if lines is None or self.days_since_last <= lines.upper:
            return None
        return self.polarity.verdict(1)


@remembered
def event_days(data: Path, measure_id: str) -> tuple[EventDay, ...]:
    """The days of a measure's events. KeyError for an unknown id; raises NothingLoadedError."""
    measure = catalogue()[measure_id]
    with opened(data) as records:
        return days_of(records, measure)


def asks_for_days(measure: Measure, seen: Control) -> bool:
    """Whether too few are counted a month for limits, and what is counted are events or children.

    A mean counts neither.
    """
    rare = seen.kind is ChartKind.BETWEEN_EVENTS
    return rare and measure.kind in (Kind.SHARE, Kind.COUNT)


def between_events(
    found: MeasureFigures,
    seen: Control,
    days: Sequence[EventDay],
    declared: Sequence[Declared] = (),
) -> BetweenEvents | None:
    """The chart for a measure whose `seen` says that too few are counted a month; None for others.

    None too where rows have no day, or fewer than two days have an event. Only months that follow
    on each other up to the newest count: a wait across a month that is left out would be none.
    """
    measure = found.measure
    if not asks_for_days(measure, seen):
        return None
    used = _unbroken(seen.figures)
    of_met = measure.kind is Kind.COUNT or _met_is_rarer(used)
    months = {figure.as_at for figure in used}
    on = sorted({each.day for each in days if each.met == of_met and each.as_at in months})
    if len(on) < 2:
        return None
    lengths = [(later - earlier).days for earlier, later in pairwise(on)]
    polarity = _TURNED[measure.polarity] if of_met else measure.polarity
    marked = tuple(sorted((d for d in declared if on[1] < d.day <= on[-1]), key=lambda d: d.day))
    chart = _chart(lengths, on[1:], marked)
    lines = limits_at(on[1:], chart, polarity)
    return BetweenEvents(
        of_met,
        polarity,
        tuple(Wait(day, days, lines.get(day)) for day, days in zip(on[1:], lengths, strict=True)),
        used[-1].as_at,
        standing(chart, polarity) if chart.has_limits else None,
        marked,
    )


def _chart(lengths: Sequence[int], ends: Sequence[date], marked: Sequence[Declared]) -> Chart:
    def place(change: Declared) -> int:
        return next(place for place, day in enumerate(ends) if day >= change.day)

    return t_chart(lengths, [Rebase(place(each), each.reason) for each in marked])


def _unbroken(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The newest of the figures that follow month upon month."""
    start = len(figures) - 1
    while start and _month(figures[start].as_at) - _month(figures[start - 1].as_at) == 1:
        start -= 1
    return figures[start:]


def _month(day: date) -> int:
    return day.year * MONTHS + day.month


def _met_is_rarer(figures: Sequence[Figure]) -> bool:
    met = sum(figure.numerator or 0 for figure in figures)
    return met <= sum(figure.denominator or 0 for figure in figures) - met
