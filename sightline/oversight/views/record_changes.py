"""How the record changed between extracts: by team, by kind of event, and its chart and CSV."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline import words
from sightline.jobs import bunches, history
from sightline.jobs.said_then import changed_since
from sightline.oversight.charts import series_svg
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.oversight.record_changes import chart, lines, parted, whole
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.permissions import ANY_FIGURES
from sightline.people.scope import scope_of
from sightline.words import SUPPRESSED

HEADER = (
    "by", "name", "first_shown", "late", "share_late", "median_days", "changed", "vanished",
    "became_timely",
)  # fmt: skip


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def record_changes(request: HttpRequest) -> HttpResponse:
    """The page: the share recorded late, what was rewritten, what to ask about."""
    user = signed_in(request)
    exact = user.sees_exact_figures
    found = history.changes(settings.DATA)
    drawn = chart(found.months, exact=exact)
    points = [point for point in drawn.points if point.value is not None]
    tables = [
        (name, title, *parted(lines(tallies, exact=exact)))
        for name, title, tallies in (
            ("team", "Team", found.teams),
            ("kind", "Kind of event", found.kinds),
        )
    ]
    context = {
        "exact": exact,
        "total": whole(found.total, exact=exact),
        "tables": tables,
        "months": [
            (words.month(point.as_at), words.percentage(point.value))
            for point in reversed(drawn.points)
        ],
        "drawn": len(points) > 1,
        "chart_words": drawn.description,
        "questions": bunches.questions(settings.DATA) if exact else (),
        "said": changed_since(settings.DATA)[::-1] if exact else (),
        "may_see_children": not scope_of(user).nobody,
    }
    return render(request, "oversight/record_changes.html", context)


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def record_changes_chart(request: HttpRequest) -> HttpResponse:
    """The share recorded late over time; ?narrow=1 is drawn for a phone."""
    exact = signed_in(request).sees_exact_figures
    drawn = chart(history.changes(settings.DATA).months, exact=exact)
    return HttpResponse(
        series_svg(drawn, narrow="narrow" in request.GET), content_type="image/svg+xml"
    )


@requires(*ANY_FIGURES)
@require_GET
@found_when_loaded
def record_changes_csv(request: HttpRequest) -> HttpResponse:
    """Both tables of the page."""
    exact = signed_in(request).sees_exact_figures
    found = history.changes(settings.DATA)
    rows = [
        [
            by,
            line.name,
            _said(line.late.denominator),
            _said(line.late.numerator),
            _said(line.late.value) if line.late.denominator != 0 else "",
            line.days,
            _said(line.changed),
            _said(line.vanished),
            _said(line.made_timely),
        ]
        for by, tallies in (("team", found.teams), ("kind", found.kinds))
        for line in lines(tallies, exact=exact)
    ]
    return csv_answer(request, "record-changes", HEADER, rows)


def _said(value: float | None) -> object:
    return SUPPRESSED if value is None else value
