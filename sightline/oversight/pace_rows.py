"""Whether the pace since the last inspection will reach good: a few measures that have a target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.insight.pace import Pace, PaceVerdict, Point, pace
from sightline.insight.wording import Polarity
from sightline.measures import Measure, MeasureFigures
from sightline.oversight.withheld import figure_for

MOST = 6
STANDING = {
    PaceVerdict.ARRIVED: "There",
    PaceVerdict.ON_PACE: "On pace",
    PaceVerdict.TOO_SLOW: "Too slow",
    PaceVerdict.WRONG_WAY: "Going the wrong way",
    PaceVerdict.CANNOT_TELL: "Cannot tell yet",
}
_WORST_FIRST = (
    PaceVerdict.WRONG_WAY, PaceVerdict.TOO_SLOW, PaceVerdict.ON_PACE, PaceVerdict.ARRIVED,
    PaceVerdict.CANNOT_TELL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaceRow:
    """One measure on its way: where it stood, where it stands, where it should be, and when."""

    id: str
    title: str
    then: str
    now: str
    target: str
    standing: str
    arrival: str


def pace_rows(
    found: Sequence[MeasureFigures], inspected: date | None, *, exact: bool
) -> list[PaceRow]:
    """The measures with a target, those that go the wrong way first and those that
    cannot be told last, MOST at most.

    The pace is judged from `inspected`; without it, from the first figure. A measure with a
    withheld figure is left out, and one that may not be trusted.
    """
    judged = [(each.measure, pace_of(each, inspected, exact=exact)) for each in found]
    rows = [(measure, known) for measure, known in judged if known is not None]
    rows.sort(key=lambda row: _WORST_FIRST.index(row[1].verdict))
    return [_row(measure, known) for measure, known in rows[:MOST]]


def pace_of(found: MeasureFigures, inspected: date | None, *, exact: bool) -> Pace | None:
    """The pace of one measure from `inspected`, or from its first figure.

    None without a target or a way that is better, with a withheld figure, or where the newest may
    not be trusted.
    """
    measure = found.measure
    if measure.polarity is Polarity.NONE:
        return None
    seen = [figure_for(figure, measure.kind, exact=exact) for figure in found.series]
    points = [Point(figure.as_at, figure.value) for figure in seen if figure.value is not None]
    withheld = any(figure.withheld for figure in seen)
    if withheld or not points or measure.target is None or not seen[-1].trusted:
        return None
    return pace(points, measure.target.value, inspected or points[0].day, measure.polarity)


def _row(measure: Measure, known: Pace) -> PaceRow:
    unit = measure.unit
    return PaceRow(
        id=measure.id,
        title=measure.title,
        then="–" if known.at_inspection is None else words.figure(known.at_inspection, unit),
        now=words.figure(known.now.value, unit),
        target=words.figure(known.target, unit),
        standing=STANDING[known.verdict],
        arrival=_arrival(known),
    )


def _arrival(known: Pace) -> str:
    if known.verdict is PaceVerdict.ARRIVED:
        return "Reached"
    if known.verdict in {PaceVerdict.WRONG_WAY, PaceVerdict.CANNOT_TELL}:
        return "–"
    if known.arrival is None:
        return "Not at this rate"
    return words.month(known.arrival)
