"""The authority's own way from "inadequate" among those of others, and how services were run."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline import words
from sightline.improvement import interventions
from sightline.improvement.decisions import DecisionError
from sightline.improvement.interventions import FEWEST, Among, Past
from sightline.improvement.interventions_picture import (
    DAYS_IN_MONTH,
    Own,
    picture_of,
    share_after,
)
from sightline.improvement.lists import list_answer
from sightline.improvement.models import Intervention, WayOfRunning
from sightline.jobs.journeys import ReferenceClass
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Authority": 24, "Judged inadequate": 14, "Visits loaded": 10, "Judged better": 14,
    "As": 30, "Months until better": 12, "Judged good or better": 14, "Months until good": 12,
    "Inadequate before": 12, "How services were run": 40, "Where that stands": 50,
}  # fmt: skip


class WayForm(forms.Form):
    """How the services were run, and where that stands."""

    way = forms.ChoiceField(
        label="How were the services run?",
        choices=WayOfRunning.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the services were run"},
    )
    source = forms.CharField(
        label="Where that stands",
        help_text="For example the direction of the Department for Education, with its date.",
        max_length=300,
        error_messages={"required": "Say where that stands"},
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def journeys(request: HttpRequest) -> HttpResponse:
    """Every time at "inadequate" in the reports loaded, the curve of them, and one's own on it."""
    today = timezone.localdate()
    found = interventions.among(today)
    whole = found.whole.to_leave
    by_way = [(title, each.to_leave) for title, each in found.by_way if each.to_leave]
    own = [
        Own(each.spell.months(today), each.spell.left is not None)
        for each in found.past
        if each.own
    ]
    longest = max((each.spell.months(today) for each in found.past), default=0)
    return render(
        request,
        "improvement/journeys.html",
        {
            "among": found,
            "authority": settings.AUTHORITY_NAME,
            "sentence": _sentence(found),
            "picture": picture_of(whole, by_way, own, longest),
            "rows": [
                {
                    "title": title,
                    "reference": reference,
                    "better": _half(reference, good=False),
                    "good": _half(reference, good=True),
                }
                for title, reference in (("All of them", found.whole), *found.by_way)
            ],
            "fewest": FEWEST,
            "may_enter": signed_in(request).may(Permission.CONFIRM_FINDINGS),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def journeys_list(request: HttpRequest, form: str) -> HttpResponse:
    """The table as CSV or Excel."""
    rows = map(_cells, interventions.among(timezone.localdate()).past)
    return list_answer(request, form, "journeys-from-inadequate", COLUMNS, rows)


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def way_of_running(request: HttpRequest, pk: int) -> HttpResponse:
    """How the services were run after the report `pk` judged them inadequate."""
    found = interventions.among(timezone.localdate())
    past = next((each for each in found.past if each.report.pk == pk), None)
    if past is None:
        raise Http404("This report is not the beginning of a time at inadequate.")
    initial = {"way": past.way.way, "source": past.way.source} if past.way else {}
    form = WayForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        said, user = form.cleaned_data, signed_in(request)
        try:
            interventions.enter(
                past.authority, past.spell.began, said["way"], said["source"], user, timezone.now()
            )
        except DecisionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "How the services were run is kept.")
        return redirect("journeys")
    before = Intervention.objects.select_related("by").filter(
        authority__iexact=past.authority, began=past.spell.began
    )
    context = {"form": form, "past": past, "before": before}
    return render(request, "improvement/way_of_running.html", context)


def _sentence(found: Among) -> str:
    """What matters first: how long others took, and where the authority itself has come to."""
    whole = found.whole.to_leave
    if whole is None:
        return ""
    half = _half(found.whole, good=False)
    said = f"Of {words.count_of(whole.children, 'time')} at “inadequate” in these reports, "
    said += f"half ended within {half}." if half else "fewer than half have ended."
    own = found.own_open
    if own is not None:
        longer = words.percentage(share_after(whole, own.spell.months(own.today)))
        said += f" {own.authority} has stood there for {words.count_of(own.months, 'month')}; "
        said += f"{longer} lasted longer than that."
    return said


def _half(reference: ReferenceClass, *, good: bool) -> str:
    """ "61 months (27 or more)": the median and its interval; empty where it is not reached."""
    curve = reference.to_good if good else reference.to_leave
    if curve is None or curve.median is None:
        return ""
    low, high = curve.median_interval.low, curve.median_interval.high
    reached = high != float("inf")
    between = f"{_months(low)} to {_months(high)}" if reached else f"{_months(low)} or more"
    return f"{_months(curve.median)} months (95% interval: {between})"


def _months(days: float) -> str:
    return words.number(days / DAYS_IN_MONTH)


def _cells(past: Past) -> Sequence[Any]:
    spell = past.spell
    return (
        past.authority,
        spell.began,
        past.visits,
        spell.left,
        str(spell.left_for or ""),
        past.months if spell.left else "",
        spell.good,
        past.months_to_good,
        "Yes" if spell.relapse else "No",
        past.way_title,
        past.way.source if past.way else "",
    )
