"""The measures page: every measure, by area, in a table that can be read."""

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.oversight.loaded import when_loaded
from sightline.oversight.standing_now import rows_now
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def measures(request: HttpRequest) -> HttpResponse:
    """Value, interval, shape, change and trust of each measure."""
    exact = signed_in(request).sees_exact_figures
    rows = rows_now(settings.DATA, exact=exact)
    areas = [
        {"title": area, "rows": list(members)}
        for area, members in groupby(rows, key=lambda row: row.area)
    ]
    as_at = max(row.as_at for row in rows) if rows else None
    return render(
        request, "oversight/measures.html", {"areas": areas, "as_at": as_at, "exact": exact}
    )
