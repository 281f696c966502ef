"""A review's recommendations as part of the plan: a preview and one button."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.acting import ActingError
from sightline.improvement.models import Finding, FindingKind, Review, Status
from sightline.improvement.own import of_own
from sightline.improvement.prioritising import PriorityError
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.plan.sheets.recommending import plan_recommendations, proposed, to_plan
from sightline.plan.sheets.taking import TakingError
from sightline.plan.standing import newest_plan


@requires(Permission.KEEP_PLAN)
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """The authority's reviews that make recommendations, and how many no plan holds."""
    left = dict(
        to_plan(Finding.objects.order_by()).values_list("review").annotate(many=Count("pk"))
    )
    asks = Q(findings__kind=FindingKind.RECOMMENDATION) & ~Q(findings__status=Status.REJECTED)
    reviews = of_own(Review.objects.order_by("-published", "-pk")).annotate(
        asked=Count("findings", filter=asks)
    )
    rows = [(each, left.get(each.pk, 0)) for each in reviews if each.asked]
    return render(request, "plan/sheets/reviews.html", {"rows": rows})


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be added of one review; the button adds all of it."""
    plan, review = newest_plan(), get_object_or_404(Review, pk=pk)
    if plan is None:
        return redirect("plan")
    if request.method == "POST":
        try:
            made = plan_recommendations(plan, review, signed_in(request), timezone.now())
        except (TakingError, ActingError, PriorityError) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{len(made)} actions are in the plan. Name their owners.")
            return redirect("plan")
    groups = proposed(review)
    undecided = review.findings.filter(
        kind=FindingKind.RECOMMENDATION, status=Status.CANDIDATE
    ).count()
    context = {
        "review": review,
        "groups": groups,
        "recommendations": sum(len(each.recommended) for each in groups),
        "actions": sum(each.actions for each in groups),
        "undecided": undecided,
    }
    return render(request, "plan/sheets/recommendations.html", context)
