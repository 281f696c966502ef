"""One team beside the whole authority, and which teams stand apart from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sightline.insight.wording import Verdict
from sightline.measures import Figure, Measure, MeasureFigures
from sightline.oversight.audiences.profile import Profile
from sightline.oversight.changes import TeamFigures
from sightline.oversight.sentences import NOTHING_TO_SAY, chance, said
from sightline.oversight.withheld import SeenFigure, figure_for


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A measure of one team beside the whole."""

    id: str
    title: str
    own: str
    own_between: str
    whole: str
    whole_between: str
    standing: str
    worse: bool
    level: str


@dataclass(frozen=True, slots=True)
class TeamAnswer:
    """A question of the page with its lines."""

    question: str
    lines: tuple[TeamLine, ...]


def team_answers(
    profile: Profile, found: Mapping[str, MeasureFigures], teams: TeamFigures, team: str
) -> tuple[TeamAnswer, ...]:
    """The page's measures of one team beside the whole authority at the same moment."""
    return tuple(
        TeamAnswer(
            question.title,
            tuple(
                _line(found[name], teams.get((name, team)))
                for name in question.measures
                if name in found
            ),
        )
        for question in profile.questions
    )


def apart(found: MeasureFigures, teams: TeamFigures, names: Sequence[str]) -> str:
    """The teams that the whole authority's figure lies outside the interval of, as a sentence."""
    said_of = []
    whole = _seen(found.measure, found.latest)
    for name in names:
        own = _at_the_same_moment(found, teams.get((found.measure.id, name)))
        verdict = _verdict(found.measure, whole, own)
        if own and verdict in (Verdict.BETTER, Verdict.WORSE):
            said_of.append(f"{name} {said(own, found.measure.unit)} ({verdict.value})")
    return f"Apart from the rest: {', '.join(said_of)}." if said_of else ""


def _line(found: MeasureFigures, of_team: MeasureFigures | None) -> TeamLine:
    measure, whole = found.measure, _seen(found.measure, found.latest)
    own = _at_the_same_moment(found, of_team)
    verdict = _verdict(measure, whole, own)
    return TeamLine(
        id=measure.id,
        title=measure.title,
        own=said(own, measure.unit) if own else NOTHING_TO_SAY,
        own_between=chance(own, measure.unit) if own else "",
        whole=said(whole, measure.unit),
        whole_between=chance(whole, measure.unit),
        standing=_standing(whole, own, verdict),
        worse=verdict is Verdict.WORSE,
        level=whole.level.value,
    )


def _seen(measure: Measure, figure: Figure) -> SeenFigure:
    return figure_for(figure, measure.kind, exact=True)


def _at_the_same_moment(found: MeasureFigures, of_team: MeasureFigures | None) -> SeenFigure | None:
    """The team's figure at the day of the whole's newest; a team without a child has none."""
    if of_team is None or of_team.latest.as_at != found.latest.as_at:
        return None
    return _seen(found.measure, of_team.latest)


def _verdict(measure: Measure, whole: SeenFigure, own: SeenFigure | None) -> Verdict | None:
    """Which way the team lies where chance does not explain it; None where it may."""
    if own is None or own.value is None or own.low is None or own.high is None:
        return None
    if whole.value is None or own.low <= whole.value <= own.high:
        return None
    return measure.polarity.verdict(own.value - whole.value)


def _standing(whole: SeenFigure, own: SeenFigure | None, verdict: Verdict | None) -> str:
    if not whole.trusted:
        return "Not to be used."
    if own is None or own.value is None:
        return "No child of the team to count."
    if own.low is None or whole.value is None:
        return ""
    if verdict is None:
        return "No clear difference."
    word = "Higher" if own.value > whole.value else "Lower"
    better = {Verdict.BETTER: ": better", Verdict.WORSE: ": worse", Verdict.NEITHER: ""}[verdict]
    return f"{word} than the whole authority, beyond chance{better}."
