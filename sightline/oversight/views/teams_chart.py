"""The funnel of a measure's teams, as SVG."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs import figures
from sightline.oversight.asked import measure_asked
from sightline.oversight.funnel_chart import funnel_svg
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.moments import moment_of
from sightline.oversight.teams import teams_of
from sightline.oversight.withheld import figure_for, groups_for
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def teams_chart(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The teams at a moment, as this person may see them; ?narrow=1 is drawn for a phone."""
    found, exact = measure_asked(measure_id), signed_in(request).sees_exact_figures
    measure, moment = found.measure, moment_of(found, request.GET)
    broken = figures.breakdown(settings.DATA, measure_id, "team", moment.as_at)
    groups = groups_for(broken, measure.kind, exact=exact)
    teams = teams_of(measure, figure_for(moment, measure.kind, exact=exact), groups)
    if teams is None:
        raise Http404("There is no funnel of these teams.")
    drawn = funnel_svg(
        teams, f"{measure.title}, by team", teams.sentence, narrow="narrow" in request.GET
    )
    return HttpResponse(drawn, content_type="image/svg+xml")
