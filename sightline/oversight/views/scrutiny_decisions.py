"""Writing down what was decided on an area for scrutiny, and later whether it worked."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.jobs import figures
from sightline.jobs.looked_at import Looked
from sightline.oversight.decision_forms import DecisionForm, OutcomeForm
from sightline.oversight.loaded import when_loaded
from sightline.oversight.models import ScrutinyDecision
from sightline.oversight.scrutiny_rows import everything_looked_at
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import Permission


@requires(Permission.RECORD_DECISIONS)
@require_http_methods(["GET", "POST"])
@when_loaded
def decide(request: HttpRequest) -> HttpResponse:
    """A form for the area that `?area=` names; 404 where nothing of that name was looked at."""
    user = signed_in(request)
    about = _asked(request.GET.get("area", ""), user)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        of_measure = about.measure_id
        measured = figures.one(settings.DATA, of_measure) if of_measure else None
        ScrutinyDecision.objects.create(
            area=about.candidate.id,
            measure_id=about.measure_id,
            what=about.candidate.what[:500],
            value_then=measured.latest.value if measured else None,
            decided_on=timezone.localdate(),
            decided_by=user,
            **form.cleaned_data,
        )
        messages.success(request, "The decision is written down.")
        return redirect("scrutiny")
    context = {"form": form, "candidate": about.candidate}
    return render(request, "oversight/scrutiny_decide.html", context)


def _asked(area: str, user: User) -> Looked:
    findings = user.may(Permission.SEE_FINDINGS)
    for each in everything_looked_at(settings.DATA, findings=findings):
        if each.candidate.id == area:
            return each
    raise Http404(f"Nothing called {area} was looked at.")


@requires(Permission.RECORD_DECISIONS)
@require_http_methods(["GET", "POST"])
def close_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes an open decision with what came of it."""
    decided = get_object_or_404(ScrutinyDecision, pk=pk, closed_on=None)
    form = OutcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        decided.outcome = form.cleaned_data["outcome"]
        decided.closed_on = timezone.localdate()
        decided.closed_by = signed_in(request)
        decided.save(update_fields=["outcome", "closed_on", "closed_by"])
        messages.success(request, "The decision is closed, with what came of it.")
        return redirect("scrutiny")
    context = {"form": form, "decided": decided}
    return render(request, "oversight/scrutiny_close.html", context)
