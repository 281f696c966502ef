"""All themes by all sources: the triangulation grid, its files, and settling a conflict."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.models import Priority
from sightline.improvement.views.asking import Ask
from sightline.improvement.wording import theme_title
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.permissions import Permission
from sightline.people.xlsx_answer import xlsx_answer
from sightline.progress.forms import SettledForm
from sightline.progress.grid import HEADS, WIDTHS, GridRow, auditors, grid, lead
from sightline.progress.views.asking import asked
from sightline.progress.writing import settle as kept


def _rows(request: HttpRequest) -> list[GridRow]:
    return grid(timezone.localdate(), exact=signed_in(request).sees_exact_figures)


@requires(Permission.SEE_PLAN)
@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """What five sources say of each theme, side by side."""
    user, rows = signed_in(request), _rows(request)
    return render(
        request,
        "progress/progress.html",
        {
            "rows": rows,
            "lead": lead(rows),
            "auditors": auditors()[1] if user.sees_exact_figures else "",
            "priorities": Priority.objects.order_by("name"),
            "may": user.may(Permission.KEEP_PLAN),
            "may_findings": user.may(Permission.SEE_FINDINGS),
        },
    )


@requires(Permission.SEE_PLAN)
@require_GET
def progress_csv(request: HttpRequest) -> HttpResponse:
    """The grid as CSV."""
    return csv_answer(
        request, "what-five-sources-say", HEADS, [row.cells for row in _rows(request)]
    )


@requires(Permission.SEE_PLAN)
@require_GET
def progress_xlsx(request: HttpRequest) -> HttpResponse:
    """The grid as a workbook."""
    columns = dict(zip(HEADS, WIDTHS, strict=True))
    return xlsx_answer(
        request, "what-five-sources-say", columns, [row.cells for row in _rows(request)]
    )


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, theme: str) -> HttpResponse:
    """Which source to go by on a theme where they are opposed, and why."""
    found = {row.theme: row.found for row in _rows(request)}.get(theme)
    if found is None:
        raise Http404("No source speaks of such a theme.")
    title = theme_title(theme)

    def act(said: dict[str, Any]) -> str:
        kept(theme, found, said, signed_in(request), timezone.now())
        return f"It is kept which source to go by on {title.lower()}."

    intro = (
        f"By the rules it is {found.status}. {found.why} Your choice and your reason stand beside "
        "that, and do not change it."
    )
    ask = Ask(
        "Which source do we go by?", "Keep this", reverse("progress"), "What five sources say",
        caption=title, intro=intro,
    )  # fmt: skip
    return asked(request, SettledForm(request.POST or None), ask, act)
