"""The top of the thread and its foot: the direction, and the teams."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.governance import keeping
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.plan.models import Direction, PlanPriority, TeamPlanLine
from sightline.plan.obliged import changed_from, obliged
from sightline.plan.standing import newest_plan
from sightline.plan.teams import thread


@requires(Permission.SEE_PLAN)
@require_GET
def directions(request: HttpRequest) -> HttpResponse:
    """Every direction, notice and piece of advice, the newest first."""
    context = {
        "rows": Direction.objects.select_related("replaces", "replaced_by"),
        "may_keep": signed_in(request).may(Permission.KEEP_PLAN),
    }
    return render(request, "plan/directions.html", context)


@requires(Permission.SEE_PLAN)
@require_GET
def direction(request: HttpRequest, pk: int) -> HttpResponse:
    """What a direction asks, and how far each of it is."""
    row = get_object_or_404(Direction.objects.select_related("replaces", "replaced_by"), pk=pk)
    found = obliged(row, timezone.localdate())
    context = {
        "row": row,
        "obliged": found,
        "done": sum(bool(e.actions) and e.closed == len(e.actions) for e in found),
        "late": sum(e.late for e in found),
        "changed": changed_from(row.replaces, row) if row.replaces else (),
        "history": keeping.history(row),
        "may_keep": signed_in(request).may(Permission.KEEP_PLAN),
    }
    return render(request, "plan/direction.html", context)


@requires(Permission.SEE_PLAN)
@require_GET
def teams(request: HttpRequest) -> HttpResponse:
    """Which team's plan takes up which priority."""
    plan = newest_plan()
    rows = list(PlanPriority.objects.filter(plan=plan).select_related("priority"))
    found = thread(rows)
    without = [row for row in rows if not any(found.cells[t, row.pk].lines for t in found.teams)]
    context = {
        "thread": found,
        "rows": [(team, list(zip(rows, found.row(team), strict=True))) for team in found.teams],
        "taken_up": len(rows) - len(without),
        "without": without,
        "lines": TeamPlanLine.objects.select_related("plan_priority__priority"),
        "may_keep": signed_in(request).may(Permission.KEEP_PLAN),
    }
    return render(request, "plan/teams.html", context)
