"""One matter: raising it, and each step until somebody other than its owner says it is done."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.governance import keeping, steps
from sightline.governance.matter_forms import (
    AcceptForm,
    AnswerForm,
    InstructionForm,
    MoveForm,
    RaiseForm,
    SendBackForm,
)
from sightline.governance.models import Matter, MatterKind, Meeting
from sightline.governance.standing import Standing, standing_of
from sightline.governance.steps import StepError
from sightline.governance.wording import age, theme_title
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import Permission

_AT_A_MEETING = (
    MatterKind.QUESTION,
    MatterKind.ACTION,
    MatterKind.RECOMMENDATION,
    MatterKind.NOTED,
    MatterKind.COMMENTED,
    MatterKind.CALLED_IN,
    MatterKind.RESOLVED,
)


@requires(Permission.SEE_BOARDS)
@require_GET
def matter(request: HttpRequest, pk: int) -> HttpResponse:
    """What was raised, how far it is, every step, and what this person may do next."""
    user, today = signed_in(request), timezone.localdate()
    row = get_object_or_404(
        Matter.objects.select_related("body", "meeting", "owner_account"), pk=pk
    )
    standing = standing_of(row)
    context = {
        "matter": row,
        "standing": standing,
        "age": age(row.raised_on, standing.closed_on or today),
        "late": standing.late(today),
        "theme": theme_title(row.theme),
        "may_answer": steps.may_answer(standing, user),
        "may_settle": steps.may_settle(standing, user),
        "may_move": steps.may_move(standing, user),
        "may_keep": user.may(Permission.KEEP_BOARDS),
        "why_not": steps.why_not_settle(standing, user) if standing.waits_to_be_judged else "",
        "history": keeping.history(row),
    }
    return render(request, "governance/matter.html", context)


@requires(Permission.KEEP_BOARDS, Permission.ASK_FOR_BOARDS)
@require_http_methods(["GET", "POST"])
def raise_matter(request: HttpRequest) -> HttpResponse:
    """A form: of the meeting that `?of=` names, or an instruction with `?kind=instruction`."""
    user = signed_in(request)
    if request.GET.get("kind") == MatterKind.INSTRUCTION:
        return _instruct(request, user)
    number = request.GET.get("of", "")
    met = get_object_or_404(Meeting, pk=int(number) if number.isdecimal() else 0)
    kinds = _AT_A_MEETING if user.may(Permission.KEEP_BOARDS) else (MatterKind.QUESTION,)
    row = Matter(body=met.body, meeting=met, raised_on=met.day)
    form = RaiseForm(kinds, request.POST or None, instance=row, initial=_told(request, user))
    return _raised(request, form, f"Raised at {met}", met.get_absolute_url())


def _instruct(request: HttpRequest, user: User) -> HttpResponse:
    if not user.may_any((Permission.KEEP_BOARDS, Permission.INSTRUCT)):
        raise PermissionDenied("Instructions are written down by the commissioner or the council.")
    form = InstructionForm((MatterKind.INSTRUCTION,), request.POST or None)
    return _raised(request, form, "An instruction", "")


def _told(request: HttpRequest, user: User) -> dict[str, str]:
    keeps = user.may(Permission.KEEP_BOARDS)
    return {"kind": request.GET.get("kind", ""), "raised_by": "" if keeps else user.shown_name}


def _raised(request: HttpRequest, form: RaiseForm, caption: str, back: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        keeping.make(form.instance, signed_in(request), timezone.now())
        messages.success(request, "It is written down, and comes back until it is done.")
        return redirect(back or form.instance)
    context = {"form": form, "title": "Write down what is to come back", "caption": caption}
    return render(request, "governance/kept.html", {**context, "back": back})


@requires(Permission.ANSWER_BOARDS, Permission.KEEP_BOARDS)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: what was done, or the answer."""

    def act(row: Matter, said: dict[str, object], user: User) -> None:
        evidence = bool(said["with_evidence"])
        steps.answer(row, str(said["said"]), user, timezone.now(), with_evidence=evidence)

    form = AnswerForm(request.POST or None)
    return _step(request, pk, form, "Say what was done", steps.may_answer, act)


@requires(Permission.ASK_FOR_BOARDS, Permission.INSTRUCT)
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: that it is done or answered in substance."""

    def act(row: Matter, said: dict[str, object], user: User) -> None:
        changed = bool(said["changed_something"])
        steps.accept(row, str(said["said"]), user, timezone.now(), changed_something=changed)

    form = AcceptForm(request.POST or None)
    return _step(request, pk, form, "Accept it as done", steps.may_settle, act)


@requires(Permission.ASK_FOR_BOARDS, Permission.INSTRUCT)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: what is still wanting."""

    def act(row: Matter, said: dict[str, object], user: User) -> None:
        steps.send_back(row, str(said["said"]), user, timezone.now())

    form = SendBackForm(request.POST or None)
    return _step(request, pk, form, "Send it back", steps.may_settle, act)


@requires(Permission.ASK_FOR_BOARDS, Permission.INSTRUCT)
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: another day, and why."""
    form = MoveForm(request.POST or None)

    def act(row: Matter, said: dict[str, object], user: User) -> None:
        due = form.cleaned_data["due"]
        steps.move(row, due, str(said["said"]), user, timezone.now())

    return _step(request, pk, form, "Give it another day", steps.may_move, act)


def _step(
    request: HttpRequest,
    pk: int,
    form: forms.Form,
    title: str,
    may: Callable[[Standing, User], bool],
    act: Callable[[Matter, dict[str, object], User], None],
) -> HttpResponse:
    row, user = get_object_or_404(Matter, pk=pk), signed_in(request)
    if request.method == "POST" and form.is_valid():
        try:
            act(row, form.cleaned_data, user)
        except StepError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "It is written down.")
            return redirect(row)
    elif not may(standing_of(row), user):
        standing = standing_of(row)
        why = steps.why_not_settle(standing, user) if may is not steps.may_answer else ""
        raise PermissionDenied(why or "This is not open to you as the matter now stands.")
    context = {"form": form, "title": title, "caption": row.words, "back": row.get_absolute_url()}
    return render(request, "governance/kept.html", context)
