"""The priorities in order, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.improvement.priorities import Ranked, in_order
from sightline.improvement.ranking import MOST
from sightline.improvement.unanswered import own_confirmed, to_answer
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Place": 8, "By the reasons": 10, "Priority": 40, "Points": 8, "Findings": 10,
    "Said again": 50, "Seriousness": 40, "Sources": 40, "Children now": 50, "Pace": 50,
    "Overruled": 60,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def priorities(request: HttpRequest) -> HttpResponse:
    """The first to act on first, each with why."""
    user, today = signed_in(request), timezone.localdate()
    rows = in_order(today, exact=user.sees_exact_figures)
    left = to_answer(own_confirmed()).filter(priorities=None)
    return render(
        request,
        "improvement/priorities.html",
        {
            "rows": rows,
            "most": MOST,
            "moved": sum(row.priority.place is not None for row in rows),
            "left": left.count(),
            "may": user.may(Permission.SET_PRIORITIES),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    exact = signed_in(request).sees_exact_figures
    rows = in_order(timezone.localdate(), exact=exact)
    return list_answer(request, form, "priorities", COLUMNS, [_cells(row) for row in rows])


def _cells(row: Ranked) -> tuple[object, ...]:
    overruled = row.overruling.sentence if row.priority.place and row.overruling else ""
    reasons = [f"{each.said} ({each.points} of 4)" for each in row.reasons]
    return (
        row.place,
        row.by_reasons,
        row.priority.name,
        row.total,
        len(row.findings),
        *reasons,
        overruled,
    )
