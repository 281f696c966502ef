"""Whether a measure bears out that something is better, and what a standing set leaves unsaid.

A claim is put to the measure's own series, up to the day on which it was made: figures that came
later, or may not be trusted, do not count. A share that looks back, and a yearly figure, cannot be
read month by month; a share is then set beside the same months a year before, and the rest are not
testable. What has not moved beyond chance does not bear a claim out, nor does it contradict it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from sightline import words
from sightline.insight.change import Change, Series, changes, measured_change
from sightline.insight.wording import Polarity, Unit, Verdict
from sightline.insight.year_on_year import Difference, Shares, differences
from sightline.jobs import figures
from sightline.jobs.counted import is_withheld
from sightline.jobs.remembered import remembered
from sightline.measures import Figure, MeasureFigures
from sightline.measures.audiences import Audience
from sightline.measures.language import Kind, When
from sightline.records import NothingLoadedError

BEYOND_CHANCE = 0.05  # of one measure looked at by itself
LOOKS = 3  # a month apart, the newest on the day itself: a report speaks of a quarter
_UNIT = {Kind.COUNT: Unit.COUNT, Kind.MEAN: Unit.NUMBER, Kind.RATE: Unit.NUMBER}


class Borne(StrEnum):
    """What a measure says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NO_MOVEMENT = "no_movement"
    NOT_TESTABLE = "not_testable"

    @property
    def plain(self) -> str:
        """The answer in plain English."""
        return {
            Borne.SUPPORTED: "Supported",
            Borne.CONTRADICTED: "Contradicted",
            Borne.NO_MOVEMENT: "No movement beyond chance",
            Borne.NOT_TESTABLE: "Not testable",
        }[self]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a measure says of a claim, and why. `sentence` holds figures; `short` holds none.

    `small`: a figure it rests on could tell of one to five children.
    """

    borne: Borne
    sentence: str
    short: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Worsened:
    """A measure of a standing set that has worsened beyond chance.

    `as_at` is the month-end of the newest figure that showed it; None where it shows it still.
    """

    id: str
    title: str
    sentence: str
    small: bool
    as_at: date | None = None


def answer(data: Path, measure_id: str, until: date | None) -> Answer:
    """What a measure says of a claim made on `until`. Raises KeyError for an unknown measure."""
    try:
        found = figures.one(data, measure_id)
    except NothingLoadedError:
        found = None
    return borne_out(found, until)


def borne_out(found: MeasureFigures | None, until: date | None) -> Answer:
    """What a measure says of a claim that it is better, made on `until`."""
    if found is None:
        return _untold("The records hold nothing that this measure could be worked out from.")
    if until is None:
        return _untold("The report has no date, so it is not known which figures it speaks of.")
    if found.measure.polarity is Polarity.NONE:
        return _untold("Neither more nor less of it is better, so it cannot bear a claim out.")
    series = usable(found, until)
    if found.measure.kind is Kind.SHARE and _looks_back(found):
        told: Change | Difference | None = next(
            iter(differences([_shares(found, series)], 1.0)), None
        )
    elif _looks_back(found):
        told = None
    else:
        told = measured_change(series_of(found, series))
    if told is None:
        return _untold(
            f"There are too few figures by {words.day(until)} that may be relied on to tell."
        )
    small = any(is_withheld(found.measure.kind, f.numerator, f.denominator) for f in series)
    return _told(told, small)


def _untold(why: str) -> Answer:
    return Answer(Borne.NOT_TESTABLE, why, why)


def _told(told: Change | Difference, small: bool) -> Answer:
    if told.p_value > BEYOND_CHANCE:
        said = "The measure shows no movement that can be told from chance."
        return Answer(Borne.NO_MOVEMENT, said, said, small)
    better = told.verdict is Verdict.BETTER
    borne = Borne.SUPPORTED if better else Borne.CONTRADICTED
    way = "better" if better else "worse"
    return Answer(borne, told.sentence(), f"The measure got {way}, beyond chance.", small)


@remembered
def worsened(data: Path, audience: Audience, until: date) -> tuple[Worsened, ...]:
    """The measures of an audience's standing set that worsened beyond chance by a day, or had at
    one of the `LOOKS` looks of the quarter before it.

    Over the set, at each look, false discoveries are held to one in ten of those named. None where
    nothing has been loaded.
    """
    try:
        found = [each for each in figures.latest(data) if audience in each.measure.audiences]
    except NothingLoadedError:
        return ()
    return tuple(worsened_of_late(found, until))


def worsened_of_late(found: Sequence[MeasureFigures], until: date) -> Iterable[Worsened]:
    """As `worsened`, of measures with their figures: each once, those that show it still first."""
    named: set[str] = set()
    for look in range(LOOKS):
        day = _months_before(until, look)
        for each in worsened_among(found, day):
            if each.id not in named:
                named.add(each.id)
                yield each if look == 0 else replace(each, as_at=_newest(found, each.id, day))


def _newest(found: Sequence[MeasureFigures], name: str, until: date) -> date:
    (one,) = (each for each in found if each.measure.id == name)
    return usable(one, until)[-1].as_at


def _months_before(day: date, months: int) -> date:
    """The same day so many months before; the last of a month that is too short for it."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def worsened_among(found: Sequence[MeasureFigures], until: date) -> Iterable[Worsened]:
    """As `worsened`, of measures with their figures."""
    used = {each.measure.id: (each, usable(each, until)) for each in found}
    moved = changes([series_of(*pair) for pair in used.values() if not _looks_back(pair[0])])
    differ = differences(
        [
            _shares(*pair)
            for pair in used.values()
            if _looks_back(pair[0]) and pair[0].measure.kind is Kind.SHARE
        ]
    )
    worse: list[tuple[float, str, str]] = [
        (each.p_value, each.series.id, each.sentence())
        for each in moved
        if each.verdict is Verdict.WORSE
    ]
    worse += [
        (each.p_value, each.shares.id, each.sentence())
        for each in differ
        if each.verdict is Verdict.WORSE
    ]
    for _, name, sentence in sorted(worse):
        each, series = used[name]
        kind = each.measure.kind
        small = any(is_withheld(kind, f.numerator, f.denominator) for f in series)
        yield Worsened(name, each.measure.title, sentence, small)


def _looks_back(found: MeasureFigures) -> bool:
    return found.measure.spans_months > 1 or found.measure.when is When.YEARLY


def usable(found: MeasureFigures, until: date) -> list[Figure]:
    """The figures up to a day that have a value and may be trusted, the oldest first."""
    return [f for f in found.series if f.as_at <= until and f.value is not None and f.trusted]


def series_of(found: MeasureFigures, used: Sequence[Figure]) -> Series:
    """Those figures of a measure as a series of which one asks whether it changed."""
    measure = found.measure
    return Series(
        measure.id,
        measure.title,
        [figure.as_at for figure in used],
        [figure.value or 0.0 for figure in used],
        measure.polarity,
        _UNIT.get(measure.kind, Unit.SHARE),
    )


def _shares(found: MeasureFigures, used: Sequence[Figure]) -> Shares:
    return Shares(
        id=found.measure.id,
        title=found.measure.title,
        months=[figure.as_at for figure in used],
        numerators=[figure.numerator or 0 for figure in used],
        denominators=[figure.denominator or 0 for figure in used],
        polarity=found.measure.polarity,
    )
