"""How long it takes from a finding shared to something begun, on a page and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.improvement.response_clock import clock
from sightline.people.access import requires
from sightline.people.permissions import Permission

COLUMNS = {
    "Finding": 26, "Source": 40, "Exact words": 80, "Shared on": 14, "First action began on": 14,
    "Days": 10, "Still open": 10,
}  # fmt: skip
SHOWN = 25


@requires(Permission.SEE_FINDINGS)
@require_GET
def response(request: HttpRequest) -> HttpResponse:
    """The median with those still open in it, by source and theme; the longest of all."""
    found = clock(timezone.localdate())
    tables = (("By source", found.by_source), ("By theme", found.by_theme))
    return render(
        request,
        "improvement/response.html",
        {"clock": found, "tables": tables, "longest": found.lags[:SHOWN]},
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """Every lag as a file, the longest first."""
    rows = [
        (
            each.finding.name,
            each.finding.review.title,
            each.finding.text,
            each.shared,
            each.began,
            each.days,
            "no" if each.began else "yes",
        )
        for each in clock(timezone.localdate()).lags
    ]
    return list_answer(request, form, "response-times", COLUMNS, rows)
