"""The steps of a board's request: taking it on, answering, sending back, accepting, withdrawing."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from sightline.oversight.board_requests import steps
from sightline.oversight.board_requests.forms import (
    AnswerForm,
    SendBackForm,
    TakeOnForm,
    WithdrawForm,
)
from sightline.oversight.board_requests.rows import row_of
from sightline.oversight.board_requests.standing import Standing, standing_of
from sightline.oversight.loaded import when_loaded
from sightline.oversight.models import BoardRequest
from sightline.oversight.publishing import GivenAwayError
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import Permission

NOT_NOW = "It is not for you to do this now: it was done already, or the question is your own."


@requires(Permission.ANSWER_BOARDS)
@require_http_methods(["GET", "POST"])
def take_on_request(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: the method, and who may read the answer."""
    standing = _standing(request, pk, steps.may_take_on)
    form = TakeOnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        user, now = signed_in(request), timezone.now()
        steps.take_on(standing.request, said["method"], said["disclosure"], user, now)
        messages.success(request, "The request is taken on.")
        return redirect("board-request", pk)
    return _form(request, standing, form, "Take a request on", "Take it on")


@requires(Permission.ANSWER_BOARDS)
@require_http_methods(["GET", "POST"])
@when_loaded
def answer_request(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: the answer, and the measures whose figures it quotes as its readers may see them."""
    standing = _standing(request, pk, steps.may_answer)
    about = standing.request.measure_id
    form = AnswerForm(standing.disclosure, request.POST or None, initial={"first": about})
    if request.method == "POST" and form.is_valid():
        said, user, now = form.cleaned_data["said"], signed_in(request), timezone.now()
        try:
            steps.answer(standing.request, said, form.quoted, user, now)
        except GivenAwayError as error:
            form.add_error(None, f"This figure cannot be given to members. {error}")
        else:
            messages.success(request, "The answer is given. It waits for whoever asked.")
            return redirect("board-request", pk)
    return _form(request, standing, form, "Answer a request", "Give the answer")


@requires(Permission.ASK_FOR_BOARDS)
@require_http_methods(["GET", "POST"])
def send_back_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: what the answer lacks."""
    standing = _standing(request, pk, steps.may_settle)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        steps.send_back(standing.request, why, signed_in(request), timezone.now())
        messages.success(request, "The answer is sent back, with your reason.")
        return redirect("board-request", pk)
    return _form(request, standing, form, "Send an answer back", "Send it back")


@requires(Permission.ASK_FOR_BOARDS)
@require_POST
def accept_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Accepts the answer, which closes the request."""
    standing = _standing(request, pk, steps.may_settle)
    steps.accept(standing.request, signed_in(request), timezone.now())
    messages.success(request, "The answer is accepted, and the request closed.")
    return redirect("board-request", pk)


@requires(Permission.ASK_FOR_BOARDS)
@require_http_methods(["GET", "POST"])
def withdraw_request(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: why the question is withdrawn."""
    standing = _standing(request, pk, steps.may_withdraw)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        steps.withdraw(standing.request, why, signed_in(request), timezone.now())
        messages.success(request, "The request is withdrawn, and kept with your reason.")
        return redirect("board-request", pk)
    return _form(request, standing, form, "Withdraw a request", "Withdraw it")


def _standing(request: HttpRequest, pk: int, may: Callable[[Standing, User], bool]) -> Standing:
    standing = standing_of(get_object_or_404(BoardRequest, pk=pk))
    if not may(standing, signed_in(request)):
        raise PermissionDenied(NOT_NOW)
    return standing


def _form(
    request: HttpRequest, standing: Standing, form: forms.Form, title: str, button: str
) -> HttpResponse:
    context = {
        "form": form,
        "row": row_of(standing, timezone.localdate()),
        "title": title,
        "button": button,
    }
    return render(request, "oversight/requests/step.html", context)
