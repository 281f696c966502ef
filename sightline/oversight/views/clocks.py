"""The clocks page: what law and guidance ask for, by when, and whether anyone verified it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.duties.registry import CLOCKS, FAMILIES
from sightline.oversight.clock_rows import clock_row
from sightline.people.access import requires
from sightline.people.permissions import EVERYONE_SIGNED_IN


@requires(*EVERYONE_SIGNED_IN)
@require_GET
def clocks(request: HttpRequest) -> HttpResponse:
    """Every clock, family by family, with its rules of earlier times."""
    families = [
        {"title": family.title, "rows": [clock_row(clock) for clock in family.clocks]}
        for family in FAMILIES
    ]
    unverified = sum(not clock.latest.citation.verified for clock in CLOCKS)
    context = {"families": families, "count": len(CLOCKS), "unverified": unverified}
    return render(request, "oversight/clocks.html", context)
