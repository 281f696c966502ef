"""A review entered by hand, its findings, and what is known of any review."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline import words
from sightline.improvement.by_hand import Typed, add_findings, suggested_name
from sightline.improvement.models import FindingKind, Review
from sightline.improvement.review_forms import FindingsByHandForm, ReviewForm
from sightline.improvement.sightings import relink
from sightline.letters import Direction
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def review_by_hand(request: HttpRequest) -> HttpResponse:
    """A review of any kind, typed in; its findings come next."""
    posted = request.method == "POST"
    form = ReviewForm(request.POST if posted else None, initial={"authority": suggested_name()})
    if posted and form.is_valid():
        form.instance.added_by, form.instance.added_at = signed_in(request), timezone.now()
        review: Review = form.save()
        record(signed_in(request), Act.LOADED, path=request.path, why=f"{review.title}, by hand")
        messages.success(request, f"{review.title} is entered. Now enter what it says.")
        return redirect("findings-by-hand", review.pk)
    return render(request, "improvement/review_form.html", {"form": form, "review": None})


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def review_facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Its kind, who made it, and its dates; what the document says stays as it is."""
    review = get_object_or_404(Review, pk=pk)
    before, title = review.authority, review.title
    form = ReviewForm(request.POST or None, instance=review)
    if request.method == "POST" and form.is_valid():
        saved: Review = form.save()
        relink(before, saved.authority)
        changed = ", ".join(str(form.fields[name].label).lower() for name in form.changed_data)
        record(signed_in(request), Act.DECIDED, path=request.path, why=f"{title}: {changed}")
        messages.success(request, "What is known of this review is kept.")
        return redirect(saved)
    return render(request, "improvement/review_form.html", {"form": form, "review": review})


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def findings_by_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """What a review that was entered by hand says; not found for a document, which is read."""
    review = get_object_or_404(Review, pk=pk)
    if not review.by_hand:
        raise Http404("The findings of a document are read from it.")
    form = FindingsByHandForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        direction = Direction(said["direction"]) if said["direction"] else None
        kind = FindingKind(said["kind"])
        typed = Typed(said["said"], kind, said["page"], said["section"], direction)
        rows = add_findings(review, typed, signed_in(request))
        added = words.count_of(len(rows), "finding")
        why = f"{review.title}: {added}, by hand"
        record(signed_in(request), Act.LOADED, path=request.path, why=why)
        messages.success(request, f"{added.capitalize()} entered, to be decided by another person.")
        again = "another" in request.POST
        return redirect("findings-by-hand" if again else "review", review.pk)
    return render(request, "improvement/findings_by_hand.html", {"form": form, "review": review})
