"""What changed beyond chance, as one person may see it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sightline import words
from sightline.insight.change import Series, changes
from sightline.insight.wording import Unit, Verdict
from sightline.insight.year_on_year import Shares, differences
from sightline.measures import MeasureFigures
from sightline.measures.language import Kind
from sightline.oversight.measure_rows import spark
from sightline.oversight.withheld import SeenFigure, figure_for

TeamFigures = Mapping[tuple[str, str], MeasureFigures]  # {(measure id, team): figures}

UNIT = {
    Kind.CHANGE: Unit.SHARE,
    Kind.COUNT: Unit.COUNT,
    Kind.MEAN: Unit.NUMBER,
    Kind.RATE: Unit.NUMBER,
}
_VERDICT = {
    Verdict.BETTER: "For the better",
    Verdict.WORSE: "For the worse",
    Verdict.NEITHER: "",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A measure that changed beyond chance, over the whole authority or (`team`) in one team."""

    id: str
    team: str
    sentence: str
    short: str
    verdict: str
    worse: bool
    spark: list[str]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What may have changed: a measure, over the whole authority or in one team."""

    figures: MeasureFigures
    team: str
    seen: list[SeenFigure]

    @property
    def key(self) -> str:
        return f"{self.figures.measure.id}/{self.team}"

    @property
    def title(self) -> str:
        measure = self.figures.measure
        return f"{measure.title}, {self.team}," if self.team else measure.title


def changes_for(
    found: Sequence[MeasureFigures], teams: TeamFigures | None = None, *, exact: bool
) -> list[Changed]:
    """The changes, the surest first; worked out only from figures that this person may see.

    A share is set against the same months a year before, a count or a mean against its own months.
    With `teams` each share in each team is looked at beside the whole authority's, and the
    allowance for looking at many is over all of them. A measure that may not be trusted is left
    out: it would be the inputs that changed. So is one with a withheld figure: an average over its
    months would tell of small numbers.
    """
    subjects = [_subject(each, "", exact=exact) for each in found]
    subjects += [_subject(each, team, exact=exact) for (_, team), each in (teams or {}).items()]
    by_key = {subject.key: subject for subject in subjects if _may_be_judged(subject)}
    shares = [each for each in by_key.values() if each.figures.measure.kind is Kind.SHARE]
    others = [each for each in by_key.values() if each.figures.measure.kind is not Kind.SHARE]
    surest: list[tuple[float, Changed]] = [
        *_different(shares, by_key),
        *_moved(others, by_key),
    ]
    return [changed for _, changed in sorted(surest, key=lambda pair: pair[0])]


def _subject(found: MeasureFigures, team: str, *, exact: bool) -> _Subject:
    kind = found.measure.kind
    seen = [figure_for(figure, kind, exact=exact) for figure in found.series]
    return _Subject(found, team, seen)


def _may_be_judged(subject: _Subject) -> bool:
    withheld = any(figure.withheld for figure in subject.seen)
    too_small = bool(subject.team) and subject.figures.measure.kind is not Kind.SHARE
    return subject.figures.latest.trusted and not withheld and not too_small


def _different(
    subjects: Sequence[_Subject], by_key: Mapping[str, _Subject]
) -> Iterator[tuple[float, Changed]]:
    """The shares that are not what they were a year ago."""
    for each in differences([_shares(subject) for subject in subjects]):
        subject = by_key[each.shares.id]
        unit = subject.figures.measure.unit
        short = f"From {words.figure(each.then, unit)} to {words.figure(each.now, unit)} in a year"
        yield each.p_value, _changed(subject, each.sentence(), short, each.verdict)


def _moved(
    subjects: Sequence[_Subject], by_key: Mapping[str, _Subject]
) -> Iterator[tuple[float, Changed]]:
    """The counts and means whose last months stand out from those before."""
    for each in changes([_series(subject) for subject in subjects]):
        subject = by_key[each.series.id]
        baseline = words.figure(each.baseline, subject.figures.measure.unit)
        short = f"{'Rose' if each.rose else 'Fell'} from an average of {baseline}"
        yield each.p_value, _changed(subject, each.sentence(), short, each.verdict)


def _shares(subject: _Subject) -> Shares:
    measure = subject.figures.measure
    shown = [figure for figure in subject.seen if figure.value is not None]
    return Shares(
        id=subject.key,
        title=subject.title,
        months=[figure.as_at for figure in shown],
        numerators=[figure.numerator or 0 for figure in shown],
        denominators=[figure.denominator or 0 for figure in shown],
        polarity=measure.polarity,
    )


def _series(subject: _Subject) -> Series:
    measure = subject.figures.measure
    shown = [(figure.as_at, figure.value) for figure in subject.seen if figure.value is not None]
    return Series(
        id=subject.key,
        title=subject.title,
        months=[day for day, _ in shown],
        values=[value for _, value in shown],
        polarity=measure.polarity,
        unit=UNIT[measure.kind],
    )


def _changed(subject: _Subject, sentence: str, short: str, verdict: Verdict) -> Changed:
    said = _VERDICT[verdict]
    return Changed(
        id=subject.figures.measure.id,
        team=subject.team,
        sentence=sentence,
        short=f"{short}. {said}" if said else short,
        verdict=said,
        worse=verdict is Verdict.WORSE,
        spark=spark(subject.seen),
    )
