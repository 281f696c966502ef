"""A measure beside other areas: the picture, and the table as CSV."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs import peers
from sightline.jobs.peers import Beside
from sightline.oversight.beside_picture import strip_of
from sightline.oversight.beside_rows import own_for, rows_of
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.strip_chart import strip_svg
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.permissions import ANY_FIGURES

HEADER = ("measure", "as_at", "area", "unit", "value", "source")


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def beside_chart(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The strip of dots; ?narrow=1 is drawn for a phone."""
    found = _asked(measure_id)
    own = own_for(found, exact=signed_in(request).sees_exact_figures)
    drawn = strip_svg(strip_of(found, own), narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def beside_csv(request: HttpRequest, measure_id: str) -> HttpResponse:
    """Every area of the table."""
    found = _asked(measure_id)
    own = own_for(found, exact=signed_in(request).sees_exact_figures)
    unit, day = found.published.unit.value, found.last_day.isoformat()
    rows = (
        (
            measure_id,
            day,
            row.name,
            unit,
            row.said if row.value is None else row.value,
            "own records" if row.ours else found.source,
        )
        for row in rows_of(found, own)
    )
    return csv_answer(request, f"{measure_id}-beside-other-areas", HEADER, rows)


def _asked(measure_id: str) -> Beside:
    try:
        found = peers.beside(settings.DATA, measure_id)
    except KeyError as error:
        raise Http404(f"There is no measure {measure_id}.") from error
    if found is None:
        raise Http404("Nothing of other areas is loaded that stands beside this measure.")
    return found
