"""How long children in care waited between visits, reviews and checks, team by team."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline import words
from sightline.jobs.waits_between import Intervals, TeamIntervals, intervals_of
from sightline.measures import Group
from sightline.measures.event_intervals import TITLES, Event
from sightline.measures.language import Kind
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.oversight.record_changes import share_figure
from sightline.oversight.withheld import groups_for
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.permissions import ANY_FIGURES
from sightline.words import SUPPRESSED

HEADER = (
    "kind",
    "team",
    "intervals",
    "median_days_at_least",
    "median_days_at_most",
    "in_time",
    "judged",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One team as one person may see it; words, "c" where withheld."""

    team: str
    intervals: object
    at_least: object
    at_most: object
    in_time: object
    judged: object
    share: str


def _event(query: Mapping[str, str]) -> Event:
    asked = query.get("kind", "")
    return Event(asked) if asked in set(Event) else Event.VISIT


def _lines(found: Intervals, *, exact: bool) -> list[Line]:
    """Teams, and withheld so that none can be worked out from the others."""
    counted = [Group(t.team, share_figure(t.in_time, t.judged)) for t in found.teams]
    sized = [Group(t.team, share_figure(0, t.intervals)) for t in found.teams]
    shares = groups_for(counted, Kind.SHARE, exact=exact)
    sizes = groups_for(sized, Kind.SHARE, exact=exact)
    hidden = [a.figure.withheld or b.figure.withheld for a, b in zip(shares, sizes, strict=True)]
    return [_line(team, hide) for team, hide in zip(found.teams, hidden, strict=True)]


def _line(team: TeamIntervals, hide: bool) -> Line:
    if hide:
        return Line(team.team, *[SUPPRESSED] * 6)
    return Line(
        team.team,
        team.intervals,
        round(team.at_least),
        round(team.at_most),
        team.in_time,
        team.judged,
        "–" if team.share is None else words.percentage(team.share),
    )


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def record_intervals(request: HttpRequest) -> HttpResponse:
    """One kind of event at a time."""
    exact = signed_in(request).sees_exact_figures
    event = _event(request.GET)
    found = intervals_of(settings.DATA, event)
    context = {
        "exact": exact,
        "event": event,
        "title": found.title,
        "kinds": [(each.value, TITLES[each]) for each in Event],
        "lines": _lines(found, exact=exact),
    }
    return render(request, "oversight/record_intervals.html", context)


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def record_intervals_csv(request: HttpRequest) -> HttpResponse:
    """The same as CSV."""
    exact = signed_in(request).sees_exact_figures
    event = _event(request.GET)
    rows = [
        (
            event.value,
            line.team,
            line.intervals,
            line.at_least,
            line.at_most,
            line.in_time,
            line.judged,
        )
        for line in _lines(intervals_of(settings.DATA, event), exact=exact)
    ]
    return csv_answer(request, f"intervals-{event.value}", HEADER, rows)
