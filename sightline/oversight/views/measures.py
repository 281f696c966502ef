"""The measures page: its contents by area, and the measures of an area or of a search."""

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.jobs import coverage, figures
from sightline.oversight.audiences import PROFILES
from sightline.oversight.coverage_lines import coverage_lines, coverage_sentence
from sightline.oversight.loaded import when_loaded
from sightline.oversight.measures_asked import AUDIENCES, SHOW, Wanted, contents
from sightline.oversight.standing_now import changes_now, rows_now
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def measures(request: HttpRequest) -> HttpResponse:
    """Areas with their counts; of those asked for: value, interval, shape, change and trust."""
    user = signed_in(request)
    exact, wanted = user.sees_exact_figures, Wanted.of(request.GET)
    found = figures.latest(settings.DATA)
    changed = {change.id: change for change in changes_now(settings.DATA, exact=exact)}
    fitting = {each.measure.id for each in found if wanted.fits(each, changed)}
    rows = [
        row for row in rows_now(settings.DATA, exact=exact) if wanted.narrowed and row.id in fitting
    ]
    lines = coverage_lines(coverage.coverage(settings.DATA), timezone.localdate())
    context = {
        "wanted": wanted,
        "contents": contents(found, changed),
        "all": len(found),
        "shown": len(rows),
        "areas": [
            {"title": area, "rows": list(members)}
            for area, members in groupby(rows, key=lambda row: row.area)
        ],
        "as_at": max((each.latest.as_at for each in found), default=None),
        "exact": exact,
        "audiences": AUDIENCES,
        "states": SHOW.items(),
        "pages": [profile for profile in PROFILES if user.may_any(profile.opens_to)],
        "coverage": coverage_sentence(lines),
    }
    return render(request, "oversight/measures.html", context)
