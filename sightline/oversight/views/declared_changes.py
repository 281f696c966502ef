"""Declaring a change of how the work is done, on the page of a measure, and taking it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.measures import Measure, catalogue
from sightline.oversight import declaring
from sightline.oversight.declaring_forms import EVERY_MEASURE, DeclareForm, TakeBackForm
from sightline.oversight.models import DeclaredChange
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.DECLARE_CHANGES)
@require_http_methods(["GET", "POST"])
def declare_change(request: HttpRequest, measure_id: str) -> HttpResponse:
    """A form; then back to the measure, whose limits begin anew."""
    measure = _measure(measure_id)
    form = DeclareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        bears_on = "" if said["bears_on"] == EVERY_MEASURE else measure.id
        user, now = signed_in(request), timezone.now()
        declaring.declare(bears_on, said["day"], said["reason"], user, now)
        messages.success(request, "The change is declared: limits begin anew from it.")
        return redirect("measure", measure.id)
    return render(request, "oversight/declare_change.html", {"measure": measure, "form": form})


@requires(Permission.DECLARE_CHANGES)
@require_http_methods(["GET", "POST"])
def take_back_change(request: HttpRequest, measure_id: str, pk: int) -> HttpResponse:
    """A form for the reason; then back to the measure."""
    measure = _measure(measure_id)
    change = get_object_or_404(DeclaredChange.objects.bearing_on(measure.id), pk=pk)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        declaring.take_back(change, form.cleaned_data["why"], signed_in(request), timezone.now())
        messages.success(request, "The change is taken back; it stays listed, with your reason.")
        return redirect("measure", measure.id)
    context = {"measure": measure, "change": change, "form": form}
    return render(request, "oversight/take_back_change.html", context)


def _measure(measure_id: str) -> Measure:
    try:
        return catalogue()[measure_id]
    except KeyError as error:
        raise Http404(f"There is no measure {measure_id}.") from error
