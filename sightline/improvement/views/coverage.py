"""Themes against priorities: what covers what was found, on a page and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.improvement.coverage_map import coverage_map
from sightline.improvement.lists import list_answer
from sightline.people.access import requires
from sightline.people.permissions import Permission

COLUMNS = {
    "Theme": 40, "Findings": 10, "Said before": 10, "Unanswered": 10, "Actions": 10, "Measures": 10,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def coverage(request: HttpRequest) -> HttpResponse:
    """One page: what does not hang together in sentences, then the map."""
    found = coverage_map()
    flags = (*(flag for row in found.rows for flag in row.flags), *found.flags)
    return render(
        request,
        "improvement/coverage.html",
        {"map": found, "flags": flags, "open": sum(row.unanswered for row in found.rows)},
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The map as a file, a column a priority."""
    found = coverage_map()
    columns = COLUMNS | {each.name: 24 for each in found.priorities} | {"To look at": 80}
    rows = [
        (
            row.title or "No theme",
            row.findings,
            row.recurring,
            row.unanswered,
            row.actions,
            row.measures,
            *(cell.said for cell in row.cells),
            " ".join(row.flags),
        )
        for row in found.rows
    ]
    return list_answer(request, form, "coverage", columns, rows)
