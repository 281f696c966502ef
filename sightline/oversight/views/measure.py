"""One measure: sentence, chart, breakdown, definition."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline import words
from sightline.jobs import figures, quality_effects, said_then
from sightline.measures import Measure, MeasureFigures
from sightline.measures.language import Kind
from sightline.oversight import between_events
from sightline.oversight.asked import measure_asked
from sightline.oversight.beside_rows import section_of
from sightline.oversight.control_seen import control_for
from sightline.oversight.decision_rows import decisions_on
from sightline.oversight.gaps import gaps_of
from sightline.oversight.loaded import when_loaded
from sightline.oversight.moments import BREAKDOWNS, grouping_of, moment_of
from sightline.oversight.over_time import over_time
from sightline.oversight.quality_lines import effect_lines
from sightline.oversight.sentences import better, chance, headline, said
from sightline.oversight.teams import teams_of
from sightline.oversight.withheld import SeenFigure, figure_for, groups_for
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission
from sightline.people.scope import scope_of


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a breakdown."""

    name: str
    said: str
    between: str
    numerator: float | None
    denominator: int | None

    @classmethod
    def of(cls, name: str, figure: SeenFigure, unit: str) -> "Line":
        """The line of one figure."""
        value, between = said(figure, unit), chance(figure, unit)
        return cls(name, value, between, figure.numerator, figure.denominator)


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def measure(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The page of one measure at one moment, broken down one way."""
    user = signed_in(request)
    found = measure_asked(measure_id)
    exact = user.sees_exact_figures
    seen = figure_for(moment_of(found, request.GET), found.measure.kind, exact=exact)
    controlled = control_for(found, exact=exact)
    context = {
        "measure": found.measure,
        "seen": seen,
        "exact": exact,
        "headline": headline(found.measure, seen),
        "better": better(found.measure.polarity),
        "target_said": _target_said(found.measure),
        "moments": [figure.as_at for figure in reversed(found.series)],
        "may_see_children": found.measure.of_children and not scope_of(user).nobody,
        "decisions": decisions_on(found, timezone.localdate(), exact=exact),
        "may_ask": user.may(Permission.ASK_FOR_BOARDS),
        "said_then": _said_then(found) if exact else [],
        "shows_numerator": found.measure.kind in {Kind.SHARE},
        "shows_denominator": found.measure.kind is not Kind.COUNT,
        "beside": section_of(measure_id, user),
        "given_missing": _given_missing(measure_id, seen, exact=exact),
        **over_time(found, controlled, user),
        "between": between_events.section(found, controlled, exact=exact),
        "newest": seen.as_at == found.latest.as_at,
        **_broken_down(request, found.measure, seen, exact=exact),
    }
    return render(request, "oversight/measure.html", context)


def _said_then(found: MeasureFigures) -> list[tuple[int, str, str, str, bool]]:
    """Each load's figure as it said it, newest first: load, day, then, now, whether they differ."""
    unit = found.measure.unit
    return [
        (
            each.load_id,
            words.short_day(each.as_at),
            "–" if each.then is None else words.figure(each.then, unit),
            "–" if each.now is None else words.figure(each.now, unit),
            each.differs,
        )
        for each in reversed(said_then.as_known_then(settings.DATA, found.measure.id))
    ]


def _given_missing(measure_id: str, seen: SeenFigure, *, exact: bool) -> str:
    """How far what is missing could move a share, at its newest moment; else nothing."""
    effect = quality_effects.effect_on(settings.DATA, measure_id)
    if effect is None or effect.as_at != seen.as_at or seen.withheld:
        return ""
    return next((line.sentence for line in effect_lines([effect], exact=exact)), "")


def _broken_down(
    request: HttpRequest, measure: Measure, seen: SeenFigure, *, exact: bool
) -> dict[str, Any]:
    by = grouping_of(request.GET)
    broken = figures.breakdown(settings.DATA, measure.id, by, seen.as_at)
    groups = groups_for(broken, measure.kind, exact=exact)
    return {
        "by": by,
        "by_title": BREAKDOWNS[by],
        "breakdowns": list(BREAKDOWNS.items()),
        "groups": [Line.of(group.name, group.figure, measure.unit) for group in groups],
        "groups_withheld": bool(groups) and all(group.figure.withheld for group in groups),
        "teams": teams_of(measure, seen, groups) if by == "team" else None,
        "gaps": gaps_of(measure, groups) if by != "team" and seen.value is not None else None,
    }


def _target_said(measure: Measure) -> str:
    return words.figure(measure.target.value, measure.unit) if measure.target else ""
