"""Confirming all that a review asks to be improved, in one step, once it has been read."""

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline import words
from sightline.improvement import decisions
from sightline.improvement.decisions import DecisionError
from sightline.improvement.models import Finding, FindingKind, Review, Status
from sightline.improvement.progress import next_to_decide, progress_of
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

# Of those shown one was decided by another person since; nothing is done by halves.
CHANGED = (
    "Another person decided on one of these in the meantime. Nothing was confirmed: look again."
)


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def confirm_improvements(request: HttpRequest, pk: int) -> HttpResponse:
    """Lists them in their exact words; confirms those that were listed, all or none."""
    review = get_object_or_404(Review, pk=pk)
    waiting = review.findings.filter(status=Status.CANDIDATE).exclude(kind=FindingKind.FINDING)
    waiting = waiting.exclude(entered_by=signed_in(request))
    if request.method == "POST":
        return _confirm(request, review, waiting.filter(pk__in=_listed(request)))
    context = {"review": review, "waiting": waiting.order_by("order")}
    return render(request, "improvement/confirm_improvements.html", context)


def _listed(request: HttpRequest) -> list[int]:
    return [int(each) for each in request.POST.getlist("finding") if each.isdecimal()]


def _confirm(request: HttpRequest, review: Review, shown: QuerySet[Finding]) -> HttpResponse:
    user, now, listed = signed_in(request), timezone.now(), list(shown.order_by("order"))
    try:
        if not listed or len(listed) != len(set(_listed(request))):
            raise DecisionError(CHANGED)
        with transaction.atomic():
            for finding in listed:
                decisions.confirm(finding, user, now)
    except DecisionError as error:
        messages.error(request, str(error))
        return redirect("confirm-improvements", review.pk)
    said = words.count_of(len(listed), "finding").capitalize()
    messages.success(request, f"{said} confirmed. {progress_of(review).sentence}.")
    onward = next_to_decide(review)
    return redirect(onward or review)
