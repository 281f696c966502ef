"""A measure over time on its page: the verdict, the chart with its limits, the table beneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sightline import words
from sightline.insight.process_control import Assurance, Variation
from sightline.jobs.control import Control
from sightline.measures import Measure, MeasureFigures
from sightline.oversight.control_seen import drawn_from, signs_said
from sightline.oversight.declaring import ever_declared_for
from sightline.oversight.drawing import chart_of
from sightline.oversight.inspection import inspected_on, visits
from sightline.oversight.sentences import chance, said
from sightline.oversight.verdict import verdict, year_beside
from sightline.oversight.withheld import SeenFigure, figure_for
from sightline.people.models import User
from sightline.people.permissions import Permission

ICONS = {
    Variation.COMMON_CAUSE: "usual",
    Variation.IMPROVING_HIGH: "better-high",
    Variation.IMPROVING_LOW: "better-low",
    Variation.CONCERNING_HIGH: "worse-high",
    Variation.CONCERNING_LOW: "worse-low",
    Variation.NEITHER_HIGH: "neither-high",
    Variation.NEITHER_LOW: "neither-low",
    Assurance.HITTING: "hitting",
    Assurance.MISSING: "missing",
    Assurance.HIT_OR_MISS: "hit-or-miss",
}


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month of the table beneath the chart; the limits are words, empty where there are none."""

    name: str
    said: str
    between: str
    numerator: float | None
    denominator: int | None
    lower: str = ""
    centre: str = ""
    upper: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A verdict as a picture of its own beside its words."""

    icon: str
    said: str


def over_time(found: MeasureFigures, seen: Control, user: User) -> dict[str, Any]:
    """What `_standing.html` and `_control.html` show, as this person may see it.

    `seen` is the control chart as this person may see it.
    """
    exact, measure, came = user.sees_exact_figures, found.measure, visits()
    chart = chart_of(found, seen, came, exact=exact)
    return {
        "verdict": verdict(found, seen, inspected_on(came), exact=exact),
        "badges": _badges(seen),
        "table": [_line(each, seen, measure) for each in _newest_first(found, exact=exact)],
        "drawn": sum(point.value is not None for point in chart.points) > 1,
        "banded": any(point.low is not None for point in chart.points),
        "limited": chart.has_limits,
        "drawn_from": drawn_from(seen),
        "why_not": seen.why_not,
        "year_beside": year_beside(seen, measure.unit),
        "chart_words": chart.description,
        "declared_changes": ever_declared_for(measure.id),
        "may_declare": user.may(Permission.DECLARE_CHANGES),
    }


def _newest_first(found: MeasureFigures, *, exact: bool) -> Sequence[SeenFigure]:
    kind = found.measure.kind
    return [figure_for(figure, kind, exact=exact) for figure in reversed(found.series)]


def _badges(seen: Control) -> list[Badge]:
    standing = seen.standing
    if standing is None or seen.why_not:
        return []
    because = f": {', '.join(standing.reasons)}" if standing.reasons else ""
    badges = [Badge(ICONS[standing.variation], f"{standing.variation_said}{because}")]
    if standing.assurance:
        badges.append(Badge(ICONS[standing.assurance], standing.assurance_said))
    return badges


def _line(figure: SeenFigure, seen: Control, measure: Measure) -> MonthLine:
    unit = measure.unit
    line = MonthLine(
        words.short_day(figure.as_at),
        said(figure, unit),
        chance(figure, unit),
        figure.numerator,
        figure.denominator,
    )
    limits = seen.limits.get(figure.as_at)
    if limits is None:
        return line
    return MonthLine(
        line.name,
        line.said,
        line.between,
        line.numerator,
        line.denominator,
        words.figure(limits.lower, unit),
        words.figure(limits.centre, unit),
        words.figure(limits.upper, unit),
        signs_said(limits),
    )
