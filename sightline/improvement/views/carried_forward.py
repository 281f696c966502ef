"""What earlier reviews recommended and a new one finds still open, on a page and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.carry_forward import carried_forward, repeat_findings
from sightline.improvement.lists import list_answer
from sightline.improvement.models import Review
from sightline.improvement.register import visible_to
from sightline.improvement.wording import theme_title
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Recommendation": 26, "Source": 40, "Exact words": 80, "Theme": 30, "First said": 14,
    "Days since first said, when this review came": 14, "Days since first said, today": 14,
    "Reviews that said it": 10, "Actions": 60,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def carried(request: HttpRequest, pk: int) -> HttpResponse:
    """The longest standing first; then the findings that are repeats."""
    user, review = signed_in(request), get_object_or_404(Review, pk=pk)
    found = visible_to(user).filter(review=review)
    rows = carried_forward(review, found, timezone.localdate())
    return render(
        request,
        "improvement/carried_forward.html",
        {
            "review": review,
            "rows": rows,
            "without": sum(not row.actions for row in rows),
            "repeats": repeat_findings(found),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The same list as a file."""
    user, review = signed_in(request), get_object_or_404(Review, pk=pk)
    found = visible_to(user).filter(review=review)
    rows = [
        (
            row.finding.name,
            row.finding.review.title,
            row.finding.text,
            "; ".join(theme_title(each) for each in row.themes[:1]),
            row.first_said,
            row.days_then,
            row.days_now,
            row.times_said,
            "; ".join(action.title for action in row.actions),
        )
        for row in carried_forward(review, found, timezone.localdate())
    ]
    return list_answer(request, form, f"carried-forward-{review.pk}", COLUMNS, rows)
