"""One team beside the whole authority, and which teams stand apart from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sightline import words
from sightline.insight.wording import Verdict
from sightline.measures import Figure, Measure, MeasureFigures
from sightline.oversight.audiences.profile import Profile
from sightline.oversight.changes import TeamFigures

NOBODY = "–"


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
    trusted: bool
    trust_reason: str


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
    said = []
    for name in names:
        own = _at_the_same_moment(found, teams.get((found.measure.id, name)))
        verdict = _verdict(found.measure, found.latest, own)
        if own and own.trusted and verdict in (Verdict.BETTER, Verdict.WORSE):
            said.append(f"{name} {words.figure(own.value, found.measure.unit)} ({verdict.value})")
    return f"Apart from the rest: {', '.join(said)}." if said else ""


def _line(found: MeasureFigures, of_team: MeasureFigures | None) -> TeamLine:
    measure, whole = found.measure, found.latest
    own = _at_the_same_moment(found, of_team)
    verdict = _verdict(measure, whole, own)
    return TeamLine(
        id=measure.id,
        title=measure.title,
        own=_value(measure, own),
        own_between=words.between(own.low, own.high, measure.unit) if own else "",
        whole=_value(measure, whole),
        whole_between=words.between(whole.low, whole.high, measure.unit),
        standing=_standing(whole, own, verdict),
        worse=verdict is Verdict.WORSE,
        trusted=own.trusted if own else True,
        trust_reason=own.trust_reason if own else "",
    )


def _at_the_same_moment(found: MeasureFigures, of_team: MeasureFigures | None) -> Figure | None:
    """The team's figure at the day of the whole's newest; a team without a child has none."""
    if of_team is None or of_team.latest.as_at != found.latest.as_at:
        return None
    return of_team.latest


def _value(measure: Measure, figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return NOBODY
    return words.figure(figure.value, measure.unit)


def _verdict(measure: Measure, whole: Figure, own: Figure | None) -> Verdict | None:
    """Which way the team lies where chance does not explain it; None where it may."""
    if own is None or own.value is None or own.low is None or own.high is None:
        return None
    if whole.value is None or own.low <= whole.value <= own.high:
        return None
    return measure.polarity.verdict(own.value - whole.value)


def _standing(whole: Figure, own: Figure | None, verdict: Verdict | None) -> str:
    if own is None or own.value is None:
        return "No child of the team to count."
    if own.low is None or whole.value is None:
        return ""
    if verdict is None:
        return "No clear difference."
    word = "Higher" if own.value > whole.value else "Lower"
    better = {Verdict.BETTER: ": better", Verdict.WORSE: ": worse", Verdict.NEITHER: ""}[verdict]
    return f"{word} than the whole authority, beyond chance{better}."
