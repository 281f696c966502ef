"""The pages of those who run the service: director, heads of service, team managers, IROs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.jobs import children, coverage, figures
from sightline.measures import MeasureFigures
from sightline.oversight.audiences import Grain, Profile
from sightline.oversight.audiences.lines import answers
from sightline.oversight.audiences.opening import opening, waits_of
from sightline.oversight.audiences.teams import apart, team_answers
from sightline.oversight.changes import TeamFigures
from sightline.oversight.coverage_lines import coverage_lines, coverage_sentence
from sightline.oversight.loaded import View, when_loaded
from sightline.oversight.standing_now import changes_in_teams_now, changes_now
from sightline.oversight.waits import of_scope
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models import User
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission
from sightline.people.scope import scope_of
from sightline.trackers.waiting import WaitingChild

LONGEST = {Grain.CHILDREN: 5, Grain.OWN_CHILDREN: 20}  # children listed on the page
LONGEST_OF_TEAM = 5


def page_for(profile: Profile) -> View:
    """The view of one profile's page."""

    @requires(*profile.opens_to)
    @require_GET
    @when_loaded
    def page(request: HttpRequest) -> HttpResponse:
        user = signed_in(request)
        found = {each.measure.id: each for each in figures.latest(settings.DATA)}
        down_to_teams = profile.grain in (Grain.TEAMS, Grain.ONE_TEAM)
        teams = figures.by_team(settings.DATA) if down_to_teams else {}
        context = {
            "profile": profile,
            "as_at": max((each.latest.as_at for each in found.values()), default=None),
            "coverage": _coverage_said(),
            "may_ask": user.may(Permission.ASK_FOR_BOARDS),
        }
        if profile.grain is Grain.ONE_TEAM:
            context |= _of_team(request, profile, found, teams)
            return render(request, "oversight/audience/team.html", context)
        context |= _of_authority(user, profile, found, teams)
        if context["longest"]:
            record(user, Act.LISTED_CHILDREN, path=request.path, why="who waited longest")
        return render(request, "oversight/audience/staff.html", context)

    return page


def _of_authority(
    user: User, profile: Profile, found: dict[str, MeasureFigures], teams: TeamFigures
) -> dict[str, Any]:
    data = settings.DATA
    overall = changes_now(data, exact=True)
    changed = changes_in_teams_now(data, "") if teams else overall
    names = sorted({team for _, team in teams})
    scope = scope_of(user)
    waiting = _waiting(user)
    listed = 0 if scope.nobody else LONGEST.get(profile.grain, 0)
    return {
        "opening": opening(profile, waiting, changed),
        "may_see_children": not scope.nobody,
        "longest": waits_of(profile, waiting)[:listed],
        "children_first": profile.grain is Grain.OWN_CHILDREN,
        "answers": answers(
            profile,
            found,
            {change.id: change for change in overall},
            {name: apart(each, teams, names) for name, each in found.items()},
        ),
    }


def _of_team(
    request: HttpRequest, profile: Profile, found: dict[str, MeasureFigures], teams: TeamFigures
) -> dict[str, Any]:
    user = signed_in(request)
    names = sorted({team for _, team in teams})
    asked = request.GET.get("team", "") or user.team
    team = asked if asked in names else (names[0] if names else "")
    waiting = tuple(child for child in _waiting(user) if child.team == team)
    changed = [e for e in changes_in_teams_now(settings.DATA, team) if team and e.team == team]
    may_see = any(scope_of(user).holds(team, child.worker) for child in waiting)
    if may_see:
        record(user, Act.LISTED_CHILDREN, path=request.get_full_path(), why="who waited longest")
    return {
        "team": team,
        "teams": names,
        "opening": opening(profile, waiting, changed),
        "may_see_children": may_see,
        "longest": waiting[:LONGEST_OF_TEAM] if may_see else (),
        "waiting": len(waiting),
        "answers": team_answers(profile, found, teams, team),
    }


def _waiting(user: User) -> tuple[WaitingChild, ...]:
    """The children whom the person may see; all of them, to be counted, where they see none."""
    scope = scope_of(user)
    return children.waiting(settings.DATA) if scope.nobody else of_scope(settings.DATA, scope)


def _coverage_said() -> str:
    return coverage_sentence(coverage_lines(coverage.coverage(settings.DATA), timezone.localdate()))
