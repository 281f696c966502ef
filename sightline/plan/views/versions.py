"""Versions of the plan: what changed between them, who signed, and how far days have moved."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.answer_forms import day_field, words_field
from sightline.improvement.lists import list_answer
from sightline.improvement.views.asking import Ask, asked
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.plan import versions
from sightline.plan.differing import differences
from sightline.plan.models import PlanVersion
from sightline.plan.slipping import plan_slips
from sightline.plan.standing import newest_plan
from sightline.plan.versions import Published

COLUMNS = {
    "Number": 10, "Action": 60, "Owner": 30, "First due": 14, "Due now": 14, "Times moved": 10,
    "Days moved in all": 10,
}  # fmt: skip


class TakeForm(forms.Form):
    """What a version is."""

    note = words_field("What this version is", "Say what this version is")
    in_progress = forms.BooleanField(label="It is still being worked on", required=False)


class SignForm(forms.Form):
    """For whom one signs."""

    body = forms.CharField(
        label="For whom you sign", max_length=200, error_messages={"required": "Say for whom"}
    )
    note = words_field("On what condition", "", required=False)


class PublishForm(forms.Form):
    """Where the vision stands for people to read."""

    on = day_field("Published on")
    audience = forms.CharField(
        label="For whom", max_length=200, error_messages={"required": "Say for whom"}
    )
    where = forms.CharField(
        label="Where", max_length=300, error_messages={"required": "Say where it can be read"}
    )


@requires(Permission.SEE_PLAN)
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """Every version, and the days that have moved."""
    plan = newest_plan()
    if plan is None:
        return redirect("plan")
    rows = list(plan.versions.prefetch_related("signed__by", "published").select_related("by"))
    context = {
        "plan": plan,
        "rows": [(each, versions.contradiction(each)) for each in reversed(rows)],
        "slips": plan_slips(plan),
        "may_keep": signed_in(request).may(Permission.KEEP_PLAN),
    }
    return render(request, "plan/versions.html", context)


@requires(Permission.SEE_PLAN)
@require_GET
def slips_download(request: HttpRequest, form: str) -> HttpResponse:
    """The days that have moved, as a file."""
    plan = newest_plan()
    found = plan_slips(plan) if plan else ()
    rows = [(e.reference, e.title, e.owner, e.first, e.now, e.moves, e.days) for e in found]
    return list_answer(request, form, "days-moved", COLUMNS, rows)


@requires(Permission.SEE_PLAN)
@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A version, and what it changed from the one before it (or from `?from=` a number)."""
    row = get_object_or_404(PlanVersion.objects.select_related("by", "plan"), pk=pk)
    earlier = row.plan.versions.filter(number__lt=row.number)
    asked_for = request.GET.get("from", "")
    before = earlier.filter(number=int(asked_for)).first() if asked_for.isdecimal() else None
    before = before or earlier.last()
    user = signed_in(request)
    context = {
        "row": row,
        "before": before,
        "earlier": earlier,
        "differences": differences(before.content, row.content) if before else (),
        "signed": row.signed.select_related("by"),
        "published": row.published.select_related("by"),
        "contradiction": versions.contradiction(row),
        "may_sign": user.may(Permission.SIGN_PLAN) and user.pk != row.by_id,
        "may_keep": user.may(Permission.KEEP_PLAN),
    }
    return render(request, "plan/version.html", context)


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Keeps the plan as it stands."""
    plan = newest_plan()
    if plan is None:
        return redirect("plan")

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        row = versions.take(
            plan, said["note"], signed_in(request), timezone.now(), in_progress=said["in_progress"]
        )
        return f"Version {row.number} is kept as the plan stands now. It never changes."

    ask = Ask("Keep a version of the plan", "Keep it", reverse("plan-versions"), "Versions")
    return asked(request, TakeForm(request.POST or None), ask, act)


@requires(Permission.SIGN_PLAN)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs a version for a body."""
    row = get_object_or_404(PlanVersion, pk=pk)

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        versions.sign(row, said["body"], said["note"], signed_in(request), timezone.now())
        return f"You signed version {row.number} for {said['body']}."

    ask = Ask(f"Sign off version {row.number}", "Sign it", row.get_absolute_url(), "The version")
    return asked(request, SignForm(request.POST or None), ask, act)


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Says where the vision of a version was published."""
    row = get_object_or_404(PlanVersion, pk=pk)

    def act(form: forms.Form) -> str:
        versions.publish(row, Published(**form.cleaned_data), signed_in(request), timezone.now())
        return "It is written down where the vision can be read."

    back = row.get_absolute_url()
    ask = Ask("Where the vision is published", "Save", back, "The version")
    return asked(request, PublishForm(request.POST or None), ask, act)
