"""A measure's figures as a control chart: which kind fits, its limits, its signals, how it stands.

Limits are drawn only where they mean what they seem to: not on figures that count the same months
again and again, nor on yearly ones, nor where so few are counted that the normal curve does not
hold, nor on fewer than twelve figures. Each refusal says why in one sentence. What cannot have
limits because it looks back is set beside the year before instead.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isnan

from sightline import words
from sightline.insight.process_control import (
    FEWEST_POINTS,
    Chart,
    Rebase,
    Signal,
    Standing,
    fitting,
    p_chart,
    signals,
    standing,
    u_chart,
    xmr,
)
from sightline.insight.process_control import Kind as ChartKind
from sightline.insight.process_control.fit import FEWEST_EXPECTED
from sightline.insight.wording import Polarity, Verdict
from sightline.insight.year_on_year import Difference, Shares, differences
from sightline.measures import Figure, Measure, MeasureFigures
from sightline.measures.figure import DAYS_OF_A_RATE
from sightline.measures.language import OF_NO_CHILD, Kind, When

BEYOND_CHANCE = 0.05  # of one measure looked at by itself


@dataclass(frozen=True, slots=True)
class Declared:
    """A change of how the work is done, from a day on, as somebody declared it."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Limits:
    """The lines at one figure, in its unit, and the signs it is part of.

    `stretch`: how many times limits had begun anew by then. `verdict`: None where it is no sign.
    """

    lower: float
    centre: float
    upper: float
    stretch: int
    signs: tuple[Signal, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Control:
    """A measure's chart. `figures` are those that were counted for it, in the order of `chart`.

    `why_not`: why there are no limits today; empty where there are. `beside_year_before`: a share
    that looks back, beside a year before; None where it cannot be told.
    """

    figures: tuple[Figure, ...] = ()
    kind: ChartKind | None = None
    chart: Chart | None = None
    standing: Standing | None = None
    declared: tuple[Declared, ...] = ()
    why_not: str = ""
    beside_year_before: Difference | None = None
    limits: dict[date, Limits] = field(default_factory=dict)

    @property
    def year_differs(self) -> bool:
        """Whether it is different from the year before beyond chance."""
        beside = self.beside_year_before
        return beside is not None and beside.p_value <= BEYOND_CHANCE


def control(found: MeasureFigures, declared: Sequence[Declared] = ()) -> Control:
    """The chart of a measure; `declared` changes begin its limits anew, each with its reason.

    Left out are figures that may not be trusted or say nothing, and of a count the part of a month.
    """
    measure = found.measure
    if why := _never(measure):
        return Control(why_not=why, beside_year_before=_beside_year_before(found))
    used = tuple(figure for figure in found.series if _is_used(measure, figure))
    if len(used) < FEWEST_POINTS:
        return Control(used, why_not=_too_short(len(used)))
    kind = _fitting(measure, used)
    if kind is ChartKind.BETWEEN_EVENTS:
        return Control(used, kind, why_not=_too_few(measure))
    marked = _within(used, declared)
    chart = _chart(measure, kind, used, [_rebase(used, each) for each in marked])
    target = measure.target.value if measure.target else None
    return Control(
        used,
        kind,
        chart,
        standing(chart, measure.polarity, target),
        marked,
        "" if chart.has_limits else _begun_anew(used, chart, marked),
        limits=limits_at([figure.as_at for figure in used], chart, measure.polarity),
    )


def _never(measure: Measure) -> str:
    """Why a measure never has limits; empty where it may."""
    if measure.when is When.YEARLY:
        return "There is one figure a year, too few for limits."
    if measure.spans_months == 1:
        return ""
    beside = "; it is set beside the year before instead" if measure.kind is Kind.SHARE else ""
    if measure.counted in OF_NO_CHILD:
        return f"Each month repeats the figure of a yearly census, so limits would mislead{beside}."
    span = words.count_of(measure.spans_months, "month")
    return f"Each month’s figure counts the same {span} again, so limits would mislead{beside}."


def _is_used(measure: Measure, figure: Figure) -> bool:
    if figure.value is None or not figure.trusted:
        return False
    return measure.kind is not Kind.COUNT or _ends_month(figure.as_at)


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _too_short(figures: int) -> str:
    return (
        f"Limits need {FEWEST_POINTS} figures that may be relied on; "
        f"there {'is' if figures == 1 else 'are'} {words.count_of(figures, 'figure')}."
    )


def _too_few(measure: Measure) -> str:
    fewest = f"On average fewer than {words.count_of(round(FEWEST_EXPECTED), '', measure.counted)}"
    either = ", or fewer are not" if measure.kind is Kind.SHARE else ""
    return f"{fewest} are counted a month{either}: too few for limits."


def _begun_anew(used: Sequence[Figure], chart: Chart, marked: Sequence[Declared]) -> str:
    since = len(used) - chart.stretches[-1].start
    return (
        f"Limits begin anew from {words.month(marked[-1].day)}; they need {FEWEST_POINTS} figures, "
        f"and there {'is' if since == 1 else 'are'} {words.count_of(since, 'figure')} since."
    )


def _fitting(measure: Measure, used: Sequence[Figure]) -> ChartKind:
    """The chart that fits; a mean of very few children is as jumpy as a small count."""
    if measure.kind is Kind.MEAN:
        a_month = sum(figure.denominator or 0 for figure in used) / len(used)
        return ChartKind.XMR if a_month >= FEWEST_EXPECTED else ChartKind.BETWEEN_EVENTS
    counts = [figure.numerator or 0 for figure in used]
    if measure.kind is Kind.COUNT:
        return fitting(counts)
    out_of = [figure.denominator or 0 for figure in used]
    return fitting(counts, out_of, share=measure.kind is Kind.SHARE)


def _chart(
    measure: Measure, kind: ChartKind, used: Sequence[Figure], rebases: Sequence[Rebase]
) -> Chart:
    if kind is ChartKind.XMR:
        return xmr([figure.value or 0 for figure in used], rebases)
    counts = [figure.numerator or 0 for figure in used]
    out_of = [figure.denominator or 0 for figure in used]
    if kind is ChartKind.P:
        return p_chart(counts, out_of, rebases)
    return u_chart(counts, [days / DAYS_OF_A_RATE for days in out_of], rebases)


def _within(used: Sequence[Figure], declared: Sequence[Declared]) -> tuple[Declared, ...]:
    """The changes that fall between the first figure and the last, in their order."""
    first, last = used[0].as_at, used[-1].as_at
    return tuple(sorted((d for d in declared if first < d.day <= last), key=lambda d: d.day))


def _rebase(used: Sequence[Figure], declared: Declared) -> Rebase:
    place = next(place for place, figure in enumerate(used) if figure.as_at >= declared.day)
    return Rebase(place, declared.reason)


def limits_at(days: Sequence[date], chart: Chart, polarity: Polarity) -> dict[date, Limits]:
    """The lines at each point that has them, by its day; `days` of the points, each another.

    No point may lie below 0.
    """
    found = signals(chart)
    lines = {}
    for place, day in enumerate(days):
        lower, centre, upper = (
            float(line[place]) for line in (chart.lower, chart.centre, chart.upper)
        )
        if isnan(centre):  # a stretch too short for limits
            continue
        signs = tuple(sign for sign in found if sign.start <= place <= sign.end)
        side = float(chart.values[place]) - centre
        verdict = polarity.verdict(side or signs[0].direction) if signs else None
        stretch = sum(each.stop <= place for each in chart.stretches)
        lines[day] = Limits(max(lower, 0.0), centre, upper, stretch, signs, verdict)
    return lines


def _beside_year_before(found: MeasureFigures) -> Difference | None:
    """A share beside the year before, whatever the chance; None where months are missing."""
    measure = found.measure
    if measure.kind is not Kind.SHARE or measure.when is When.YEARLY:
        return None
    used = [figure for figure in found.series if figure.value is not None and figure.trusted]
    if not used or used[-1].as_at != found.latest.as_at:
        return None
    shares = Shares(
        id=measure.id,
        title=measure.title,
        months=[figure.as_at for figure in used],
        numerators=[figure.numerator or 0 for figure in used],
        denominators=[figure.denominator or 0 for figure in used],
        polarity=measure.polarity,
    )
    return next(iter(differences([shares], rate=1.0)), None)
