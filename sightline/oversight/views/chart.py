"""The chart of a measure, as SVG."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.oversight.asked import measure_asked
from sightline.oversight.charts import series_svg
from sightline.oversight.drawing import chart_of
from sightline.oversight.loaded import found_when_loaded
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def chart(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The whole series; ?narrow=1 is drawn for a phone."""
    exact = signed_in(request).sees_exact_figures
    drawn = series_svg(
        chart_of(measure_asked(measure_id), exact=exact), narrow="narrow" in request.GET
    )
    return HttpResponse(drawn, content_type="image/svg+xml")
