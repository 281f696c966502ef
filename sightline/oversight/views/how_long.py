"""How long children wait, and how their waits end."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import waits
from sightline.jobs.waits import Waits
from sightline.oversight.how_long import (
    EHC_PLAN,
    FIRST_HELP,
    KINDS,
    PERMANENCE,
    Wait,
    section,
    sentence,
)
from sightline.oversight.how_long_chart import how_long_svg
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def how_long(request: HttpRequest) -> HttpResponse:
    """A section for each kind of wait, those who wait still counted in."""
    exact = signed_in(request).sees_exact_figures
    found = {kind: _found(kind) for kind in KINDS.values()}
    sections = [section(kind, waits, exact=exact) for kind, waits in found.items()]
    context = {
        "exact": exact,
        "as_at": next((each.as_at for each in found.values() if each), None),
        "sections": [each for each in sections if each],
    }
    return render(request, "oversight/how_long.html", context)


@requires(Permission.SEE_FIGURES)
@require_GET
@found_when_loaded
def how_long_chart(request: HttpRequest, name: str) -> HttpResponse:
    """The curves of one kind, for those who see exact figures; ?narrow=1 is for a phone."""
    kind = KINDS.get(name)
    found = _found(kind) if kind else None
    if kind is None or found is None:
        raise Http404("There is no such picture of waits.")
    said = sentence(kind, found, exact=True)
    drawn = how_long_svg(found, kind, said, narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")


def _found(kind: Wait) -> Waits | None:
    ask = {
        PERMANENCE: waits.for_permanence,
        FIRST_HELP: waits.for_first_help,
        EHC_PLAN: waits.for_ehc_plan,
    }
    return ask[kind](settings.DATA)
