"""What is too rare for monthly limits, on its measure's page: the days from one to the next.

For those who see exact figures alone: a day tells of a single child.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from sightline import words
from sightline.insight.process_control import FEWEST_POINTS, Standing
from sightline.insight.wording import Polarity
from sightline.jobs import between_events as jobs
from sightline.jobs.between_events import BetweenEvents, Wait
from sightline.jobs.control import Control
from sightline.measures import Measure, MeasureFigures
from sightline.oversight.charts import Chart, Point
from sightline.oversight.control_seen import FOR, lines_of, signs_said
from sightline.oversight.declaring import declared_for
from sightline.oversight.over_time import ICONS, Badge

_BETTER = {
    Polarity.HIGH: "Longer is better.",
    Polarity.LOW: "Shorter is better.",
    Polarity.NONE: "Neither way is better.",
}


@dataclass(frozen=True, slots=True)
class WaitLine:
    """An event in the table beneath the chart; limits are empty where there are none."""

    day: str
    days: str
    lower: str = ""
    centre: str = ""
    upper: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The section of the page; not `drawn`, `sentence` says why and the rest is empty."""

    sentence: str
    badges: Sequence[Badge] = ()
    what: str = ""
    chart_words: str = ""
    lines: Sequence[WaitLine] = ()
    drawn: bool = False


def between_for(found: MeasureFigures, seen: Control, *, exact: bool) -> BetweenEvents | None:
    """The chart as this person may see it; None where there is none or it is withheld.

    `seen` is the control chart of its months.
    """
    if not exact:
        return None
    if not jobs.asks_for_days(found.measure, seen):
        return None
    told = jobs.event_days(settings.DATA, found.measure.id)
    return jobs.between_events(found, seen, told, declared_for(found.measure.id))


def section(found: MeasureFigures, seen: Control, *, exact: bool) -> Section | None:
    """What the page shows; None where the measure has no such chart, or it is withheld."""
    between = between_for(found, seen, exact=exact)
    if between is None:
        return None
    if between.standing is None:
        waits = words.count_of(len(between.waits), "time")
        return Section(
            f"The days from one to the next would say more, but limits need {FEWEST_POINTS} such "
            f"times since a change was declared or the records began, and there are {waits} in all."
        )
    return Section(
        _sentence(between),
        [_badge(between.standing)],
        f"{_event(found.measure, of_met=between.of_met)} {_BETTER[between.polarity]}",
        _described(between),
        [_line(wait) for wait in reversed(between.waits)],
        drawn=True,
    )


def chart_of(found: MeasureFigures, between: BetweenEvents) -> Chart:
    """The chart: at each event's day, the days since the one before."""
    return Chart(
        title=f"{found.measure.title}: days from one to the next",
        description=_described(between),
        points=[Point(wait.day, wait.days, lines=lines_of(wait.limits)) for wait in between.waits],
        percent=False,
        whole=True,
        anew=tuple(each.day for each in between.declared),
    )


def _event(measure: Measure, *, of_met: bool) -> str:
    if of_met:
        return f"An event here is one of these: {measure.numerator_words}."
    return (
        f"An event here is one of these: {measure.denominator_words}, "
        f"that is not one of these: {measure.numerator_words}."
    )


def _badge(standing: Standing) -> Badge:
    """The verdict in the words of waits."""
    said = standing.variation_said.replace("Higher than usual", "Longer apart than usual")
    said = said.replace("Lower than usual", "Closer together than usual")
    because = f": {', '.join(standing.reasons)}" if standing.reasons else ""
    return Badge(ICONS[standing.variation], f"{said}{because}")


def _sentence(between: BetweenEvents) -> str:
    last, since = between.waits[-1], words.count_of(between.days_since_last, "day")
    said = (
        f"The last event was on {words.day(last.day)}, {since} before {words.day(between.until)}."
    )
    if between.already is None or last.limits is None:
        return said
    upper = words.number(last.limits.upper)
    return f"{said} That is beyond the upper limit of {upper} days already{FOR[between.already]}."


def _described(between: BetweenEvents) -> str:
    lengths = [wait.days for wait in between.waits]
    return (
        f"Line chart of the days from one event to the next, at each event’s day: "
        f"{words.count_of(len(lengths), 'time')} from {words.day(between.waits[0].day)} to "
        f"{words.day(between.waits[-1].day)}; the shortest {min(lengths)}, the longest "
        f"{max(lengths)}, the last {lengths[-1]}. The table beneath has every one."
    )


def _line(wait: Wait) -> WaitLine:
    day, days = words.short_day(wait.day), words.number(wait.days)
    if wait.limits is None:
        return WaitLine(day, days)
    limits = wait.limits
    return WaitLine(
        day,
        days,
        words.number(limits.lower, 1),
        words.number(limits.centre, 1),
        words.number(limits.upper, 1),
        signs_said(limits),
    )
