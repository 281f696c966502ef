"""From a measure's figures, as one person may see them, to its chart."""

from collections.abc import Sequence
from datetime import date

from sightline import words
from sightline.jobs.control import Control
from sightline.measures import Measure, MeasureFigures
from sightline.measures.language import Kind
from sightline.oversight.charts import Chart, Point
from sightline.oversight.control_seen import lines_of
from sightline.oversight.inspection import inspected_on
from sightline.oversight.verdict import verdict
from sightline.oversight.withheld import SeenFigure, figure_for


def chart_of(found: MeasureFigures, controlled: Control, *, exact: bool) -> Chart:
    """The chart of the whole series with its limits; withheld figures are gaps."""
    measure, inspected = found.measure, inspected_on()
    seen = [figure_for(figure, measure.kind, exact=exact) for figure in found.series]
    judged = verdict(found, controlled, inspected, exact=exact)
    return Chart(
        title=measure.title,
        description=" ".join(filter(None, (judged, _described(measure, seen)))),
        points=[
            Point(f.as_at, f.value, f.low, f.high, lines_of(controlled.limits.get(f.as_at)))
            for f in seen
        ],
        percent=measure.kind in {Kind.SHARE, Kind.CHANGE},
        whole=measure.kind is Kind.COUNT,
        target=measure.target.value if measure.target else None,
        inspected=_within(seen, inspected),
        anew=tuple(each.day for each in controlled.declared),
    )


def _within(seen: Sequence[SeenFigure], day: date | None) -> date | None:
    """The day, where it lies within the series; else there is nothing to mark."""
    return day if day and seen[0].as_at <= day <= seen[-1].as_at else None


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
        f"lowest {at(lowest)}, highest {at(highest)}. The table beneath has every figure."
    )
