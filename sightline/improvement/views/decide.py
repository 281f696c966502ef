"""Confirming, editing, rejecting and reopening a finding; then on to the next."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from sightline.improvement import decisions
from sightline.improvement.decisions import DecisionError, Edit
from sightline.improvement.forms import EditForm, ReasonForm
from sightline.improvement.models import Finding
from sightline.improvement.progress import next_to_decide, progress_of
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

# Where the next finding opens: past the header, so that one press of Tab reaches Confirm.
_AT_THE_WORDS = "#main-content"


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The finding is what its page says."""
    found = _found(pk)
    return _act(
        request, found, lambda: decisions.confirm(found, signed_in(request), timezone.now())
    )


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another wording, direction or themes."""
    found = _found(pk)
    form = EditForm(request.POST) if request.method == "POST" else EditForm.of(found)
    if form.is_valid():
        said = form.cleaned_data
        made = Edit(said["wording"], said["direction"], tuple(said["themes"]), said["why"])
        user, now = signed_in(request), timezone.now()
        return _act(request, found, lambda: decisions.edit(found, user, now, made))
    return render(request, "improvement/edit.html", {"finding": found, "form": form})


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """It is no finding, and why."""
    found = _found(pk)
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm()
    if form.is_valid():
        user, now, why = signed_in(request), timezone.now(), form.cleaned_data["why"]
        return _act(request, found, lambda: decisions.reject(found, user, now, why))
    return render(request, "improvement/reject.html", {"finding": found, "form": form})


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to be decided, and why."""
    found = _found(pk)
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm()
    if form.is_valid():
        user, now, why = signed_in(request), timezone.now(), form.cleaned_data["why"]
        return _act(request, found, lambda: decisions.reopen(found, user, now, why))
    return render(request, "improvement/reopen.html", {"finding": found, "form": form})


def _found(pk: int) -> Finding:
    rows = Finding.objects.select_related("review", "decided_by").prefetch_related("themes")
    return get_object_or_404(rows, pk=pk)


def _act(request: HttpRequest, before: Finding, act: Callable[[], Finding]) -> HttpResponse:
    """Does it and says so; on to the next that waits, or stays where nothing was waiting."""
    try:
        after = act()
    except DecisionError as error:
        messages.error(request, str(error))
        return redirect(before)
    progress = progress_of(after.review)
    messages.success(request, f"{after.name}: {after.status_title.lower()}. {progress.sentence}.")
    onward = next_to_decide(after.review, after.order)
    if not before.waits:
        return redirect(after)
    if onward is None:
        return redirect(after.review)
    return redirect(reverse("finding", args=[onward.pk]) + _AT_THE_WORDS)
