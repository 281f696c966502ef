"""Writing down and changing what the plan keeps; a new action for an outcome."""

from django import forms
from django.db import transaction
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.governance import keeping
from sightline.governance.views.kept import adding, editing
from sightline.improvement import acting
from sightline.improvement.acting import Draft
from sightline.improvement.answer_forms import ActionForm
from sightline.improvement.models import Nature
from sightline.improvement.views.asking import Ask, asked
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.plan.kinds import KINDS
from sightline.plan.models import Outcome, PlanAction


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A form for a new part of the plan, beneath what `?of=` names."""
    if slug not in KINDS:
        raise Http404
    return adding(request, KINDS[slug])


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A form for a part that is there, with its history."""
    if slug not in KINDS:
        raise Http404
    return editing(request, KINDS[slug], pk)


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def write_action(request: HttpRequest, pk: int) -> HttpResponse:
    """A new action for an outcome, in the next place."""
    outcome = get_object_or_404(Outcome.objects.select_related("plan_priority"), pk=pk)
    user = signed_in(request)

    def act(form: forms.Form) -> str:
        said, now = form.cleaned_data, timezone.now()
        draft = Draft(
            said["title"], Nature(said["nature"]), said["owner_name"], said["owner"], said["due"],
            said["started_on"],
        )  # fmt: skip
        with transaction.atomic():
            action = acting.write_down(draft, [], user, now)
            newest = outcome.actions.aggregate(newest=Max("number"))["newest"] or 0
            place = PlanAction(action=action, outcome=outcome, number=newest + 1)
            keeping.make(place, user, now)
        return f"Action {place.reference} is written down. It answers no finding yet."

    ask = Ask(
        "Write down an action", "Save", outcome.get_absolute_url(), "The priority",
        caption=f"{outcome.reference} {outcome.words}",
    )  # fmt: skip
    return asked(request, ActionForm(request.POST or None), ask, act)
