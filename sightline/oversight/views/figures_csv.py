"""A measure as CSV: every month, or one breakdown; withheld figures are "c"."""

import csv
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs import figures
from sightline.jobs.control import Limits
from sightline.oversight.asked import measure_asked
from sightline.oversight.control_seen import control_for, signs_said
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.moments import grouping_of, moment_of
from sightline.oversight.withheld import SeenFigure, figure_for, groups_for
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_FIGURES
from sightline.words import SUPPRESSED

FIGURES = ("numerator", "denominator", "value", "low", "high", "trusted")
LINES = ("lower_limit", "centre_line", "upper_limit", "signal")


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def figures_csv(request: HttpRequest, measure_id: str) -> HttpResponse:
    """Every month of one measure."""
    found, exact = measure_asked(measure_id), signed_in(request).sees_exact_figures
    limits = control_for(found, exact=exact).limits
    rows = (
        [measure_id, figure.as_at.isoformat(), *_cells(seen), *_lines(limits.get(figure.as_at))]
        for figure in found.series
        for seen in [figure_for(figure, found.measure.kind, exact=exact)]
    )
    return _csv(request, measure_id, ["measure", "as_at", *FIGURES, *LINES], rows)


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def breakdown_csv(request: HttpRequest, measure_id: str) -> HttpResponse:
    """One breakdown of one measure at one moment."""
    found, exact = measure_asked(measure_id), signed_in(request).sees_exact_figures
    by, moment = grouping_of(request.GET), moment_of(found, request.GET)
    broken = figures.breakdown(settings.DATA, measure_id, by, moment.as_at)
    groups = groups_for(broken, found.measure.kind, exact=exact)
    rows = (
        [measure_id, moment.as_at.isoformat(), by, group.name, *_cells(group.figure)]
        for group in groups
    )
    name = f"{measure_id}-by-{by}"
    return _csv(request, name, ["measure", "as_at", "by", "group", *FIGURES], rows)


def _cells(seen: SeenFigure) -> list[object]:
    if seen.withheld:
        return [*[SUPPRESSED] * (len(FIGURES) - 1), seen.trusted]
    values = (seen.numerator, seen.denominator, seen.value, seen.low, seen.high)
    return [*("" if value is None else value for value in values), seen.trusted]


def _lines(limits: Limits | None) -> list[object]:
    if limits is None:
        return [""] * len(LINES)
    return [limits.lower, limits.centre, limits.upper, signs_said(limits)]


def _csv(
    request: HttpRequest, name: str, header: list[str], rows: Iterable[list[object]]
) -> HttpResponse:
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=f"{name}.csv")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    writer.writerow(header)
    writer.writerows(rows)
    return response
