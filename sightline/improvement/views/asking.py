"""A page with one form and one button: what it asks, and what is done with the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.improvement.acting import ActingError, ChangedMeanwhileError
from sightline.improvement.assuring import AssuranceError
from sightline.improvement.early_warnings import WarningError
from sightline.improvement.models import Finding
from sightline.improvement.prioritising import PriorityError
from sightline.improvement.trajectories import TrajectoryError

REFUSED = (ActingError, AssuranceError, PriorityError, TrajectoryError, WarningError)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page asks: its heading, what to say first, its button, and the page to go back to."""

    title: str
    button: str
    back: str
    back_label: str
    caption: str = ""
    intro: str = ""
    finding: Finding | None = None  # whose exact words are shown


def asked(
    request: HttpRequest, form: forms.Form, ask: Ask, act: Callable[[forms.Form], str]
) -> HttpResponse:
    """Shows the form; once it is filled in, acts, says what `act` returns, and goes back.

    What the act refuses is said on the form, with what was typed still in it.
    """
    if request.method == "POST" and form.is_valid():
        try:
            said = act(form)
        except ChangedMeanwhileError as error:
            _over_the_newest(form, error)
        except REFUSED as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, said)
            return redirect(ask.back)
    return render(request, "improvement/ask.html", {"form": form, "ask": ask})


def _over_the_newest(form: forms.Form, error: ChangedMeanwhileError) -> None:
    """Leaves what was typed, over the version as it now is: a second press is a decision."""
    form.data = {**dict(form.data.items()), "seen": str(error.now.version)}
    form.add_error(None, str(error))


def pressed(request: HttpRequest, back: str, act: Callable[[], str]) -> HttpResponse:
    """A button without a form: acts, says what it returns or why not, and goes back."""
    try:
        messages.success(request, act())
    except REFUSED as error:
        messages.error(request, str(error))
    return redirect(back)
