"""The charts of issues over time, as SVG."""

from collections.abc import Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs.quality_over_time import Rate, by_day, by_load
from sightline.oversight.charts import series_svg
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.quality_trend import seen_rates, trend_chart
from sightline.oversight.quality_words import ALL_HELD, return_title
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def trend(request: HttpRequest, return_name: str) -> HttpResponse:
    """One return by the days that its files speak of; ?narrow=1 is drawn for a phone."""
    rates = by_day(settings.DATA, return_name)
    if not rates:
        raise Http404("Nothing of that return was loaded.")
    return _drawn(request, return_title(return_name), rates)


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def trend_by_load(request: HttpRequest) -> HttpResponse:
    """All that was held after each load; ?narrow=1 is drawn for a phone."""
    return _drawn(request, ALL_HELD, by_load(settings.DATA))


def _drawn(request: HttpRequest, of: str, rates: Sequence[Rate]) -> HttpResponse:
    seen = seen_rates(rates, exact=signed_in(request).sees_exact_figures)
    drawn = series_svg(trend_chart(of, seen), narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")
