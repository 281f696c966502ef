"""One finding: its words where they stand, what came before and after, and all that bears on it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement import conflicting
from sightline.improvement.measures import measures_on, standing_of
from sightline.improvement.models import Finding, Sighting, Status
from sightline.improvement.passage import passage_of
from sightline.improvement.progress import beside, next_to_decide, progress_of
from sightline.improvement.register import sees_candidates, visible_to, with_history
from sightline.improvement.said_line import said_line
from sightline.letters import LetterError, page_image
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import ANY_FIGURES, Permission

MOST_MEASURES = 12  # those that share the most themes; the others are named without figures


@requires(Permission.SEE_FINDINGS)
@require_GET
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """One finding beside the page it stands on."""
    user = signed_in(request)
    seen = visible_to(user)
    rows = with_history(seen, seen).select_related("review", "decided_by")
    found = get_object_or_404(rows, pk=pk)
    return render(request, "improvement/finding.html", _page(found, user))


@requires(Permission.SEE_FINDINGS)
@require_GET
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the finding as PNG, its words marked; with ?on=1 the page after it."""
    found = get_object_or_404(visible_to(signed_in(request)), pk=pk)
    if found.review.by_hand:
        raise Http404("This review was entered by hand: it has no pages to show.")
    number = found.page + ("on" in request.GET)
    try:
        picture = page_image(found.review.path, number, highlight=found.text)
    except LetterError as error:
        raise Http404(str(error)) from error
    return HttpResponse(picture, content_type="image/png")


def _page(found: Finding, user: User) -> dict[str, Any]:
    may_decide = user.may(Permission.CONFIRM_FINDINGS)
    earlier = _said(found.earlier_sightings.all(), "earlier", user)
    later = _said(found.later_sightings.all(), "later", user)
    before, after = beside(found, visible_to(user))
    return {
        "finding": found,
        "review": found.review,
        "passage": None if found.review.is_pdf or found.review.by_hand else passage_of(found),
        "conflicts": conflicting.beside(found) if user.may(Permission.CHECK_REPORTS) else (),
        "earlier": earlier,
        "later": later,
        "line": said_line([*earlier, found, *later], found),
        **_measures(found, user),
        "events": found.events.select_related("by"),
        "progress": progress_of(found.review),
        "next": next_to_decide(found.review, found.order) if may_decide else None,
        "before": before,
        "after": after,
        "may_decide": may_decide,
        "sees_candidates": sees_candidates(user),
        "today": timezone.localdate(),
    }


def _measures(found: Finding, user: User) -> dict[str, Any]:
    bearing = measures_on(found.theme_ids) if user.may_any(ANY_FIGURES) else ()
    return {
        "measures": standing_of(bearing[:MOST_MEASURES], user),
        "more_measures": bearing[MOST_MEASURES:],
    }


def _said(sightings: QuerySet[Sighting], end: str, user: User) -> list[Finding]:
    """The findings at that end of the sightings which this person may see, the oldest first."""
    said = visible_to(user).filter(pk__in=sightings.values(end)).exclude(status=Status.REJECTED)
    return list(said.order_by("review__dated", "review", "order"))
