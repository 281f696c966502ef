"""The plan on one page, a priority's part of it, and what hangs loose."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.governance import keeping
from sightline.improvement.lists import list_answer
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.people.sealing import soundness
from sightline.plan.history import lines
from sightline.plan.loose import Loose, by_rule, loose_ends
from sightline.plan.mine import mine
from sightline.plan.models import Direction, PlanPriority
from sightline.plan.standing import ActionStands, PlanStands, newest_plan, plan_stands
from sightline.plan.versions import contradiction

COLUMNS = {
    "Number": 10, "Priority": 34, "Outcome": 50, "Action": 60, "Owner": 30, "Partner": 24,
    "First due": 14, "Due now": 14, "Began": 14, "How it stands": 44, "Difference": 40,
    "Cost once": 12, "Cost each year": 12, "Waits for": 20, "Milestones": 60,
}  # fmt: skip
LINES = 50
LOOSE_COLUMNS = {"What hangs loose": 40, "Where": 60, "Why": 90}


@requires(Permission.SEE_PLAN)
@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Vision, direction, priorities and how far they are; what is loose comes first."""
    user, today = signed_in(request), timezone.localdate()
    row = newest_plan()
    may_keep = user.may(Permission.KEEP_PLAN)
    if row is None:
        return render(request, "plan/none.html", {"may_keep": may_keep})
    stands = plan_stands(row, today)
    newest = row.versions.prefetch_related("signed").last()
    return render(
        request,
        "plan/plan.html",
        {
            "plan": row,
            "stands": stands,
            "tally": stands.tally,
            "late": stands.late,
            "loose": {title: len(rows) for title, rows in by_rule(loose_ends(stands)).items()},
            "directions": Direction.objects.filter(replaced_by=None, lifted_on=None),
            "newest": newest,
            "contradiction": contradiction(newest) if newest else "",
            "history": keeping.history(row),
            "may_keep": may_keep,
        },
    )


@requires(Permission.SEE_PLAN)
@require_GET
def priority(request: HttpRequest, pk: int) -> HttpResponse:
    """One priority: what it comes from, its outcomes, its actions, and who takes it up."""
    user, today = signed_in(request), timezone.localdate()
    row = get_object_or_404(PlanPriority.objects.select_related("plan", "priority"), pk=pk)
    stands = next(p for p in plan_stands(row.plan, today).priorities if p.row.pk == pk)
    return render(
        request,
        "plan/priority.html",
        {
            "row": row,
            "stands": stands,
            "tally": stands.tally,
            "findings": row.priority.findings.select_related("review"),
            "lines": row.team_lines.all(),
            "history": keeping.history(row),
            "may_keep": user.may(Permission.KEEP_PLAN),
            "today": today,
        },
    )


@requires(Permission.SEE_PLAN)
@require_GET
def loose(request: HttpRequest) -> HttpResponse:
    """Every loose end under the title of its kind."""
    found = _loose()
    return render(request, "plan/loose.html", {"found": found, "kinds": by_rule(found).items()})


@requires(Permission.SEE_PLAN)
@require_GET
def my_part(request: HttpRequest) -> HttpResponse:
    """My part in the plan: what I own, and what my team's plan takes up."""
    return render(
        request, "plan/mine.html", {"mine": mine(signed_in(request), timezone.localdate())}
    )


@requires(Permission.SEE_PLAN)
@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """Every change in sentences, and whether any was made outside the product."""
    page = Paginator(lines(), LINES).get_page(request.GET.get("page"))
    return render(request, "plan/history.html", {"page": page, "sound": soundness()})


@requires(Permission.SEE_PLAN)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The plan's actions as a file."""
    row = newest_plan()
    rows = _cells(plan_stands(row, timezone.localdate())) if row else []
    return list_answer(request, form, "improvement-plan", COLUMNS, rows)


@requires(Permission.SEE_PLAN)
@require_GET
def loose_download(request: HttpRequest, form: str) -> HttpResponse:
    """What hangs loose as a file."""
    found = [
        (title, e.about, e.sentence) for title, rows in by_rule(_loose()).items() for e in rows
    ]
    return list_answer(request, form, "loose-ends", LOOSE_COLUMNS, found)


def _loose() -> tuple[Loose, ...]:
    row = newest_plan()
    return loose_ends(plan_stands(row, timezone.localdate())) if row else ()


def _cells(stands: PlanStands) -> list[tuple[object, ...]]:
    numbers = {each.row.pk: each.reference for each in stands.actions}
    return [
        _row(str(priority.row.priority.name), outcome.row.words, each, numbers)
        for priority in stands.priorities
        for outcome in priority.outcomes
        for each in outcome.actions
    ]


def _row(
    priority: str, outcome: str, each: ActionStands, numbers: dict[int, str]
) -> tuple[object, ...]:
    row, action, standing = each.row, each.row.action, each.standing
    return (
        each.reference, priority, outcome, action.title, action.owner_name, row.partner,
        standing.first_due, action.due, action.started_on, standing.sentence,
        standing.effect.plain, row.cost_one_off, row.cost_yearly,
        ", ".join(numbers[n] for n in row.waits_for if n in numbers),
        "; ".join(f"{step.words} ({step.due:%d/%m/%Y})" for step in each.milestones),
    )  # fmt: skip
