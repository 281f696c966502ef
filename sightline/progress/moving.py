"""Which way each measure moves since the inspection, and its pace: worked out once a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db.models import Max

from sightline.assurance.triangulation import Says
from sightline.improvement.models import Review
from sightline.improvement.own import of_own
from sightline.insight.pace import Pace, PaceVerdict, Point, movement, pace
from sightline.insight.wording import Polarity
from sightline.jobs import figures
from sightline.jobs.counted import is_withheld
from sightline.jobs.remembered import remembered
from sightline.letters import LetterKind
from sightline.measures import Measure, MeasureFigures
from sightline.records import NothingLoadedError


@dataclass(frozen=True, slots=True)
class Moving:
    """A measure on its way. `pace` is None without a standard; `small`: one of its figures could
    tell of one to five children."""

    measure: Measure
    points: tuple[Point, ...]
    says: Says
    pace: Pace | None
    small: bool

    @property
    def met(self) -> tuple[bool, ...]:
        """Whether each figure met the standard, oldest first; empty without one."""
        if self.pace is None:
            return ()
        better = 1 if self.measure.polarity is Polarity.HIGH else -1
        return tuple((each.value - self.pace.target) * better >= 0 for each in self.points)


def inspected() -> date | None:
    """The last day of the newest inspection of the authority; None where none is loaded."""
    found = of_own(Review.objects.filter(kind=LetterKind.INSPECTION.value))
    day = found.aggregate(day=Max("visited_to"))["day"]
    return day if isinstance(day, date) else None


def moving_now(*, exact: bool) -> Mapping[str, Moving]:
    """Every measure that can be judged, by id, as a person who may see `exact` figures or not."""
    try:
        found = _moving(Path(settings.DATA), inspected())
    except NothingLoadedError:
        return {}
    return {key: each for key, each in found.items() if exact or not each.small}


@remembered
def _moving(data: Path, since: date | None) -> dict[str, Moving]:
    judged = (_of(each, since) for each in figures.latest(data))
    return {each.measure.id: each for each in judged if each is not None}


def _of(found: MeasureFigures, since: date | None) -> Moving | None:
    measure = found.measure
    points = tuple(Point(each.as_at, each.value) for each in found.series if each.value is not None)
    if measure.polarity is Polarity.NONE or not points or not found.latest.trusted:
        return None
    start = since or points[0].day
    known = pace(points, measure.target.value, start, measure.polarity) if measure.target else None
    return Moving(
        measure=measure,
        points=points,
        says=_says(points, start, measure.polarity, known),
        pace=known,
        small=any(
            is_withheld(measure.kind, each.numerator, each.denominator)
            for each in found.series
            if each.as_at >= start
        ),
    )


def _says(points: tuple[Point, ...], since: date, polarity: Polarity, known: Pace | None) -> Says:
    """Worse or better only beyond chance; good where the standard is met and nothing worsens."""
    slope = movement(points, since)
    if slope is None:
        return Says.NOTHING
    low, high = (slope.low, slope.high) if polarity is Polarity.HIGH else (-slope.high, -slope.low)
    if high < 0:
        return Says.WORSE
    if known is not None and known.verdict is PaceVerdict.ARRIVED:
        return Says.GOOD
    return Says.BETTER if low > 0 else Says.SAME
