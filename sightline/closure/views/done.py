"""What we say is done, how far it is true, and the lots that are drawn to find out."""

from collections.abc import Sequence

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline import words
from sightline.closure.accuracy import Accuracy, Found, accuracy, by_service, check, draw
from sightline.closure.every import contradicted, every_standing, waiting
from sightline.closure.forms import CheckForm, DrawForm
from sightline.closure.models import Draw
from sightline.closure.standing import Standing
from sightline.improvement.lists import list_answer
from sightline.improvement.models import Action
from sightline.improvement.views.asking import Ask, asked
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Action": 60, "Owner": 30, "How it stands": 40, "Evidence": 10, "Difference": 40,
    "What the figures say": 70, "First due": 14, "Due now": 14, "Times moved": 10,
    "Age in days": 10,
}  # fmt: skip


@requires(Permission.SEE_PLAN)
@require_GET
def done(request: HttpRequest) -> HttpResponse:
    """The first sentence says what is claimed and what was found."""
    user, today = signed_in(request), timezone.localdate()
    every = every_standing(today)
    exact = user.sees_exact_figures
    return render(
        request,
        "closure/done.html",
        {
            "whole": accuracy(every),
            "services": [_service(each) for each in by_service(every)],
            "contradicted": [(e, e.told.for_person(exact=exact)) for e in contradicted(every)],
            "waiting": waiting(every),
            "effects": _effects(every),
            "draws": Draw.objects.select_related("by").order_by("-pk"),
            "may_close": user.may(Permission.CLOSE_ACTIONS),
        },
    )


@requires(Permission.SEE_PLAN)
@require_GET
def download(request: HttpRequest, form: str) -> HttpResponse:
    """Every action, and how it stands, as a file."""
    exact = signed_in(request).sees_exact_figures
    rows = [_cells(each, exact=exact) for each in every_standing(timezone.localdate())]
    return list_answer(request, form, "actions-and-how-they-stand", COLUMNS, rows)


@requires(Permission.CLOSE_ACTIONS)
@require_http_methods(["GET", "POST"])
def draw_lots(request: HttpRequest) -> HttpResponse:
    """So many of the closed actions, by lot."""

    def act(form: forms.Form) -> str:
        now = timezone.now()
        drawn = draw(
            form.cleaned_data["how_many"], every_standing(now.date()), signed_in(request), now
        )
        return f"Drawn: {words.count_of(len(drawn.drawn), 'action')}. Nobody chose which."

    intro = "Nobody chooses which are drawn; the drawing is kept and can be done again."
    ask = Ask("Draw closed actions by lot", "Draw", reverse("closure"), "What is done", intro=intro)
    return asked(request, DrawForm(request.POST or None), ask, act)


@requires(Permission.SEE_PLAN)
@require_GET
def drawing(request: HttpRequest, pk: int) -> HttpResponse:
    """What was drawn, and what was found of each."""
    row = get_object_or_404(Draw.objects.select_related("by"), pk=pk)
    checks = {each.action_id: each for each in row.checks.select_related("by")}
    actions = Action.objects.filter(pk__in=row.drawn)
    context = {
        "draw": row,
        "checked": len(checks),
        "found_done": sum(each.done for each in checks.values()),
        "rows": [(action, checks.get(action.pk)) for action in actions],
        "may_close": signed_in(request).may(Permission.CLOSE_ACTIONS),
    }
    return render(request, "closure/drawing.html", context)


@requires(Permission.CLOSE_ACTIONS)
@require_http_methods(["GET", "POST"])
def check_drawn(request: HttpRequest, pk: int, action_pk: int) -> HttpResponse:
    """What was found of one."""
    row = get_object_or_404(Draw, pk=pk)
    if action_pk not in row.drawn:
        raise Http404
    action = get_object_or_404(Action.objects.select_related("owner"), pk=action_pk)

    def act(form: forms.Form) -> str:
        check(row, action, Found(**form.cleaned_data), signed_in(request), timezone.now())
        return "What you found is written down."

    back = reverse("closure-drawing", args=[pk])
    ask = Ask("What you found", "Save", back, "What was drawn", caption=action.title)
    return asked(request, CheckForm(request.POST or None), ask, act)


def _service(each: Accuracy) -> dict[str, object]:
    interval = each.interval
    return {
        "name": each.name,
        "closed": f"{each.closed} of {each.actions}",
        "checked": each.checked,
        "verified": words.percentage(each.verified) if each.verified is not None else "Not checked",
        "between": words.between(interval.low, interval.high, "%") if interval else "",
        "came_back": each.reopened,
        "contradicted": each.contradicted,
    }


def _effects(every: Sequence[Standing]) -> list[tuple[str, int]]:
    """How many closed actions made a difference, as far as figures tell: (words, how many)."""
    counts: dict[str, int] = {}
    for each in every:
        if each.evidenced:
            counts[each.effect.plain] = counts.get(each.effect.plain, 0) + 1
    return sorted(counts.items(), key=lambda item: -item[1])


def _cells(each: Standing, *, exact: bool) -> tuple[object, ...]:
    return (
        each.action.title, each.action.owner_name, each.sentence, each.evidence,
        each.effect.plain, each.told.for_person(exact=exact), each.first_due, each.action.due,
        each.times_moved, each.age_days,
    )  # fmt: skip
