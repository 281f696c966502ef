"""A page with one form and one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.improvement.views.asking import Ask
from sightline.progress.writing import ProgressError


def asked(
    request: HttpRequest, form: forms.Form, ask: Ask, act: Callable[[dict[str, Any]], str]
) -> HttpResponse:
    """Shows the form; once it is filled in, acts, says what `act` returns, and goes back.

    What the act refuses is said on the form, with what was typed still in it.
    """
    if request.method == "POST" and form.is_valid():
        try:
            said = act(form.cleaned_data)
        except ProgressError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, said)
            return redirect(ask.back)
    return render(request, "improvement/ask.html", {"form": form, "ask": ask})
