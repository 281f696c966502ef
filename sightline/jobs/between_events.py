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
from sightline.measures.language import Kind, When

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
    event is bad. `until`: the newest day told of. `standing`: None without limits.
    """

    of_met: bool
    polarity: Polarity
    waits: tuple[Wait, ...]
    until: date
    standing: Standing | None = None
    declared: tuple[Declared, ...] = ()

    @property
    def days_since_last(self) -> int:
        """From the last event to the newest day: a wait that is not over."""
        return (self.until - self.waits[-1].day).days

    @property
    def already(self) -> Verdict | None:
        """What the wait that is not over says, where it is beyond the upper limit already."""
        lines = self.waits[-1].limits
        if lines is None or self.days_since_last <= lines.upper:
            return None
        return self.polarity.verdict(1)


@dataclass(frozen=True, slots=True)
class EventDays:
    """The days of a measure's events, and the newest day that the records tell of."""

    days: tuple[EventDay, ...]
    as_at: date


@remembered
def event_days(data: Path, measure_id: str) -> EventDays:
    """The days of a measure's events. KeyError for an unknown id; raises NothingLoadedError."""
    measure = catalogue()[measure_id]
    with opened(data) as records:
        return EventDays(days_of(records, measure), records.as_at)


def asks_for_days(measure: Measure, seen: Control) -> bool:
    """Whether too few are counted a month for limits, and what is counted are events or children.

    A mean counts neither.
    """
    rare = seen.kind is ChartKind.BETWEEN_EVENTS
    return rare and measure.kind in (Kind.SHARE, Kind.COUNT)


def between_events(
    found: MeasureFigures,
    seen: Control,
    told: EventDays,
    declared: Sequence[Declared] = (),
) -> BetweenEvents | None:
    """The chart for a measure whose `seen` says that too few are counted a month; None for others.

    None too where rows have no day, or fewer than two days have an event. A month without a figure
    had no event; but no wait crosses a month whose figure may not be used, or of which no list
    tells.
    """
    measure = found.measure
    if not asks_for_days(measure, seen):
        return None
    used = _unbroken(found, seen.figures)
    of_met = measure.kind is Kind.COUNT or _met_is_rarer(used)
    months = {figure.as_at for figure in used}
    on = sorted({each.day for each in told.days if each.met == of_met and each.as_at in months})
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
        _until(found, used, told.as_at),
        standing(chart, polarity) if chart.has_limits else None,
        marked,
    )


def _chart(lengths: Sequence[int], ends: Sequence[date], marked: Sequence[Declared]) -> Chart:
    def place(change: Declared) -> int:
        return next(place for place, day in enumerate(ends) if day >= change.day)

    return t_chart(lengths, [Rebase(place(each), each.reason) for each in marked])


def _unbroken(found: MeasureFigures, used: Sequence[Figure]) -> Sequence[Figure]:
    """The newest of the used figures with none between that may not be used, nor a list missing."""
    usable = {figure.as_at for figure in used}
    run: list[Figure] = []
    for figure in reversed([each for each in found.series if each.as_at <= used[-1].as_at]):
        missing = run and _month(run[-1].as_at) - _month(figure.as_at) > 1
        if figure.as_at not in usable or (missing and _is_of_lists(found.measure)):
            break
        run.append(figure)
    return run[::-1]


def _is_of_lists(measure: Measure) -> bool:
    """Whether a month may lack a figure because no list was loaded, and not for want of events."""
    return measure.when is When.MONTHLY_FROM_LISTS


def _until(found: MeasureFigures, used: Sequence[Figure], as_at: date) -> date:
    """The day up to which no further event is known: months without any have no figure."""
    newest = used[-1].as_at
    tells = found.measure.when is When.MONTHLY and newest == found.latest.as_at
    return as_at if tells else newest


def _month(day: date) -> int:
    return day.year * MONTHS + day.month


def _met_is_rarer(figures: Sequence[Figure]) -> bool:
    met = sum(figure.numerator or 0 for figure in figures)
    return met <= sum(figure.denominator or 0 for figure in figures) - met
