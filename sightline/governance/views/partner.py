"""One partner: what it brings, and its own word on it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.governance.further_forms import CountersignForm
from sightline.governance.listings import members, owed, promises
from sightline.governance.listings.listing import Cell, Table
from sightline.governance.listings.partners import every_partner, partner_address
from sightline.governance.models import Countersign
from sightline.governance.partnering import Partner
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.SEE_BOARDS)
@require_GET
def partner(request: HttpRequest) -> HttpResponse:
    """Whether its figures are countersigned first; then the figures and what lies behind them."""
    today, user = timezone.localdate(), signed_in(request)
    one = _asked(request)
    context = {
        "partner": one,
        "countersign": f"{reverse('countersign')}?{urlencode({'name': one.name})}",
        "promises": Table(
            "Promises",
            {k: v for k, v in promises.COLUMNS.items() if k != "Organisation"},
            [_without_second(promises.row_of(each, today)) for each in one.promises],
            "Nothing that it promised is written down.",
        ),
        "owed": Table(
            "Asked for by boards", owed.COLUMNS, [owed.row_of(each, today) for each in one.owed]
        ),
        "members": Table(
            "Members",
            {k: v for k, v in members.COLUMNS.items() if k != "Organisation"},
            [_without_organisation(members.row_of(each, today)) for each in one.members],
        ),
        "words": Countersign.objects.filter(organisation=one.name).select_related("by"),
        "may_keep": user.may(Permission.KEEP_BOARDS),
    }
    return render(request, "governance/partner.html", context)


@requires(Permission.KEEP_BOARDS)
@require_http_methods(["GET", "POST"])
def countersign(request: HttpRequest) -> HttpResponse:
    """A form: what the partner says of its figures as they are now."""
    one = _asked(request)
    form = CountersignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        Countersign(
            organisation=one.name,
            figures=one.figures,
            agreed=said["agreed"],
            words=said["words"],
            said_by=said["said_by"],
            by=signed_in(request),
            at=timezone.now(),
        ).save()
        messages.success(request, "What the partner says is written down.")
        return redirect(partner_address(one.name))
    context = {
        "form": form,
        "title": "What the partner says of its figures",
        "caption": one.name,
        "back": partner_address(one.name),
        "figures": one.figures,
    }
    return render(request, "governance/kept.html", context)


def _asked(request: HttpRequest) -> Partner:
    """The organisation that `?name=` names. Raises Http404 where none is called so."""
    name = request.GET.get("name", "")
    found = [each for each in every_partner(timezone.localdate()) if each.name == name]
    if not found:
        raise Http404
    return found[0]


def _without_organisation(row: list[Cell]) -> list[Cell]:
    place = list(members.COLUMNS).index("Organisation")
    return [*row[:place], *row[place + 1 :]]


def _without_second(row: list[Cell]) -> list[Cell]:
    return [row[0], *row[2:]]
