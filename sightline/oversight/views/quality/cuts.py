"""Data quality counted by return, by check, by team and by what it does to each measure."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import quality, quality_effects
from sightline.jobs.quality_over_time import by_day, returns_held
from sightline.oversight.loaded import when_loaded
from sightline.oversight.quality_lines import count_lines, effect_lines, filled_lines
from sightline.oversight.quality_trend import seen_rates, trend_chart
from sightline.oversight.quality_words import return_title
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES
from sightline.people.scope import scope_of

CHECKS = 20


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def by_return(request: HttpRequest) -> HttpResponse:
    """Return by return, and each one's issues over the days that its files speak of."""
    data, exact = settings.DATA, signed_in(request).sees_exact_figures
    held = returns_held(data)
    wanted = request.GET.get("return", "")
    chosen = wanted if wanted in held else next(iter(held), "")
    rates = seen_rates(by_day(data, chosen), exact=exact)
    more = {
        "held": [(name, return_title(name)) for name in held],
        "chosen": chosen,
        "chosen_title": return_title(chosen),
        "rates": rates[::-1],
        "drawn": sum(rate.per_thousand is not None for rate in rates) > 1,
        "chart_words": trend_chart(return_title(chosen), rates).description,
    }
    return _page(request, "return", more)


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def by_check(request: HttpRequest) -> HttpResponse:
    """Check by check; the longest tail is folded away."""
    exact = signed_in(request).sees_exact_figures
    lines = count_lines(quality.counts(settings.DATA, "check"), "check", exact=exact)
    return _page(request, "check", {"first": lines[:CHECKS], "rest": lines[CHECKS:]})


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def by_team(request: HttpRequest) -> HttpResponse:
    """Team by team, and how much of what each row should say is filled in."""
    filled = quality.completeness(settings.DATA)
    exact = signed_in(request).sees_exact_figures
    teams = sorted({each.team for each in filled}) if exact else []
    more = {
        "filled_teams": teams,
        "filled": filled_lines(filled, teams, exact=exact),
        "mine": scope_of(signed_in(request)).team or "",
    }
    return _page(request, "team", more)


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def by_measure(request: HttpRequest) -> HttpResponse:
    """What the state of the data does to each share."""
    exact = signed_in(request).sees_exact_figures
    found = quality_effects.effects(settings.DATA)
    return _page(request, "measure", {"effects": effect_lines(found, exact=exact)})


def _page(request: HttpRequest, by: str, more: dict[str, Any]) -> HttpResponse:
    user = signed_in(request)
    exact = user.sees_exact_figures
    context = {
        "by": by,
        "exact": exact,
        "lines": count_lines(quality.counts(settings.DATA, by), by, exact=exact),
        "may_put_right": not scope_of(user).nobody,
        **more,
    }
    return render(request, f"oversight/quality/by_{by}.html", context)
