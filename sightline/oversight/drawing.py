"""From a measure's figures, as one person may see them, to its chart."""

from collections.abc import Sequence
from datetime import date

from sightline import words
from sightline.jobs.control import Control
from sightline.measures import Measure, MeasureFigures
from sightline.measures.language import Kind
from sightline.oversight.charts import Chart, Point
from sightline.oversight.control_seen import lines_of
from sightline.oversight.inspection import Visit, inspected_on
from sightline.oversight.verdict import verdict
from sightline.oversight.withheld import SeenFigure, figure_for

EVERY_FIGURE = "The table beneath has every figure."


def chart_of(
    found: MeasureFigures, controlled: Control, came: Sequence[Visit], *, exact: bool
) -> Chart:
    """The chart of the whole series with its limits; withheld figures are gaps.

    `came`: every inspection and visit; those within the series are marked.
    """
    measure, marked = found.measure, _within(found, came)
    seen = [figure_for(figure, measure.kind, exact=exact) for figure in found.series]
    judged = verdict(found, controlled, inspected_on(came), exact=exact)
    return Chart(
        title=measure.title,
        description=" ".join(filter(None, (judged, _described(measure, seen), _came(marked)))),
        points=[
            Point(f.as_at, f.value, f.low, f.high, lines_of(controlled.limits.get(f.as_at)))
            for f in seen
        ],
        percent=measure.kind in {Kind.SHARE, Kind.CHANGE},
        whole=measure.kind is Kind.COUNT,
        target=measure.target.value if measure.target else None,
        visits=marked,
        anew=tuple(each.day for each in controlled.declared),
    )


def _within(found: MeasureFigures, came: Sequence[Visit]) -> tuple[Visit, ...]:
    """Those that lie within the series; the others cannot be marked."""
    first, last = found.series[0].as_at, found.latest.as_at
    return tuple(visit for visit in came if first <= visit.day <= last)


def _came(came: Sequence[Visit]) -> str:
    """The days that are marked, in words."""
    said = ", ".join(f"{visit.said.lower()} {words.day(visit.day)}" for visit in came)
    return f"Marked: {said}." if said else ""


def _described(measure: Measure, seen: Sequence[SeenFigure]) -> str:
    """What the line shows: where it began, its lowest and highest, where it stands."""
    shown = [(figure.as_at, figure.value) for figure in seen if figure.value is not None]
    if not shown:
        return f"Line chart of {measure.title}: every figure is withheld."

    def at(point: tuple[date, float]) -> str:
        return f"{words.figure(point[1], measure.unit)} in {words.month(point[0])}"

    lowest = min(shown, key=lambda point: point[1])
    highest = max(shown, key=lambda point: point[1])
    return (
        f"Line chart of {measure.title}: {at(shown[0])}, {at(shown[-1])}; "
        f"lowest {at(lowest)}, highest {at(highest)}. {EVERY_FIGURE}"
    )
