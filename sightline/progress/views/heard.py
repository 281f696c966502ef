"""What children, families, staff and partners said: the list, its files, and writing it down."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.views.asking import Ask
from sightline.improvement.wording import theme_title
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.permissions import Permission
from sightline.people.xlsx_answer import xlsx_answer
from sightline.progress.forms import HeardForm
from sightline.progress.models import Heard
from sightline.progress.views.asking import asked
from sightline.progress.writing import hear as kept

HEADS = ("Theme", "Who", "How", "People", "On", "Comes to", "Weight", "Words")
WIDTHS = (28, 24, 22, 20, 12, 12, 10, 80)


def _found(request: HttpRequest) -> QuerySet[Heard]:
    rows = Heard.objects.filter(corrected=None).select_related("by", "instead_of")
    theme = request.GET.get("theme", "")
    return rows.filter(theme=theme) if theme else rows


def _cells(request: HttpRequest) -> list[tuple[str, ...]]:
    exact = signed_in(request).sees_exact_figures
    return [
        (
            each.theme_title,
            each.who_title,
            each.how_title,
            each.people_for(exact=exact),
            each.on.isoformat(),
            each.says.capitalize(),
            each.weight.title,
            each.words,
        )
        for each in _found(request)
    ]


@requires(Permission.SEE_PLAN)
@require_GET
def heard(request: HttpRequest) -> HttpResponse:
    """What people said, the newest first; of one theme where the address names it."""
    user, theme = signed_in(request), request.GET.get("theme", "")
    rows = [(each, each.people_for(exact=user.sees_exact_figures)) for each in _found(request)]
    return render(
        request,
        "progress/heard.html",
        {
            "rows": rows,
            "theme": theme_title(theme) if theme else "",
            "query": f"?theme={theme}" if rows and theme else "",
            "may": user.may(Permission.KEEP_PLAN),
        },
    )


@requires(Permission.SEE_PLAN)
@require_GET
def heard_csv(request: HttpRequest) -> HttpResponse:
    """The list as CSV."""
    return csv_answer(request, "what-people-say", HEADS, _cells(request))


@requires(Permission.SEE_PLAN)
@require_GET
def heard_xlsx(request: HttpRequest) -> HttpResponse:
    """The list as a workbook."""
    columns = dict(zip(HEADS, WIDTHS, strict=True))
    return xlsx_answer(request, "what-people-say", columns, _cells(request))


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def hear(request: HttpRequest) -> HttpResponse:
    """Writes down what people said; `?instead_of=` corrects a row, which stays in the history."""
    key = request.GET.get("instead_of", "")
    old = get_object_or_404(Heard, pk=key) if key.isdecimal() else None
    names = ("theme", "who", "how", "people", "asked", "on", "says", "words")
    initial = {name: getattr(old, name) for name in names} if old else {}
    if old:
        initial["on"] = f"{old.on.day} {old.on.month} {old.on.year}"

    def act(said: dict[str, Any]) -> str:
        kept(said, old, signed_in(request), timezone.now())
        return "It is written down."

    ask = Ask(
        "Correct what people said" if old else "Write down what people said",
        "Save",
        reverse("heard"),
        "What people say",
        intro="Counts and words, and nobody's name.",
    )
    return asked(request, HeardForm(request.POST or None, initial=initial), ask, act)
