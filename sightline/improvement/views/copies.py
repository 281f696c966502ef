"""Who was given the draft and the final letter, and when."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.improvement.lists import list_answer
from sightline.improvement.models import CopySent, Review
from sightline.improvement.review_forms import CopySentForm
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {"Which": 10, "Given to": 40, "On": 12, "Noted by": 24}


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def copies(request: HttpRequest, pk: int) -> HttpResponse:
    """Every copy given, and the form to note another."""
    review = get_object_or_404(Review, pk=pk)
    form = CopySentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sent = CopySent.objects.create(
            review=review,
            noted_by=signed_in(request),
            noted_at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, f"{sent} is noted.")
        return redirect("copies", review.pk)
    given = review.copies.select_related("noted_by")
    context = {"review": review, "form": form, "copies": given}
    return render(request, "improvement/copies.html", context)


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET"])
def copies_list(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The copies given, as CSV or Excel."""
    review = get_object_or_404(Review, pk=pk)
    rows = (
        (each.form_title, each.to, each.on, each.noted_by.shown_name)
        for each in review.copies.select_related("noted_by")
    )
    return list_answer(request, form, f"copies-{pk}", COLUMNS, rows)
