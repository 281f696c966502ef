"""How the measures that bear on findings stand now: value, pace, and children not well served.

Worked out exactly, once a build of the records; what a person may see of it is decided each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db.models import Max

from sightline import words
from sightline.improvement.models import Review
from sightline.improvement.own import of_own
from sightline.improvement.ranking import PaceSeen
from sightline.insight.pace import PaceVerdict, Point, pace
from sightline.insight.wording import Polarity
from sightline.jobs import figures
from sightline.jobs.affected import affected
from sightline.jobs.counted import is_withheld
from sightline.jobs.remembered import remembered
from sightline.letters import LetterKind
from sightline.measures import Figure, Measure, MeasureFigures
from sightline.records import NothingLoadedError

_SEEN = {
    PaceVerdict.ARRIVED: PaceSeen.ARRIVED,
    PaceVerdict.ON_PACE: PaceSeen.ON_PACE,
    PaceVerdict.CANNOT_TELL: PaceSeen.NOT_KNOWN,
    PaceVerdict.TOO_SLOW: PaceSeen.TOO_SLOW,
    PaceVerdict.WRONG_WAY: PaceSeen.WRONG_WAY,
}
PACE_WORDS = {
    PaceSeen.ARRIVED: "The target is reached",
    PaceSeen.ON_PACE: "On pace",
    PaceSeen.NOT_KNOWN: "Not known yet",
    PaceSeen.TOO_SLOW: "Too slow",
    PaceSeen.WRONG_WAY: "Going the wrong way",
}


@dataclass(frozen=True, slots=True)
class MeasureNow:
    """A measure's newest figure, exact. `children` are those not well served: outside what is
    good where more is better, within it where less is; None where the measure counts no child.

    `small`: the figure could tell of one to five children.
    """

    id: str
    title: str
    as_at: date
    value: str
    children: int | None
    pace: PaceSeen
    small: bool

    def value_for(self, *, exact: bool) -> str:
        """The value as this person may see it."""
        return "Withheld" if self.small and not exact else self.value

    def children_for(self, *, exact: bool) -> int | None:
        """The children as this person may see them; None where withheld or not counted."""
        return None if self.small and not exact else self.children

    @property
    def pace_words(self) -> str:
        """ "Too slow"."""
        return PACE_WORDS[self.pace]


def figures_loaded() -> tuple[MeasureFigures, ...]:
    """Every measure with its figures over time; none where nothing is loaded yet."""
    try:
        return figures.latest(settings.DATA)
    except NothingLoadedError:
        return ()


def now() -> Mapping[str, MeasureNow]:
    """Every measure that the loaded records answer, by id; none where nothing is loaded yet."""
    newest = of_own(Review.objects.filter(kind=LetterKind.INSPECTION.value))
    try:
        return measures_now(settings.DATA, newest.aggregate(day=Max("visited_to"))["day"])
    except NothingLoadedError:
        return {}


@remembered
def measures_now(data: Path, inspected: date | None) -> dict[str, MeasureNow]:
    """Every measure as it stands; its pace since `inspected`, else since its first figure."""
    return {each.measure.id: _now(each, inspected) for each in figures.latest(data)}


def at_risk(figure: Figure, measure: Measure) -> int | None:
    """The children of a figure who are not well served; None where it counts no child."""
    return affected(measure, figure.numerator, figure.denominator) if figure.trusted else None


def worst(of: Iterable[MeasureNow]) -> MeasureNow | None:
    """The measure with the worst pace that is known, the first of them; None without any."""
    known = [each for each in of if each.pace is not PaceSeen.NOT_KNOWN]
    return max(known, key=lambda each: each.pace, default=None)


def most_children(of: Iterable[MeasureNow]) -> MeasureNow | None:
    """The measure that finds the most children not well served, the first of them."""
    counting = [each for each in of if each.children is not None]
    return max(counting, key=lambda each: each.children or 0, default=None)


def _now(found: MeasureFigures, inspected: date | None) -> MeasureNow:
    measure, newest = found.measure, found.latest
    trusted = newest.trusted and newest.value is not None
    return MeasureNow(
        id=measure.id,
        title=measure.title,
        as_at=newest.as_at,
        value=words.figure(newest.value, measure.unit) if trusted else "Not to be relied on",
        children=at_risk(newest, measure),
        pace=_pace(found, inspected),
        small=is_withheld(measure.kind, newest.numerator, newest.denominator),
    )


def _pace(found: MeasureFigures, inspected: date | None) -> PaceSeen:
    measure = found.measure
    points = [Point(each.as_at, each.value) for each in found.series if each.value is not None]
    judged = measure.polarity is not Polarity.NONE and measure.target is not None
    if not points or not judged or measure.target is None or not found.latest.trusted:
        return PaceSeen.NOT_KNOWN
    since = inspected or points[0].day
    return _SEEN[pace(points, measure.target.value, since, measure.polarity).verdict]
