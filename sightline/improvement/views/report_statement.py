"""One statement: its words, what it rests on, and what people did with it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sightline.improvement import vouching
from sightline.improvement.acting import Draft
from sightline.improvement.borne import standing_of
from sightline.improvement.decisions import DecisionError
from sightline.improvement.models import Nature, Statement
from sightline.improvement.report_forms import (
    BindForm,
    GiveForm,
    OverruleForm,
    PromiseActionForm,
    WhyForm,
)
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.CHECK_REPORTS)
@require_GET
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement and, for those who may, what can be done with it."""
    return _shown(request, _found(pk))


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def bind(request: HttpRequest, pk: int) -> HttpResponse:
    """Binds it to a measure or a finding."""
    found = _found(pk)
    form = BindForm(request.POST, statement=found)
    if not form.is_valid():
        return _shown(request, found, bind_form=form)
    said, user = form.cleaned_data, signed_in(request)
    finding = int(said["finding"]) if said["finding"] else None
    now = timezone.now()
    return _act(
        request,
        found,
        lambda: vouching.bind(found, user, now, measure=said["measure"], finding=finding),
    )


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def unbind(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes its binding away."""
    found, form = _found(pk), WhyForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, unbind_form=form)
    why, user, now = form.cleaned_data["why"], signed_in(request), timezone.now()
    return _act(request, found, lambda: vouching.unbind(found, user, now, why))


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def overrule(request: HttpRequest, pk: int) -> HttpResponse:
    """Says of it what the measure does not say."""
    found, form = _found(pk), OverruleForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, overrule_form=form)
    said, user, now = form.cleaned_data, signed_in(request), timezone.now()
    return _act(
        request, found, lambda: vouching.overrule(found, user, now, said["to"], said["why"])
    )


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a promise its owner, date or measure."""
    found = _found(pk)
    form = GiveForm(request.POST, statement=found)
    if not form.is_valid():
        return _shown(request, found, give_form=form)
    said, user, now = form.cleaned_data, signed_in(request), timezone.now()
    given = vouching.Given(said["owner"], said["due"], said["gauge"], said["measure"])
    return _act(request, found, lambda: vouching.give(found, user, now, given, said["why"]))


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person agrees to a measure in somebody's own words."""
    found, form = _found(pk), WhyForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, agree_form=form)
    why, user, now = form.cleaned_data["why"], signed_in(request), timezone.now()
    return _act(request, found, lambda: vouching.agree_gauge(found, user, now, why))


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def make_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes a promise an action with an owner, a day and a measure."""
    if not signed_in(request).may(Permission.CHECK_REPORTS):
        raise PermissionDenied("Your role does not open the checks of reports.")
    found = _found(pk)
    if not found.promise or found.action_id is not None:
        return redirect(found)
    initial = {"owner": found.owner, "due": found.due}
    posted = request.POST if request.method == "POST" else None
    form = PromiseActionForm(posted, statement=found, initial=initial)
    if form.is_valid():
        said, user, now = form.cleaned_data, signed_in(request), timezone.now()
        draft = Draft(said["title"], Nature(said["nature"]), said["owner"], due=said["due"])
        given = vouching.Given(gauge=said["gauge"], measure=said["measure"])
        try:
            vouching.make_action(found, draft, given, user, now, said["why"])
        except DecisionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "The promise is an action now, with its owner and day.")
            return redirect(found)
    return render(request, "improvement/promise_action.html", {"statement": found, "form": form})


@requires(Permission.CONFIRM_FINDINGS)
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Lets a vague promise stand as an accepted risk."""
    found, form = _found(pk), WhyForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, accept_form=form)
    why, user, now = form.cleaned_data["why"], signed_in(request), timezone.now()
    return _act(request, found, lambda: vouching.accept_risk(found, user, now, why))


def _found(pk: int) -> Statement:
    rows = Statement.objects.select_related(
        "review", "finding__review", "action", "gauge_by", "gauge_agreed_by"
    )
    return get_object_or_404(rows, pk=pk)


def _act(request: HttpRequest, found: Statement, act: Callable[[], Statement]) -> HttpResponse:
    try:
        act()
    except DecisionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Kept, with your name and the time.")
    return redirect(found)


def _shown(request: HttpRequest, found: Statement, **forms_sent: forms.Form) -> HttpResponse:
    user = signed_in(request)
    exact = user.may(Permission.SEE_FIGURES)
    may = user.may(Permission.CONFIRM_FINDINGS)
    shown: dict[str, Any] = {
        "statement": found,
        "review": found.review,
        "standing": standing_of(found, found.review.dated, exact=exact),
        "events": found.events.select_related("by"),
        "may_bind": may,
        "may_act": user.may(Permission.ANSWER_FINDINGS),
        "form": next(iter(forms_sent.values()), None),
    }
    if may:
        shown |= {
            "bind_form": BindForm(statement=found),
            "unbind_form": WhyForm(auto_id="id_unbind_%s"),
            "overrule_form": OverruleForm(auto_id="id_overrule_%s"),
            "give_form": GiveForm(auto_id="id_give_%s", statement=found),
            "agree_form": WhyForm(auto_id="id_agree_%s"),
            "accept_form": WhyForm(auto_id="id_accept_%s"),
        } | forms_sent
    return render(request, "improvement/report_statement.html", shown)
