"""The three instruments side by side, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.people.access import requires
from sightline.people.permissions import Permission
from sightline.plan.aligned import Alignment, aligned
from sightline.plan.standing import newest_plan, plan_stands

COLUMNS = {
    "Priority": 40, "Actions": 40, "Measures": 60, "Audit questions": 60, "Work on practice": 30,
    "Stands in": 40,
}  # fmt: skip


@requires(Permission.SEE_PLAN)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Each priority beside plan, framework and practice work."""
    rows = _rows()
    if not rows:
        return redirect("plan")
    broken = [each for each in rows if each.missing]
    return render(request, "plan/aligned.html", {"rows": rows, "broken": broken})


@requires(Permission.SEE_PLAN)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    cells = [
        (
            str(each.priority.row), ", ".join(each.actions), "; ".join(each.measures),
            "; ".join(each.audits), ", ".join(each.practice), each.sentence,
        )
        for each in _rows()
    ]  # fmt: skip
    return list_answer(request, form, "plan-alignment", COLUMNS, cells)


def _rows() -> tuple[Alignment, ...]:
    plan = newest_plan()
    return aligned(plan_stands(plan, timezone.localdate())) if plan else ()
