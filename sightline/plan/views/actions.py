"""The list of actions: narrowed, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.people.access import requires
from sightline.people.permissions import Permission
from sightline.plan.every_action import ActionFilter, ActionLine, every_action

COLUMNS = {
    "Number": 10, "Priority": 34, "Action": 60, "What it changes": 24, "Owner": 30, "Partner": 24,
    "First due": 14, "Due": 14, "Times moved": 10, "Began on": 14, "How it stands": 40,
    "Difference": 40, "Answers": 60, "Agreed": 10,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS, Permission.SEE_PLAN)
@require_GET
def actions(request: HttpRequest) -> HttpResponse:
    """Every action, the soonest due first."""
    today = timezone.localdate()
    every = every_action(today)
    form = ActionFilter(request.GET.dict() or None, every)
    lines = form.narrowed(every, today)
    return render(
        request,
        "plan/actions.html",
        {
            "form": form,
            "every": every,
            "lines": lines,
            "late": [line for line in lines if line.standing.late(today)],
            "closed": sum(line.standing.evidenced for line in lines),
            "waiting": sum(line.unagreed for line in every),
            "narrowed": bool(request.GET),
            "query": f"?{request.GET.urlencode()}" if request.GET else "",
            "today": today,
        },
    )


@requires(Permission.SEE_FINDINGS, Permission.SEE_PLAN)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The same list, narrowed the same way, as a file."""
    today = timezone.localdate()
    every = every_action(today)
    lines = ActionFilter(request.GET.dict() or None, every).narrowed(every, today)
    return list_answer(request, form, "actions", COLUMNS, [_cells(line) for line in lines])


def _cells(line: ActionLine) -> tuple[object, ...]:
    action, standing = line.action, line.standing
    told = "; ".join(
        f"{each.finding.name}, {each.finding.review.title}: {each.strength_title.lower()}"
        for each in line.answers
    )
    many = len(line.answers)
    return (
        line.reference, line.priority, action.title, action.nature_title, action.owner_name,
        line.partner, standing.first_due, action.due, standing.times_moved, action.started_on,
        standing.sentence, standing.effect.plain, told, f"{many - line.unagreed} of {many}",
    )  # fmt: skip
