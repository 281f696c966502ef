"""The charts of a measure, as SVG."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.oversight import between_events
from sightline.oversight.asked import measure_asked
from sightline.oversight.charts import series_svg
from sightline.oversight.control_seen import control_for
from sightline.oversight.drawing import chart_of
from sightline.oversight.inspection import visits
from sightline.oversight.loaded import found_when_loaded
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def chart(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The whole series; ?narrow=1 is drawn for a phone."""
    found, exact = measure_asked(measure_id), signed_in(request).sees_exact_figures
    seen = chart_of(found, control_for(found, exact=exact), visits(), exact=exact)
    drawn = series_svg(seen, narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")


@requires(Permission.SEE_FIGURES)
@require_GET
@found_when_loaded
def between_chart(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The days from one event to the next, where too few are counted a month for limits."""
    found = measure_asked(measure_id)
    exact = signed_in(request).sees_exact_figures
    between = between_events.between_for(found, control_for(found, exact=exact), exact=exact)
    if between is None:
        raise Http404("This measure has no chart of the days between events.")
    drawn = series_svg(between_events.chart_of(found, between), narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")
