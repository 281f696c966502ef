"""One priority: whether it is fast enough, and whom to believe."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.models import Priority
from sightline.improvement.views.asking import Ask
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.progress import writing
from sightline.progress.forms import AskedForForm, CloseForm, StatedForm
from sightline.progress.models import AskedFor
from sightline.progress.priority_page import gathered
from sightline.progress.views.asking import asked


@requires(Permission.SEE_PLAN)
@require_GET
def priority_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Inspection, now, standard, arrival; what five sources say; whether it may be closed."""
    user, row = signed_in(request), _found(pk)
    exact = user.sees_exact_figures
    page = gathered(row, timezone.localdate(), exact=exact)
    rows = AskedFor.objects.filter(priority=row, corrected=None)
    return render(
        request,
        "progress/priority.html",
        {
            "page": page,
            "shown": list(zip(page.rows, page.pictures, strict=True)),
            "asked_for": [(each, each.people_for(exact=exact)) for each in rows],
            "stated": row.stated.select_related("by").order_by("-pk"),
            "may": user.may(Permission.KEEP_PLAN),
            "may_findings": user.may(Permission.SEE_FINDINGS),
        },
    )


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The day promised, and what is stated of money and post."""
    row = _found(pk)

    def act(said: dict[str, Any]) -> str:
        writing.state(row, said, signed_in(request), timezone.now())
        return "It is written down."

    intro = "What you state is shown as stated, with your name."
    ask = _ask(row, "State what holds of it", "Save", intro)
    return asked(request, StatedForm(request.POST or None), ask, act)


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes it, where it has lasted."""
    row = _found(pk)
    test = gathered(row, timezone.localdate(), exact=True).test

    def act(said: dict[str, Any]) -> str:
        writing.close(row, test, said["why"], signed_in(request), timezone.now())
        return f"{row.name} is closed. It opens again by itself where a measure falls back."

    intro = "Nothing stands in the way." if test.may_close else " ".join(test.wanting)
    ask = _ask(row, "Close this priority", "Close it", intro)
    return asked(request, CloseForm(request.POST or None), ask, act)


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def ask_for(request: HttpRequest, pk: int) -> HttpResponse:
    """What children asked for; `?instead_of=` adds what came of it since."""
    row, key = _found(pk), request.GET.get("instead_of", "")
    old = get_object_or_404(AskedFor, pk=key, priority=row) if key.isdecimal() else None
    names = ("people", "words", "done", "says_now", "words_now")
    initial: dict[str, Any] = {name: getattr(old, name) for name in names} if old else {}
    if old:
        initial["on"] = f"{old.on.day} {old.on.month} {old.on.year}"

    def act(said: dict[str, Any]) -> str:
        writing.ask_for(row, said, old, signed_in(request), timezone.now())
        return "It is written down."

    ask = _ask(row, "What children asked for", "Save", "Numbers, and nobody’s name.")
    return asked(request, AskedForForm(request.POST or None, initial=initial), ask, act)


def _found(pk: int) -> Priority:
    return get_object_or_404(Priority.objects.prefetch_related("findings__themes"), pk=pk)


def _ask(row: Priority, title: str, button: str, intro: str) -> Ask:
    back = reverse("priority-progress", args=[row.pk])
    return Ask(title, button, back, row.name, caption=row.name, intro=intro)
