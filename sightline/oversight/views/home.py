"""The home page: what needs you today."""

from collections import Counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.jobs import children, figures, quality_effects
from sightline.oversight.audiences import own_profile
from sightline.oversight.board_requests.rows import waiting_said
from sightline.oversight.inspection import inspected_on, visits
from sightline.oversight.lead import lead, stale
from sightline.oversight.loaded import when_loaded
from sightline.oversight.quality_words import figures_in_doubt
from sightline.oversight.standing_now import changes_in_teams_now, changes_now, pace_now
from sightline.oversight.waits import REASONS, of_scope
from sightline.oversight.withheld import count_for
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_FIGURES
from sightline.people.scope import scope_of
from sightline.trackers.waiting import WaitingChild

CHANGES = 3
LONGEST = 5


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def home(request: HttpRequest) -> HttpResponse:
    """First the one thing that matters; then what changed, who waits, what was promised, the pace.

    A person who sees children sees theirs by name of record; the others see counts.
    """
    user = signed_in(request)
    exact, scope = user.sees_exact_figures, scope_of(user)
    found = figures.latest(settings.DATA)
    waiting = children.waiting(settings.DATA) if scope.nobody else of_scope(settings.DATA, scope)
    changed = (
        changes_in_teams_now(settings.DATA, scope.team or "")
        if exact
        else changes_now(settings.DATA, exact=False)
    )
    as_at, inspected = max(each.latest.as_at for each in found), inspected_on(visits())
    if not scope.nobody:
        record(user, Act.LISTED_CHILDREN, path=request.path, why="who waited longest")
    context = {
        "as_at": as_at,
        "exact": exact,
        "scope": scope,
        "stale": stale(as_at, timezone.localdate()),
        "asked": waiting_said(user, timezone.localdate()),
        "in_doubt": figures_in_doubt(quality_effects.effects(settings.DATA)),
        "lead": lead(waiting, changed, exact=exact),
        "changes": changed[:CHANGES],
        "more_changes": len(changed) - len(changed[:CHANGES]),
        "longest": () if scope.nobody else waiting[:LONGEST],
        "waiting": count_for(len(waiting), exact=exact),
        "waits": _waits(waiting, exact=exact),
        "inspected": inspected,
        "own_page": own_profile(user.role),
        "pace": pace_now(settings.DATA, inspected, exact=exact),
    }
    return render(request, "oversight/home.html", context)


def _waits(waiting: tuple[WaitingChild, ...], *, exact: bool) -> list[tuple[str, str, int | None]]:
    """How many wait for each reason, most first: (reason, title, children or None if withheld)."""
    counted = Counter(reason.kind.value for child in waiting for reason in child.reasons)
    return [
        (kind, REASONS[kind], count_for(how_many, exact=exact))
        for kind, how_many in counted.most_common()
    ]
