"""Areas for further scrutiny: where to look, why, and what to ask."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.jobs import figures
from sightline.oversight.decision_rows import open_decisions
from sightline.oversight.loaded import when_loaded
from sightline.oversight.scrutiny_rows import MOST_SHOWN, everything_looked_at, scrutiny_list
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission
from sightline.people.scope import scope_of


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def scrutiny(request: HttpRequest) -> HttpResponse:
    """The list of what stands out, what reviews found again among it; what was decided before."""
    user = signed_in(request)
    exact = user.sees_exact_figures
    found, today = figures.latest(settings.DATA), timezone.localdate()
    everything = everything_looked_at(settings.DATA, findings=user.may(Permission.SEE_FINDINGS))
    listed = scrutiny_list(everything, found, today, exact=exact)
    every = "all" in request.GET
    by_id = {each.measure.id: each for each in found}
    context = {
        "as_at": max(each.latest.as_at for each in found),
        "exact": exact,
        "sentence": listed.sentence,
        "rows": listed.rows if every else listed.rows[:MOST_SHOWN],
        "more": 0 if every else max(len(listed.rows) - MOST_SHOWN, 0),
        "left_out": listed.left_out,
        "decisions": open_decisions(by_id, today, exact=exact),
        "may_decide": user.may(Permission.RECORD_DECISIONS),
        "may_see_children": not scope_of(user).nobody,
    }
    return render(request, "oversight/scrutiny.html", context)
