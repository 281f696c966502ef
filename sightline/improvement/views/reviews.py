"""The reviews: all of them, one of them, and its document."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.models import FindingKind, Review
from sightline.improvement.progress import next_to_decide, progress_of, with_progress
from sightline.improvement.register import sees_candidates, visible_to, with_history
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.SEE_FINDINGS)
@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """Every review, the newest first, with how far people have come."""
    user = signed_in(request)
    return render(
        request,
        "improvement/reviews.html",
        {
            "reviews": with_progress(Review.objects.all()),
            "sees_candidates": sees_candidates(user),
            "may_add": user.may(Permission.CONFIRM_FINDINGS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """One review: its judgements, then its findings in the order of print."""
    user = signed_in(request)
    found = get_object_or_404(Review.objects.select_related("added_by"), pk=pk)
    seen = visible_to(user)
    findings = list(with_history(seen.filter(review=found), seen).order_by("order"))
    asked = [each for each in findings if each.kind != FindingKind.FINDING]
    said = [each for each in findings if each.kind == FindingKind.FINDING]
    return render(
        request,
        "improvement/review.html",
        {
            "review": found,
            "judgements": found.judgements.all(),
            "improvements": asked,
            "sections": [
                (title, list(rows)) for title, rows in groupby(said, key=lambda each: each.section)
            ],
            "progress": progress_of(found),
            "next": next_to_decide(found),
            "sees_candidates": sees_candidates(user),
            "may_decide": user.may(Permission.CONFIRM_FINDINGS),
            "may_check": user.may(Permission.CHECK_REPORTS),
            "today": timezone.localdate(),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def review_file(request: HttpRequest, pk: int) -> FileResponse:
    """The document as it came, for those who see more than what was confirmed."""
    if not sees_candidates(signed_in(request)):
        raise PermissionDenied("Your role opens the confirmed findings, not the whole document.")
    found = get_object_or_404(Review, pk=pk)
    try:
        document = found.path.open("rb")
    except OSError as error:
        raise Http404("The document is no longer in the data folder.") from error
    return FileResponse(document, as_attachment=True, filename=found.file_name)
