"""The figures of one audience's page, question by question, each as one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sightline.measures import Measure, MeasureFigures, catalogue
from sightline.oversight.audiences.plain import plain_sentence
from sightline.oversight.audiences.profile import Profile
from sightline.oversight.changes import Changed
from sightline.oversight.measure_rows import SPARK_MONTHS, spark
from sightline.oversight.sentences import chance, headline, said
from sightline.oversight.withheld import SeenFigure, figure_for

NO_CLEAR_CHANGE = "No clear change lately."


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: its title, its value, its shape, a sentence, and whether to rely on it."""

    id: str
    title: str
    value: str
    between: str
    sentence: str
    change: str
    spark: list[str]
    as_at: date
    level: str
    trust_reason: str
    teams: str = ""  # those that stand apart, where the page goes down to teams


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the audience with the figures that answer it; and those that are not there."""

    question: str
    lines: tuple[FigureLine, ...]
    lacking: tuple[str, ...]  # titles of measures that nothing loaded can answer


def answers(
    profile: Profile,
    found: Mapping[str, MeasureFigures],
    changed: Mapping[str, Changed],
    teams: Mapping[str, str],
) -> tuple[Answer, ...]:
    """The page's figures, exact. `found`, `changed`, and the words of `teams` by measure id."""

    def exact(name: str) -> FigureLine:
        measure = found[name].measure
        months = found[name].series[-SPARK_MONTHS:]
        series = [figure_for(figure, measure.kind, exact=True) for figure in months]
        change = changed[name].short if name in changed else ""
        shown = line(measure, series, change, plain=False)
        return replace(shown, teams=teams.get(name, ""))

    return tuple(
        Answer(
            question.title,
            tuple(exact(name) for name in question.measures if name in found),
            tuple(catalogue()[name].title for name in question.measures if name not in found),
        )
        for question in profile.questions
    )


def line(measure: Measure, series: Sequence[SeenFigure], change: str, *, plain: bool) -> FigureLine:
    """The line of the newest figure of a series, oldest first. `plain`: without the field's words.

    Raises KeyError where a plain sentence is wanted and none is written for the measure.
    """
    latest = series[-1]
    return FigureLine(
        id=measure.id,
        title=measure.question if plain else measure.title,
        value=said(latest, measure.unit),
        between=chance(latest, measure.unit),
        sentence=plain_sentence(measure, latest) if plain else headline(measure, latest),
        change=change or (NO_CLEAR_CHANGE if latest.value is not None else ""),
        spark=spark(list(series)),
        as_at=latest.as_at,
        level=latest.level.value,
        trust_reason=latest.trust_reason,
    )
