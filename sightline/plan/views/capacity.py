"""Services that come together, and specialist posts, on one page."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.plan.capacity import moves, posts

COLUMNS = {
    "Function": 28, "From": 14, "Needed": 10, "Funded": 10, "Filled for good": 14, "Interim": 10,
    "Interims leave on": 16, "What it lacks": 60, "What the gap does": 60,
}  # fmt: skip


@requires(Permission.SEE_PLAN)
@require_GET
def capacity(request: HttpRequest) -> HttpResponse:
    """What has not moved, and which posts nobody fills for good."""
    user, today = signed_in(request), timezone.localdate()
    services, counts = moves(today), posts(today)
    exact = user.sees_exact_figures
    told = [
        (
            each,
            each.late(today),
            [
                (title, m.sentence if exact or not m.small else m.short)
                for title, m in each.measures
            ],
        )
        for each in services
    ]
    context = {
        "services": told,
        "unmoved": sum(bool(each.missing) for each in services),
        "posts": [(each, each.ended(today)) for each in counts],
        "gap": sum((max(each.gap, Decimal(0)) for each in counts), Decimal(0)),
        "may_keep": user.may(Permission.KEEP_PLAN),
    }
    return render(request, "plan/capacity.html", context)


@requires(Permission.SEE_PLAN)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The posts as a file."""
    rows = [
        (
            each.row.get_function_display(), each.row.since, str(each.row.required),
            str(each.row.funded), str(each.row.filled), str(each.row.interim),
            each.row.interim_until, each.sentence, each.row.note,
        )
        for each in posts(timezone.localdate())
    ]  # fmt: skip
    return list_answer(request, form, "specialist-posts", COLUMNS, rows)
