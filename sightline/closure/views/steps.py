"""The owner's word, the second person's, and what becomes of an action after."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.closure import acts
from sightline.closure.acts import ClosureError, Difference
from sightline.closure.forms import EffectForm, NoteForm, SawForm
from sightline.closure.models import Step
from sightline.improvement.models import Action
from sightline.improvement.views.asking import Ask, asked
from sightline.people.access import requires, signed_in
from sightline.people.models import User
from sightline.people.permissions import Permission

_FORM_METHODS = ["GET", "POST"]


@requires(Permission.OWN_ACTIONS)
@require_http_methods(_FORM_METHODS)
def say_done(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner says that it is done. That closes nothing."""
    action, user = _action(pk), signed_in(request)

    def act(form: forms.Form) -> str:
        _refuse_a_stranger(action, user)
        acts.say_done(action, form.cleaned_data["why"], user, timezone.now())
        return "It is said to be done. Somebody else now looks at the evidence."

    ask = _ask(action, "It is done", "Say so", "Your word closes nothing: somebody else looks.")
    return asked(request, NoteForm(request.POST or None), ask, act)


@requires(Permission.CLOSE_ACTIONS)
@require_http_methods(_FORM_METHODS)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person closes it."""
    intro = "You have looked at the evidence yourself, and it shows that this is done."
    return _saw(request, pk, ("Close this action", "Close it", intro), acts.close, "It is closed.")


@requires(Permission.CLOSE_ACTIONS)
@require_http_methods(_FORM_METHODS)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person sends it back."""
    intro = "The owner gives new evidence, and says again that it is done. Its age goes on."
    told = ("Send it back", "Send it back", intro)
    return _saw(request, pk, told, acts.send_back, "It is sent back to its owner.")


@requires(Permission.CLOSE_ACTIONS)
@require_http_methods(_FORM_METHODS)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It is open again."""
    told = ("Open it again", "Open it again", "It keeps its age and the day first due.")
    return _saw(request, pk, told, acts.reopen, "It is open again, as old as it was.")


@requires(Permission.CLOSE_ACTIONS)
@require_http_methods(_FORM_METHODS)
def let_stand(request: HttpRequest, pk: int) -> HttpResponse:
    """It stays closed although the figures say otherwise."""
    intro = "The reason stays beside it for whoever reads it."
    told = ("Let it stand closed", "Let it stand", intro)
    return _saw(request, pk, told, acts.let_stand, "It stands closed, with your reason beside it.")


@requires(Permission.OWN_ACTIONS, Permission.KEEP_PLAN)
@require_http_methods(_FORM_METHODS)
def expect(request: HttpRequest, pk: int) -> HttpResponse:
    """What difference it should make."""
    action = _action(pk)

    def act(form: forms.Form) -> str:
        acts.expect(action, Difference(**form.cleaned_data), signed_in(request), timezone.now())
        return "It is written down what difference it should make."

    intro = "Said before anybody can know whether it came about. Said later, it is marked as such."
    ask = _ask(action, "What difference it should make", "Save", intro)
    return asked(request, EffectForm(request.POST or None), ask, act)


Done = Callable[..., Step]


def _saw(
    request: HttpRequest, pk: int, told: tuple[str, str, str], done: Done, said: str
) -> HttpResponse:
    action = _action(pk)

    def act(form: forms.Form) -> str:
        done(action, form.cleaned_data["why"], signed_in(request), timezone.now())
        return said

    return asked(request, SawForm(request.POST or None), _ask(action, *told), act)


def _refuse_a_stranger(action: Action, user: User) -> None:
    """The owner says that it is done, or whoever keeps the plan for an owner without an account."""
    team = action.owner.team if action.owner is not None else ""
    ours = acts.owns(action, user) or (bool(team) and team == user.team)
    if not ours and not (action.owner is None and user.may(Permission.KEEP_PLAN)):
        raise ClosureError(f"Only its owner, {action.owner_name}, may say that it is done.")


def _action(pk: int) -> Action:
    return get_object_or_404(Action.objects.select_related("owner"), pk=pk)


def _ask(action: Action, title: str, button: str, intro: str) -> Ask:
    back = action.get_absolute_url()
    return Ask(title, button, back, "The action", caption=action.title, intro=intro)
