"""A measure as a row of a table: its figure, its interval, its shape over time."""

from dataclasses import dataclass
from datetime import date

from sightline.measures import MeasureFigures
from sightline.oversight.charts import sparkline_points
from sightline.oversight.sentences import chance, said
from sightline.oversight.withheld import SeenFigure, figure_for

SPARK_MONTHS = 36
SPARK_WIDTH, SPARK_HEIGHT = 120, 30


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One row of the measures page, as one person may see it."""

    id: str
    title: str
    area: str
    as_at: date
    now: str
    between: str
    level: str
    trust_reason: str
    spark: list[str]
    change: str


def measure_row(figures: MeasureFigures, *, exact: bool, change: str = "") -> MeasureRow:
    """The newest figure of a measure and the shape of the last three years."""
    measure = figures.measure
    seen = [figure_for(figure, measure.kind, exact=exact) for figure in figures.series]
    latest = seen[-1]
    return MeasureRow(
        id=measure.id,
        title=measure.title,
        area=measure.area,
        as_at=latest.as_at,
        now=said(latest, measure.unit),
        between=chance(latest, measure.unit),
        level=latest.level.value.capitalize(),
        trust_reason=latest.trust_reason,
        spark=spark(seen),
        change=change,
    )


def spark(series: list[SeenFigure]) -> list[str]:
    """The lines of a sparkline over the last SPARK_MONTHS figures; withheld ones are gaps."""
    values = [figure.value for figure in series[-SPARK_MONTHS:]]
    return sparkline_points(values, SPARK_WIDTH, SPARK_HEIGHT)
