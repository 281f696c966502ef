"""Data quality at a glance: what matters first, then every way to look at it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import quality, quality_effects, quality_over_time
from sightline.oversight.believed import believed
from sightline.oversight.loaded import when_loaded
from sightline.oversight.quality_lines import about, count_lines, effect_lines
from sightline.oversight.quality_trend import seen_rates, trend_chart
from sightline.oversight.quality_words import ALL_HELD, headline, headline_outside
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission
from sightline.people.scope import scope_of

SHOWN = 5
LOADS = 24


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def overview(request: HttpRequest) -> HttpResponse:
    """The overview; counts for everyone, with small numbers withheld from those outside."""
    user = signed_in(request)
    exact, data = user.sees_exact_figures, settings.DATA
    effects, scope = quality_effects.effects(data), scope_of(user)
    total, checks = quality.total(data), quality.counts(data, "check")
    teams = quality.counts(data, "team")
    rates = seen_rates(quality_over_time.by_load(data), exact=exact)
    context = {
        "exact": exact,
        "headline": headline(total, effects)
        if exact
        else headline_outside(about(total.issues), effects),
        "effects": effect_lines(effects, exact=exact)[:SHOWN],
        "returns": count_lines(quality.counts(data, "return"), "return", exact=exact),
        "checks": count_lines(checks, "check", exact=exact)[:SHOWN],
        "more_checks": max(len(checks) - SHOWN, 0),
        "teams": count_lines(teams, "team", exact=exact)[:SHOWN],
        "more_teams": max(len(teams) - SHOWN, 0),
        "loads": rates[::-1][:LOADS],
        "drawn": sum(rate.per_thousand is not None for rate in rates) > 1,
        "chart_words": trend_chart(ALL_HELD, rates).description,
        "older": quality.history(data),
        "may_put_right": not scope.nobody,
        "record": believed(data, scope, exact=exact),
        "may_see_loads": user.may(Permission.SEE_LOADS),
    }
    return render(request, "oversight/quality/overview.html", context)
