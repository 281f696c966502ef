"""What changed beyond chance, as one person may see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.insight.change import Change, Series, changes
from sightline.insight.wording import Unit, Verdict
from sightline.measures import MeasureFigures
from sightline.measures.language import Kind
from sightline.oversight.measure_rows import spark
from sightline.oversight.withheld import figure_for

UNIT = {
    Kind.SHARE: Unit.SHARE,
    Kind.CHANGE: Unit.SHARE,
    Kind.COUNT: Unit.COUNT,
    Kind.MEAN: Unit.NUMBER,
}
_VERDICT = {
    Verdict.BETTER: "For the better",
    Verdict.WORSE: "For the worse",
    Verdict.NEITHER: "",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A measure that changed beyond chance."""

    id: str
    sentence: str
    short: str
    verdict: str
    worse: bool
    spark: list[str]


def changes_for(found: Sequence[MeasureFigures], *, exact: bool) -> list[Changed]:
    """The changes, the surest first; worked out only from figures that this person may see.

    A measure that may not be trusted is left out: it would be the inputs that changed. So is one
    with a withheld figure: an average over its months would tell of small numbers.
    """
    by_id = {each.measure.id: each for each in found if each.latest.trusted}
    series = [s for each in by_id.values() if (s := _series(each, exact=exact)) is not None]
    return [_changed(change, by_id[change.series.id], exact=exact) for change in changes(series)]


def _series(found: MeasureFigures, *, exact: bool) -> Series | None:
    measure = found.measure
    seen = [figure_for(figure, measure.kind, exact=exact) for figure in found.series]
    if any(figure.withheld for figure in seen):
        return None
    shown = [(figure.as_at, figure.value) for figure in seen if figure.value is not None]
    return Series(
        id=measure.id,
        title=measure.title,
        months=[day for day, _ in shown],
        values=[value for _, value in shown],
        polarity=measure.polarity,
        unit=UNIT[measure.kind],
    )


def _changed(change: Change, found: MeasureFigures, *, exact: bool) -> Changed:
    kind, unit = found.measure.kind, found.measure.unit
    seen = [figure_for(figure, kind, exact=exact) for figure in found.series]
    way = "Rose" if change.rose else "Fell"
    verdict = _VERDICT[change.verdict]
    return Changed(
        id=found.measure.id,
        sentence=change.sentence(),
        short=f"{way} from an average of {words.figure(change.baseline, unit)}"
        + (f". {verdict}" if verdict else ""),
        verdict=verdict,
        worse=change.verdict is Verdict.WORSE,
        spark=spark(seen),
    )
