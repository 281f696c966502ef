"""From the figures of today to a publication: drafted, protected, and kept as it was shown."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from django.conf import settings

from sightline.insight.trust import Level
from sightline.jobs import coverage, figures, runs
from sightline.measures import Measure, MeasureFigures, catalogue
from sightline.oversight.audiences import Grain, Profile, Wording, childrens_words
from sightline.oversight.audiences.lines import line
from sightline.oversight.audiences.opening import published_opening
from sightline.oversight.changes import Changed, changes_for
from sightline.oversight.coverage_lines import coverage_lines, coverage_sentence
from sightline.oversight.models import BoardRequest, IssuedPack, Publication, RequestStep
from sightline.oversight.promised import promised
from sightline.oversight.publication import (
    WHOLE,
    Key,
    Protected,
    Published,
    Released,
    ToPublish,
    protect,
)
from sightline.oversight.sentences import said
from sightline.oversight.withheld import SeenFigure, figure_for
from sightline.people.models import User
from sightline.records import software

EARLIER_MOMENTS = 12  # shown before the newest, so that a year's shape can be seen
_CHANGES = {
    "For the better": "Better than before, by more than chance.",
    "For the worse": "Worse than before, by more than chance.",
    "": "Different from before, by more than chance.",
}
CHANGES = {
    Wording.FIELD: _CHANGES,
    Wording.PLAIN: _CHANGES,
    Wording.CHILDREN: childrens_words.CHANGES,
}


class GivenAwayError(Exception):
    """Publishing these figures would give a child away; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be published. `given_away`: measures that stand against it, and why."""

    as_at: date
    load_id: int
    content: dict[str, Any]
    given_away: tuple[tuple[Measure, str], ...]


def draft(profile: Profile, today: date, left_out: Sequence[str] = ()) -> Draft:
    """Today's figures for an audience, as they may be published beside all that was before.

    `left_out`: ids of measures that are not to be in it. Raises NothingLoadedError.
    """
    run = runs.run(settings.DATA)
    every = {found.measure.id: found for found in run.measures}
    wanted = [every[name] for name in profile.measures if name in every and name not in left_out]
    protected = protect([_to_publish(profile, found) for found in wanted], published_before())
    kept = figures_kept()
    series = {each.measure.id: _series(each, protected, kept) for each in wanted}
    changed = {each.id: each for each in changes_for(run.measures, exact=False)}
    content = {
        "version": 1,
        "title": profile.title,
        "questions": _questions(profile, series, protected, changed),
        "opening": _opening(profile, series, list(changed.values())),
        "figures": [*_figures(series), *_team_figures(protected)],
        **_coverage(today),
        "promised": [asdict(each) for each in promised(today)] if profile.promises else [],
    }
    return Draft(run.as_at, run.load_id, content, protected.given_away)


def publish(
    profile: Profile,
    user: User,
    now: datetime,
    *,
    left_out: Sequence[str] = (),
    decision: str = "",
) -> Publication:
    """Publish today's figures and keep them. Raises GivenAwayError, with nothing published."""
    made = draft(profile, now.date(), left_out)
    if made.given_away:
        raise GivenAwayError(
            " ".join(f"{measure.title}: {why}" for measure, why in made.given_away)
        )
    return Publication.objects.create(
        audience=profile.id,
        as_at=made.as_at,
        load_id=made.load_id,
        software=software(),
        content=made.content,
        decision=decision,
        published_by=user,
        published_at=now,
    )


def published_before() -> tuple[Published, ...]:
    """Every figure that any audience was shown: published, in an answer or a pack; oldest first."""
    return tuple(
        Published(
            each["measure"],
            date.fromisoformat(each["as_at"]),
            each["team"],
            each["numerator"],
            each["denominator"],
            each["withheld"],
        )
        for each in _written_before()
    )


def _written_before() -> Iterator[dict[str, Any]]:
    published = Publication.objects.values_list("published_at", "content__figures")
    for_members = BoardRequest.objects.filter(steps__disclosure=RequestStep.Disclosure.MEMBERS)
    answered = RequestStep.objects.filter(request__in=for_members).values_list("at", "figures")
    in_packs = IssuedPack.objects.order_by("pk").values_list("issued_at", "figures")
    for _, figures_of in sorted([*published, *answered, *in_packs], key=lambda each: each[0]):
        yield from figures_of


def _to_publish(profile: Profile, found: MeasureFigures) -> ToPublish:
    measure, latest = found.measure, found.latest
    if profile.grain is Grain.AUTHORITY or not measure.of_children:
        return ToPublish(measure, latest)
    teams = figures.breakdown(settings.DATA, measure.id, "team", latest.as_at)
    return ToPublish(measure, latest, teams if len(teams) > 1 else ())


def _series(
    found: MeasureFigures, protected: Protected, kept: dict[Key, SeenFigure]
) -> tuple[Measure, list[SeenFigure]]:
    """A year of the whole authority's figures, oldest first, the newest as it is protected.

    An earlier day is given as it was published, where it was: two versions of one day would tell of
    the children who were added in between.
    """
    measure = found.measure
    (newest,) = (each.figure for each in _of(protected, measure, WHOLE))
    earlier = [
        kept.get((measure.id, figure.as_at, WHOLE)) or figure_for(figure, measure.kind, exact=False)
        for figure in found.series[-EARLIER_MOMENTS - 1 : -1]
    ]
    return measure, [*earlier, newest]


def figures_kept() -> dict[Key, SeenFigure]:
    """The figures that were published, each as the newest publication gave it."""
    names = [field.name for field in fields(SeenFigure)]
    found: dict[Key, SeenFigure] = {}
    for each in _written_before():
        day, level = date.fromisoformat(each["as_at"]), Level(each["level"])
        values = {name: each[name] for name in names} | {"as_at": day, "level": level}
        found[each["measure"], day, each["team"]] = SeenFigure(**values)
    return found


def _of(protected: Protected, measure: Measure, team: str) -> Iterator[Released]:
    return (e for e in protected.figures if e.measure.id == measure.id and e.team == team)


def _questions(
    profile: Profile,
    series: dict[str, tuple[Measure, list[SeenFigure]]],
    protected: Protected,
    changed: dict[str, Changed],
) -> list[dict[str, Any]]:
    def written(name: str) -> dict[str, Any]:
        measure, figures_of = series[name]
        change = CHANGES[profile.wording][changed[name].verdict] if name in changed else ""
        shown = asdict(line(measure, figures_of, change, profile.wording))
        return {
            **shown,
            "as_at": shown["as_at"].isoformat(),
            "teams": _said_of_teams(measure, protected),
        }

    return [
        {
            "question": question.title,
            "lines": [written(name) for name in question.measures if name in series],
            "lacking": [
                catalogue()[name].question for name in question.measures if name not in series
            ],
        }
        for question in profile.questions
    ]


def _said_of_teams(measure: Measure, protected: Protected) -> str:
    """The teams that are shown; nothing where none is."""
    teams = [e for e in protected.figures if e.measure.id == measure.id and e.team != WHOLE]
    shown = [f"{e.team} {said(e.figure, measure.unit)}" for e in teams if not e.figure.withheld]
    others = "; the others are withheld" if len(shown) < len(teams) else ""
    return f"By team: {', '.join(shown)}{others}." if shown else ""


def _opening(
    profile: Profile,
    series: dict[str, tuple[Measure, list[SeenFigure]]],
    changed: Sequence[Changed],
) -> dict[str, str]:
    latest = [
        (measure, figures_of[-1], line(measure, figures_of, "", profile.wording).sentence)
        for measure, figures_of in series.values()
        if figures_of[-1].value is not None
    ]
    first = published_opening(latest, changed)
    return {"headline": first.headline, "why": first.why}


def _figures(series: dict[str, tuple[Measure, list[SeenFigure]]]) -> list[dict[str, Any]]:
    return [
        written(measure, WHOLE, figure)
        for measure, figures_of in series.values()
        for figure in figures_of
    ]


def _team_figures(protected: Protected) -> list[dict[str, Any]]:
    return [
        written(each.measure, each.team, each.figure)
        for each in protected.figures
        if each.team != WHOLE
    ]


def written(measure: Measure, team: str, figure: SeenFigure) -> dict[str, Any]:
    """A figure as it is kept in what was shown, and read again from there."""
    return {
        "measure": measure.id,
        "title": measure.title,
        "unit": measure.unit,
        "team": team,
        **asdict(figure),
        "as_at": figure.as_at.isoformat(),
    }


def _coverage(today: date) -> dict[str, Any]:
    lines = coverage_lines(coverage.coverage(settings.DATA), today)
    missing = [(each.title, each.promise) for each in lines if not each.measured]
    return {"coverage": coverage_sentence(lines), "not_measured": missing}
