"""The map of gaps: which elements of care planning are measured, from what, and what is not."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.jobs import coverage as jobs
from sightline.measures.coverage import ELEMENTS
from sightline.oversight.coverage_lines import AUDIT, coverage_lines, coverage_sentence
from sightline.oversight.forms import GapForm
from sightline.oversight.loaded import when_loaded
from sightline.oversight.models import CoverageGap
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_FIGURES, Permission

TITLES = {element.id: element.title for element in ELEMENTS}


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def coverage(request: HttpRequest) -> HttpResponse:
    """Every element by every way to measure it."""
    lines = coverage_lines(jobs.coverage(settings.DATA), timezone.localdate())
    context = {
        "lines": lines,
        "sentence": coverage_sentence(lines),
        "ways": [way for way, _ in lines[0].cells],
        "audit": AUDIT,
        "may_set": signed_in(request).may(Permission.PUBLISH),
    }
    return render(request, "oversight/coverage.html", context)


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def coverage_gap(request: HttpRequest, element: str) -> HttpResponse:
    """By when a gap will be filled, by whom and how."""
    if element not in TITLES:
        raise Http404(f"There is no element of care planning called {element}.")
    gap = CoverageGap.objects.filter(element=element).first()
    form = GapForm(request.POST) if request.method == "POST" else GapForm.of(gap)
    if form.is_valid():
        user = signed_in(request)
        said = {**form.cleaned_data, "set_by": user, "set_at": timezone.now()}
        CoverageGap.objects.update_or_create(element=element, defaults=said)
        record(user, Act.DECIDED, path=request.path, why=f"who fills the gap “{TITLES[element]}”")
        messages.success(request, f"{TITLES[element]}: date and owner kept.")
        return redirect("coverage")
    context = {"title": TITLES[element], "form": form}
    return render(request, "oversight/coverage_gap.html", context)
