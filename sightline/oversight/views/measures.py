"""The measures page: every measure, by area, in a table that can be read."""

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import figures
from sightline.oversight.changes import changes_for
from sightline.oversight.loaded import when_loaded
from sightline.oversight.measure_rows import measure_row
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def measures(request: HttpRequest) -> HttpResponse:
    """Value, interval, shape, change and trust of each measure."""
    exact = signed_in(request).sees_exact_figures
    found = figures.latest(settings.DATA)
    changed = {change.id: change.short for change in changes_for(found, exact=exact)}
    rows = [
        measure_row(each, exact=exact, change=changed.get(each.measure.id, "")) for each in found
    ]
    areas = [
        {"title": area, "rows": list(members)}
        for area, members in groupby(rows, key=lambda row: row.area)
    ]
    as_at = max(row.as_at for row in rows) if rows else None
    return render(
        request, "oversight/measures.html", {"areas": areas, "as_at": as_at, "exact": exact}
    )
