"""A report checked: its claims, what it leaves out of its sources, its promises, its form."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement import conflicting
from sightline.improvement.borne import Standing, claims_of, standing_of, tally
from sightline.improvement.lists import list_answer
from sightline.improvement.models import ReportCheck, Review, Statement
from sightline.improvement.report_balance import balances_of
from sightline.improvement.report_checks import make_check
from sightline.improvement.report_forms import CheckForm
from sightline.improvement.selection import selection
from sightline.letters import LetterError
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import Permission

COLUMNS = {
    "Paragraph": 11, "Page": 7, "Exact words": 80, "Who says it": 20, "What it does": 30,
    "Promising words": 25, "Lacks": 30, "Bound to": 40, "Stands": 25, "Why": 60,
}  # fmt: skip


@requires(Permission.CHECK_REPORTS)
@require_http_methods(["GET", "POST"])
def report_check(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest check of a report; a form to make one."""
    review = get_object_or_404(Review, pk=pk)
    user = signed_in(request)
    form = CheckForm(request.POST if request.method == "POST" else None, review=review)
    if form.is_valid():
        said = form.cleaned_data
        try:
            make_check(review, list(said["sources"]), said["audience"], user, timezone.now())
        except LetterError as error:
            messages.error(request, str(error))
        return redirect("report-check", pk)
    return render(request, "improvement/report_check.html", _page(review, user, form))


@requires(Permission.CHECK_REPORTS)
@require_GET
def report_check_download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Every statement of the report with how it stands, as Excel or CSV."""
    review = get_object_or_404(Review, pk=pk)
    exact = signed_in(request).may(Permission.SEE_FIGURES)
    rows = (_row(each, review, exact=exact) for each in _statements(review))
    return list_answer(request, form, f"statements-{pk}", COLUMNS, rows)


def _row(each: Statement, review: Review, *, exact: bool) -> tuple[object, ...]:
    stands = standing_of(each, review.dated, exact=exact) if each.claims_improvement else None
    return (
        each.paragraph.removeprefix("p"),
        each.page,
        each.text,
        each.speaker,
        ", ".join(each.kind_titles),
        each.promise,
        ", ".join(each.lacks) if each.promise else "",
        stands.bound_to if stands else "",
        stands.title if stands else "",
        stands.why if stands else "",
    )


def _statements(review: Review) -> list[Statement]:
    return list(review.statements.select_related("finding__review"))


def _page(review: Review, user: User, form: CheckForm) -> dict[str, Any]:
    made = review.checks.select_related("made_by").prefetch_related("sources").first()
    exact = user.may(Permission.SEE_FIGURES)
    said = _statements(review)
    standings = [standing_of(each, review.dated, exact=exact) for each in claims_of(said)]
    left = selection(said, made.audience, review.dated, exact=exact) if made else ()
    return {
        "review": review,
        "form": form,
        "made": made,
        "tally": tally(standings),
        "marks": list(_marks(said, standings)),
        "vague": [each for each in said if each.is_vague],
        "open": [each for each in said if each.is_open_promise and not each.risk_accepted],
        "balances": balances_of(made) if made else (),
        "answers": _answers(made),
        "left_unsaid": [each for each in left if not each.mentioned],
        "conflicts": conflicting.of_review(review) if made else (),
        "may_bind": user.may(Permission.CONFIRM_FINDINGS),
    }


def _marks(
    said: list[Statement], standings: list[Standing]
) -> Iterator[tuple[Statement, Standing | None]]:
    """The statements that claim or promise or accept, with how each claim stands."""
    by_pk = {each.statement.pk: each for each in standings}
    for each in said:
        if each.kinds != ["fact"]:
            yield each, by_pk.get(each.pk)


def _answers(made: ReportCheck | None) -> dict[str, list[dict[str, Any]]]:
    """The recommendations by how they are answered: not at all first."""
    found: dict[str, list[dict[str, Any]]] = {"unanswered": [], "vague": [], "told": [], "firm": []}
    for each in made.found["answers"] if made else ():
        found[each["how"]].append(each)
    return found
