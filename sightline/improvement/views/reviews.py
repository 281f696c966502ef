"""The reviews: all of them, one of them, and its document."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.answers_due import Line, lines_of
from sightline.improvement.balance import balance
from sightline.improvement.clocks import Answer, State, answers_due
from sightline.improvement.lists import list_answer
from sightline.improvement.models import FindingKind, Review, Status
from sightline.improvement.own import own_names
from sightline.improvement.progress import next_to_decide, progress_of
from sightline.improvement.register import sees_candidates, visible_to, with_history
from sightline.improvement.review_filter import ReviewFilter
from sightline.improvement.spreading import days_to_scrutiny, steps_of
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

if TYPE_CHECKING:
    pass

COLUMNS = {
    "Report": 50, "Authority": 20, "Kind": 30, "Made by": 20, "Fieldwork from": 12,
    "Fieldwork to": 12, "Draft shared": 12, "Accuracy comments": 12, "Final received": 12,
    "Embargo ended": 12, "Published": 12, "Board told": 12, "Scrutiny told": 12,
    "Days from letter to scrutiny": 12, "Pages": 8,
    "Entered": 14, "Findings": 10, "Decided": 10, "Confirmed": 10, "Answers due": 60,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """Every review, the newest first, with how far people have come and what must be answered."""
    user = signed_in(request)
    form = ReviewFilter(request.GET or None)
    found = lines_of(form.narrowed(Review.objects.all()), timezone.localdate())
    late = [line for line in found if any(each.state is State.LATE for each in line.answers)]
    return render(
        request,
        "improvement/reviews.html",
        {
            "form": form,
            "lines": found,
            "late": len(late),
            "narrowed": bool(request.GET),
            "query": f"?{request.GET.urlencode()}" if request.GET else "",
            "sees_candidates": sees_candidates(user),
            "may_add": user.may(Permission.CONFIRM_FINDINGS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def reviews_list(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as CSV or Excel."""
    sees = sees_candidates(signed_in(request))
    asked = ReviewFilter(request.GET or None).narrowed(Review.objects.all())
    rows = (_cells(line, sees) for line in lines_of(asked, timezone.localdate()))
    return list_answer(request, form, "reports", COLUMNS, rows)


@requires(Permission.SEE_FINDINGS)
@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """One review: its judgements, then its findings in the order of print."""
    user, today = signed_in(request), timezone.localdate()
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
            "steps": steps_of(found),
            "answers": _answers(found, asked, today),
            "balance": balance(each for each in findings if each.status != Status.REJECTED),
            "improvements": asked,
            "improvements_wait": sum(each.waits for each in asked),
            "sections": [
                (title, list(rows)) for title, rows in groupby(said, key=lambda each: each.section)
            ],
            "progress": progress_of(found),
            "next": next_to_decide(found),
            "sees_candidates": sees_candidates(user),
            "may_decide": user.may(Permission.CONFIRM_FINDINGS),
            "today": today,
            "may_check": user.may(Permission.CHECK_REPORTS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def review_file(request: HttpRequest, pk: int) -> FileResponse:
    """The document as it came, for those who see more than what was confirmed."""
    if not sees_candidates(signed_in(request)):
        raise PermissionDenied("Your role opens the confirmed findings, not the whole document.")
    found = get_object_or_404(Review, pk=pk)
    if found.by_hand:
        raise Http404("This review was entered by hand: there is no document.")
    try:
        document = found.path.open("rb")
    except OSError as error:
        raise Http404("The document is no longer in the data folder.") from error
    return FileResponse(document, as_attachment=True, filename=found.file_name)


def _answers(found: Review, asked: Iterable[Any], today: date) -> tuple[Answer, ...]:
    """What must be answered, where the review is of the authority itself."""
    if found.authority not in own_names():
        return ()
    kinds = {each.kind for each in asked if each.status != Status.REJECTED}
    urgent = FindingKind.PRIORITY_ACTION in kinds
    return answers_due(found, today, priority_actions=urgent)


def _cells(line: Line, sees_all: bool) -> tuple[Any, ...]:
    review = line.review
    counts = (review.findings_count, review.decided_count) if sees_all else (None, None)
    return (
        review.title,
        review.authority,
        review.kind_title,
        review.body,
        review.visited_from,
        review.visited_to,
        review.draft_shared,
        review.accuracy_sent,
        review.final_shared,
        review.embargo_until,
        review.published,
        review.board_told,
        review.scrutiny_told,
        days_to_scrutiny(review),
        review.pages or None,
        "by hand" if review.by_hand else "from its document",
        *counts,
        review.confirmed_count,
        " ".join(
            f"{each.title}: {each.state.plain.lower()}. {each.sentence}" for each in line.answers
        ),
    )
