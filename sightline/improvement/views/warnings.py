"""Warnings known inside the authority before an inspector said it: time line, form, file."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.answer_forms import ResponseForm, WarningForm
from sightline.improvement.early_warnings import gap_words, story, warn, write_response
from sightline.improvement.lists import list_answer
from sightline.improvement.models import EarlyWarning
from sightline.improvement.views.asking import Ask, asked
from sightline.improvement.wording import THEME_TITLES, theme_title
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Date": 14, "Kind": 26, "What it said": 70, "Who knew": 40, "Theme": 30, "Written down in": 40,
    "First response": 14, "What was done": 70, "Days to the first response": 12,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def warnings(request: HttpRequest) -> HttpResponse:
    """What was known when, by whom, and what was done."""
    theme = _theme(request)
    found = story(timezone.localdate(), theme)
    used = EarlyWarning.objects.exclude(theme="").order_by().values_list("theme", flat=True)
    return render(
        request,
        "improvement/warnings.html",
        {
            "story": found,
            "rows": [(each, gap_words(each)) for each in found.known],
            "theme": theme,
            "themes": sorted({(each, theme_title(each)) for each in used}, key=lambda at: at[1]),
            "may": signed_in(request).may(Permission.ANSWER_FINDINGS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The register of warnings as a file."""
    rows = [
        (
            each.warning.on,
            each.warning.kind_title,
            each.warning.said,
            each.warning.known_by,
            theme_title(each.warning.theme),
            each.warning.source,
            each.responses[0].on if each.responses else None,
            "; ".join(reply.done for reply in each.responses),
            each.gap,
        )
        for each in story(timezone.localdate(), _theme(request)).known
    ]
    return list_answer(request, form, "early-warnings", COLUMNS, rows)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Writes a warning down."""

    def act(form: forms.Form) -> str:
        warn(form.cleaned_data, signed_in(request), timezone.now())
        return "The warning is written down."

    ask = Ask(
        "Write down a warning",
        "Write it down",
        reverse("warnings"),
        "Early warnings",
        intro="What was known, and by which post or body; not who is to blame. It cannot be "
        "changed afterwards.",
    )
    return asked(request, WarningForm(request.POST or None), ask, act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def respond(request: HttpRequest, pk: int) -> HttpResponse:
    """Writes down what was done about a warning."""
    row = get_object_or_404(EarlyWarning, pk=pk)

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        write_response(row, said["on"], said["done"], signed_in(request), timezone.now())
        return "What was done is written down."

    ask = Ask(
        "What was done about it?",
        "Write it down",
        row.get_absolute_url(),
        "Early warnings",
        caption=row.kind_title,
        intro=row.said,
    )
    return asked(request, ResponseForm(request.POST or None), ask, act)


def _theme(request: HttpRequest) -> str:
    """The theme asked for; an answer that is no theme narrows nothing."""
    asked_for = request.GET.get("theme", "")
    return asked_for if asked_for in THEME_TITLES else ""
