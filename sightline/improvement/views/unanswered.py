"""The findings that nothing answers, on a page and as a file."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.improvement.models import Answer, Finding, FindingKind, NoAction
from sightline.improvement.priorities import themes_of
from sightline.improvement.said_before import Chain, chains_of
from sightline.improvement.unanswered import (
    orphan_findings,
    own_confirmed,
    pack_blockers,
    to_answer,
)
from sightline.improvement.wording import how_long, theme_title
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Finding": 26, "Source": 40, "Exact words": 80, "Theme": 30, "First said": 14,
    "Days since first said": 12, "Links that wait for a second person": 30,
}  # fmt: skip
ROWS = 25
_GRAVEST_FIRST = list(FindingKind)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A finding that nothing answers, and how long it has stood."""

    finding: Finding
    chain: Chain

    @property
    def waiting(self) -> list[Answer]:
        """Links that one person made and nobody has agreed to, or that are indirect."""
        return list(self.finding.answers.all())

    @property
    def theme(self) -> str:
        """Its most telling theme in plain English."""
        return theme_title(self.finding.theme_ids[0]) if self.finding.theme_ids else ""


@requires(Permission.SEE_FINDINGS)
@require_GET
def unanswered_findings(request: HttpRequest) -> HttpResponse:
    """The gravest first, then the longest standing."""
    user, today = signed_in(request), timezone.localdate()
    rows = _orphans()
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "improvement/unanswered.html",
        {
            "page": page,
            "rows": [(row, how_long(row.chain.first_said, today)) for row in page],
            "asking": to_answer(own_confirmed()).count(),
            "blockers": pack_blockers().count(),
            "themes": themes_of(row.finding for row in rows)[:3],
            "reasons": _reasons(),
            "may": user.may(Permission.ANSWER_FINDINGS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    today = timezone.localdate()
    rows = [
        (
            row.finding.name,
            row.finding.review.title,
            row.finding.text,
            row.theme,
            row.chain.first_said,
            row.chain.days(today),
            "; ".join(f"{each.action}: {each.strength_title.lower()}" for each in row.waiting),
        )
        for row in _orphans()
    ]
    return list_answer(request, form, "unanswered-findings", COLUMNS, rows)


def _orphans() -> list[Orphan]:
    chains = chains_of(own_confirmed())
    answers = Answer.objects.select_related("action", "by")
    found = orphan_findings().select_related("review")
    rows = [
        Orphan(each, chains[each.pk])
        for each in found.prefetch_related("themes", Prefetch("answers", answers))
    ]
    far = timezone.localdate()
    return sorted(
        rows,
        key=lambda row: (
            _GRAVEST_FIRST.index(FindingKind(row.finding.kind)),
            row.chain.first_said or far,
            row.finding.pk,
        ),
    )


def _reasons() -> list[NoAction]:
    """The reasons that stand in place of an action: the newest of each finding."""
    rows = NoAction.objects.filter(finding__in=own_confirmed().values("pk"))
    newest = {each.finding_id: each for each in rows.select_related("finding__review", "by")}
    return [each for each in newest.values() if each.stands]
