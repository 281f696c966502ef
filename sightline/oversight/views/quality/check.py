"""One check: what it found, where, what to do about it, and which figures it reaches."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import quality
from sightline.measures import catalogue
from sightline.oversight.loaded import when_loaded
from sightline.oversight.quality_asked import asked
from sightline.oversight.quality_lines import count_lines
from sightline.oversight.quality_words import check_words, to_do, whose_check
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_FIGURES
from sightline.people.scope import scope_of
from sightline.returns import RULES

ROWS = 20


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def check(request: HttpRequest, rule: str) -> HttpResponse:
    """The check's page; its first rows for those who may see the children they are of."""
    if rule not in RULES:
        raise Http404(f"There is no check {rule}.")
    user, data, wanted = signed_in(request), settings.DATA, quality.Wanted(rule=rule)
    exact, scope = user.sees_exact_figures, scope_of(user)
    mine = None if scope.nobody else asked({"rule": rule}, scope)
    shown = [] if mine is None else quality.rows(data, mine, limit=ROWS)
    if shown:
        record(user, Act.LISTED_CHILDREN, path=request.path, why=f"data to put right: {rule}")
    known = catalogue()
    context = {
        "rule": RULES[rule],
        "wrong": check_words(rule),
        "whose": whose_check(rule),
        "to_do": to_do(rule),
        "exact": exact,
        "by_return": count_lines(quality.counts(data, "return", wanted), "return", exact=exact),
        "by_team": count_lines(quality.counts(data, "team", wanted), "team", exact=exact),
        "measures": [known[name] for name in quality.measures_reached(data, rule)],
        "scope": scope,
        "rows": shown,
        "mine": 0 if mine is None else quality.total(data, mine).issues,
    }
    return render(request, "oversight/quality/check.html", context)
