"""The chart of issues over time of one return, as SVG."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs.quality_over_time import by_day
from sightline.oversight.charts import series_svg
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.quality_trend import trend_chart
from sightline.people.access import requires
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def trend(request: HttpRequest, return_name: str) -> HttpResponse:
    """The whole series; ?narrow=1 is drawn for a phone."""
    rates = by_day(settings.DATA, return_name)
    if not rates:
        raise Http404("Nothing of that return was loaded.")
    drawn = series_svg(trend_chart(return_name, rates), narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")
