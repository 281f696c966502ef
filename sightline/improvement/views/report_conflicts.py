"""Competing statements of one fact, and the decision which is used."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement import conflicting
from sightline.improvement.conflicting import Listed
from sightline.improvement.decisions import DecisionError
from sightline.improvement.lists import list_answer
from sightline.improvement.report_forms import UseForm
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Conflict": 45, "How they differ": 28, "Authority": 18, "Value": 25, "Source": 45, "Page": 7,
    "Paragraph": 11, "Exact words": 80, "Used": 25, "Why": 50, "Decided by": 22,
}  # fmt: skip


@requires(Permission.CHECK_REPORTS)
@require_GET
def report_conflicts(request: HttpRequest) -> HttpResponse:
    """Every conflict, the undecided first."""
    rows = conflicting.listed()
    return render(
        request,
        "improvement/report_conflicts.html",
        {
            "rows": rows,
            "undecided": sum(row.decided is None for row in rows),
            "may_decide": signed_in(request).may(Permission.CONFIRM_FINDINGS),
        },
    )


@requires(Permission.CHECK_REPORTS)
@require_GET
def report_conflicts_download(request: HttpRequest, form: str) -> HttpResponse:
    """A row for each side of each conflict, as Excel or CSV."""
    rows = (line for row in conflicting.listed() for line in _lines(row))
    return list_answer(request, form, "conflicts-of-fact", COLUMNS, rows)


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def report_conflict(request: HttpRequest, key: str) -> HttpResponse:
    """One conflict, and which value is used."""
    row = next((each for each in conflicting.listed() if each.conflict.key == key), None)
    if row is None:
        raise Http404("The documents have changed since: this conflict is no longer there.")
    form = UseForm(request.POST if request.method == "POST" else None, values=row.values)
    if form.is_valid():
        said, user = form.cleaned_data, signed_in(request)
        try:
            conflicting.decide(key, user, timezone.now(), said["used"], said["why"])
        except DecisionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{said['used']} is used. Your reason stands beside it.")
        return redirect("report-conflicts")
    return render(request, "improvement/report_conflict.html", {"row": row, "form": form})


def _lines(row: Listed) -> Iterator[tuple[object, ...]]:
    decided = row.decided
    for side in row.sides:
        yield (
            row.conflict.sentence,
            row.conflict.how.plain,
            row.conflict.authority,
            side.fact.value,
            side.review.title,
            side.fact.page,
            side.fact.paragraph.removeprefix("p"),
            side.fact.words,
            decided.used if decided else "",
            decided.why if decided else "",
            decided.by.shown_name if decided else "",
        )
