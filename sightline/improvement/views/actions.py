"""One action, and what people say of what it answers."""

from django import forms
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sightline.improvement import acting
from sightline.improvement.acting import Change
from sightline.improvement.answer_forms import ChangeForm, StartForm, WhyForm
from sightline.improvement.models import Action, Answer
from sightline.improvement.views.asking import Ask, asked, pressed
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.SEE_FINDINGS, Permission.SEE_PLAN)
@require_GET
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """One action: what it answers, who agreed, and its history."""
    user = signed_in(request)
    row = get_object_or_404(_rows(), pk=pk)
    return render(
        request,
        "improvement/action.html",
        {
            "action": row,
            "answers": row.answers.all(),
            "events": row.events.select_related("by"),
            "today": timezone.localdate(),
            "may": user.may(Permission.ANSWER_FINDINGS),
            "user": user,
        },
    )


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """It began."""
    row = get_object_or_404(Action, pk=pk)

    def act(form: forms.Form) -> str:
        acting.start(row, form.cleaned_data["on"], signed_in(request), timezone.now())
        return "It is written down that the action began."

    return asked(request, StartForm(request.POST or None), _ask(row, "It began", "Save"), act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day due or owner."""
    row = get_object_or_404(Action, pk=pk)
    due = f"{row.due.day} {row.due.month} {row.due.year}" if row.due else ""
    stands = {"due": due, "owner_name": row.owner_name, "seen": row.version}
    form = ChangeForm(request.POST or None, initial=stands)

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        made = Change(said["due"], said["owner_name"], said["why"], said["seen"] or 0)
        acting.change(row, made, signed_in(request), timezone.now())
        return "The action is changed; what it was before stands in its history."

    return asked(request, form, _ask(row, "Change the day or the owner", "Save"), act)


@requires(Permission.ANSWER_FINDINGS)
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person agrees that it answers the finding."""
    row = get_object_or_404(Answer.objects.select_related("action", "finding"), pk=pk)

    def act() -> str:
        acting.agree(row, signed_in(request), timezone.now())
        return f"You agree that this action answers {row.finding.name}."

    return pressed(request, row.action.get_absolute_url(), act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not answer the finding after all."""
    row = get_object_or_404(Answer.objects.select_related("action", "finding__review"), pk=pk)
    ask = Ask(
        "Take back that it answers this finding",
        "Take it back",
        row.action.get_absolute_url(),
        "The action",
        caption=row.action.title,
        finding=row.finding,
    )

    def act(form: forms.Form) -> str:
        acting.withdraw(row, form.cleaned_data["why"], signed_in(request), timezone.now())
        return "It is taken back; the action’s history says so."

    return asked(request, WhyForm(request.POST or None), ask, act)


def _rows() -> QuerySet[Action]:
    answers = Answer.objects.select_related("finding__review", "by", "reviewer")
    return Action.objects.select_related("owner", "created_by").prefetch_related(
        Prefetch("answers", answers)
    )


def _ask(row: Action, title: str, button: str) -> Ask:
    return Ask(title, button, row.get_absolute_url(), "The action", caption=row.title)
