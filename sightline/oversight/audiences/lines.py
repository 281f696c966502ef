"""The figures of one audience's page, question by question, each as one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sightline.measures import Measure, MeasureFigures, catalogue
from sightline.oversight.audiences import childrens_words
from sightline.oversight.audiences.childrens_words import childrens_question, childrens_sentence
from sightline.oversight.audiences.plain import plain_sentence
from sightline.oversight.audiences.profile import Profile, Wording
from sightline.oversight.changes import Changed
from sightline.oversight.measure_rows import SPARK_MONTHS, spark
from sightline.oversight.sentences import chance, headline, said
from sightline.oversight.withheld import SeenFigure, figure_for

NO_CLEAR_CHANGE = {
    Wording.FIELD: "No clear change lately.",
    Wording.PLAIN: "No clear change lately.",
    Wording.CHILDREN: childrens_words.NO_CLEAR_CHANGE,
}


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
        shown = line(measure, series, change, Wording.FIELD)
        return replace(shown, teams=teams.get(name, ""))

    return tuple(
        Answer(
            question.title,
            tuple(exact(name) for name in question.measures if name in found),
            tuple(catalogue()[name].title for name in question.measures if name not in found),
        )
        for question in profile.questions
    )


def line(
    measure: Measure, series: Sequence[SeenFigure], change: str, wording: Wording
) -> FigureLine:
    """The line of the newest figure of a series, oldest first, in the words of its readers.

    Raises KeyError where no sentence is written for the measure in those words.
    """
    latest = series[-1]
    title, sentence = _worded(measure, latest, wording)
    return FigureLine(
        id=measure.id,
        title=title,
        value=said(latest, measure.unit),
        between=chance(latest, measure.unit),
        sentence=sentence,
        change=change or (NO_CLEAR_CHANGE[wording] if latest.value is not None else ""),
        spark=spark(list(series)),
        as_at=latest.as_at,
        level=latest.level.value,
        trust_reason=latest.trust_reason,
    )


def _worded(measure: Measure, latest: SeenFigure, wording: Wording) -> tuple[str, str]:
    """What a figure is called, and its sentence."""
    if wording is Wording.CHILDREN:
        return childrens_question(measure), childrens_sentence(measure, latest)
    if wording is Wording.PLAIN:
        return measure.question, plain_sentence(measure, latest)
    return measure.title, headline(measure, latest)
