"""Who else was told what one finding says, and what came of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from sightline.improvement.elsewhere import Elsewhere, elsewhere_of
from sightline.improvement.lists import list_answer
from sightline.improvement.models import Finding
from sightline.improvement.register import sees_candidates, visible_to
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Authority": 24, "Report": 50, "Day": 12, "Page": 8, "Words": 80,
    "Judged then": 28, "What came of it": 40, "Later reports": 60,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def elsewhere(request: HttpRequest, pk: int) -> HttpResponse:
    """Other authorities with the same finding, the likest first."""
    user = signed_in(request)
    found = _found(request, pk)
    told = elsewhere_of(found, user)
    context = {
        "finding": found,
        "told": told,
        "sentence": _sentence(told),
        "sees_candidates": sees_candidates(user),
    }
    return render(request, "improvement/elsewhere.html", context)


@requires(Permission.SEE_FINDINGS)
@require_GET
def elsewhere_list(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The same as CSV or Excel."""
    told = elsewhere_of(_found(request, pk), signed_in(request))
    return list_answer(request, form, f"finding-{pk}-elsewhere", COLUMNS, map(_cells, told))


def _found(request: HttpRequest, pk: int) -> Finding:
    return get_object_or_404(visible_to(signed_in(request)), pk=pk)


def _sentence(told: tuple[Elsewhere, ...]) -> str:
    """ "6 other authorities were told much the same; 2 of them were judged good later."."""
    if not told:
        return ""
    good = sum(each.precedent.months_to_good is not None for each in told)
    were = "authority was" if len(told) == 1 else "authorities were"
    later = f"{good} of them" if good else "none of them"
    was = "were" if good > 1 else "was"
    return f"{len(told)} other {were} told much the same; {later} {was} judged good later."


def _cells(each: Elsewhere) -> tuple[Any, ...]:
    then = each.precedent.graded_then
    return (
        each.review.authority,
        each.review.title,
        each.review.dated,
        each.finding.page,
        each.finding.text,
        then.value if then else None,
        each.became,
        "; ".join(f"{review.title}: {standing.plain}" for review, standing in each.later),
    )
