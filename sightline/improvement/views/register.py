"""The register of findings: every finding of every review, narrowed, and as CSV."""

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement import export
from sightline.improvement.forms import RegisterForm
from sightline.improvement.models import Review, Status
from sightline.improvement.register import (
    Wanted,
    narrowed,
    ordered,
    sees_candidates,
    visible_to,
    with_history,
)
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import Permission

if TYPE_CHECKING:
    from sightline.improvement.register import Told

ROWS = 25


@requires(Permission.SEE_FINDINGS)
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """Twenty-five findings a page, in the words of the reports."""
    user = signed_in(request)
    form = RegisterForm(request.GET or None, full=sees_candidates(user))
    wanted = form.wanted()
    kept = {name: value for name, value in request.GET.items() if name != "page" and value}
    query = urlencode(kept) + "&" if kept else ""
    return render(
        request,
        "improvement/register.html",
        {
            "form": form,
            "page": Paginator(_asked_for(user, wanted), ROWS).get_page(request.GET.get("page")),
            "counts": _counts(user),
            "narrowed": replace(wanted, order=Wanted().order) != Wanted(),
            "query": query,
            "sees_candidates": sees_candidates(user),
            "may_add": user.may(Permission.CONFIRM_FINDINGS),
            "may_check": user.may(Permission.CHECK_REPORTS),
            "today": timezone.localdate(),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest) -> StreamingHttpResponse:
    """The same list, all of it, as CSV."""
    user = signed_in(request)
    wanted = RegisterForm(request.GET or None, full=sees_candidates(user)).wanted()
    today = timezone.localdate()
    found = _asked_for(user, wanted).select_related("review", "decided_by")
    response = StreamingHttpResponse(
        (line.encode() for line in export.lines(found.iterator(chunk_size=500), today)),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="findings-{today.isoformat()}.csv"'
    return response


def _asked_for(user: User, wanted: Wanted) -> "QuerySet[Told]":
    seen = visible_to(user)
    return ordered(narrowed(with_history(seen, seen), wanted), wanted.order)


def _counts(user: User) -> dict[str, int]:
    """How many findings of each status this person may see, and of how many reviews."""
    by_status = dict(visible_to(user).order_by().values_list("status").annotate(Count("pk")))
    return {
        "all": sum(by_status.values()),
        "reviews": Review.objects.count(),
        **{status.value: by_status.get(status.value, 0) for status in Status},
    }
