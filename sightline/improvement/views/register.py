"""The register of findings: every finding of every review, narrowed, and as a file."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement import answers_due, export
from sightline.improvement.lists import list_answer
from sightline.improvement.models import Review, Status
from sightline.improvement.own import of_own
from sightline.improvement.register import (
    Wanted,
    narrowed,
    ordered,
    sees_candidates,
    visible_to,
    what_stands,
    with_history,
)
from sightline.improvement.register_form import RegisterForm
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
    today = timezone.localdate()
    form = RegisterForm(request.GET or None, full=sees_candidates(user))
    wanted = form.wanted()
    kept = {name: value for name, value in request.GET.items() if name != "page" and value}
    query = urlencode(kept) + "&" if kept else ""
    found = _asked_for(user, wanted, today)
    return render(
        request,
        "improvement/register.html",
        {
            "form": form,
            "page": Paginator(ordered(found, wanted.order), ROWS).get_page(request.GET.get("page")),
            "stands": what_stands(found),
            "counts": _counts(user),
            "narrowed": replace(wanted, order=Wanted().order) != Wanted(),
            "wanted": wanted,
            "query": query,
            "sees_candidates": sees_candidates(user),
            "answers": answers_due.standing(today),
            "may_add": user.may(Permission.CONFIRM_FINDINGS),
            "authority": settings.AUTHORITY_NAME,
            "today": today,
            "may_check": user.may(Permission.CHECK_REPORTS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The same list, all of it, as CSV or Excel."""
    user, today = signed_in(request), timezone.localdate()
    wanted = RegisterForm(request.GET or None, full=sees_candidates(user)).wanted()
    found = ordered(_asked_for(user, wanted, today), wanted.order)
    listed = export.rows(found.select_related("review", "decided_by"), today)
    return list_answer(request, form, f"findings-{today}", export.COLUMNS, listed)


def _asked_for(user: User, wanted: Wanted, today: date) -> "QuerySet[Told]":
    seen = visible_to(user)
    return narrowed(with_history(seen, seen), wanted, today)


def _counts(user: User) -> dict[str, int]:
    """How many findings of each status this person may see, of how many reviews, by whom."""
    by_status = dict(visible_to(user).order_by().values_list("status").annotate(Count("pk")))
    reviews, own = Review.objects.count(), of_own(Review.objects.all()).count()
    return {
        "all": sum(by_status.values()),
        "reviews": reviews,
        "others": reviews - own,
        **{status.value: by_status.get(status.value, 0) for status in Status},
    }
